import { END, type ProcessStep, type StepEdge } from './process-graph.ts';

/**
 * A process as a Petri net. Each pair of steps that follow one another is a place, so is what lies before the
 * start, and so is the end. A step takes a token from one of its places, or from all of them with `join: all`,
 * and puts one on one of the places behind it, or on all of them with `next: { all }`.
 */
export interface Net {
  places: Place[];
  transitions: Transition[];
  source: number;
  sink: number;
}

interface Place {
  edge?: StepEdge;
  /** Index of the transition that takes its token; -1 for the end. */
  consumer: number;
}

export interface Transition {
  step: ProcessStep;
  inputs: number[];
  outputs: number[];
  waitsForAll: boolean;
  startsAll: boolean;
  /** Steps of one branch follow one another in rank, so that a branch is played to its join before the next. */
  rank: number;
}

/** The places that hold a token, ascending. In a sound net of this kind no place ever holds two. */
export type Marking = readonly number[];

export interface Firing {
  transition: Transition;
  consumed: readonly number[];
  produced: readonly number[];
}

/** @param steps the steps that can be reached from the start; their targets are known. */
export function netOf(start: ProcessStep, steps: readonly ProcessStep[]): Net {
  const ranks = ranksFrom(start);
  const indexes = new Map(steps.map((step, index) => [step, index]));
  const transitions = steps.map((step): Transition => {
    const { joinsAll: waitsForAll, split } = step;
    return {
      step,
      inputs: [],
      outputs: [],
      waitsForAll,
      startsAll: split === 'parallel',
      rank: ranks.get(step)!,
    };
  });
  const places: Place[] = [{ consumer: -1 }, { consumer: indexes.get(start)! }];
  transitions[indexes.get(start)!]!.inputs.push(1);
  for (const transition of transitions) {
    for (const edge of distinctTargets(transition.step)) {
      if (edge.to === END) {
        transition.outputs.push(0);
        continue;
      }
      const consumer = indexes.get(edge.to as ProcessStep)!;
      const place = places.push({ edge, consumer }) - 1;
      transition.outputs.push(place);
      transitions[consumer]!.inputs.push(place);
    }
  }
  return { places, transitions, source: 1, sink: 0 };
}

/**
 * All ways in which one step can happen next; none where nothing can.
 *
 * Every place has one consumer, so what one step does never keeps another from happening, and it is enough to
 * look at one enabled step of each marking: the others stay enabled (a stubborn set, A. Valmari 1989). The net
 * is free-choice, and any state that cannot end is found this way as well: a firing sequence can be reordered
 * so that it begins with the chosen step, or else the chosen step brings the bad state one step nearer to the
 * end, which it cannot reach.
 */
export function firingsAt(net: Net, marking: Marking): Firing[] {
  const enabled = firstEnabled(net, marking);
  if (!enabled) return [];
  const { transition, consumed } = enabled;
  if (transition.startsAll) return [{ ...enabled, produced: transition.outputs }];
  return transition.outputs.map((place) => ({ transition, consumed, produced: [place] }));
}

/** The place that shows a step under way twice: already marked, or beside a marked one that leads to the same step. */
export function collision(
  net: Net,
  marking: Marking,
  { consumed, produced }: Firing,
): [number, number] | undefined {
  const rest = marking.filter((place) => !consumed.includes(place));
  for (const place of produced) {
    const { consumer } = net.places[place]!;
    const waits = consumer < 0 || net.transitions[consumer]!.waitsForAll;
    const other = rest.find((each) => each === place || (!waits && net.places[each]!.consumer === consumer));
    if (other !== undefined) return [other, place];
  }
  return undefined;
}

export function fire(marking: Marking, { consumed, produced }: Firing): Marking {
  const rest = marking.filter((place) => !consumed.includes(place));
  return [...rest, ...produced].sort((a, b) => a - b);
}

/** The steps that hold a token and wait for others. */
export function waitingAt(net: Net, marking: Marking): Transition[] {
  const consumers = marking.map((place) => net.places[place]!.consumer).filter((consumer) => consumer >= 0);
  return [...new Set(consumers)].map((consumer) => net.transitions[consumer]!);
}

// helpers

function firstEnabled(net: Net, marking: Marking): Pick<Firing, 'transition' | 'consumed'> | undefined {
  let first: Pick<Firing, 'transition' | 'consumed'> | undefined;
  const arrived = new Map<Transition, number[]>();
  for (const place of marking) {
    const { consumer } = net.places[place]!;
    if (consumer < 0) continue;
    const transition = net.transitions[consumer]!;
    let consumed: readonly number[] = [place];
    if (transition.waitsForAll && transition.inputs.length > 1) {
      const tokens = arrived.get(transition) ?? [];
      arrived.set(transition, tokens);
      tokens.push(place);
      if (tokens.length < transition.inputs.length) continue;
      consumed = tokens;
    }
    if (!first || transition.rank < first.transition.rank) first = { transition, consumed };
  }
  return first;
}

/** Two branches to the same step are one place: the step cannot tell by which of them it was reached. */
function distinctTargets({ next }: ProcessStep): StepEdge[] {
  const byTarget = new Map<StepEdge['to'], StepEdge>();
  for (const edge of next) if (!byTarget.has(edge.to)) byTarget.set(edge.to, edge);
  return [...byTarget.values()];
}

/** Depth first, in preorder, without recursion: a process may have thousands of steps in a row. */
function ranksFrom(start: ProcessStep): Map<ProcessStep, number> {
  const ranks = new Map<ProcessStep, number>();
  const stack = [start];
  while (stack.length > 0) {
    const step = stack.pop()!;
    if (ranks.has(step)) continue;
    ranks.set(step, ranks.size);
    for (const { to } of step.next.toReversed()) {
      if (to !== undefined && to !== END && !ranks.has(to)) stack.push(to);
    }
  }
  return ranks;
}
