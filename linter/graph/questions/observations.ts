import { definitionOf } from '../../model/metric-presets.ts';
import { toDecimal } from '../../model/quantity/decimal.ts';
import { type DurationUnit, dimensionOf, type Measure } from '../../model/quantity.ts';
import type { Observation } from '../../parse/observations.ts';
import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';

/** The observations of one unit (or whatever `by` names), or of the whole company, in the order of time. */
export interface ObservationSeries {
  by: string | undefined;
  observations: Observation[];
}

/** The file that holds a metric's observations, under its id, a former one, or what its own file is called. */
export function observationFile(handbook: Handbook, metric: Entity<'metric'>): string | undefined {
  const names = [metric.id, metric.written ?? metric.id, ...(metric.data.aliases ?? [])];
  return names.map((name) => `data/${name}.csv`).find((path) => handbook.files.has(path));
}

/** What was measured of a metric: the readable lines of data/<metric>.csv, sorted by period. */
export function observationsOf(handbook: Handbook, metric: Entity<'metric'>): readonly Observation[] {
  const file = observationFile(handbook, metric);
  return (file && handbook.files.get(file)?.observations) || [];
}

/** The same, one list for each `by`, in the order in which they first occur. */
export function seriesOf(handbook: Handbook, metric: Entity<'metric'>): ObservationSeries[] {
  const series = new Map<string | undefined, ObservationSeries>();
  for (const observation of observationsOf(handbook, metric)) {
    const { by } = observation;
    const found = series.get(by);
    if (found) found.observations.push(observation);
    else series.set(by, { by, observations: [observation] });
  }
  return [...series.values()];
}

/**
 * A number in the unit of its metric, such as `12.5` in `min`; undefined where the metric has no unit.
 * Observations carry no unit of their own.
 */
export function measureOf(metric: Entity<'metric'>, written: string): Measure | undefined {
  const { unit } = definitionOf(metric.data);
  const number = toDecimal(written);
  if (unit === undefined || number === undefined) return undefined;
  switch (dimensionOf(unit)) {
    case 'duration':
      return { kind: 'duration', number, unit: unit as DurationUnit };
    case 'ratio':
      return { kind: 'ratio', number, unit: '%' };
    case 'point':
      return { kind: 'point', number };
    case 'money':
      return { kind: 'money', number, currency: unit };
    case 'count':
      return { kind: 'count', number, unit };
    default:
      return undefined;
  }
}

/** The entity that `by` names among those the metric is broken down by; a plain id is a unit first. */
export function entityOfBy(handbook: Handbook, by: string): Entity | undefined {
  if (by.includes(':')) return handbook.find(by);
  for (const kind of ['unit', 'role', 'segment', 'service', 'process'] as const) {
    const found = handbook.find(`${kind}:${by}`);
    if (found) return found;
  }
  return undefined;
}
