import { definitionOf } from '../../model/metric-presets.ts';
import { type Comparison, parseComparison, satisfies } from '../../model/quantity.ts';
import type { Observation } from '../../parse/observations.ts';
import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { inForce } from './in-force.ts';
import { measureOf, seriesOf } from './observations.ts';

/** A target, and where it is written. */
export interface WrittenTarget {
  entity: Entity;
  pointer: string;
  text: string;
}

/** The newest observations of one unit (or of the whole) that miss a target without a break. */
export interface MissedRun {
  by: string | undefined;
  target: WrittenTarget;
  /** In the order of time; the last is the newest there is. */
  missed: Observation[];
}

/**
 * The runs of missed targets that last until the newest observation. A unit is held to the target of the
 * metric, or to the value by which it may deviate from a standard with that metric. Where the metric has no
 * target, that of its first standard counts.
 */
export function missedRuns(handbook: Handbook, metric: Entity<'metric'>): MissedRun[] {
  const targetFor = targetsOfMetric(handbook, metric);
  const runs: MissedRun[] = [];
  for (const { by, observations } of seriesOf(handbook, metric)) {
    const target = targetFor(by);
    if (!target) continue;
    const missed = newestMissed(metric, observations, target);
    if (missed.length > 0) runs.push({ by, target, missed });
  }
  return runs;
}

/** The target that holds for one unit (or whatever `by` names), or for the whole. */
export function targetsOfMetric(
  handbook: Handbook,
  metric: Entity<'metric'>,
): (by: string | undefined) => WrittenTarget | undefined {
  const common = targetOf(handbook, metric);
  const deviations = deviationsOf(handbook, metric);
  return (by) => (by !== undefined && deviations.get(by.replace(/^unit:/, ''))) || common;
}

/** Whether a value meets a target; undefined where the two cannot be compared, or the target makes no sense. */
export function meetsTarget(
  metric: Entity<'metric'>,
  written: string,
  target: WrittenTarget,
): boolean | undefined {
  const comparison = parseComparison(target.text);
  const value = measureOf(metric, written);
  if (!comparison.ok || !value || !makesSense(metric, comparison.value)) return undefined;
  return satisfies(value, comparison.value);
}

// helpers

function targetOf(handbook: Handbook, metric: Entity<'metric'>): WrittenTarget | undefined {
  const { target } = metric.data;
  if (target !== undefined) return { entity: metric, pointer: '/target', text: target };
  for (const standard of standardsOf(handbook, metric)) {
    const text = standard.data.target;
    if (text !== undefined) return { entity: standard, pointer: '/target', text };
  }
  return undefined;
}

function standardsOf(handbook: Handbook, metric: Entity): Entity<'standard'>[] {
  return handbook
    .referencedBy(metric)
    .filter(({ from, pointer }) => from.kind === 'standard' && pointer === '/metric' && inForce(from))
    .map(({ from }) => from as Entity<'standard'>);
}

/** By unit, what it may do differently. */
function deviationsOf(handbook: Handbook, metric: Entity): Map<string, WrittenTarget> {
  const found = new Map<string, WrittenTarget>();
  for (const standard of standardsOf(handbook, metric)) {
    for (const { from, pointer } of handbook.referencedBy(standard)) {
      const item = /^(\/deviations\/(\d+))\/standard$/.exec(pointer ?? '');
      if (from.kind !== 'unit' || !item || !inForce(from)) continue;
      const text = (from as Entity<'unit'>).data.deviations?.[Number(item[2])]?.value;
      if (text !== undefined) found.set(from.id, { entity: from, pointer: `${item[1]}/value`, text });
    }
  }
  return found;
}

function newestMissed(
  metric: Entity<'metric'>,
  observations: readonly Observation[],
  target: WrittenTarget,
): Observation[] {
  // What cannot be compared is no miss: metrics/target speaks of it.
  const last = observations.findLastIndex(({ written }) => meetsTarget(metric, written, target) !== false);
  return observations.slice(last + 1);
}

/** A target beyond the range of the metric, or against its direction, is nobody's miss: metrics/target tells of it. */
function makesSense(metric: Entity<'metric'>, { op, value }: Comparison): boolean {
  const { direction, range } = definitionOf(metric.data);
  if (direction === 'higher' && op.startsWith('<')) return false;
  if (direction === 'lower' && op.startsWith('>')) return false;
  const [min = -Infinity, max = Infinity] = range ?? (value.kind === 'ratio' ? [0, 100] : []);
  return Number(value.number) >= min && Number(value.number) <= max;
}
