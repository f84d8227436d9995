import { parseReference } from '../../model/reference.ts';
import type { Entity } from '../entity.ts';

type StepData = NonNullable<Entity<'process'>['data']['steps']>[number];

/** How a step goes on: not stated, to one step, to one of several, or to all of several at once. */
export type Split = 'none' | 'single' | 'exclusive' | 'parallel';

/** One step of a process with what leads to it and what it leads to. */
export interface ProcessStep {
  id: string;
  /** Its place in the file, from 0. */
  index: number;
  /** Where its object stands in the process's data: `/steps/0`. */
  pointer: string;
  data: StepData;
  split: Split;
  /** Whether the step waits for everything that leads to it (`join: all`). */
  joinsAll: boolean;
  /** In the order of the file. */
  next: StepEdge[];
  previous: StepEdge[];
}

/** One way on from a step. */
export interface StepEdge {
  from: ProcessStep;
  /** Undefined where the target is no step of this process; references/resolves speaks of that. */
  to: ProcessStep | 'end' | undefined;
  /** Where the target is written: `/steps/0/next`, `/steps/0/next/1/to`, `/steps/0/next/all/1`. */
  pointer: string;
  /** Whether the branch states a condition. */
  conditional: boolean;
  otherwise: boolean;
}

/** The steps of one process as a directed graph. */
export interface ProcessGraph {
  /** In the order of the file; of steps that share an id only the first. */
  steps: readonly ProcessStep[];
  /** The first step listed. Others may lead back to it, so that a process can begin with a loop. */
  start: ProcessStep | undefined;
  get(id: string): ProcessStep | undefined;
  /** False where a target is unknown or an id is missing or used twice: what seems cut off may not be. */
  complete: boolean;
}

/** The literal target that ends a process. */
export const END = 'end';

interface Target {
  to: unknown;
  pointer: string;
  literalEnd: boolean;
  conditional: boolean;
  otherwise: boolean;
}

const known = new WeakMap<object, { id: string; graph: ProcessGraph }>();

/**
 * The graph of a process's steps, built once and shared by all who ask. Never throws, whatever the data;
 * linear in their size.
 */
export function processGraph({
  id,
  written,
  data,
}: Pick<Entity<'process'>, 'id' | 'data'> & { written?: string | undefined }): ProcessGraph {
  const names = [id, written];
  if (data === null || typeof data !== 'object') return graphOf(names, data);
  let found = known.get(data);
  if (found?.id !== id) {
    found = { id, graph: graphOf(names, data) };
    known.set(data, found);
  }
  return found.graph;
}

// helpers

function graphOf(
  names: readonly (string | undefined)[],
  data: Entity<'process'>['data'] | undefined,
): ProcessGraph {
  const byId = new Map<string, ProcessStep>();
  let complete = true;
  for (const [index, step] of listOf(data?.steps).entries()) {
    const id: unknown = (step as StepData | null)?.id;
    if (typeof id !== 'string' || byId.has(id)) {
      complete = false;
      continue;
    }
    byId.set(id, stepOf(id, index, step as StepData));
  }
  const steps = [...byId.values()];
  for (const from of steps) {
    for (const target of targetsOf(from)) {
      const to = resolve(target, names, byId);
      const { pointer, conditional, otherwise } = target;
      const edge: StepEdge = { from, to, pointer, conditional, otherwise };
      from.next.push(edge);
      if (to === undefined) complete = false;
      else if (to !== END) to.previous.push(edge);
    }
  }
  return { steps, start: steps[0], get: (id) => byId.get(id), complete };
}

function stepOf(id: string, index: number, data: StepData): ProcessStep {
  const joinsAll = data.join === 'all';
  return {
    id,
    index,
    pointer: `/steps/${index}`,
    data,
    split: splitOf(data.next),
    joinsAll,
    next: [],
    previous: [],
  };
}

function splitOf(next: unknown): Split {
  if (typeof next === 'string') return 'single';
  if (Array.isArray(next)) return next.length > 0 ? 'exclusive' : 'none';
  return listOf((next as { all?: unknown } | null | undefined)?.all).length > 0 ? 'parallel' : 'none';
}

function targetsOf(step: ProcessStep): Target[] {
  const next: unknown = step.data.next;
  const pointer = `${step.pointer}/next`;
  const plain = { literalEnd: true, conditional: false, otherwise: false };
  if (step.split === 'single') return [{ ...plain, to: next, pointer }];
  if (step.split === 'exclusive') {
    return listOf(next).map((branch, index) => {
      const { to, when, otherwise } = (branch ?? {}) as { to?: unknown; when?: unknown; otherwise?: unknown };
      return {
        to,
        pointer: `${pointer}/${index}/to`,
        literalEnd: true,
        conditional: when !== undefined && when !== null,
        otherwise: otherwise === true,
      };
    });
  }
  // A branch that runs beside others cannot end the process: `end` under `all` is no step like any other.
  const all = listOf((next as { all?: unknown } | null | undefined)?.all);
  return all.map((to, index) => ({ ...plain, to, pointer: `${pointer}/all/${index}`, literalEnd: false }));
}

/** `verify`, `#verify` and `process:check-in#verify` all name a step of the process check-in. */
function resolve(
  { to, literalEnd }: Target,
  names: readonly (string | undefined)[],
  byId: Map<string, ProcessStep>,
): StepEdge['to'] {
  if (typeof to !== 'string') return undefined;
  if (literalEnd && to === END) return END;
  const parsed = parseReference(to, 'blanks');
  if (!parsed || (parsed.kind && parsed.kind !== 'process')) return undefined;
  if (parsed.part !== undefined) {
    return parsed.id === undefined || names.includes(parsed.id) ? byId.get(parsed.part) : undefined;
  }
  return parsed.kind || parsed.id === undefined ? undefined : byId.get(parsed.id);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
