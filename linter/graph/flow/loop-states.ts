import { END, type ProcessStep, type StepEdge } from './process-graph.ts';
import { strongComponents } from './strong-components.ts';

/** A step at one of its turns: how often the bounded steps of its loop may still be passed. */
export interface LoopState {
  step: ProcessStep;
  /** Of the bounded steps of the loop, in the order of the file; empty outside loops. */
  left: readonly number[];
  /** Without the ways that a bound closes. */
  next: (LoopState | typeof END)[];
}

/** How many turns of steps are looked at before giving up; a process that people can follow has a few dozen. */
export const MOST_STATES = 50_000;

/**
 * The steps of a process with each turn of a loop spread out, so that no way comes round again. A way may
 * pass a step that states `maxRepeats: n` at most n + 1 times.
 *
 * @param edgesOf the ways on that are considered
 * @returns each state after all that it leads to, the start last; undefined where some loop has no bound, or
 *   where there are more than `most` states
 */
export function loopStates(
  start: ProcessStep,
  edgesOf: (step: ProcessStep) => readonly StepEdge[],
  most = MOST_STATES,
): LoopState[] | undefined {
  const loopOf = loopsByStep(start, edgesOf);
  if (!loopOf) return undefined;
  const states = new Map<string, LoopState>();
  const ordered: LoopState[] = [];
  const enter = (step: ProcessStep, from: LoopState | undefined) => {
    const loop = loopOf.get(step);
    if (!loop) return stateOf(states, step, []);
    const left = from && loopOf.get(from.step) === loop ? [...from.left] : loop.map(turnsOf);
    const at = loop.indexOf(step);
    if (at === -1) return stateOf(states, step, left);
    if (left[at] === 0) return undefined;
    left[at]!--;
    return stateOf(states, step, left);
  };
  const first = enter(start, undefined)!;
  const stack = [{ state: first.state, rest: [...edgesOf(start)].reverse() }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const { state, rest } = frame;
    const to = rest.pop()?.to;
    if (to === END) state.next.push(END);
    else if (to) {
      const entered = enter(to, state);
      if (!entered) continue;
      state.next.push(entered.state);
      if (entered.known) continue;
      if (states.size > most) return undefined;
      stack.push({ state: entered.state, rest: [...edgesOf(to)].reverse() });
    } else if (rest.length === 0) ordered.push(stack.pop()!.state);
  }
  return ordered;
}

// helpers

/** The bounded steps of the loop that each step stands in; undefined where a loop has a way round without one. */
function loopsByStep(
  start: ProcessStep,
  edgesOf: (step: ProcessStep) => readonly StepEdge[],
): Map<ProcessStep, ProcessStep[]> | undefined {
  const loops = new Map<ProcessStep, ProcessStep[]>();
  const targets = (step: ProcessStep) => targetsOf(edgesOf(step));
  for (const component of strongComponents([start], targets)) {
    if (!isLoop(component, targets)) continue;
    const members = new Set(component);
    const free = (step: ProcessStep) => targets(step).filter((each) => members.has(each) && !isBounded(each));
    const unbounded = component.filter((step) => !isBounded(step));
    if (strongComponents(unbounded, free).some((part) => isLoop(part, free))) return undefined;
    const bounded = component.filter(isBounded).sort((a, b) => a.index - b.index);
    for (const step of component) loops.set(step, bounded);
  }
  return loops;
}

function isLoop(component: ProcessStep[], targets: (step: ProcessStep) => ProcessStep[]): boolean {
  return component.length > 1 || targets(component[0]!).includes(component[0]!);
}

function targetsOf(edges: readonly StepEdge[]): ProcessStep[] {
  return edges.flatMap(({ to }) => (to === undefined || to === END ? [] : [to]));
}

function isBounded({ data }: ProcessStep): boolean {
  return Number.isInteger(data.maxRepeats) && data.maxRepeats! >= 0;
}

function turnsOf({ data }: ProcessStep): number {
  return data.maxRepeats! + 1;
}

function stateOf(states: Map<string, LoopState>, step: ProcessStep, left: readonly number[]) {
  const key = `${step.index} ${left.join(' ')}`;
  const known = states.get(key);
  if (known) return { state: known, known: true };
  const state: LoopState = { step, left, next: [] };
  states.set(key, state);
  return { state, known: false };
}
