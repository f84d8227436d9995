import { back } from '../back.ts';
import { fact, items, section } from '../blocks.ts';
import { seeAlso } from '../see-also.ts';
import { targetsAt } from '../targets.ts';
import { joined, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const segment: KindViewer<'segment'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('segment', pointer);
  const type = view.label('segment', '/type', data.type);
  const scores = (['r', 'f', 'm'] as const).flatMap((letter) => {
    const range = data.rfm?.[letter];
    return range?.length
      ? fact(
          title(`/rfm/${letter}`),
          range.length > 1 && range[0] !== range.at(-1) ? `${range[0]}–${range.at(-1)}` : String(range[0]),
        )
      : [];
  });
  return {
    label: type ? [plain(view.t('dot')), plain(type)] : [],
    lead: view.words(data.summary) ?? view.words(data.criteria),
    sections: [
      ...section(
        'criteria',
        title('/criteria'),
        ...(data.criteria ? [{ type: 'text' as const, line: [view.words(data.criteria) ?? plain('')] }] : []),
        { type: 'facts', facts: scores },
      ),
      ...section('benefits', title('/strategy/benefits'), {
        type: 'list',
        items: items((data.strategy?.benefits ?? []).map((each) => view.words(each))),
      }),
      ...section('strategy', title('/strategy'), {
        type: 'facts',
        facts: [
          ...fact(title('/strategy/trigger'), view.words(data.strategy?.trigger)),
          ...fact(title('/strategy/process'), view.ref(entity, '/strategy/process')),
          ...fact(title('/strategy/owner'), view.ref(entity, '/strategy/owner')),
          ...fact(title('/metrics'), ...targetsAt(view, entity, '/metrics')),
          ...fact(
            title('/services'),
            joined(
              [
                ...new Map(
                  [...view.refs(entity, '/services'), ...back(view, entity, 'service', /^\/segments\//)].map(
                    (link) => [link.href, link],
                  ),
                ).values(),
              ],
              view.t('comma'),
            ),
          ),
          ...seeAlso(view, entity, 'customers'),
        ],
      }),
    ],
    shown: /^\/segments\/\d+$/,
  };
};
