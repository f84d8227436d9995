import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import { type ProcessStep, processGraph } from '../../graph/flow/process-graph.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { rolesOfSteps } from '../../graph/questions/roles-of-steps.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import { quotedList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Role = Entity<'role'>;

interface Options {
  between: 'roles' | 'units';
}

export default defineRule<'missing' | 'what' | 'receiver', Options>({
  meta: {
    summary: {
      en: 'Require a step to say what it hands over, and to whom, where another role takes over.',
      'zh-CN': '下一步由其他岗位执行时，步骤应写明交接什么、交给谁。',
    },
    severity: 'warning',
    claims: ['S1-05', 'S2-05'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { between: { type: 'string', enum: ['roles', 'units'], default: 'roles' } },
    },
  },
  messages: {
    missing: {
      en: 'Step "{step}" of "{role}" is followed by {receivers}, but nothing says what passes; expected "handoff". Write what is handed over and to whom.',
      'zh-CN':
        '步骤“{step}”之后由{receivers}接替“{role}”，却没有写明交接什么，应有 handoff；请写明交接的内容和接收岗位。',
    },
    what: {
      en: 'Step "{step}" hands over to {receivers} without saying what; expected "what". Name what must not have to be asked twice.',
      'zh-CN': '步骤“{step}”交接给{receivers}，却没有写明内容，应填写 what；请写明哪些不该再问第二遍。',
    },
    receiver: {
      en: 'Step "{step}" is followed by {receivers}, whom the handoff does not name; expected every receiver under "to". Add the role.',
      'zh-CN': '步骤“{step}”之后由{receivers}接手，交接中却没有写明，to 中应列出每个接收岗位；请补上。',
    },
  },
  check({ each, handbook, options, report }) {
    for (const process of each(handbook.all('process'))) {
      if (!inForce(process)) continue;
      const roles = rolesOfSteps(handbook, process);
      for (const step of processGraph(process).steps) {
        const [role] = isStaffed(step) ? (roles.get(step.index) ?? []) : [];
        if (!role) continue;
        const receivers = receiversAfter(step, role);
        if (receivers.length === 0 || hasFaultIn(handbook, process, step.pointer)) continue;
        const data = { step: step.id, role: role.id, receivers: quotedList(receivers.map(({ id }) => id)) };
        const subject = `${process.key}#${step.id}`;
        const { handoff } = step.data;
        if (!handoff) {
          const description = {
            en: 'Add "handoff: { to: {to}, what: … }" to the step.',
            'zh-CN': '在步骤中加上“handoff: { to: {to}, what: … }”。',
          };
          const to =
            receivers.length === 1 ? receivers[0]!.id : `[${receivers.map(({ id }) => id).join(', ')}]`;
          const suggest = [{ description, data: { to } }];
          report({ message: 'missing', data, at: process.at(`${step.pointer}/id`), subject, suggest });
          continue;
        }
        const at = process.keyAt(`${step.pointer}/handoff`);
        if (!handoff.what) report({ message: 'what', data, at, subject: `${subject}/handoff` });
        const left = notNamed(handbook, process, step, receivers);
        if (left.length === 0) continue;
        const receiversLeft = { ...data, receivers: quotedList(left.map(({ id }) => id)) };
        report({
          message: 'receiver',
          data: receiversLeft,
          at: handoff.to ? process.at(`${step.pointer}/handoff/to`) : at,
          subject: `${subject}/handoff/to`,
        });
      }

      function receiversAfter(step: ProcessStep, role: Role): Role[] {
        const found = new Set<Role>();
        for (const { to } of step.next) {
          if (!to || to === 'end' || !isStaffed(to)) continue;
          // A step that several roles answer for is a matter of ownership/step-role.
          const [receiver] = roles.get(to.index) ?? [];
          if (receiver && receiver !== role && differs(handbook, role, receiver, options))
            found.add(receiver);
        }
        return [...found];
      }
    }
  },
});

// helpers

/** What the customer carries from one role to the next, or a system does by itself, staff need not pass on. */
function isStaffed({ data: { lane, mode } }: ProcessStep): boolean {
  return lane !== 'customer' && lane !== 'evidence' && mode !== 'automatic';
}

function differs(handbook: Handbook, role: Role, receiver: Role, { between }: Options): boolean {
  if (between === 'roles') return true;
  const unitOf = (each: Role) => handbook.referenceAt(each, '/unit')?.target;
  return unitOf(role) !== unitOf(receiver);
}

/** The receivers that a handoff leaves out; none where it names one that cannot be resolved. */
function notNamed(
  handbook: Handbook,
  process: Entity<'process'>,
  { pointer, data }: ProcessStep,
  receivers: readonly Role[],
): Role[] {
  const written = [data.handoff?.to ?? []].flat().length;
  const named = targetsOf(handbook, process, `${pointer}/handoff/to`, 'role');
  return named.length < written ? [] : receivers.filter((each) => !named.includes(each));
}
