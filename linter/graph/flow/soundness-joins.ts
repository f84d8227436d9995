import { END, type ProcessStep } from './process-graph.ts';
import { firstRepeat, historyOf, type Occurrence, record, threadTo } from './soundness-history.ts';
import { type Marking, type Net, netOf, type Transition, waitingAt } from './soundness-net.ts';
import { type Collision, firingsTo, type Play, play } from './soundness-play.ts';
import { reachFrom } from './soundness-reach.ts';
import type { Violation } from './soundness-violation.ts';

/**
 * What goes wrong where paths split and join.
 *
 * @param steps the steps that can be reached; each leads to known targets, and from each a path leads to the end.
 */
export function findJoinFaults(
  start: ProcessStep,
  steps: readonly ProcessStep[],
  limit: number,
): Violation[] {
  const net = netOf(start, steps);
  const played = play(net, limit);
  const found = new Map<string, Violation>();
  const add = (violation: Violation) => {
    const name = `${violation.kind} ${violation.pointer}`;
    if (!found.has(name)) found.set(name, violation);
  };
  for (const collision of played.collisions) add(collisionFault(net, played, collision));
  for (const state of played.stuck) for (const each of stuckFaults(net, played, state)) add(each);
  if (found.size === 0 && !played.decided) {
    add({
      kind: 'undecided',
      step: start.id,
      pointer: `${start.pointer}/id`,
      markings: played.states.length,
    });
  }
  return [...found.values()];
}

// helpers

/** Parallel branches met where nobody waits for both: at a step, or only at the end. */
function collisionFault(net: Net, played: Play, { state, firing, places }: Collision): Violation {
  const history = historyOf(firingsTo(state, played));
  const first = history.producers.get(places[0]);
  const last = record(history, firing);
  const repeat = firstRepeat(history, first, last);
  if (repeat) return runsTwice(repeat[0].firing.transition.step, [threadTo(repeat[0]), threadTo(repeat[1])]);
  const threads: [string[], string[]] = [threadTo(first), threadTo(last)];
  const target = net.transitions[net.places[places[1]]!.consumer]?.step;
  if (target)
    return runsTwice(target, [
      [...threads[0], target.id],
      [...threads[1], target.id],
    ]);
  const { step } = firing.transition;
  const pointer = step.next.find(({ to }) => to === END)!.pointer;
  return {
    kind: 'ends-twice',
    step: step.id,
    pointer,
    paths: [
      [...threads[0], END],
      [...threads[1], END],
    ],
  };
}

function runsTwice({ id, pointer }: ProcessStep, paths: [string[], string[]]): Violation {
  return { kind: 'runs-twice', step: id, pointer: `${pointer}/id`, paths };
}

function stuckFaults(net: Net, played: Play, state: number): Violation[] {
  const { marking } = played.states[state]!;
  const { producers } = historyOf(firingsTo(state, played));
  const end = producers.get(net.sink);
  return rootsOf(waitingAt(net, marking)).map((join) => {
    const missing = missingAt(net, join, marking);
    if (end) {
      const { step } = end.firing.transition;
      const pointer = step.next.find(({ to }) => to === END)!.pointer;
      return {
        kind: 'left-behind',
        step: step.id,
        pointer,
        path: [...threadTo(end), END],
        join: join.step.id,
        missing,
      };
    }
    const { id, pointer } = join.step;
    const path = [...threadTo(lastArrival(join, producers)), id];
    return { kind: 'join-waits', step: id, pointer: `${pointer}/id`, path, missing };
  });
}

function missingAt(net: Net, join: Transition, marking: Marking): string[] {
  const places = join.inputs.filter((place) => !marking.includes(place));
  return places.flatMap((place) => net.places[place]!.edge?.from.id ?? []);
}

/** The token that came last most likely took the branch that should have led to the missing one. */
function lastArrival(join: Transition, producers: Map<number, Occurrence>): Occurrence | undefined {
  let last: Occurrence | undefined;
  for (const [place, occurrence] of producers) if (join.inputs.includes(place)) last = occurrence;
  return last;
}

/** Of joins that wait, those that do not wait because another does. */
function rootsOf(waiting: readonly Transition[]): Transition[] {
  if (waiting.length < 2) return [...waiting];
  const ahead = new Map(waiting.map((join) => [join, reachFrom(join.step)]));
  const leads = (from: Transition, to: Transition) => ahead.get(from)!.has(to.step);
  return waiting.filter(
    (join) => !waiting.some((each) => each !== join && leads(each, join) && !leads(join, each)),
  );
}
