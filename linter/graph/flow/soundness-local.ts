import { END, type ProcessGraph, type ProcessStep, type StepEdge } from './process-graph.ts';
import { pathTo, type Reach } from './soundness-reach.ts';
import type { Violation } from './soundness-violation.ts';

/** What can be seen at one step: a way on is missing, branches without or with too few conditions. */
export function findLocalFaults({ steps }: ProcessGraph, reach: Reach): Violation[] {
  return steps.flatMap((step) => [...nameFaults(step), ...nextFaults(step, reach)]);
}

function nameFaults(step: ProcessStep): Violation[] {
  return step.id === END ? [{ kind: 'named-end', step: step.id, pointer: `${step.pointer}/id` }] : [];
}

function nextFaults(step: ProcessStep, reach: Reach): Violation[] {
  const about = { step: step.id, pointer: `${step.pointer}/id` };
  if (step.split === 'none') return [{ kind: 'missing-next', ...about, path: pathTo(step, reach) }];
  if (step.split === 'exclusive') return branchFaults(step, reach);
  if (step.split === 'parallel' && step.next.length === 1) {
    const [edge] = step.next;
    return [{ kind: 'single-parallel', step: step.id, pointer: edge!.pointer, to: nameOf(edge!) }];
  }
  return [];
}

function branchFaults(step: ProcessStep, reach: Reach): Violation[] {
  const bare = step.next.filter(({ conditional, otherwise }) => !conditional && !otherwise);
  const defaults = step.next.filter(({ otherwise }) => otherwise);
  // A branch without a condition was perhaps meant for all other cases: one finding, not two.
  if (bare.length > 0) {
    return bare.map((edge) => ({
      kind: 'no-condition',
      step: step.id,
      pointer: edge.pointer,
      to: nameOf(edge),
    }));
  }
  if (defaults.length === 0) {
    return [
      { kind: 'no-otherwise', step: step.id, pointer: `${step.pointer}/id`, path: pathTo(step, reach) },
    ];
  }
  return defaults.slice(1).map((edge) => ({
    kind: 'several-otherwise',
    step: step.id,
    pointer: edge.pointer,
    count: defaults.length,
    to: nameOf(edge),
  }));
}

function nameOf({ to }: StepEdge): string {
  return typeof to === 'object' ? to.id : END;
}
