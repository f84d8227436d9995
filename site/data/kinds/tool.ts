import { back } from '../back.ts';
import { fact, items, section } from '../blocks.ts';
import { seeAlso } from '../see-also.ts';
import { plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

export const tool: KindViewer<'tool'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('tool', pointer);
  const type = view.label('tool', '/type', data.type);
  const address = data.url && /^https:\/\//.test(data.url) ? { text: data.url, href: data.url } : undefined;
  const stages = (data.stages ?? []).map((stage) => view.label('tool', '/stages/*', stage) ?? stage);
  return {
    label: type ? [plain(view.t('dot')), plain(type)] : [],
    lead: view.words(data.purpose),
    sections: [
      ...section('improves', title('/improves'), {
        type: 'table',
        caption: title('/improves'),
        head: ['metric', 'from', 'to'].map((name) => title(`/improves/*/${name}`)),
        rows: (data.improves ?? []).map((effect, index) => [
          { lines: [one(view.ref(entity, `/improves/${index}/metric`))] },
          { lines: [[plain(view.value('value', effect.from) ?? '', 'value')]] },
          { lines: [[plain(view.value('value', effect.to) ?? '', 'value')]] },
        ]),
      }),
      ...section('steps', view.t('tool.steps'), {
        type: 'list',
        items: items(back(view, entity, 'process', /^\/steps\/\d+\/tool(?:\/\d+)?$/)),
      }),
      ...section('frees', title('/frees'), {
        type: 'list',
        items: (data.frees ?? []).map((freed, index) => {
          const work = view.words(freed.forWork);
          return {
            line: [
              ...one(view.ref(entity, `/frees/${index}/role`)),
              ...(work ? [plain(view.t('colon')), work] : []),
            ],
          };
        }),
      }),
      ...section('stores', title('/stores'), {
        type: 'table',
        caption: title('/stores'),
        head: ['field', 'purpose', 'consent', 'keepFor'].map((name) => title(`/stores/*/${name}`)),
        rows: (data.stores ?? []).map((stored) => [
          { ...(stored.id && { id: stored.id }), lines: [[view.words(stored.field) ?? plain('')]] },
          { lines: [[view.words(stored.purpose) ?? plain('')]] },
          { lines: [[plain(view.label('tool', '/stores/*/consent', stored.consent) ?? '')]] },
          { lines: [[plain(view.value('duration', stored.keepFor) ?? '')]] },
        ]),
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/url'), address),
          ...fact(title('/stages'), stages.join(view.t('comma'))),
          ...(data.stores?.length ? seeAlso(view, entity, 'data-kept') : []),
        ],
      }),
    ],
    shown: /^\/steps\/\d+\/tool(?:\/\d+)?$/,
  };
};

// helpers

function one<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
