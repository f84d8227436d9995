import type { ProcessGraph, ProcessStep } from './process-graph.ts';
import { findJoinFaults } from './soundness-joins.ts';
import { findLocalFaults } from './soundness-local.ts';
import { findDeadLoops, findUnreached, reachFrom } from './soundness-reach.ts';
import type { Violation } from './soundness-violation.ts';

export type { Violation } from './soundness-violation.ts';

/** How many markings are looked at before giving up; a process that people can follow has a few hundred. */
export const MOST_MARKINGS = 20_000;

/**
 * Checks that a process is a sound workflow net (W. van der Aalst, “The Application of Petri Nets to Workflow
 * Management”, 1998): from every state it can end, when it ends nothing is left running, and every step can
 * happen.
 *
 * Without parallel steps this is reachability both ways, in linear time. With them the token game is played
 * (see soundness-net.ts), up to `markings` states; beyond that the result says `undecided`.
 *
 * What an unknown target or a missing `next` would have led to is not known, so nothing is concluded from it.
 * One wrong arrow often both makes a loop without exit and cuts steps off, so steps that are cut off are told
 * only where every loop has an exit, and parallel steps are judged only where nothing is cut off.
 *
 * @returns what is wrong, at most one violation for each cause; none for a sound process.
 */
export function checkSoundness(graph: ProcessGraph, { markings = MOST_MARKINGS } = {}): Violation[] {
  if (!graph.start) return [];
  const reach = reachFrom(graph.start);
  const local = findLocalFaults(graph, reach);
  const loops = findDeadLoops(graph, reach);
  const unreached = graph.complete && loops.length === 0 ? findUnreached(graph, reach) : [];
  const reached = graph.steps.filter((step) => reach.has(step));
  const isWhole = graph.complete && loops.length === 0 && unreached.length === 0;
  const playable = isWhole && reached.every((step) => step.split !== 'none');
  const joins = playable && reached.some(isParallel) ? findJoinFaults(graph.start, reached, markings) : [];
  return [...local, ...unreached, ...loops, ...joins];
}

function isParallel(step: ProcessStep): boolean {
  return step.split === 'parallel' || step.joinsAll;
}
