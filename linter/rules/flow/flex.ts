import type { Entity } from '../../graph/entity.ts';
import { hasFault } from '../../graph/file-fault.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { standardsOfSteps } from '../../graph/questions/standards-of-steps.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import type { Localised } from '../../model/message.ts';
import { wordList } from '../../model/word-list.ts';
import { fieldAt } from '../../schema/fields.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'missing' | 'incomplete' | 'fixed' | 'free';
type Process = Entity<'process'>;
type Standard = Entity<'standard'>;

interface Options {
  exempt: string[];
  least: number;
}

type Context = RuleContext<MessageId, Options>;

const systems = fieldAt('standard', '/system')?.values ?? [];

const parts = {
  may: { en: 'what may vary ("may")', 'zh-CN': '哪些可变（may）' },
  by: { en: 'who decides it ("by")', 'zh-CN': '由谁决定（by）' },
  bounds: { en: 'within what ("bounds" or "limit")', 'zh-CN': '变到什么程度（bounds 或 limit）' },
} satisfies Record<string, Localised>;

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require binding standards to say what may vary, by whom and within what, and processes to be neither all fixed nor all free.',
      'zh-CN': '强制性标准应写明哪些可变、由谁决定、变到什么程度，流程不得全部固定，也不得全部自由。',
    },
    severity: 'warning',
    claims: ['S2-11', 'S2-12', 'S2-23', 'S3-16'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        exempt: {
          type: 'array',
          items: { type: 'string', enum: systems.map(({ value }) => value) },
          uniqueItems: true,
          maxItems: systems.length,
          default: ['support-safety', 'support-health', 'support-finance', 'support-legal'],
        },
        least: { type: 'integer', minimum: 2, maximum: 100, default: 4 },
      },
    },
  },
  messages: {
    missing: {
      en: 'Standard "{standard}" binds without exception and leaves nothing open; expected what may vary, by whom and within what. Add "flex", or set "level: should".',
      'zh-CN':
        '标准“{standard}”是强制要求，没有留任何余地，应写明哪些可变、由谁决定、变到什么程度；请补上 flex，或改为 level: should。',
    },
    incomplete: {
      en: 'The room that standard "{standard}" leaves is not marked out: it does not say {missing}; expected all three. Add it.',
      'zh-CN': '标准“{standard}”留的余地没有划清，缺少{missing}，三项都应写明；请补上。',
    },
    fixed: {
      en: 'All {count} steps that staff do in process "{process}" are fixed by SOPs and standards, and nobody may decide anything; expected some room for the person in front of them. Name a "decision" in a step, or give a standard "flex".',
      'zh-CN':
        '流程“{process}”中员工执行的 {count} 个步骤全由作业指导书和标准固定，没有人可以做任何决定，应为面前的客户留些余地；请在某个步骤填写 decision，或为某项标准填写 flex。',
    },
    free: {
      en: 'None of the {count} steps that staff do in process "{process}" has a standard or an SOP; expected something that customers can rely on. Name a "standard" or an "sop" where it matters most.',
      'zh-CN':
        '流程“{process}”中员工执行的 {count} 个步骤都没有标准或作业指导书，应有客户可以信赖的固定做法；请在最要紧的步骤填写 standard 或 sop。',
    },
  },
  check(context) {
    const { handbook } = context;
    for (const standard of context.each(handbook.all('standard'))) {
      if (inForce(standard) && standard.data.level === 'shall') checkStandard(context, standard);
    }
    for (const process of context.each(handbook.all('process')))
      if (inForce(process)) checkProcess(context, process);
  },
});

// helpers

/** What safety, health, money and law demand leaves nothing open. */
function isExempt({ data }: Standard, exempt: readonly string[]): boolean {
  return data.system !== undefined && exempt.includes(data.system);
}

function checkStandard({ handbook, options, report }: Context, standard: Standard): void {
  if (isExempt(standard, options.exempt) || hasFault(handbook, standard)) return;
  const { flex } = standard.data;
  const data = { standard: standard.id };
  const subject = `${standard.key}/flex`;
  if (!flex) {
    const at = standard.at('/level');
    report({ message: 'missing', data, at, subject, suggest: [scaffold(handbook, standard)] });
    return;
  }
  const missing = [
    ...(flex.may === undefined ? [parts.may] : []),
    ...(flex.by === undefined || flex.by.length === 0 ? [parts.by] : []),
    ...(flex.bounds === undefined && flex.limit === undefined ? [parts.bounds] : []),
  ];
  if (missing.length === 0) return;
  const at = standard.keyAt('/flex');
  report({ message: 'incomplete', data: { ...data, missing: wordList(missing) }, at, subject });
}

/** Proposes a role that the standard binds, since who is bound knows when it does not fit. */
function scaffold(handbook: Handbook, standard: Standard) {
  const [role] = targetsOf(handbook, standard, '/appliesTo', 'role');
  return {
    description: {
      en: 'Add "flex: { may: …, by: {role}, bounds: … }" to the standard.',
      'zh-CN': '在标准中加上 flex: { may: …, by: {role}, bounds: … }。',
    },
    data: { role: role?.id ?? '…' },
  };
}

function checkProcess(context: Context, process: Process): void {
  const { handbook, options, report } = context;
  const steps = [...(process.data.steps ?? []).entries()].filter(([, step]) => isStaffed(step));
  if (steps.length < options.least || hasFault(handbook, process)) return;
  const standardsOf = standardsOfSteps(handbook, process);
  const bound = steps.map(([index, step]) => {
    const standards = (standardsOf.get(index) ?? []).filter(inForce);
    const open = step.decision !== undefined || standards.some(isOpen);
    return { fixed: step.sop !== undefined || step.standard !== undefined, open, standards };
  });
  const message = bound.every(({ fixed, open }) => fixed && !open)
    ? 'fixed'
    : bound.some(({ fixed }) => fixed) || isGoverned(handbook, process)
      ? undefined
      : 'free';
  if (!message) return;
  // Whoever gives those standards room mends the process too.
  if (message === 'fixed' && bound.some(({ standards }) => standards.some(lacksRoom(options.exempt)))) return;
  report({
    message,
    data: { process: process.id, count: steps.length },
    at: process.at('/name'),
    subject: `${process.key}/flex`,
  });
}

type StepData = NonNullable<Process['data']['steps']>[number];

/** A step that people do themselves; a sub-process is judged by its own steps. */
function isStaffed({ lane, mode, process }: StepData): boolean {
  if (lane === undefined || lane === 'customer' || lane === 'evidence' || process !== undefined) return false;
  return mode !== 'automatic' && mode !== 'self-service' && mode !== 'ai';
}

/** What is only recommended leaves room by itself. */
function isOpen({ data }: Standard): boolean {
  return data.level !== 'shall' || data.flex !== undefined;
}

function lacksRoom(exempt: readonly string[]): (standard: Standard) => boolean {
  return (standard) => !isOpen(standard) && !isExempt(standard, exempt);
}

/** Whether a standard or an SOP speaks of the process from outside. */
function isGoverned(handbook: Handbook, process: Process): boolean {
  return handbook
    .referencedBy(process)
    .some(({ from }) => (from.kind === 'standard' || from.kind === 'sop') && inForce(from));
}
