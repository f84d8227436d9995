import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { type Grant, grantsOf, superiorsOf } from '../../graph/questions/grants.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  meta: {
    summary: {
      en: 'Require every grant to say how far it goes: an amount with currency and basis, or a written condition.',
      'zh-CN': '每项授权都应写明范围：金额、币种和计算基准，或书面条件。',
    },
    severity: 'error',
    claims: ['S3-14'],
    fix: 'suggestion',
  },
  messages: {
    missing: {
      en: 'The grant to "{role}" states no limit; expected an amount with its basis, or a written condition. Add "limit" and "per", or "condition".',
      'zh-CN':
        '给“{role}”的授权没有写限额，应有金额和计算基准，或书面条件；请补上 limit 和 per，或 condition。',
    },
    basis: {
      en: 'Limit "{limit}" of "{role}" does not say per what; expected a basis such as case, guest, stay or day. Add "per: case".',
      'zh-CN':
        '“{role}”的限额“{limit}”没有写按什么计算，应有基准，如 case（每次）、guest（每位客户）、stay（每次入住）、day（每天）；请补上 per: case。',
    },
    twoBases: {
      en: 'Limit "{limit}" and "per: {per}" name two bases; expected one. Delete one of them.',
      'zh-CN': '限额“{limit}”与 per: {per} 写了两个计算基准，应只有一个；请删除其中一个。',
    },
    none: {
      en: 'Role "{role}" decides without a limit although "{above}" stands above it here; expected "none" for the top only. Write an amount.',
      'zh-CN': '岗位“{role}”不设上限，而“{above}”在此授权中位于其上，只有最高一级可写 none；请写明金额。',
    },
  },
  check({ handbook, report }) {
    for (const right of handbook.all('decision-right')) {
      if (!inForce(right)) continue;
      const grants = grantsOf(handbook, right);
      for (const grant of grants) {
        const { pointer, roleId: role } = grant;
        const { limit, per, condition } = right.data.grants![grant.index]!;
        const subject = `${right.key}/grants/${role}`;
        if (limit === undefined) {
          if (condition === undefined && !hasFaultIn(handbook, right, pointer))
            report({ message: 'missing', data: { role }, at: right.at(`${pointer}/role`), subject });
          continue;
        }
        const at = right.at(`${pointer}/limit`);
        const above = grant.limit?.kind === 'unlimited' ? aboveOf(handbook, grant, grants) : undefined;
        if (above) report({ message: 'none', data: { role, above: above.id }, at, subject });
        if (grant.limit?.kind !== 'money') continue;
        if (grant.limit.per === undefined) {
          // What was written as the basis may have been refused.
          if (hasFaultIn(handbook, right, pointer)) continue;
          const text = `${limit} per case`;
          report({
            message: 'basis',
            data: { limit, role },
            at,
            subject,
            suggest: [
              {
                description: { en: 'Write "{text}".', 'zh-CN': '改为“{text}”。' },
                data: { text },
                edits: [{ file: at.file, start: at.span[0], end: at.span[1], text }],
              },
            ],
          });
        } else if (per !== undefined && per !== grant.limit.per) {
          report({ message: 'twoBases', data: { limit, per }, at: right.at(`${pointer}/per`), subject });
        }
      }
    }
  },
});

// helpers

/** Whom the role passes on to, or a superior whose own power here is limited. */
function aboveOf(handbook: Handbook, grant: Grant, grants: readonly Grant[]): Entity | undefined {
  if (grant.escalate) return grant.escalate;
  if (!grant.role) return undefined;
  const superiors = superiorsOf(handbook, grant.role);
  return grants.find(({ role, limit }) => role && limit?.kind === 'money' && superiors.includes(role))?.role;
}
