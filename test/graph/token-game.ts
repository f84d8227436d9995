/** A step as an author writes it; the part of it that matters for the flow. */
export interface PlainStep {
  id: string;
  join?: 'all';
  next: string | { to: string; when?: string; otherwise?: true }[] | { all: string[] };
}

/** A process that reaches this many markings, or this many tokens on one place, is taken to be unbounded. */
const MOST_MARKINGS = 1_000;
const MOST_TOKENS = 4;

interface Move {
  take: string[];
  put: string[];
}

/**
 * The definition of soundness, played naively: every interleaving, every marking as a multiset of arcs
 * (`from>to`), no structure used. Written apart from the linter's own check, to compare the two.
 *
 * @returns undefined where the process is too big to be played out.
 */
export function isSoundByDefinition(steps: PlainStep[]): boolean | undefined {
  const moves = new Map(steps.map((step) => [step.id, movesOf(step, steps)]));
  const start = `>${steps[0]!.id}`;
  const markings = new Map<string, Map<string, number>>([[start, new Map([[start, 1]])]]);
  const before = new Map<string, string[]>([[start, []]]);
  const happened = new Set<string>();
  for (const [key, marking] of markings) {
    if (markings.size > MOST_MARKINGS) return undefined;
    for (const [id, ways] of moves) {
      for (const { take, put } of ways) {
        if (!take.every((arc) => (marking.get(arc) ?? 0) > 0)) continue;
        happened.add(id);
        const after = new Map(marking);
        for (const arc of take) after.set(arc, after.get(arc)! - 1);
        for (const arc of put) after.set(arc, (after.get(arc) ?? 0) + 1);
        for (const [arc, count] of after) if (count === 0) after.delete(arc);
        // An unbounded net cannot complete properly.
        if ([...after.values()].some((count) => count > MOST_TOKENS)) return false;
        const name = keyOf(after);
        if (!markings.has(name)) {
          markings.set(name, after);
          before.set(name, []);
        }
        before.get(name)!.push(key);
      }
    }
  }
  const canEnd = new Set(markings.has('end') ? ['end'] : []);
  for (const key of canEnd) for (const earlier of before.get(key)!) canEnd.add(earlier);
  const optionToComplete = canEnd.size === markings.size;
  const properCompletion = [...markings].every(([key, marking]) => !marking.has('end') || key === 'end');
  const noDeadStep = steps.every(({ id }) => happened.has(id));
  return optionToComplete && properCompletion && noDeadStep;
}

function movesOf(step: PlainStep, steps: PlainStep[]): Move[] {
  const incoming = steps
    .filter((each) => targetsOf(each).includes(step.id))
    .map((each) => `${each.id}>${step.id}`);
  if (step === steps[0]) incoming.push(`>${step.id}`);
  const takes = step.join === 'all' ? [incoming] : incoming.map((arc) => [arc]);
  const arcs = [...new Set(targetsOf(step))].map((to) => (to === 'end' ? 'end' : `${step.id}>${to}`));
  const puts = isParallel(step) ? [arcs] : arcs.map((arc) => [arc]);
  return takes.flatMap((take) => puts.map((put) => ({ take, put })));
}

function targetsOf({ next }: PlainStep): string[] {
  if (typeof next === 'string') return [next];
  return Array.isArray(next) ? next.map(({ to }) => to) : next.all;
}

function isParallel({ next }: PlainStep): boolean {
  return typeof next === 'object' && !Array.isArray(next);
}

function keyOf(marking: Map<string, number>): string {
  return [...marking]
    .map(([arc, count]) => (count === 1 ? arc : `${arc}*${count}`))
    .sort()
    .join(' ');
}
