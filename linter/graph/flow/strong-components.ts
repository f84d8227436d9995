import { END, type ProcessStep } from './process-graph.ts';

/**
 * The strongly connected components of the steps that can be reached from some: steps that lead to each other stand in
 * one component, a step outside all loops in one of its own. Components come in the order in which the last
 * is reached first, so that each is listed after all that it leads to.
 *
 * R. Tarjan, “Depth-first search and linear graph algorithms”, 1972; without recursion, since a process may
 * have thousands of steps. Linear.
 *
 * @param targets the steps that follow a step; all that it names unless given
 */
export function strongComponents(starts: readonly ProcessStep[], targets = stepsAfter): ProcessStep[][] {
  const found: ProcessStep[][] = [];
  const index = new Map<ProcessStep, number>();
  const low = new Map<ProcessStep, number>();
  const open: ProcessStep[] = [];
  const isOpen = new Set<ProcessStep>();
  const visit = (step: ProcessStep) => {
    index.set(step, index.size);
    low.set(step, index.get(step)!);
    open.push(step);
    isOpen.add(step);
    return { step, rest: [...targets(step)].reverse() };
  };
  const begins = [...starts].reverse();
  const stack: ReturnType<typeof visit>[] = [];
  for (;;) {
    const frame = stack.at(-1);
    if (!frame) {
      const start = begins.pop();
      if (!start) return found;
      if (!index.has(start)) stack.push(visit(start));
      continue;
    }
    const { step, rest } = frame;
    const next = rest.pop();
    if (next) {
      if (!index.has(next)) stack.push(visit(next));
      else if (isOpen.has(next)) low.set(step, Math.min(low.get(step)!, index.get(next)!));
      continue;
    }
    stack.pop();
    const below = stack.at(-1)?.step;
    if (below) low.set(below, Math.min(low.get(below)!, low.get(step)!));
    if (low.get(step) !== index.get(step)) continue;
    const component = open.splice(open.lastIndexOf(step));
    for (const each of component) isOpen.delete(each);
    found.push(component);
  }
}

/** The steps that a step names, each once. */
export function stepsAfter({ next }: ProcessStep): ProcessStep[] {
  const steps = next.flatMap(({ to }) => (to === undefined || to === END ? [] : [to]));
  return [...new Set(steps)];
}
