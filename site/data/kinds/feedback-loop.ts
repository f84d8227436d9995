import type { Entity } from '../../../linter/index.ts';
import { back } from '../back.ts';
import { type Figure, fact, type Item, section } from '../blocks.ts';
import { targetsAt } from '../targets.ts';
import type { View } from '../view.ts';
import { joined, type Line, type Piece, plain } from '../words.ts';
import type { KindViewer } from './kind-view.ts';

type Loop = Entity<'feedback-loop'>;

export const feedbackLoop: KindViewer<'feedback-loop'> = (view, entity) => {
  const { data } = entity;
  const title = (pointer: string) => view.field('feedback-loop', pointer);
  const method = view.label('feedback-loop', '/method', data.method);
  const stages = (data.stages ?? []).map((stage) => view.label('feedback-loop', '/stages/*', stage) ?? stage);
  return {
    label: method ? [plain(view.t('dot')), plain(method)] : [],
    lead: view.words(data.summary),
    figures: figuresOf(view, entity),
    sections: [
      ...section('circle', view.t('loop.circle'), {
        type: 'list',
        ordered: true,
        items: circle(view, entity),
      }),
      ...section('about', view.t('section.about'), {
        type: 'facts',
        facts: [
          ...fact(title('/touchpoints'), joined(view.refs(entity, '/touchpoints'), view.t('comma'))),
          ...fact(title('/channel'), view.label('feedback-loop', '/channel', data.channel)),
          ...fact(title('/every'), view.value('duration', data.every)),
          ...fact(title('/script'), view.ref(entity, '/script')),
          ...fact(title('/decision'), view.ref(entity, '/decision')),
          ...fact(title('/escalate'), view.ref(entity, '/escalate')),
          ...fact(title('/informs'), joined(view.refs(entity, '/informs'), view.t('comma'))),
          ...fact(title('/stages'), stages.join(view.t('comma'))),
          ...fact(title('/metrics'), ...targetsAt(view, entity, '/metrics')),
          ...fact(view.kindPlural('improvement'), ...back(view, entity, 'improvement', /^\/trigger$/)),
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

/** From hearing a customer to telling them what changed: who does what, and by when. */
function circle(view: View, entity: Loop): Item[] {
  const { data } = entity;
  const stage = (name: string, who?: Piece, when?: string): Item[] => {
    if (!who && !when) return [];
    const notes: Line = [
      ...(who ? [who] : []),
      ...(who && when ? [plain(view.t('clause'))] : []),
      ...(when ? [plain(when, 'value')] : []),
    ];
    return [{ line: [plain(name, 'strong')], notes: [notes] }];
  };
  const every = view.value('duration', data.analyse?.every);
  const collect = view.ref(entity, '/collect');
  const act = view.ref(entity, '/act');
  return [
    ...stage(view.t('loop.collect'), collect),
    ...stage(view.t('loop.ack'), undefined, view.value('duration', data.ack)),
    ...stage(view.t('loop.resolve'), act, view.value('duration', data.resolve)),
    ...stage(view.t('loop.analyse'), view.ref(entity, '/analyse/by'), every && view.t('every', { every })),
    ...(data.improves?.length
      ? [
          {
            line: [plain(view.t('loop.improve'), 'strong')],
            notes: [joined(view.refs(entity, '/improves'), view.t('comma'))],
          },
        ]
      : []),
    ...(data.reply ? [{ line: [plain(view.t('loop.reply'), 'strong')] }] : []),
  ];
}
