import { fact, items, section } from '../blocks.ts';
import { withTarget } from '../targets.ts';
import { plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const incentive: KindViewer<'incentive'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('incentive', pointer);
  const weights = (data.weights ?? {}) as Record<string, unknown>;
  const type = view.label('incentive', '/type', data.type);
  const roles = [
    ...(data.roles?.includes('all') ? [plain(view.t('everyone'))] : []),
    ...view.refs(entity, '/roles'),
  ];
  return {
    label: type ? [plain(view.t('dot')), plain(type)] : [],
    lead: view.words(data.summary) ?? view.words(data.criteria),
    sections: [
      ...section('weights', title('/weights'), {
        type: 'table',
        caption: title('/weights'),
        head: [view.kindName('metric'), title('/weights')],
        rows: Object.entries(weights).map(([key, weight]) => {
          const metric = view.handbook.referenceAt(entity, `/weights/${key}`)?.target;
          return [
            { lines: [metric ? withTarget(view, metric) : [plain(key)]] },
            { lines: [[plain(String(weight), 'value')]] },
          ];
        }),
      }),
      ...section('metrics', title('/metrics'), { type: 'list', items: items(view.refs(entity, '/metrics')) }),
      ...section(
        'criteria',
        title('/criteria'),
        ...(data.criteria && data.summary
          ? [{ type: 'text' as const, line: [view.words(data.criteria) ?? plain('')] }]
          : []),
      ),
      ...section(
        'award',
        title('/award'),
        ...(data.award ? [{ type: 'text' as const, line: [view.words(data.award) ?? plain('')] }] : []),
      ),
      ...section('who', title('/roles'), { type: 'list', items: items(roles) }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/every'), view.value('duration', data.every)),
          ...fact(title('/budget'), view.value('money', data.budget)),
        ],
      }),
    ],
  };
};
