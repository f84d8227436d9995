import type { EarlierRun } from '../graph/earlier.ts';
import type { Handbook } from '../graph/handbook.ts';
import type { RuleRun } from './rule-run.ts';

/** What rules did in one run, by their ids, and in the one before it. */
export interface RuleMemory {
  earlier?: ReadonlyMap<string, RuleRun> | undefined;
  now: Map<string, RuleRun>;
}

/** A page that was published. */
export interface MadePage {
  /** Tokens (graph/reads.ts) of what it read of the handbook. */
  reads: ArrayLike<number>;
  /** A digest of what it shows besides. */
  besides: string;
  /** Digests of its files, by their paths in the site. */
  files: ReadonlyMap<string, string>;
}

/** The pages of one build, by their addresses, and of the one before it. */
export interface PageMemory {
  earlier?: ReadonlyMap<string, MadePage> | undefined;
  now: Map<string, MadePage>;
}

/** What one run leaves to the next, as plain values. Everything in it can be computed again. */
export interface Memory {
  handbook: EarlierRun;
  rules: ReadonlyMap<string, RuleRun>;
  /** Where pages were made. */
  pages?: ReadonlyMap<string, MadePage>;
}

export function memoryOf(
  handbook: Handbook,
  rules: ReadonlyMap<string, RuleRun>,
  pages?: ReadonlyMap<string, MadePage>,
): Memory {
  return {
    handbook: handbook.remember(),
    rules: new Map([...rules].map(([id, run]) => [id, compact(run)])),
    ...(pages && pages.size > 0 && { pages }),
  };
}

// helpers

function compact({ outside, passes, reports }: RuleRun): RuleRun {
  return { outside: toInts(outside), passes: toInts(passes), reports };
}

function toInts(list: ArrayLike<number>): Int32Array {
  return list instanceof Int32Array ? list : Int32Array.from(list);
}
