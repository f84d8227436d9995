import { collision, type Firing, fire, firingsAt, type Marking, type Net } from './soundness-net.ts';

/** A marking and how it is first reached, in the fewest firings. */
interface State {
  marking: Marking;
  /** Index of the state before. */
  parent: number;
  firing?: Firing;
}

/** The token game, played through. */
export interface Play {
  states: State[];
  /** States in which nothing can happen and which are not the end. */
  stuck: number[];
  /** Firings that put a second token where one is, or beside it. */
  collisions: Collision[];
  /** False where the limit was reached, or a state was found that never ends. */
  decided: boolean;
}

export interface Collision {
  /** The state it happens in. */
  state: number;
  firing: Firing;
  /** The place that had a token, and the one that gets one. */
  places: [number, number];
}

/** One process has few causes and many ways to meet them; more need not be told. */
const MOST_FAULTS = 50;

/** Memory is bounded by tokens as well: a thousand branches at once make long markings. */
const TOKENS_PER_MARKING = 50;

/** Plays breadth first, until everything, or `limit` markings, were seen. */
export function play(net: Net, limit: number): Play {
  const states: State[] = [{ marking: [net.source], parent: -1 }];
  const indexes = new Map([[String(net.source), 0]]);
  const sources: number[][] = [[]];
  const stuck: number[] = [];
  const collisions: Collision[] = [];
  let tokens = 0;
  for (let index = 0; index < states.length; index++) {
    const { marking } = states[index]!;
    tokens += marking.length;
    if (states.length > limit || tokens > limit * TOKENS_PER_MARKING)
      return { states, stuck, collisions, decided: false };
    if (stuck.length + collisions.length >= MOST_FAULTS) break;
    const firings = firingsAt(net, marking);
    if (firings.length === 0 && !isEnd(net, marking)) stuck.push(index);
    for (const firing of firings) {
      const places = collision(net, marking, firing);
      if (places) {
        collisions.push({ state: index, firing, places });
        continue;
      }
      const next = fire(marking, firing);
      const key = next.join();
      const known = indexes.get(key);
      if (known !== undefined) {
        sources[known]!.push(index);
        continue;
      }
      indexes.set(key, states.length);
      sources.push([index]);
      states.push({ marking: next, parent: index, firing });
    }
  }
  const end = indexes.get(String(net.sink));
  return {
    states,
    stuck,
    collisions,
    decided: end !== undefined && countLeadingTo(end, sources) === states.length,
  };
}

/** The firings that lead to a state, first to last. */
export function firingsTo(state: number, { states }: Play): Firing[] {
  const firings: Firing[] = [];
  for (let each = states[state]!; each.firing; each = states[each.parent]!) firings.push(each.firing);
  return firings.reverse();
}

// helpers

function isEnd(net: Net, marking: Marking): boolean {
  return marking.length === 1 && marking[0] === net.sink;
}

function countLeadingTo(end: number, sources: readonly number[][]): number {
  const found = new Set([end]);
  for (const state of found) for (const source of sources[state]!) found.add(source);
  return found.size;
}
