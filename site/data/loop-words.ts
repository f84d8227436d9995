import { awaitsAnswer, daysBetween, type Entity } from '../../linter/index.ts';
import { backEntities } from './back.ts';
import type { Block } from './blocks.ts';
import type { Station } from './board-blocks.ts';
import { type Improvement, isOverdue } from './improvement-words.ts';
import { ringOf } from './ring.ts';
import type { View } from './view.ts';
import { joined, type Line, type Piece, plain, textOf } from './words.ts';

export type Loop = Entity<'feedback-loop'>;

const SIZES = {
  narrow: { width: 354, height: 268, radius: 72, fontSize: 12, who: false },
  wide: { width: 640, height: 424, radius: 122, fontSize: 14, who: true },
};

/** From hearing a customer to telling them what changed: who does what, and by when. */
export function stationsOf(view: View, loop: Loop): Station[] {
  const { data } = loop;
  const within = (text: string | undefined) => {
    const value = view.value('duration', text);
    return value && view.t('loop.within', { within: value });
  };
  const collect = view.ref(loop, '/collect');
  const act = view.ref(loop, '/act');
  const improves = view.refs(loop, '/improves');
  const answers = awaitsAnswer(loop);
  return [
    station(view, 'loop.collect', { who: collect, when: everyIn(view, data.every) }, ['who']),
    ...(answers || data.ack
      ? [station(view, 'loop.ack', { who: collect, when: within(data.ack) }, ['when'])]
      : []),
    station(view, 'loop.resolve', { who: act, when: within(data.resolve) }, ['who', 'when']),
    station(
      view,
      'loop.analyse',
      { who: view.ref(loop, '/analyse/by'), when: everyIn(view, data.analyse?.every) },
      ['who', 'when'],
    ),
    improves.length > 0
      ? { name: view.t('loop.improve'), who: joined(improves, view.t('comma')) }
      : { name: view.t('loop.improve'), hole: view.t('loop.noImproves') },
    ...(answers || data.reply
      ? [
          data.reply
            ? { name: view.t('loop.reply') }
            : { name: view.t('loop.reply'), hole: view.t('loop.noReply') },
        ]
      : []),
  ];
}

/** How often, as people say it: “每天”, “every 7 days”, “every year”. */
export function everyIn(view: View, text: string | undefined): string | undefined {
  if (text === '1 d') return view.t('loop.daily');
  if (text === '365 d') return view.t('loop.yearly');
  const every = view.value('duration', text);
  return every && view.t('every', { every });
}

/** The loop as a circle, and the same in words. */
export function circleOf(view: View, loop: Loop): Block {
  const stations = stationsOf(view, loop);
  const input = {
    stations: stations.map(({ name, who, when, hole }, index) => ({
      name: shortName(view, name),
      // What is improved is a list of links; it has no room on the ring.
      ...(who && who.length === 1 && { who: textOf(who) }),
      ...(when && { when }),
      ...(who &&
        who.length > 1 && {
          when: view.t('loop.improvesCount', { count: view.refs(loop, '/improves').length }),
        }),
      hole: hole !== undefined,
      index,
    })),
    middle: view.label('feedback-loop', '/method', loop.data.method) ?? '',
  };
  return {
    type: 'loop',
    stations,
    rings: { narrow: ringOf(input, SIZES.narrow), wide: ringOf(input, SIZES.wide) },
    words: view.t('loop.words', {
      stations: stations
        .map(({ name, who, when, hole }) =>
          [name, ...(hole ? [hole] : [who && textOf(who), when].filter(Boolean))].join(view.t('colon')),
        )
        .join(view.t('semicolon')),
    }),
  };
}

/** The improvements that a loop set off, the newest proof first. */
export function improvementsOf(view: View, loop: Loop): Improvement[] {
  return backEntities(view, loop, 'improvement', /^\/trigger$/).sort((a, b) =>
    (b.data.checked ?? '').localeCompare(a.data.checked ?? ''),
  );
}

/** What a loop last improved, and how long ago; said plainly where nothing is recorded. */
export function lastImproved(view: View, loop: Loop): Line {
  const newest = improvementsOf(view, loop).find(
    ({ data }) => data.checked && data.checked <= view.handbook.today,
  );
  if (!newest) return [plain(view.t('loop.notYet'), 'state-none')];
  const { checked } = newest.data;
  const days = daysBetween(checked!, view.handbook.today);
  return [
    view.link(newest),
    plain(
      view.t('brackets', { text: view.t('loop.ago', { date: view.date(checked) ?? '', count: days }) }),
      'quiet',
    ),
  ];
}

/** The improvements of a loop that are past their date. */
export function overdueOf(view: View, loop: Loop): Improvement[] {
  return improvementsOf(view, loop).filter((each) => isOverdue(view, each));
}

// helpers

function station(
  view: View,
  key: 'loop.collect' | 'loop.ack' | 'loop.resolve' | 'loop.analyse',
  { who, when }: { who: Piece | undefined; when: string | undefined },
  needed: readonly ('who' | 'when')[],
): Station {
  const missing = needed.filter((each) => (each === 'who' ? who === undefined : when === undefined));
  const hole =
    missing.length === 2
      ? view.t('loop.noBoth')
      : missing.length === 1
        ? view.t(missing[0] === 'who' ? 'loop.noWho' : 'loop.noWhen')
        : undefined;
  return { name: view.t(key), ...(who && { who: [who] }), ...(when && { when }), ...(hole && { hole }) };
}

function shortName(view: View, name: string): string {
  return name === view.t('loop.reply') ? view.t('loop.replyShort') : name;
}
