import fc from 'fast-check';
import type { PlainStep } from './token-game.ts';

/** A structured process: what it is made of decides that it is sound. */
export type Block =
  | { type: 'step' }
  | { type: 'sequence'; blocks: Block[] }
  | { type: 'choice'; blocks: Block[]; merge: boolean }
  | { type: 'parallel'; blocks: Block[] }
  | { type: 'loop'; body: Block };

/** Blocks nested up to a depth, each with up to three inside. */
export function blocks(depth: number): fc.Arbitrary<Block> {
  const step = fc.constant<Block>({ type: 'step' });
  if (depth === 0) return step;
  const inner = blocks(depth - 1);
  const some = fc.array(inner, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    step,
    fc.record({ type: fc.constant('sequence' as const), blocks: some }),
    fc.record({ type: fc.constant('choice' as const), blocks: some, merge: fc.boolean() }),
    fc.record({ type: fc.constant('parallel' as const), blocks: some }),
    fc.record({ type: fc.constant('loop' as const), body: inner }),
  );
}

/** Writes a block as the steps of a process, the start first. */
export function stepsOf(block: Block): PlainStep[] {
  const steps: PlainStep[] = [];
  const joins = new Set<string>();
  const add = (next: PlainStep['next'], join?: 'all') => {
    const id = `s${steps.length}`;
    steps.push({ id, next, ...(join && { join }) });
    if (join) joins.add(id);
    return id;
  };
  const write = (each: Block, to: string): string => {
    if (each.type === 'step') return add(to);
    if (each.type === 'sequence') return each.blocks.reduceRight((after, inner) => write(inner, after), to);
    if (each.type === 'parallel') {
      const join = add(to, 'all');
      return add({ all: each.blocks.map((inner) => write(inner, join)) });
    }
    if (each.type === 'choice') {
      // Branches may lead straight to what follows, unless that waits for all that lead to it.
      const meeting = each.merge || joins.has(to) ? add(to) : to;
      return add(branches(each.blocks.map((inner) => write(inner, meeting))));
    }
    const turn: PlainStep = { id: `s${steps.length}`, next: to };
    steps.push(turn);
    const head = write(each.body, turn.id);
    turn.next = branches([head, to]);
    return head;
  };
  const first = write(block, 'end');
  return [...steps.filter(({ id }) => id === first), ...steps.filter(({ id }) => id !== first)];
}

/** Any steps at all, mostly leading forwards. */
export const looseSteps: fc.Arbitrary<PlainStep[]> = fc.integer({ min: 2, max: 7 }).chain((count) => {
  const target = fc.oneof(
    { weight: 5, arbitrary: fc.nat(count - 1).map((n) => `s${n}`) },
    fc.constant('end'),
  );
  const next = fc.oneof(
    target,
    fc.array(target, { minLength: 1, maxLength: 3 }).map(branches),
    fc
      .uniqueArray(fc.nat(count - 1), { minLength: 2, maxLength: 3 })
      .map((all) => ({ all: all.map((n) => `s${n}`) })),
  );
  const join = fc.option(fc.constant('all' as const), { nil: undefined, freq: 3 });
  return fc
    .array(fc.record({ next, join }), { minLength: count, maxLength: count })
    .map((parts) => parts.map((part, index) => ({ id: `s${index}`, ...part })));
});

/** One slip of the pen. The numbers choose where and to what. */
export type Slip = [
  kind: 'redirect' | 'drop-join' | 'add-join' | 'swap-split' | 'drop-branch',
  at: number,
  to: number,
];

export const slips: fc.Arbitrary<Slip> = fc.tuple(
  fc.constantFrom(
    'redirect' as const,
    'drop-join' as const,
    'add-join' as const,
    'swap-split' as const,
    'drop-branch' as const,
  ),
  fc.nat(),
  fc.nat(),
);

/** The steps with one slip; as they were where it does not apply. */
export function withSlip(steps: readonly PlainStep[], [kind, at, to]: Slip): PlainStep[] {
  const copy = structuredClone(steps) as PlainStep[];
  const fitting = copy.filter(fits[kind]);
  const step = fitting[at % fitting.length];
  if (!step) return copy;
  if (kind === 'drop-join') delete step.join;
  else if (kind === 'add-join') step.join = 'all';
  else {
    const targets = targetsOf(step);
    const names = [...copy.map(({ id }) => id), 'end'];
    if (kind === 'redirect')
      targets[to % targets.length] = names[Math.floor(to / targets.length) % names.length]!;
    if (kind === 'drop-branch') targets.splice(to % targets.length, 1);
    const parallel = isParallel(step) !== (kind === 'swap-split') && !targets.includes('end');
    step.next = parallel && targets.length > 1 ? { all: [...new Set(targets)] } : branches(targets);
  }
  return copy;
}

// helpers

const fits: Record<Slip[0], (step: PlainStep) => boolean> = {
  redirect: () => true,
  'drop-join': ({ join }) => join === 'all',
  'add-join': ({ join }) => join === undefined,
  'swap-split': (step) => targetsOf(step).length > 1 && !targetsOf(step).includes('end'),
  'drop-branch': (step) => targetsOf(step).length > 1,
};

function branches(targets: readonly string[]): PlainStep['next'] {
  return targets.map((to, index) =>
    index === targets.length - 1 ? { to, otherwise: true } : { to, when: `case ${index}` },
  );
}

export function targetsOf({ next }: PlainStep): string[] {
  if (typeof next === 'string') return [next];
  return Array.isArray(next) ? next.map(({ to }) => to) : [...next.all];
}

function isParallel({ next }: PlainStep): boolean {
  return typeof next === 'object' && !Array.isArray(next);
}
