import type { Entity } from '../../../linter/index.ts';
import { back } from '../back.ts';
import { fact, items, section } from '../blocks.ts';
import type { StandingRow } from '../board-blocks.ts';
import { ladderOf } from '../grants.ts';
import { metricRow, standingLabels } from '../metric-blocks.ts';
import type { View } from '../view.ts';
import { joined } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const decisionRight: KindViewer<'decision-right'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('decision-right', pointer);
  return {
    lead: view.words(data.subject),
    sections: [
      ...section('grants', view.t('decision.grants'), {
        type: 'ladder',
        climb: true,
        rungs: ladderOf(view, entity),
      }),
      ...section(
        'after',
        view.t('decision.after'),
        {
          type: 'facts',
          facts: [
            ...fact(title('/notify'), joined(view.refs(entity, '/notify'), view.t('comma'))),
            ...fact(title('/record'), view.ref(entity, '/record')),
            ...fact(
              title('/fourEyes'),
              data.fourEyes === undefined ? undefined : view.t(data.fourEyes ? 'yes' : 'no'),
            ),
          ],
        },
        { type: 'standings', labels: standingLabels(view), rows: usageOf(view, entity) },
      ),
      ...section('steps', view.t('decision.used'), {
        type: 'list',
        items: items(back(view, entity, 'process', /^\/steps\/\d+\/decision$/)),
      }),
      ...section('texts', view.kindPlural('sop'), {
        type: 'list',
        items: items(back(view, entity, 'sop', /^\/decisions\/\d+$/)),
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/services'), joined(view.refs(entity, '/services'), view.t('comma'))),
          ...fact(title('/units'), joined(view.refs(entity, '/units'), view.t('comma'))),
        ],
      }),
    ],
    shown: /^\/(?:steps\/\d+\/decision|decisions\/\d+)$/,
  };
};

// helpers

/** How often the right is used; a right that lies unused helps nobody. */
function usageOf(view: View, entity: Entity<'decision-right'>): StandingRow[] {
  const metric = view.handbook.referenceAt(entity, '/usage')?.target;
  return metric?.kind === 'metric' ? [metricRow(view, metric as Entity<'metric'>)] : [];
}
