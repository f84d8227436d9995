import { type LoopState, loopStates, MOST_STATES } from './loop-states.ts';
import { END, type ProcessGraph, type ProcessStep, type StepEdge } from './process-graph.ts';

/** What one step takes, in seconds: waiting before it begins, then work. */
export interface StepTime {
  wait: number;
  work: number;
}

/** One way through a process and what it takes. */
export interface Way {
  /** As often as they are passed, in order. Of steps side by side only the slowest are on it. */
  steps: readonly ProcessStep[];
  wait: number;
  work: number;
  /** Waiting and work together, in seconds. */
  total: number;
}

/** What a process takes from its first step to its end. */
export interface ServiceTime {
  /** Of all ways that it can take, the least time, in seconds. */
  shortest: number;
  /**
   * The critical path: no way takes longer. Undefined where a loop has no bound, or where there are too many
   * turns to look at.
   */
  longest: Way | undefined;
  /** The longest time from the start to the end of a step; undefined like `longest`, or where it is not reached. */
  until(step: ProcessStep): Way | undefined;
  /** The longest time of a way through a step. */
  through(step: ProcessStep): number | undefined;
  /**
   * How much longer a step may take before some way takes longer than allowed, in seconds; negative where one
   * already does. Without `allowed`, before the process takes longer than it can now.
   */
  slack(step: ProcessStep, allowed?: number): number | undefined;
}

export interface ServiceTimeOptions {
  timeOf(step: ProcessStep): StepTime;
  /** The ways on that are considered; all unless given. */
  edgesOf?: (step: ProcessStep) => readonly StepEdge[];
  /** How many turns of loops are looked at. */
  most?: number;
}

/**
 * Service-time arithmetic over sequence, choice, parallel steps and bounded loops. A choice takes the quicker
 * or the slower branch, steps side by side take as long as the slowest of them, and a loop comes round as
 * often as `maxRepeats` allows.
 *
 * In a sound process every path through the graph belongs to some run, and a run takes as long as the longest
 * path in it (J. Kelley, M. Walker, “Critical-Path Planning and Scheduling”, 1959). The longest time is therefore
 * that of the longest path, the shortest the value of the game in which choices take the least and parallel
 * splits the most. The result means nothing for a process that flow/sound objects to.
 *
 * @returns undefined where the process cannot end, or where some target is unknown
 */
export function serviceTime(
  graph: ProcessGraph,
  { timeOf, edgesOf = (step) => step.next, most = MOST_STATES }: ServiceTimeOptions,
): ServiceTime | undefined {
  const { start } = graph;
  if (!start || !graph.complete) return undefined;
  const total = (step: ProcessStep) => timeOf(step).wait + timeOf(step).work;
  const shortest = shortestTimes(graph, total, edgesOf).get(start);
  if (shortest === undefined) return undefined;
  const states = loopStates(start, edgesOf, most);
  const ways = states && new Ways(states, total);
  const wayOf = (states: readonly LoopState[] | undefined) => states && sum(states, timeOf);
  const longest = wayOf(ways?.after(states!.at(-1)!));
  return {
    shortest,
    longest,
    until: (step) => wayOf(ways?.until(step)),
    through: (step) => ways?.through(step),
    slack(step, allowed = longest?.total) {
      const through = ways?.through(step);
      return through === undefined || allowed === undefined ? undefined : allowed - through;
    },
  };
}

/**
 * The ways on from a step without those that make good what went wrong: how a service goes that does not
 * fail. Where there is no other way on, they stay.
 */
export function withoutRecovery(step: ProcessStep): readonly StepEdge[] {
  if (step.split !== 'exclusive') return step.next;
  const branches = step.data.next as readonly ({ recovery?: unknown } | null)[];
  const kept = step.next.filter((_, index) => branches[index]?.recovery !== true);
  return kept.length > 0 ? kept : step.next;
}

// helpers

/** The longest ways over states that never come round again: before each, and after each. */
class Ways {
  readonly #statesOf = new Map<ProcessStep, LoopState[]>();
  readonly #total: (step: ProcessStep) => number;
  /** From the beginning of a state to the end of the process; absent where it never ends. */
  readonly #after = new Map<LoopState, { time: number; next: LoopState | undefined }>();
  /** From the start of the process to the beginning of a state. */
  readonly #before = new Map<LoopState, { time: number; from: LoopState | undefined }>();

  constructor(states: readonly LoopState[], total: (step: ProcessStep) => number) {
    this.#total = total;
    for (const state of states) {
      const own = this.#statesOf.get(state.step);
      if (own) own.push(state);
      else this.#statesOf.set(state.step, [state]);
      this.#lookAhead(state);
    }
    const start = states.at(-1);
    if (start) this.#before.set(start, { time: 0, from: undefined });
    for (const state of states.toReversed()) this.#lookBack(state);
  }

  #lookAhead(state: LoopState): void {
    const own = this.#total(state.step);
    for (const to of state.next) {
      const rest = to === END ? 0 : this.#after.get(to)?.time;
      if (rest === undefined) continue;
      const best = this.#after.get(state);
      const next = to === END ? undefined : to;
      if (!best || own + rest > best.time) this.#after.set(state, { time: own + rest, next });
    }
  }

  #lookBack(state: LoopState): void {
    const before = this.#before.get(state);
    if (!before || !this.#after.has(state)) return;
    const time = before.time + this.#total(state.step);
    for (const to of state.next) {
      if (to === END || !this.#after.has(to)) continue;
      if (time > (this.#before.get(to)?.time ?? -1)) this.#before.set(to, { time, from: state });
    }
  }

  after(state: LoopState): LoopState[] | undefined {
    if (!this.#after.has(state)) return undefined;
    const way: LoopState[] = [];
    for (let each: LoopState | undefined = state; each; each = this.#after.get(each)!.next) way.push(each);
    return way;
  }

  until(step: ProcessStep): LoopState[] | undefined {
    const last = this.#slowest(step, (state) => this.#before.get(state)!.time);
    if (!last) return undefined;
    const way: LoopState[] = [];
    for (let each: LoopState | undefined = last; each; each = this.#before.get(each)!.from) way.push(each);
    return way.reverse();
  }

  through(step: ProcessStep): number | undefined {
    const time = (state: LoopState) => this.#before.get(state)!.time + this.#after.get(state)!.time;
    const slowest = this.#slowest(step, time);
    return slowest && time(slowest);
  }

  #slowest(step: ProcessStep, time: (state: LoopState) => number): LoopState | undefined {
    let best: LoopState | undefined;
    for (const state of this.#statesOf.get(step) ?? []) {
      if (!this.#before.has(state) || !this.#after.has(state)) continue;
      if (!best || time(state) > time(best)) best = state;
    }
    return best;
  }
}

function sum(states: readonly LoopState[], timeOf: (step: ProcessStep) => StepTime): Way {
  let [wait, work] = [0, 0];
  for (const { step } of states) {
    const time = timeOf(step);
    wait += time.wait;
    work += time.work;
  }
  return { steps: states.map(({ step }) => step), wait, work, total: wait + work };
}

/**
 * From each step that can end, the least time to the end. Times come down from the end step by step until
 * nothing changes.
 */
function shortestTimes(
  graph: ProcessGraph,
  total: (step: ProcessStep) => number,
  edgesOf: (step: ProcessStep) => readonly StepEdge[],
): Map<ProcessStep, number> {
  const least = new Map<ProcessStep, number>();
  const waiting = new Set(graph.steps.filter((step) => edgesOf(step).some(({ to }) => to === END)));
  for (const step of waiting) {
    waiting.delete(step);
    const rests = edgesOf(step).map(({ to }) => (to === END ? 0 : to && least.get(to)) ?? Infinity);
    const time = total(step) + (step.split === 'parallel' ? Math.max(...rests) : Math.min(...rests));
    if (time >= (least.get(step) ?? Infinity)) continue;
    least.set(step, time);
    // A step added while the set is walked is still visited.
    for (const { from } of step.previous) waiting.add(from);
  }
  return least;
}
