import { back } from '../back.ts';
import { fact, items, section } from '../blocks.ts';
import { rungOf } from '../grants.ts';
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
        rungs: (data.grants ?? []).map((_, index) => rungOf(view, entity, index)),
      }),
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
          ...fact(title('/notify'), joined(view.refs(entity, '/notify'), view.t('comma'))),
          ...fact(title('/record'), view.ref(entity, '/record')),
          ...fact(title('/usage'), view.ref(entity, '/usage')),
          ...fact(
            title('/fourEyes'),
            data.fourEyes === undefined ? undefined : view.t(data.fourEyes ? 'yes' : 'no'),
          ),
        ],
      }),
    ],
    shown: /^\/(?:steps\/\d+\/decision|decisions\/\d+)$/,
  };
};
