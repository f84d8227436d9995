import { type Figure, fact, items, section } from '../blocks.ts';
import { plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const improvement: KindViewer<'improvement'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('improvement', pointer);
  const phase = view.label('improvement', '/phase', data.phase);
  const metric = view.ref(entity, '/metric');
  const figures: Figure[] = [
    ...figure(view.value('value', data.baseline), title('/baseline')),
    ...figure(view.value('comparison', data.target), title('/target')),
    ...figure(view.value('value', data.result), title('/result')),
  ];
  const gap = (number: number | undefined) =>
    number === undefined ? undefined : view.t(`gap.${number as 1 | 2 | 3 | 4 | 5}`);
  return {
    label: phase ? [plain(view.t('dot')), plain(phase)] : [],
    lead: view.words(data.summary),
    figures,
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

function figure(value: string | undefined, label: string): Figure[] {
  return value ? [{ value, label: [plain(label)] }] : [];
}
