import { definitionOf, type Entity, type MetricStanding, type SeriesStanding } from '../../linter/index.ts';
import type { Block, Cell } from './blocks.ts';
import type { StandingRow } from './board-blocks.ts';
import { type ChartInput, lineChart, MOST_LINES } from './chart/line-chart.ts';
import { periodInWords } from './chart/periods.ts';
import { sparkline } from './chart/sparkline.ts';
import { apart } from './chart/text-width.ts';
import {
  latestOf,
  measured,
  metricTarget,
  numberIn,
  ownTargets,
  periodIn,
  seriesName,
  seriesStatus,
  sparkOf,
  standingIn,
  statusOf,
  targetNumber,
  unitIn,
} from './metric-words.ts';
import type { View } from './view.ts';
import { type Line, plain } from './words.ts';

type Metric = Entity<'metric'>;

const SIZES = {
  narrow: { width: 354, height: 250, fontSize: 12 },
  wide: { width: 720, height: 310, fontSize: 13 },
};

/** The course of a metric as a chart; with more units than lines can be told apart, none. */
export function chartOf(view: View, standing: MetricStanding): Block[] {
  const { metric, series } = standing;
  if (series.length === 0 || series.length > MOST_LINES) return [];
  if (!series.some(({ observations }) => observations.length > 1)) return [];
  const target = metricTarget(view, standing);
  const value = targetNumber(metric, metric.data.target ?? series[0]!.target?.text);
  const names = apart(series.map(({ by }) => (by === undefined ? '' : seriesName(view, by).text)));
  const input: ChartInput = {
    series: series.map(({ observations, newest }, index) => ({
      name: names[index]!,
      value: numberIn(view, newest.value),
      points: observations.map((observation) => {
        const { short, year } = periodInWords(observation.period, view.locale);
        return {
          from: observation.from,
          to: observation.to,
          value: observation.value,
          short,
          ...(year && { year }),
        };
      }),
    })),
    ...(target && value !== undefined && { target: { value, label: view.t('metric.aim', { target }) } }),
    ...boundsOf(standing),
    unit: unitIn(view, metric),
    number: (number) => numberIn(view, number),
  };
  return [
    {
      type: 'chart',
      chart: {
        words: wordsOf(view, standing, target),
        narrow: lineChart(input, SIZES.narrow),
        wide: lineChart(input, SIZES.wide),
      },
    },
  ];
}

/** Every unit in a row, those that miss first; the rest is opened where there are very many. */
export function seriesBlocks(view: View, standing: MetricStanding): Block[] {
  const rows = seriesRows(view, standing);
  const labels = standingLabels(view);
  const [shown, rest] = [rows.slice(0, MOST_ROWS), rows.slice(MOST_ROWS)];
  if (rest.length === 0) return [{ type: 'standings', rows: shown, labels }];
  const summary = view.t('metric.others', { count: rest.length });
  return [
    { type: 'standings', rows: shown, labels },
    { type: 'more', summary, blocks: [{ type: 'standings', rows: rest, labels }] },
  ];
}

/** A metric in a row among others. */
export function metricRow(view: View, metric: Metric, notes: readonly Line[] = []): StandingRow {
  const standing = standingIn(view, metric);
  const latest = latestOf(view, standing);
  const target = metricTarget(view, standing);
  const spark = sparkOf(standing);
  const owner = view.ref(metric, '/owner');
  const own = ownTargets(view, standing);
  return {
    name: view.link(metric),
    ...(owner && { owner }),
    ...(latest && { value: latest.value, valueNote: latest.note }),
    ...(target && { target }),
    status: statusOf(view, standing),
    notes: [...(own ? [[plain(own)]] : []), ...notes],
    ...(spark && { spark }),
  };
}

export function standingLabels(view: View): { owner: string; target: string } {
  return {
    owner: `${view.t('meta.owner')}${view.t('colon')}`,
    target: `${view.field('metric', '/target')} `,
  };
}

/** All observations, newest first: what the chart draws, to be read. */
export function observationTable(view: View, { metric, series }: MetricStanding): Block[] {
  const periods = new Map<string, Map<string | undefined, string>>();
  for (const { by, observations } of series) {
    for (const { period, value } of observations) {
      const row = periods.get(period) ?? new Map();
      periods.set(period, row.set(by, numberIn(view, value)));
    }
  }
  if (periods.size === 0) return [];
  const order = [...periods.keys()].sort().reverse().slice(0, MOST_PERIODS);
  const caption = view.t('metric.table', { unit: unitIn(view, metric) });
  return [
    {
      type: 'more',
      summary: view.t('metric.tableOpen', { count: order.length }),
      blocks: [
        {
          type: 'table',
          caption,
          head: [view.t('metric.period'), ...series.map(({ by }) => seriesName(view, by).text)],
          rows: order.map((period) => [
            cell(periodIn(view, period)),
            ...series.map(({ by }) => cell(periods.get(period)?.get(by) ?? view.t('metric.blank'))),
          ]),
        },
      ],
    },
  ];
}

// helpers

const MOST_PERIODS = 60;
const MOST_ROWS = 24;

/** Every unit with its own target; its course on the scale of all. */
function seriesRows(view: View, { metric, series }: MetricStanding): StandingRow[] {
  if (series.length < 2) return [];
  const values = series.flatMap(({ observations }) => observations.slice(-24).map(({ value }) => value));
  const domain = [Math.min(...values), Math.max(...values)] as const;
  return inOrder(view, series).map((each) => {
    const target = view.value('comparison', each.target?.text, 'signs');
    const number = targetNumber(metric, each.target?.text);
    const many = each.observations.length > 1;
    return {
      name: seriesName(view, each.by),
      value: measured(view, metric, each.newest.value),
      valueNote: caseNote(view, each),
      ...(target && { target }),
      status: seriesStatus(view, each),
      notes: [],
      ...(many && { spark: sparkline([each.observations], number, { domain }) }),
    };
  });
}

/** What asks for attention first, then by name. */
function inOrder(view: View, series: readonly SeriesStanding[]): SeriesStanding[] {
  const collator = new Intl.Collator(view.locale, { numeric: true });
  const place = ({ met, stale }: SeriesStanding) => (stale ? 1 : met === false ? 0 : 2);
  const name = ({ by }: SeriesStanding) => seriesName(view, by).text;
  return [...series].sort((a, b) => place(a) - place(b) || collator.compare(name(a), name(b)));
}

function cell(text: string): Cell {
  return { lines: [[plain(text)]] };
}

function caseNote(view: View, { newest }: SeriesStanding): string {
  const period = periodIn(view, newest.period);
  return newest.n === undefined ? period : view.t('metric.cases', { period, n: numberIn(view, newest.n) });
}

/** What no value lies beyond, so that an axis promises nothing that cannot be. */
function boundsOf({ metric, series }: MetricStanding): Pick<ChartInput, 'bounds'> {
  const { range, unit } = definitionOf(metric.data);
  if (range?.length === 2) return { bounds: [range[0]!, range[1]!] };
  const values = series.flatMap(({ observations }) => observations.map(({ value }) => value));
  if (values.some((value) => value < 0)) return {};
  const share = unit === '%' && values.every((value) => value <= 100);
  return { bounds: [0, share ? 100 : Infinity] };
}

function wordsOf(view: View, { metric, series }: MetricStanding, target: string | undefined): string {
  const lines = series.map(({ by, observations, newest }) => {
    const first = observations[0]!;
    return view.t('metric.course', {
      name: by === undefined ? view.name(metric).text : seriesName(view, by).text,
      from: measured(view, metric, first.value),
      since: periodIn(view, first.period),
      to: measured(view, metric, newest.value),
      until: periodIn(view, newest.period),
    });
  });
  const aim = target ? [view.t('metric.aim', { target })] : [];
  return [...lines, ...aim].join(view.t('semicolon'));
}
