import { hasFaultIn } from '../../graph/faults.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  meta: {
    summary: {
      en: 'Require exactly one accountable role for every step that is not the customer’s.',
      'zh-CN': '除客户自己的步骤外，每个步骤应有且只有一个负责岗位。',
    },
    severity: 'error',
    claims: ['S2-04'],
    fix: 'none',
  },
  messages: {
    missing: {
      en: 'Step "{step}" has no accountable role; expected "role" with one role. Name who answers for it.',
      'zh-CN': '步骤“{step}”没有负责岗位；应在 role 中填写一个岗位，写明由谁负责。',
    },
    several: {
      en: 'Step "{step}" has {count} accountable roles: {roles}; expected exactly one. Keep one under "role" and move the rest to "with".',
      'zh-CN':
        '步骤“{step}”有 {count} 个负责岗位：{roles}；应只有一个。请在 role 中保留一个，其余移到 with。',
    },
  },
  check({ each, handbook, report }) {
    for (const process of each(handbook.all('process'))) {
      if (process.data.status === 'retired') continue;
      for (const [index, step] of (process.data.steps ?? []).entries()) {
        if (step.id === undefined || step.lane === undefined || step.lane === 'customer') continue;
        const pointer = `/steps/${index}`;
        const subject = `${process.key}#${step.id}`;
        const roles = [step.role ?? []].flat();
        if (roles.length > 1) {
          const data = { step: step.id, count: roles.length, roles: listed(roles) };
          report({ message: 'several', at: process.at(`${pointer}/role`), subject, data });
        } else if (roles.length === 0 && !hasFaultIn(handbook, process, pointer)) {
          report({ message: 'missing', at: process.at(`${pointer}/id`), subject, data: { step: step.id } });
        }
      }
    }
  },
});

// helpers

function listed(roles: readonly string[]) {
  return {
    en: roles.map((role) => `"${role}"`).join(', '),
    'zh-CN': roles.map((role) => `“${role}”`).join('、'),
  };
}
