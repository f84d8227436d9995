import type { Observation } from '../../parse/observations.ts';
import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { inForce } from './in-force.ts';
import { entityOfBy, observationsOf } from './observations.ts';

/** How far the units of a metric lie apart. */
export interface Spread {
  lowest: Observation;
  highest: Observation;
  /** The difference, free of binary rounding (0.1 + 0.2), in the unit of the metric. */
  distance: string;
}

/**
 * The spread of the newest period in which at least two units (or other entries that `by` names) have a value
 * over enough cases; undefined where there is none. Units no longer in force do not count.
 *
 * @param cases values over fewer cases than this are chance; those that state no `n` count
 */
export function newestSpread(
  handbook: Handbook,
  metric: Entity<'metric'>,
  cases: number,
): Spread | undefined {
  const periods = new Map<string, Observation[]>();
  for (const observation of observationsOf(handbook, metric)) {
    if (observation.by === undefined || (observation.n ?? cases) < cases) continue;
    const entity = entityOfBy(handbook, observation.by);
    if (entity && !inForce(entity)) continue;
    const key = `${observation.to}/${observation.from}`;
    const found = periods.get(key);
    if (found) found.push(observation);
    else periods.set(key, [observation]);
  }
  const newest = [...periods]
    .filter(([, list]) => list.length > 1)
    .sort(([a], [b]) => (a < b ? 1 : -1))[0]?.[1];
  if (!newest) return undefined;
  const lowest = newest.reduce((a, b) => (b.value < a.value ? b : a));
  const highest = newest.reduce((a, b) => (b.value > a.value ? b : a));
  return { lowest, highest, distance: String(Number((highest.value - lowest.value).toFixed(6))) };
}
