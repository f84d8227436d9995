import { END, type ProcessGraph, type ProcessStep } from './process-graph.ts';
import type { Violation } from './soundness-violation.ts';

/** The steps that can be reached, each with the step before it on a shortest path. */
export type Reach = ReadonlyMap<ProcessStep, ProcessStep | undefined>;

/** Breadth first, so that paths are shortest. */
export function reachFrom(start: ProcessStep): Reach {
  const reach = new Map<ProcessStep, ProcessStep | undefined>([[start, undefined]]);
  for (const step of reach.keys()) {
    for (const { to } of step.next) {
      if (to !== undefined && to !== END && !reach.has(to)) reach.set(to, step);
    }
  }
  return reach;
}

/** The ids from the start to a step; the step alone where it is not reached. */
export function pathTo(step: ProcessStep, reach: Reach): string[] {
  const path: string[] = [];
  for (let each: ProcessStep | undefined = step; each; each = reach.get(each)) path.push(each.id);
  return path.reverse();
}

/** One violation for each piece that hangs loose, not for each step of it. */
export function findUnreached(graph: ProcessGraph, reach: Reach): Violation[] {
  const found: Violation[] = [];
  const known = new Set(reach.keys());
  const loose = graph.steps.filter((step) => !known.has(step) && step.id !== END);
  const begins = (step: ProcessStep) => step.previous.every(({ from }) => from === step);
  for (const step of [...loose.filter(begins), ...loose]) {
    if (known.has(step)) continue;
    for (const each of reachFrom(step).keys()) known.add(each);
    const pointer = `${step.pointer}/id`;
    const from = [...new Set(step.previous.map(({ from }) => from.id))];
    if (begins(step)) found.push({ kind: 'second-start', step: step.id, pointer, start: graph.start!.id });
    else found.push({ kind: 'unreachable', step: step.id, pointer, from });
  }
  return found;
}

/** Loops that are entered and never left: steps from which no path leads to the end. */
export function findDeadLoops(graph: ProcessGraph, reach: Reach): Violation[] {
  const found: Violation[] = [];
  const settled = stepsThatEnd(graph);
  const order = new Map([...reach.keys()].map((step, index) => [step, index]));
  // In the order they are reached, so that each loop is met where it is entered.
  for (const step of reach.keys()) {
    if (settled.has(step)) continue;
    const loop = loopAhead(step);
    for (const after of reachFrom(loop[0]!).keys()) settled.add(after);
    for (const before of leadingTo(loop)) settled.add(before);
    const entry = loop.reduce((best, each) => (order.get(each)! < order.get(best)! ? each : best));
    const turned = [...loop.slice(loop.indexOf(entry)), ...loop.slice(0, loop.indexOf(entry))];
    const ids = turned.map(({ id }) => id);
    found.push({
      kind: 'dead-loop',
      step: entry.id,
      pointer: `${entry.pointer}/id`,
      path: pathTo(entry, reach),
      loop: ids,
    });
  }
  return found;
}

// helpers

/** Where the way on is unknown it may well lead to the end. */
function stepsThatEnd({ steps }: ProcessGraph): Set<ProcessStep> {
  const mayEnd = ({ next }: ProcessStep) =>
    next.length === 0 || next.some(({ to }) => to === END || to === undefined);
  return leadingTo(steps.filter(mayEnd));
}

function leadingTo(targets: readonly ProcessStep[]): Set<ProcessStep> {
  const found = new Set(targets);
  for (const step of found) for (const { from } of step.previous) found.add(from);
  return found;
}

/** Walks on from a step that cannot end until the walk meets itself. */
function loopAhead(start: ProcessStep): ProcessStep[] {
  const walk = new Map<ProcessStep, number>();
  let step = start;
  while (!walk.has(step)) {
    walk.set(step, walk.size);
    step = step.next[0]!.to as ProcessStep;
  }
  return [...walk.keys()].slice(walk.get(step));
}
