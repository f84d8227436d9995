import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { rolesOfSteps } from '../../graph/questions/roles-of-steps.ts';
import type { Remedy } from '../../model/finding.ts';
import type { Localised } from '../../model/message.ts';
import { wordList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'missing' | 'incomplete' | 'nobody' | 'retired';
type Process = Entity<'process'>;
type StepData = NonNullable<Process['data']['steps']>[number];
type Part = 'role' | 'trigger' | 'segment';

interface Options {
  require: Part[];
}

type Context = RuleContext<MessageId, Options>;

const partWords: Record<Part, Localised> = {
  role: { en: 'who takes over ("role")', 'zh-CN': '由谁接手（role）' },
  trigger: { en: 'when ("trigger")', 'zh-CN': '何时接手（trigger）' },
  segment: { en: 'for whom above all ("segment")', 'zh-CN': '主要照顾谁（segment）' },
};

const modeWords: Record<string, Localised> = {
  'self-service': { en: 'by the customer at a machine', 'zh-CN': '自助' },
  automatic: { en: 'automatically', 'zh-CN': '自动' },
  ai: { en: 'by AI', 'zh-CN': '由人工智能' },
};

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require a person who takes over, and when and for whom, wherever customers deal with a machine.',
      'zh-CN': '客户与机器打交道的步骤都应写明由谁、何时、为谁人工接手。',
    },
    severity: 'error',
    claims: ['S2-15', 'S3-21', 'S3-34', 'S3-35', 'S4-11'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        require: {
          type: 'array',
          items: { type: 'string', enum: Object.keys(partWords) },
          uniqueItems: true,
          maxItems: 3,
          default: Object.keys(partWords),
        },
      },
    },
  },
  messages: {
    missing: {
      en: 'Step "{step}" is done {mode}, and no person stands behind it; expected "fallback" with a role, a trigger and a segment. Say who takes over, when and for whom.',
      'zh-CN':
        '步骤“{step}”{mode}完成，背后却没有人，应有 fallback，写明岗位、触发条件和客群；请写明由谁、何时、为谁接手。',
    },
    incomplete: {
      en: 'The fallback of step "{step}" does not say {missing}; expected a customer who is stuck to know that somebody comes. Add it.',
      'zh-CN': '步骤“{step}”的人工兜底没有写明{missing}，应让遇到困难的客户知道有人会来；请补上。',
    },
    retired: {
      en: 'The fallback of step "{step}" is role "{role}", which is no longer in force; expected a role that exists today. Name another.',
      'zh-CN': '步骤“{step}”的人工兜底岗位“{role}”已不在用，应为现有的岗位；请改为其他岗位。',
    },
    nobody: {
      en: 'In the whole of digital service "{service}" customers meet nobody; expected a person they can turn to. Add a step at the frontstage, or a "fallback" to one of its steps.',
      'zh-CN':
        '数字化服务“{service}”从头到尾没有人出现，应有客户可以找到的人；请增加前台步骤，或为某个步骤填写 fallback。',
    },
  },
  check(context) {
    const { handbook } = context;
    const processes = handbook.all('process').filter(inForce);
    for (const process of context.each(processes)) checkSteps(context, process);
    for (const service of context.each(handbook.all('service'))) {
      if (inForce(service) && service.data.mode === 'digital') checkService(context, service, processes);
    }
  },
});

// helpers

function checkSteps({ handbook, options, report }: Context, process: Process): void {
  // Where the handbook has no segments, none can be named.
  const required = options.require.filter(
    (part) => part !== 'segment' || handbook.all('segment').some(inForce),
  );
  let remedy: Remedy | undefined;
  for (const [index, step] of (process.data.steps ?? []).entries()) {
    const pointer = `/steps/${index}`;
    if (!isMachine(step) || step.id === undefined || hasFaultIn(handbook, process, pointer)) continue;
    const subject = `${process.key}#${step.id}/fallback`;
    const { fallback } = step;
    if (!fallback) {
      remedy ??= scaffold(handbook, process, required);
      report({
        message: 'missing',
        data: { step: step.id, mode: modeWords[step.mode!]! },
        at: process.at(`${pointer}/id`),
        subject,
        suggest: [remedy],
      });
      continue;
    }
    const missing = required.filter((part) => fallback[part] === undefined);
    const role = handbook.referenceAt(process, `${pointer}/fallback/role`)?.target;
    if (missing.length > 0) {
      const data = { step: step.id, missing: wordList(missing.map((part) => partWords[part])) };
      report({ message: 'incomplete', data, at: process.keyAt(`${pointer}/fallback`), subject });
    } else if (role?.sound && !inForce(role)) {
      const at = process.at(`${pointer}/fallback/role`);
      report({ message: 'retired', data: { step: step.id, role: role.id }, at, subject });
    }
  }
}

/** What runs behind the scenes may run without people; what customers meet may not. */
function isMachine({ lane, mode }: StepData): boolean {
  if (mode === 'self-service') return true;
  return (mode === 'ai' || mode === 'automatic') && (lane === 'frontstage' || lane === 'customer');
}

/** A service whose machine steps are reported one by one needs no finding for the whole. */
function checkService({ handbook, report }: Context, service: Entity, processes: readonly Process[]): void {
  const own = processes.filter((each) => handbook.referenceAt(each, '/service')?.target === service);
  const steps = own.flatMap(({ data }) => data.steps ?? []);
  if (steps.length === 0 || steps.some((step) => step.fallback || isMachine(step) || isPerson(step))) return;
  report({
    message: 'nobody',
    data: { service: service.id },
    at: service.at('/mode'),
    subject: `${service.key}/mode`,
  });
}

function isPerson({ lane, mode }: StepData): boolean {
  return lane === 'frontstage' && mode !== 'automatic' && mode !== 'ai';
}

/** Proposes the role that meets customers in this process already. */
function scaffold(handbook: Handbook, process: Process, required: readonly Part[]): Remedy {
  const steps = process.data.steps ?? [];
  const acting = [...rolesOfSteps(handbook, process)].find(([index]) => steps[index]?.lane === 'frontstage');
  const role = acting?.[1][0]?.id ?? '…';
  const parts = required.map((part) => (part === 'role' ? `role: ${role}` : `${part}: …`));
  return {
    description: {
      en: 'Add "fallback: { {parts} }" to the step.',
      'zh-CN': '在该步骤中加上 fallback: { {parts} }。',
    },
    data: { parts: parts.join(', ') },
  };
}
