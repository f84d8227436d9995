import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import { END, type ProcessStep, processGraph } from '../../graph/flow/process-graph.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { standardsOfSteps } from '../../graph/questions/standards-of-steps.ts';
import type { Template } from '../../model/message.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'missing' | 'empty';
type Context = RuleContext<MessageId>;
type Process = Entity<'process'>;
type Promising = Entity<'company'> | Entity<'service'>;

/** A promise that a step carries, and the field by which it does. */
interface Carried {
  step: ProcessStep;
  promise: string;
  owner: Promising;
  index: number;
  pointer: string;
}

const promisedHere: Template = { en: 'It is promised here.', 'zh-CN': '承诺写在这里。' };

export default defineRule<MessageId>({
  meta: {
    summary: {
      en: 'Require a way to make good in every process in which the frontstage keeps a promise.',
      'zh-CN': '前台兑现承诺的流程应有承诺落空时的补救分支。',
    },
    severity: 'warning',
    claims: ['S1-12', 'S5-10'],
    fix: 'none',
  },
  messages: {
    missing: {
      en: 'Step "{step}" keeps the promise "{promise}", but no way leads on from the case that it fails; expected a branch with "recovery: true" here, before or after. Add it, with who makes good and how.',
      'zh-CN':
        '步骤“{step}”兑现承诺“{promise}”，却没有落空时的去向，应在此步或其前后有标明 recovery: true 的分支；请补上，写明由谁、怎样补救。',
    },
    empty: {
      en: 'The recovery branch of step "{step}" ends the process at once; expected a step in which somebody makes good. Lead it to one.',
      'zh-CN': '步骤“{step}”的补救分支直接结束了流程，应有人做出补救的步骤；请让该分支通向补救步骤。',
    },
  },
  check(context) {
    const carriers = promisesByStandard(context.handbook);
    for (const process of context.each(context.handbook.all('process'))) {
      if (inForce(process)) checkProcess(context, process, carriers);
    }
  },
});

// helpers

function checkProcess({ handbook, report }: Context, process: Process, carriers: PromisesByStandard): void {
  const { steps, complete } = processGraph(process);
  const failing = steps.filter((step) => recoveryEdges(step).length > 0);
  for (const step of failing) {
    for (const edge of recoveryEdges(step)) {
      if (edge.to !== END) continue;
      const subject = `${process.key}#${step.id}/recovery`;
      report({ message: 'empty', data: { step: step.id }, at: process.at(edge.pointer), subject });
    }
  }
  const carried = complete ? promisesIn(handbook, process, steps, carriers) : [];
  if (carried.length === 0) return;
  const covered = onWaysThrough(failing);
  const told = new Set<string>();
  for (const { step, promise, owner, index, pointer } of carried) {
    const name = `${owner.key}#${promise}`;
    if (covered.has(step) || told.has(name) || hasFaultIn(handbook, process, step.pointer)) continue;
    told.add(name);
    report({
      message: 'missing',
      data: { step: step.id, promise },
      at: process.at(pointer),
      subject: `${process.key}#${step.id}/recovery`,
      related: [{ at: owner.at(`/promises/${index}/id`), template: promisedHere }],
    });
  }
}

/** The branches for the case that something went wrong. */
function recoveryEdges({ split, next, data }: ProcessStep) {
  if (split !== 'exclusive') return [];
  const branches = data.next as readonly ({ recovery?: unknown } | null)[];
  return next.filter((_, index) => branches[index]?.recovery === true);
}

/** The steps that lie on some way through one of these: those that lead to it, and those it leads to. */
function onWaysThrough(steps: readonly ProcessStep[]): ReadonlySet<ProcessStep> {
  const after = new Set(steps);
  for (const step of after) for (const { to } of step.next) if (to && to !== END) after.add(to);
  const before = new Set(steps);
  for (const step of before) for (const { from } of step.previous) before.add(from);
  return new Set([...after, ...before]);
}

type PromisesByStandard = ReadonlyMap<Entity, readonly { owner: Promising; index: number; id: string }[]>;

function promisesByStandard(handbook: Handbook): PromisesByStandard {
  const found = new Map<Entity, { owner: Promising; index: number; id: string }[]>();
  for (const owner of [...handbook.all('company'), ...handbook.all('service')] as Promising[]) {
    if (!inForce(owner)) continue;
    for (const [index, { id }] of (owner.data.promises ?? []).entries()) {
      const standard = handbook.referenceAt(owner, `/promises/${index}/standard`)?.target;
      if (!standard || id === undefined) continue;
      found.set(standard, [...(found.get(standard) ?? []), { owner, index, id }]);
    }
  }
  return found;
}

/**
 * What the frontstage promises in a process: where a step names a promise, and, for promises of the same
 * service that no step names, where a step must meet the standard behind one.
 */
function promisesIn(
  handbook: Handbook,
  process: Process,
  steps: readonly ProcessStep[],
  byStandard: PromisesByStandard,
): Carried[] {
  const service = handbook.referenceAt(process, '/service')?.target;
  const standards = standardsOfSteps(handbook, process);
  const named: Carried[] = [];
  const implied: Carried[] = [];
  for (const step of steps) {
    const pointer = `${step.pointer}/promise`;
    const { target, part, failure } = handbook.referenceAt(process, pointer) ?? {};
    if (target && part && !failure && inForce(target)) {
      const owner = target as Promising;
      const index = (owner.data.promises ?? []).findIndex(({ id }) => id === part.id);
      named.push({ step, promise: part.id, owner, index, pointer });
    }
    if (step.data.lane !== 'frontstage') continue;
    for (const standard of standards.get(step.index) ?? []) {
      for (const { owner, index, id } of byStandard.get(standard) ?? []) {
        if (owner.kind === 'service' && owner !== service) continue;
        implied.push({ step, promise: id, owner, index, pointer: `${step.pointer}/standard` });
      }
    }
  }
  const known = new Set(named.map(({ owner, promise }) => `${owner.key}#${promise}`));
  const onStage = named.filter(({ step }) => step.data.lane === 'frontstage');
  return [...onStage, ...implied.filter(({ owner, promise }) => !known.has(`${owner.key}#${promise}`))];
}
