import {
  END,
  type Entity,
  type ProcessGraph,
  type ProcessStep,
  rolesOfSteps,
} from '../../../linter/index.ts';
import type { View } from '../view.ts';

type Process = Entity<'process'>;

/** What a step that staff perform lacks. */
export type Hole = 'role' | 'unknownRole' | 'metric' | 'instruction' | 'handoff';

/** The holes of a process: what its steps lack, and where work passes on without a word. */
export interface Holes {
  of(step: ProcessStep): readonly Hole[];
  /** Whether work goes from one role to another here, and nothing says what is handed over. */
  lacksHandoff(from: ProcessStep, to: ProcessGraph['start'] | typeof END): boolean;
}

export function holesOf({ handbook }: View, process: Process): Holes {
  const roles = rolesOfSteps(handbook, process);
  const measured = measuredSteps(handbook.referencesOf(process));
  return {
    of(step) {
      const { data, index } = step;
      if (!isStaffs(step)) return [];
      const found: Hole[] = [];
      if (data.role === undefined && data.mode !== 'automatic') found.push('role');
      if (data.role !== undefined && !roles.has(index)) found.push('unknownRole');
      if (data.process === undefined && !measured.has(index)) found.push('metric');
      if (data.do === undefined && data.sop === undefined && data.process === undefined)
        found.push('instruction');
      return found;
    },
    lacksHandoff(from, to) {
      if (!to || to === END || from.data.handoff || !isStaffed(from) || !isStaffed(to)) return false;
      const [giver, receiver] = [roles.get(from.index)?.[0], roles.get(to.index)?.[0]];
      return giver !== undefined && receiver !== undefined && giver !== receiver;
    },
  };
}

// helpers

/** The steps, by their place in the file, that have a metric or a standard with a metric and a target. */
function measuredSteps(references: ReturnType<View['handbook']['referencesOf']>): Set<number> {
  const found = new Set<number>();
  for (const { pointer, target } of references) {
    const match = /^\/steps\/(\d+)\/(metric|standard)(?:\/|$)/.exec(pointer ?? '');
    if (!match || !target) continue;
    const { metric, target: limit } = target.data as { metric?: unknown; target?: unknown };
    if (match[2] === 'metric' || (metric !== undefined && limit !== undefined)) found.add(Number(match[1]));
  }
  return found;
}

function isStaffs({ data: { lane } }: ProcessStep): boolean {
  return lane !== 'customer' && lane !== 'evidence';
}

function isStaffed(step: ProcessStep): boolean {
  return isStaffs(step) && step.data.mode !== 'automatic';
}
