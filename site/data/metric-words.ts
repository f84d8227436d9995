import {
  definitionOf,
  type Entity,
  entityOfBy,
  type MetricStanding,
  metricStanding,
  parseComparison,
  readOnce,
  type SeriesStanding,
} from '../../linter/index.ts';
import { periodInWords } from './chart/periods.ts';
import { type Sparkline, sparkline } from './chart/sparkline.ts';
import { targetOf } from './targets.ts';
import type { View } from './view.ts';
import { type Piece, plain } from './words.ts';

type Metric = Entity<'metric'>;

const standings = readOnce(metricStanding);

/** How a metric stands, reckoned once for all pages that say so. */
export function standingIn({ handbook }: View, metric: Metric): MetricStanding {
  return standings(handbook, metric);
}

/** A number in the unit of its metric, in the reader's words: “12.5 分钟”. */
export function measured(view: View, metric: Metric, value: number): string {
  const { unit } = definitionOf(metric.data);
  return (unit !== undefined && view.value('value', `${value} ${unit}`)) || numberIn(view, value);
}

/** The unit alone, as an axis is titled: “分钟”, “%”. */
export function unitIn(view: View, metric: Metric): string {
  const { unit } = definitionOf(metric.data);
  // Two of a thing, so that English has its plural.
  const two = unit === undefined ? '' : (view.value('value', `2 ${unit}`) ?? unit);
  return two.replace(/2/, '').trim();
}

export function numberIn(view: View, value: number): string {
  let format = numberFormats.get(view.locale);
  if (!format) {
    format = new Intl.NumberFormat(view.locale, { maximumFractionDigits: 6 });
    numberFormats.set(view.locale, format);
  }
  return format.format(value);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** The unit (or role, segment …) that a series is of; the whole company where it is of none. */
export function seriesName(view: View, by: string | undefined): Piece {
  if (by === undefined) return plain(view.t('metric.whole'));
  const entity = entityOfBy(view.handbook, by);
  return entity ? view.link(entity) : plain(by);
}

export function periodIn(view: View, period: string): string {
  return periodInWords(period, view.locale).text;
}

/** How it stands, in words and with a shape: “未达标（3 项中 1 项）”. */
export function statusOf(view: View, { status, series }: MetricStanding): Piece {
  const fresh = series.filter(({ stale }) => !stale);
  const missed = fresh.filter(({ met }) => met === false).length;
  const some = status === 'missed' && fresh.length > 1;
  const text = some
    ? view.t('metric.status.missedSome', { missed, total: fresh.length })
    : view.t(`metric.status.${status}`);
  return plain(text, statusTone(status));
}

/** How one unit stands. */
export function seriesStatus(view: View, { met, stale }: SeriesStanding): Piece {
  const status = stale ? 'stale' : met === undefined ? 'unjudged' : met ? 'met' : 'missed';
  return plain(view.t(`metric.status.${status}`), statusTone(status));
}

/** The shape that goes with a status. */
export function statusTone(status: MetricStanding['status']): Piece['tone'] {
  return tones[status];
}

const tones = {
  met: 'state-met',
  missed: 'state-missed',
  stale: 'state-stale',
  unjudged: 'state-none',
  none: 'state-none',
} as const satisfies Record<MetricStanding['status'], Piece['tone']>;

/**
 * The newest value, or from which to which the newest values of the units range. Nothing is averaged: the mean
 * of units is not the value of the whole.
 */
export function latestOf(
  view: View,
  { metric, series }: MetricStanding,
): { value: string; note: string } | undefined {
  const fresh = series.filter(({ stale }) => !stale);
  const counted = fresh.length > 0 ? fresh : series;
  const newest = counted.map(({ newest }) => newest);
  if (newest.length === 0) return undefined;
  const [least, most] = [minimum(newest), maximum(newest)];
  const latest = newest.reduce((a, b) => (b.to > a.to ? b : a));
  const period = periodIn(view, latest.period);
  if (counted.length === 1) return { value: measured(view, metric, latest.value), note: period };
  const value =
    least === most
      ? measured(view, metric, least)
      : view.t('metric.range', { from: numberIn(view, least), to: measured(view, metric, most) });
  const units = counted.every(({ by }) => by && entityOfBy(view.handbook, by)?.kind === 'unit');
  const key = units ? 'metric.unitsNote' : 'metric.seriesNote';
  return { value, note: view.t(key, { period, count: counted.length }) };
}

/** The target as a metric or its first standard states it; undefined where units have only their own. */
export function metricTarget(view: View, { metric, series }: MetricStanding): string | undefined {
  const own = targetOf(view, metric, 'signs');
  if (own) return own;
  const texts = new Set(series.map(({ target }) => target?.text));
  return texts.size === 1 ? view.value('comparison', [...texts][0], 'signs') : undefined;
}

/** That some units are held to targets of their own, so that nobody wonders at their values. */
export function ownTargets(view: View, { metric, series }: MetricStanding): string | undefined {
  const common = metric.data.target ?? series[0]?.target?.text;
  const count = series.filter(({ target }) => target !== undefined && target.text !== common).length;
  return count === 0 ? undefined : view.t('metric.ownTargets', { count });
}

/** The number of a target in the unit of the metric; undefined where it is written in another. */
export function targetNumber(metric: Metric, text: string | undefined): number | undefined {
  const read = text === undefined ? undefined : parseComparison(text);
  if (!read?.ok) return undefined;
  const { unit } = definitionOf(metric.data);
  const { value } = read.value;
  const written =
    value.kind === 'money'
      ? value.currency
      : value.kind === 'point'
        ? 'point'
        : value.unit === undefined
          ? unit
          : value.unit;
  return written === unit ? Number(value.number) : undefined;
}

export function sparkOf({ metric, series }: MetricStanding): Sparkline | undefined {
  if (!series.some(({ observations }) => observations.length > 1)) return undefined;
  const targets = new Set(series.map(({ target }) => target?.text));
  const target = targets.size === 1 ? targetNumber(metric, [...targets][0]) : undefined;
  return sparkline(
    series.slice(0, MOST_SPARKS).map(({ observations }) => observations),
    target,
  );
}

// helpers

const MOST_SPARKS = 6;

function minimum(values: readonly { value: number }[]): number {
  return values.reduce((least, { value }) => Math.min(least, value), Infinity);
}

function maximum(values: readonly { value: number }[]): number {
  return values.reduce((most, { value }) => Math.max(most, value), -Infinity);
}
