import type { Entity } from '../../graph/entity.ts';
import { hasFault } from '../../graph/file-fault.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { entityQuestion, question } from '../../graph/question.ts';
import { frontlineRoles } from '../../graph/questions/frontline-roles.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { leadsNowhere } from '../../graph/questions/leads-nowhere.ts';
import { isMachineStep, servesColleagues } from '../../graph/questions/meets-customers.ts';
import { allReadable } from '../../graph/readable.ts';
import type { Localised, Template } from '../../model/message.ts';
import { quotedList, wordList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'unstaged' | 'missing' | 'behind' | 'denied' | 'unit' | 'unitBehind';
type Process = Entity<'process'>;
type Role = Entity<'role'>;
type Lane = 'customer' | 'frontstage';
type Stage = 'contact' | 'confirm' | 'deliver' | 'feedback';

interface Options {
  stages: Stage[];
}

type Context = RuleContext<MessageId, Options>;

const laneWords: Record<Lane, Localised> = {
  customer: { en: 'a step of the customer', 'zh-CN': '顾客行为步骤' },
  frontstage: { en: 'a frontstage step', 'zh-CN': '前台行为步骤' },
};

const stageWords: Record<Stage, Localised> = {
  contact: { en: 'a step for contact', 'zh-CN': '接触阶段' },
  confirm: { en: 'a step that confirms the need', 'zh-CN': '确认需求阶段' },
  deliver: { en: 'a step for delivery', 'zh-CN': '交付阶段' },
  feedback: { en: 'a step that asks for feedback', 'zh-CN': '反馈阶段' },
};

const stepHere: Template = { en: 'The step stands here.', 'zh-CN': '该步骤在这里。' };

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require processes for customers to show customer and frontstage through every stage, with frontline roles at the frontstage.',
      'zh-CN': '面向客户的流程应写出顾客行为和前台行为，涵盖各阶段，并由一线岗位执行前台步骤。',
    },
    severity: 'warning',
    claims: ['S1-01', 'S1-15', 'S2-02', 'S4-04', 'S5-04'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        stages: {
          type: 'array',
          items: { type: 'string', enum: Object.keys(stageWords) },
          uniqueItems: true,
          maxItems: 4,
          default: Object.keys(stageWords),
        },
      },
    },
  },
  messages: {
    unstaged: {
      en: 'No step of process "{process}" states its stage; expected every stage from contact to feedback to have one. Add "stage" to the steps.',
      'zh-CN': '流程“{process}”的步骤都没有写阶段，从接触到反馈的每个阶段都应有步骤；请为步骤填写 stage。',
    },
    missing: {
      en: 'Process "{process}" lacks {missing}; expected the whole experience of the customer. Add the step, or set the "lane" or "stage" of the one that is meant.',
      'zh-CN':
        '流程“{process}”缺少{missing}，应写出客户的完整体验；请补上步骤，或为相应步骤填写正确的 lane 或 stage。',
    },
    behind: {
      en: 'Role "{role}" is said to be frontline, but all its steps are behind the scenes ({steps}); expected one at the frontstage. Correct the lane of the step, or delete "frontline".',
      'zh-CN':
        '岗位“{role}”标为一线，但它的步骤都在幕后（{steps}），应至少有一个前台步骤；请更正步骤的 lane，或删除 frontline。',
    },
    denied: {
      en: 'Role "{role}" is said not to be frontline, yet it meets customers in {steps}; expected a frontline role at the frontstage. Set "frontline: true", so that it gets the training and the rights it needs.',
      'zh-CN':
        '岗位“{role}”标为非一线，却在{steps}中接触客户，前台步骤应由一线岗位执行；请改为 frontline: true，让该岗位得到所需的培训和授权。',
    },
    unit: {
      en: 'Unit "{unit}" is said not to be frontline, yet its {roles} meet customers; expected a unit whose people meet customers to be frontline. Set "frontline: true", or correct the unit of the role.',
      'zh-CN':
        '部门“{unit}”标为非一线，但其岗位{roles}接触客户，有人接触客户的部门应为一线；请改为 frontline: true，或更正岗位所属的部门。',
    },
    unitBehind: {
      en: 'Unit "{unit}" is said to be frontline, but none of its roles meets customers; expected at least one. Delete "frontline", or correct its roles.',
      'zh-CN': '部门“{unit}”标为一线，但其岗位都不接触客户，至少应有一个；请删除 frontline，或更正其岗位。',
    },
  },
  check(context) {
    const { handbook } = context;
    for (const process of context.each(handbook.all('process')))
      if (inForce(process)) checkProcess(context, process);
    for (const role of context.each(handbook.all('role')))
      if (inForce(role)) checkRole(context, role, actsOf(handbook, role));
    for (const unit of context.each(handbook.all('unit'))) if (inForce(unit)) checkUnit(context, unit);
  },
});

// helpers

function checkProcess({ handbook, options, report }: Context, process: Process): void {
  const steps = process.data.steps ?? [];
  if (steps.length === 0 || !facesCustomers(handbook, process) || hasFault(handbook, process)) return;
  const lanes = (['customer', 'frontstage'] as const).filter(
    (lane) => !steps.some((step) => step.lane === lane) && !isDigital(handbook, process, lane),
  );
  const unstaged = steps.every(({ stage }) => stage === undefined);
  const stages = unstaged ? [] : options.stages.filter((each) => !steps.some(({ stage }) => stage === each));
  const about = { at: process.at('/name'), subject: `${process.key}/stages` };
  if (lanes.length + stages.length > 0) {
    const missing = wordList([
      ...lanes.map((each) => laneWords[each]),
      ...stages.map((each) => stageWords[each]),
    ]);
    report({ message: 'missing', data: { process: process.id, missing }, ...about });
  } else if (unstaged && options.stages.length > 0) {
    report({ message: 'unstaged', data: { process: process.id }, ...about });
  }
}

/** A part of another process begins and ends there; colleagues are no customers. */
function facesCustomers(handbook: Handbook, process: Process): boolean {
  if (servesColleagues(handbook, process)) return false;
  return !handbook
    .referencedBy(process)
    .some(({ from, pointer }) => from.kind === 'process' && /^\/steps\/\d+\/process$/.test(pointer ?? ''));
}

/** Where the whole service is digital, a machine may be all that the customer meets. */
function isDigital(handbook: Handbook, process: Process, lane: Lane): boolean {
  return lane === 'frontstage' && serviceOf(handbook, process)?.data.mode === 'digital';
}

function serviceOf(handbook: Handbook, process: Process): Entity<'service'> | undefined {
  const target = handbook.referenceAt(process, '/service')?.target;
  return target?.kind === 'service' ? (target as Entity<'service'>) : undefined;
}

function checkRole({ handbook, report }: Context, role: Role, acts: readonly Act[]): void {
  const { frontline } = role.data;
  if (frontline === undefined || acts.length === 0) return;
  const onStage = acts.filter(({ faces }) => faces);
  const message = frontline ? 'behind' : 'denied';
  if (frontline ? acts.some(({ meets }) => meets) : onStage.length === 0) return;
  const shown = frontline ? acts : onStage;
  report({
    message,
    data: { role: role.id, steps: quotedList([...new Set(shown.map(({ step }) => step))], 4) },
    at: role.at('/frontline'),
    subject: `${role.key}/frontline`,
    related: shown.slice(0, 3).map(({ process, pointer }) => ({
      at: handbook.find(process)!.at(`${pointer}/id`),
      template: stepHere,
    })),
  });
}

/** A unit is what its people are; one without roles of its own is not judged. */
function checkUnit({ handbook, report }: Context, unit: Entity<'unit'>): void {
  const { frontline } = unit.data;
  if (frontline === undefined) return;
  const roles = handbook
    .referencedBy(unit)
    .filter(({ from, pointer, failure }) => from.kind === 'role' && pointer === '/unit' && !failure)
    .map(({ from }) => from as Role);
  const meeting = roles.filter((role) => frontlineRoles(handbook).has(role));
  if (roles.length === 0 || frontline === meeting.length > 0) return;
  // Who meets customers is not known where a role, or what it does, cannot be read or found.
  if (!allReadable(handbook, 'role') || leadsNowhere(handbook, 'role') || leadsNowhere(handbook, 'service'))
    return;
  report({
    message: frontline ? 'unitBehind' : 'unit',
    data: { unit: unit.id, roles: quotedList(meeting.map(({ id }) => id)) },
    at: unit.at('/frontline'),
    subject: `${unit.key}/frontline`,
  });
}

/** What a role does in a step. */
type Act = {
  /** By its key. */
  process: string;
  pointer: string;
  /** The step's id. */
  step: string;
  /** Whether the role answers for a step in which customers deal with it, not with a machine or as colleagues. */
  faces: boolean;
  /** Whether the role may be met there, be it that it takes part or takes over. */
  meets: boolean;
};

/** What roles do in the steps of one process. */
const actsIn = entityQuestion('acts-in-process', (handbook, process: Process): (Act & { role: string })[] => {
  if (!inForce(process)) return [];
  const acts: (Act & { role: string })[] = [];
  const internal = servesColleagues(handbook, process);
  for (const { pointer = '', target, failure } of handbook.referencesOf(process)) {
    const found = /^(\/steps\/(\d+))\/(role|with|fallback|handoff)(?:\/|$)/.exec(pointer);
    if (!found || failure || target?.kind !== 'role' || found[3] === 'handoff') continue;
    const step = process.data.steps?.[Number(found[2])] ?? {};
    const { id = '', lane } = step;
    const faces = found[3] === 'role' && lane === 'frontstage' && !internal && !isMachineStep(step);
    // Whoever takes over from a machine meets the customer, in whichever lane the machine stands.
    const meets = lane === 'frontstage' || lane === 'customer' || found[3] === 'fallback';
    acts.push({ role: target.key, process: process.key, pointer: found[1]!, step: id, faces, meets });
  }
  return acts;
});

const actsByRole = question('acts-by-role', (handbook): ReadonlyMap<string, readonly Act[]> => {
  const acts = new Map<string, Act[]>();
  for (const process of handbook.all('process')) {
    for (const { role, ...act } of actsIn(handbook, process)) {
      const list = acts.get(role);
      if (list) list.push(act);
      else acts.set(role, [act]);
    }
  }
  return acts;
});

const actsOf = entityQuestion('acts-of-role', (handbook, role: Role): Act[] => [
  ...(actsByRole(handbook).get(role.key) ?? []),
]);
