import { parseDuration } from '../../model/quantity.ts';
import type { Observation } from '../../parse/observations.ts';
import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { meetsTarget, targetsOfMetric, type WrittenTarget } from './missed-targets.ts';
import { nextDue, TIMES_BEFORE_STALE } from './observation-due.ts';
import { seriesOf } from './observations.ts';

/** How the newest value of one unit (or of the whole) stands against its target. */
export interface SeriesStanding {
  by: string | undefined;
  /** In the order of time; at least one. */
  observations: readonly Observation[];
  newest: Observation;
  target: WrittenTarget | undefined;
  /** Undefined without a target, or where value and target cannot be compared. */
  met: boolean | undefined;
  /** Whether the next value has been due for longer than the metric's frequency allows. */
  stale: boolean;
}

/**
 * - `none`: nothing was observed;
 * - `stale`: all that was observed is out of date;
 * - `missed`: at least one unit misses its target; `met`: all that can be compared meet theirs;
 * - `unjudged`: there are values, but no target that they could be compared with.
 */
export type MetricStatus = 'missed' | 'stale' | 'met' | 'unjudged' | 'none';

export interface MetricStanding {
  metric: Entity<'metric'>;
  status: MetricStatus;
  series: SeriesStanding[];
}

/**
 * How a metric stands today. Units whose values are out of date do not count while others go on; nothing is
 * averaged over units, since that would not be the metric's own formula.
 */
export function metricStanding(handbook: Handbook, metric: Entity<'metric'>): MetricStanding {
  const every = parseDuration(metric.data.every ?? '');
  const measured = seriesOf(handbook, metric);
  // Targets are looked for among all that refers to the metric: in vain where nothing was observed.
  if (measured.length === 0) return { metric, status: 'none', series: [] };
  const targetFor = targetsOfMetric(handbook, metric);
  const series = measured.map(({ by, observations }): SeriesStanding => {
    const newest = observations.at(-1)!;
    const target = targetFor(by);
    const due = every.ok ? nextDue(newest.to, every.value, TIMES_BEFORE_STALE) : undefined;
    return {
      by,
      observations,
      newest,
      target,
      met: target && meetsTarget(metric, newest.written, target),
      stale: due !== undefined && due < handbook.today,
    };
  });
  return { metric, status: statusOf(series), series };
}

// helpers

function statusOf(series: readonly SeriesStanding[]): MetricStatus {
  const fresh = series.filter(({ stale }) => !stale);
  if (fresh.length === 0) return 'stale';
  if (fresh.some(({ met }) => met === false)) return 'missed';
  return fresh.some(({ met }) => met) ? 'met' : 'unjudged';
}
