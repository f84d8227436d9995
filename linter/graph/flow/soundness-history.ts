import type { Firing } from './soundness-net.ts';

/** One time that a step happened, with the times that it needed: a node of the net's unfolding. */
export interface Occurrence {
  firing: Firing;
  step: string;
  /** What produced the tokens that it took; empty at the start. */
  causes: Occurrence[];
}

/** What happened, in order, and which occurrence produced each token that is left. */
interface History {
  occurrences: Occurrence[];
  producers: Map<number, Occurrence>;
}

/** Plays firings again and keeps who produced what. */
export function historyOf(firings: readonly Firing[]): History {
  const history: History = { occurrences: [], producers: new Map() };
  for (const firing of firings) record(history, firing);
  return history;
}

/** Lets one more thing happen. */
export function record({ occurrences, producers }: History, firing: Firing): Occurrence {
  const causes = firing.consumed.map((place) => producers.get(place)).filter((each) => each !== undefined);
  for (const place of firing.consumed) producers.delete(place);
  const occurrence: Occurrence = { firing, step: firing.transition.step.id, causes };
  occurrences.push(occurrence);
  for (const place of firing.produced) producers.set(place, occurrence);
  return occurrence;
}

/** The ids that lead to an occurrence, from the start: one thread of what happened. */
export function threadTo(last: Occurrence | undefined): string[] {
  const ids: string[] = [];
  for (let each = last; each; each = each.causes[0]) ids.push(each.step);
  return ids.reverse();
}

/**
 * Two occurrences of one step that run side by side, in the pasts of two tokens that exist at the same time.
 * What is in one past only is not ordered with what is in the other only.
 */
export function firstRepeat(
  { occurrences }: History,
  one: Occurrence | undefined,
  other: Occurrence | undefined,
): [Occurrence, Occurrence] | undefined {
  const [past, otherPast] = [pastOf(one), pastOf(other)];
  const byStep = new Map<string, Occurrence>();
  for (const each of past) if (!otherPast.has(each)) byStep.set(each.step, byStep.get(each.step) ?? each);
  for (const each of occurrences) {
    const twin = otherPast.has(each) && !past.has(each) ? byStep.get(each.step) : undefined;
    if (twin) return [twin, each];
  }
  return undefined;
}

function pastOf(last: Occurrence | undefined): Set<Occurrence> {
  const past = new Set(last ? [last] : []);
  for (const each of past) for (const cause of each.causes) past.add(cause);
  return past;
}
