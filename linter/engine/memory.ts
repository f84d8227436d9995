import type { EarlierRun } from '../graph/earlier.ts';
import type { Handbook } from '../graph/handbook.ts';
import type { RuleRun } from './rule-run.ts';

/** What rules did in one run, by their ids, and in the one before it. */
export interface RuleMemory {
  earlier?: ReadonlyMap<string, RuleRun> | undefined;
  now: Map<string, RuleRun>;
}

/** What one run leaves to the next, as plain values. Everything in it can be computed again. */
export interface Memory {
  handbook: EarlierRun;
  rules: ReadonlyMap<string, RuleRun>;
}

export function memoryOf(handbook: Handbook, rules: ReadonlyMap<string, RuleRun>): Memory {
  return { handbook: handbook.remember(), rules: new Map([...rules].map(([id, run]) => [id, compact(run)])) };
}

// helpers

function compact({ outside, passes, reports }: RuleRun): RuleRun {
  return { outside: toInts(outside), passes: toInts(passes), reports };
}

function toInts(list: ArrayLike<number>): Int32Array {
  return list instanceof Int32Array ? list : Int32Array.from(list);
}
