import { type Entity, inForce } from '../../../linter/index.ts';
import { type Figure, fact, section } from '../blocks.ts';
import { cardOf, trackLabels } from '../improvement-words.ts';
import { circleOf, improvementsOf, lastImproved, overdueOf } from '../loop-words.ts';
import { metricRow, standingLabels } from '../metric-blocks.ts';
import type { View } from '../view.ts';
import { joined, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

type Loop = Entity<'feedback-loop'>;

export const feedbackLoop: KindViewer<'feedback-loop'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('feedback-loop', pointer);
  const method = view.label('feedback-loop', '/method', data.method);
  const stages = (data.stages ?? []).map((stage) => view.label('feedback-loop', '/stages/*', stage) ?? stage);
  const overdue = overdueOf(view, entity);
  return {
    label: method ? [plain(view.t('dot')), plain(method)] : [],
    lead: view.words(data.summary),
    figures: figuresOf(view, entity),
    sections: [
      ...section('circle', view.t('loop.circle'), circleOf(view, entity)),
      ...section(
        'improved',
        view.t('loop.improved'),
        {
          type: 'facts',
          facts: [
            ...fact(view.t('loop.last'), lastImproved(view, entity)),
            ...(overdue.length > 0
              ? fact(
                  view.t('loop.overdue'),
                  ...overdue.map((each) => [{ ...view.link(each), tone: 'missing' as const }]),
                )
              : []),
          ],
        },
        {
          type: 'cards',
          labels: trackLabels(view),
          cards: improvementsOf(view, entity).map((each) => cardOf(view, each)),
        },
      ),
      ...section('metrics', title('/metrics'), {
        type: 'standings',
        labels: standingLabels(view),
        rows: metricsOf(view, entity).map((each) => metricRow(view, each)),
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/touchpoints'), joined(view.refs(entity, '/touchpoints'), view.t('comma'))),
          ...fact(title('/channel'), view.label('feedback-loop', '/channel', data.channel)),
          ...fact(title('/script'), view.ref(entity, '/script')),
          ...fact(title('/decision'), view.ref(entity, '/decision')),
          ...fact(title('/escalate'), view.ref(entity, '/escalate')),
          ...fact(title('/informs'), joined(view.refs(entity, '/informs'), view.t('comma'))),
          ...fact(title('/stages'), stages.join(view.t('loop.arrow'))),
        ],
      }),
    ],
    shown: /^\/trigger$/,
  };
};

// helpers

function figuresOf(view: View, { data }: Loop): Figure[] {
  const figures: Figure[] = [];
  for (const name of ['ack', 'resolve'] as const) {
    const value = view.value('duration', data[name]);
    if (value) figures.push({ value, label: [plain(view.field('feedback-loop', `/${name}`))] });
  }
  return figures;
}

function metricsOf(view: View, entity: Loop): Entity<'metric'>[] {
  return view.handbook
    .referencesOf(entity)
    .filter(({ pointer, target }) => pointer?.startsWith('/metrics/') && target?.kind === 'metric')
    .map(({ target }) => target as Entity<'metric'>)
    .filter(inForce);
}
