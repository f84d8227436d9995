import { type Entity, inForce } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { type Block, section } from '../blocks.ts';
import type { MatrixRow, ScoreCell, ScoreLayer } from '../overview-blocks.ts';
import { targetsAt } from '../targets.ts';
import type { View } from '../view.ts';
import { type Line, plain } from '../words.ts';
import { cellOf, gap, none, overviewPage } from './cells.ts';
import type { Overview } from './overview.ts';

type Segment = Entity<'segment'>;

/** Who the customers are: which segment every combination of RFM scores belongs to, and how each is served. */
export const customers: Overview = {
  has: (handbook) => handbook.all('segment').some(inForce),
  page: (view) => {
    const segments = inOrder(view);
    const scored = segments.filter(({ data }) => data.rfm);
    const others = segments.filter(({ data }) => !data.rfm);
    return overviewPage(view, 'customers', view.t('customers.lead'), [
      ...section('scores', view.t('customers.scores'), ...scoreBlocks(view, scored)),
      ...section('strategies', view.t('customers.strategies'), {
        type: 'matrix',
        matrix: {
          caption: view.t('customers.strategies'),
          corner: view.kindName('segment'),
          columns: ['trigger', 'benefits', 'process', 'owner']
            .map((name) => plain(view.field('segment', `/strategy/${name}`)))
            .concat(plain(view.field('segment', '/metrics'))),
          groups: [
            { rows: scored.map((each) => rowOf(view, each)) },
            {
              ...(scored.length > 0 && others.length > 0 && { title: view.t('customers.others') }),
              rows: others.map((each) => rowOf(view, each)),
            },
          ],
        },
      }),
    ]);
  },
};

/** A run of neighbouring scores that all segments treat alike, both ends included. */
export interface Band {
  low: number;
  high: number;
}

export interface Scored {
  name: Segment;
  r: Band;
  f: Band;
  m: Band;
}

const axes = ['r', 'f', 'm'] as const;

/** Into how many classes a score is divided where a segment does not say. */
const USUAL_SCALE = 5;

/**
 * Cuts an axis at every end of a range, so that the scores between two cuts are alike for every segment.
 *
 * @example bandsOf([{ low: 3, high: 5 }], 5) // => [{ low: 1, high: 2 }, { low: 3, high: 5 }]
 */
export function bandsOf(ranges: readonly Band[], scale: number): Band[] {
  const starts = new Set([1]);
  for (const { low, high } of ranges) {
    if (low > 1 && low <= scale) starts.add(low);
    if (high < scale && high >= 1) starts.add(high + 1);
  }
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((low, index) => ({ low, high: (sorted[index + 1] ?? scale + 1) - 1 }));
}

// helpers

/** Those with the highest priority first. */
function inOrder(view: View): Segment[] {
  const all = byName(view, view.handbook.all('segment').filter(inForce)) as Segment[];
  const rank = ({ data }: Segment) => data.strategy?.priority ?? Number.POSITIVE_INFINITY;
  return all.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

function scoreBlocks(view: View, segments: readonly Segment[]): Block[] {
  if (segments.length === 0) return [];
  const scale = Math.max(...segments.map(({ data }) => data.rfm?.scale ?? USUAL_SCALE));
  const scored = segments.map((name): Scored => {
    const range = (axis: (typeof axes)[number]): Band => {
      const [low = 1, high = scale] = name.data.rfm?.[axis] ?? [];
      return { low, high };
    };
    return { name, r: range('r'), f: range('f'), m: range('m') };
  });
  const bands = { r: bandsOn('r'), f: bandsOn('f'), m: bandsOn('m') };
  const { layers, uncovered, double } = layersOf(view, scored, bands, scale);
  return [
    { type: 'text', line: [plain(view.t('customers.how', { scale }))] },
    { type: 'text', line: sentence(view, scale ** 3, uncovered, double) },
    {
      type: 'scores',
      corner: view.t('customers.corner', {
        rows: view.field('segment', '/rfm/r'),
        columns: view.field('segment', '/rfm/f'),
      }),
      layers,
    },
  ];

  function bandsOn(axis: (typeof axes)[number]): Band[] {
    return bandsOf(
      scored.map((each) => each[axis]),
      scale,
    );
  }
}

interface Layers {
  layers: ScoreLayer[];
  /** How many single combinations no segment holds, and how many several hold. */
  uncovered: number;
  double: number;
}

/** The highest scores stand first: the best customers at the top, the most frequent at the end of a row. */
function layersOf(
  view: View,
  scored: readonly Scored[],
  bands: Record<'r' | 'f' | 'm', readonly Band[]>,
  scale: number,
): Layers {
  let uncovered = 0;
  let double = 0;
  const layers = [...bands.m].reverse().map(
    (m): ScoreLayer => ({
      caption: `${view.field('segment', '/rfm/m')} ${words(m)}`,
      columns: bands.f.map((f) => `${view.field('segment', '/rfm/f')} ${words(f)}`),
      rows: [...bands.r].reverse().map((r) => ({
        head: `${view.field('segment', '/rfm/r')} ${words(r)}`,
        cells: bands.f.map((f): ScoreCell => {
          const held = scored.filter((each) => inside(each.r, r) && inside(each.f, f) && inside(each.m, m));
          const size = lengthOf(r) * lengthOf(f) * lengthOf(m);
          if (held.length === 0) uncovered += size;
          if (held.length > 1) double += size;
          return scoreCell(view, held, heatOf([r, f, m], scale));
        }),
      })),
    }),
  );
  return { layers, uncovered, double };
}

function scoreCell(view: View, held: readonly Scored[], heat: ScoreCell['heat']): ScoreCell {
  const links: Line[] = held.map(({ name }) => [view.link(name)]);
  if (held.length === 0) return { lines: [[plain(view.t('customers.nobody'))]], state: 'gap', heat };
  if (held.length > 1)
    return { lines: [[plain(view.t('customers.several'))], ...links], state: 'double', heat };
  return { lines: links, state: 'one', heat };
}

function sentence(view: View, all: number, uncovered: number, double: number): Line {
  if (uncovered === 0 && double === 0) return [plain(view.t('customers.complete', { all }), 'state-met')];
  const parts: string[] = [];
  if (uncovered > 0) parts.push(view.t('customers.uncovered', { all, count: uncovered }));
  if (double > 0) parts.push(view.t('customers.double', { all, count: double }));
  return [plain(parts.join(view.t('semicolon')), 'state-open')];
}

function rowOf(view: View, segment: Segment): MatrixRow {
  const { data } = segment;
  const words = view.words(data.criteria) ?? view.words(data.summary);
  const trigger = view.words(data.strategy?.trigger);
  const benefits = (data.strategy?.benefits ?? []).flatMap((each): Line[] => {
    const said = view.words(each);
    return said ? [[said]] : [];
  });
  const process = view.ref(segment, '/strategy/process');
  const owner = view.ref(segment, '/strategy/owner');
  return {
    head: [view.link(segment)],
    notes: words ? [[words]] : [],
    cells: [
      cellOf(trigger ? [[trigger]] : [], gap(view.t('customers.noTrigger'))),
      cellOf(benefits, process ? none() : gap(view.t('customers.noBenefit'))),
      cellOf(process ? [[process]] : [], benefits.length > 0 ? none() : gap(view.t('customers.noProcess'))),
      cellOf(owner ? [[owner]] : [], gap(view.t('customers.noOwner'))),
      cellOf(targetsAt(view, segment, '/metrics'), gap(view.t('customers.noMetric'))),
    ],
  };
}

function inside(whole: Band, part: Band): boolean {
  return whole.low <= part.low && part.high <= whole.high;
}

function lengthOf({ low, high }: Band): number {
  return high - low + 1;
}

function heatOf(bands: readonly Band[], scale: number): ScoreCell['heat'] {
  const mean = bands.reduce((sum, { low, high }) => sum + (low + high) / 2, 0) / bands.length;
  const share = scale > 1 ? (mean - 1) / (scale - 1) : 1;
  return Math.min(4, 1 + Math.floor(share * 4)) as ScoreCell['heat'];
}

function words({ low, high }: Band): string {
  return low === high ? String(low) : `${low}–${high}`;
}
