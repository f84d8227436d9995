import { targetsOf } from './generated-steps.ts';
import type { PlainStep } from './token-game.ts';

/** A step with the seconds it takes and how often it may be repeated. */
export type TimedStep = PlainStep & { seconds: number; maxRepeats?: number };

/** One run of a process: when it ended, and when each step last ended in it. */
export interface Run {
  time: number;
  ends: ReadonlyMap<string, number>;
}

interface State {
  /** When the tokens on each arc `from>to` came there. */
  tokens: Map<string, number>;
  fired: Map<string, number>;
  ends: Map<string, number>;
}

/**
 * Every run of a process, played out token by token with a clock, without any thought of paths: a step begins
 * when its last token has come, and each choice is tried. No step fires more than `maxRepeats` + 1 times.
 *
 * @returns undefined where there are more runs, or longer ones, than can be played
 */
export function runsOf(steps: readonly TimedStep[], most = 3_000): Run[] | undefined {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const incoming = new Map<string, string[]>(steps.map(({ id }) => [id, []]));
  incoming.get(steps[0]!.id)!.push(`>${steps[0]!.id}`);
  for (const step of steps)
    for (const to of new Set(targetsOf(step))) incoming.get(to)?.push(`${step.id}>${to}`);
  const runs: Run[] = [];
  const open: State[] = [{ tokens: new Map([[`>${steps[0]!.id}`, 0]]), fired: new Map(), ends: new Map() }];
  let moves = 0;
  for (let state = open.pop(); state; state = open.pop()) {
    if (++moves > 20 * most || runs.length > most) return undefined;
    const end = state.tokens.get('end');
    if (end !== undefined) {
      runs.push({ time: end, ends: state.ends });
      continue;
    }
    const ready = readyIn(state, byId, incoming);
    if (!ready) continue;
    const fired = (state.fired.get(ready.step.id) ?? 0) + 1;
    if (fired > (ready.step.maxRepeats ?? Infinity) + 1) continue;
    open.push(...fire(state, ready, fired));
  }
  return runs;
}

// helpers

/** The order in which steps side by side are played changes nothing, so one that is ready is enough. */
function readyIn(state: State, byId: Map<string, TimedStep>, incoming: Map<string, string[]>) {
  for (const arc of state.tokens.keys()) {
    const step = byId.get(arc.slice(arc.indexOf('>') + 1));
    if (!step) continue;
    const take = step.join === 'all' ? incoming.get(step.id)! : [arc];
    if (take.every((each) => state.tokens.has(each))) return { step, take };
  }
  return undefined;
}

function fire(state: State, { step, take }: { step: TimedStep; take: string[] }, fired: number): State[] {
  const time = Math.max(...take.map((arc) => state.tokens.get(arc)!)) + step.seconds;
  const targets = [...new Set(targetsOf(step))];
  const parallel = typeof step.next === 'object' && !Array.isArray(step.next);
  return (parallel ? [targets] : targets.map((to) => [to])).map((puts) => {
    const tokens = new Map(state.tokens);
    for (const arc of take) tokens.delete(arc);
    for (const to of puts) tokens.set(to === 'end' ? 'end' : `${step.id}>${to}`, time);
    return {
      tokens,
      fired: new Map(state.fired).set(step.id, fired),
      ends: new Map(state.ends).set(step.id, time),
    };
  });
}
