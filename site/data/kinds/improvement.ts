import type { Entity } from '../../../linter/index.ts';
import { type Figure, fact, items, section } from '../blocks.ts';
import { type Improvement, improvementState } from '../improvement-words.ts';
import { metricRow, standingLabels } from '../metric-blocks.ts';
import type { View } from '../view.ts';
import { plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const improvement: KindViewer<'improvement'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('improvement', pointer);
  const phase = view.label('improvement', '/phase', data.phase);
  const metric = view.ref(entity, '/metric');
  const measured = view.handbook.referenceAt(entity, '/metric')?.target;
  const gap = (number: number | undefined) =>
    number === undefined ? undefined : view.t(`gap.${number as 1 | 2 | 3 | 4 | 5}`);
  return {
    label: phase ? [plain(view.t('dot')), plain(phase)] : [],
    lead: view.words(data.summary),
    figures: figuresOf(view, entity),
    sections: [
      ...section('why', view.t('improvement.why'), {
        type: 'facts',
        facts: [
          ...fact(title('/trigger'), view.ref(entity, '/trigger')),
          ...fact(title('/metric'), metric),
          ...fact(title('/evidence'), view.words(data.evidence)),
          ...fact(title('/gap'), gap(data.gap)),
          ...fact(title('/causes'), ...(data.causes ?? []).map((each) => gap(each))),
        ],
      }),
      ...section('now', view.t('improvement.now'), {
        type: 'standings',
        labels: standingLabels(view),
        rows: measured?.kind === 'metric' ? [metricRow(view, measured as Entity<'metric'>)] : [],
      }),
      ...section('plan', title('/plan'), {
        type: 'list',
        ordered: true,
        items: items((data.plan ?? []).map((each) => view.words(each))),
      }),
      ...section('changes', title('/changes'), { type: 'list', items: items(view.refs(entity, '/changes')) }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/due'), view.date(data.due)),
          ...fact(title('/method'), view.label('improvement', '/method', data.method)),
          ...fact(title('/type'), view.label('improvement', '/type', data.type)),
          ...fact(title('/checked'), view.date(data.checked)),
          ...fact(title('/lesson'), view.words(data.lesson)),
        ],
      }),
    ],
  };
};

// helpers

/** From where, to where, and how far it came; the state to its date beside the target. */
function figuresOf(view: View, improvement: Improvement): Figure[] {
  const { data } = improvement;
  const title = (pointer: string) => [plain(view.field('improvement', pointer))];
  const state = improvementState(view, improvement);
  const figures: Figure[] = [];
  const add = (value: string | undefined, pointer: string) => {
    if (value) figures.push({ value, label: title(pointer) });
  };
  add(view.value('value', data.baseline), '/baseline');
  add(view.value('comparison', data.target, 'signs'), '/target');
  add(view.value('value', data.result), '/result');
  const last = figures.at(-1);
  if (last && state) figures[figures.length - 1] = { ...last, note: [state] };
  return figures;
}
