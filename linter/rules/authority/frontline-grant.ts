import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { frontlineRoles } from '../../graph/questions/frontline-roles.ts';
import { type Grant, grantsOf } from '../../graph/questions/grants.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { allReadable } from '../../graph/readable.ts';
import type { Remedy } from '../../model/finding.ts';
import { quantityWords } from '../../model/quantity-words.ts';
import { quotedList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Role = Entity<'role'>;
type Right = Entity<'decision-right'>;

export default defineRule<'none' | 'powerless' | 'nothing'>({
  meta: {
    summary: {
      en: 'Require something to decide for every role that meets customers.',
      'zh-CN': '每个一线岗位都应有可自行决定的授权。',
    },
    severity: 'error',
    claims: ['S1-08', 'S1-09', 'S1-13', 'S3-12', 'S5-17'],
    fix: 'suggestion',
  },
  messages: {
    none: {
      en: 'The handbook has no decision right in force, though it has frontline roles ({roles}); expected each to decide something on the spot. Write the first one in the folder "decision-rights".',
      'zh-CN':
        '岗位{roles}直接接触客户，但手册中没有在用的授权，每个一线岗位都应能当场决定些什么；请在“decision-rights”文件夹中编写第一项授权。',
    },
    powerless: {
      en: 'Role "{role}" meets customers but may decide nothing; expected at least one grant. Add the role to the grants of a decision right, with a limit or a condition.',
      'zh-CN':
        '岗位“{role}”直接接触客户，却什么都不能决定，应至少有一项授权；请把该岗位加入某项授权的 grants，并写明限额或条件。',
    },
    nothing: {
      en: 'All that role "{role}" may decide is {limit}; expected a limit that solves something. Raise it.',
      'zh-CN': '岗位“{role}”能决定的只有 {limit}，限额应足以解决问题；请调高。',
    },
  },
  check({ handbook, report }) {
    const frontline = [...frontlineRoles(handbook)];
    const known = allReadable(handbook, 'decision-right');
    if (frontline.length === 0) return;
    const rights = handbook.all('decision-right').filter(inForce);
    if (rights.length === 0) {
      if (!known) return;
      // One finding says it better than one for every role.
      const place = handbook.company ?? frontline[0]!;
      const roles = quotedList(frontline.map(({ id }) => id));
      report({ message: 'none', data: { roles }, at: place.at('/name'), subject: `${place.key}/grants` });
      return;
    }
    const { grants, unread } = grantsByRole(handbook, rights);
    for (const role of frontline) {
      const own = grants.get(role) ?? [];
      if (own.length === 0 && unread.has(role)) continue;
      const subject = `${role.key}/grants`;
      if (own.length === 0) {
        if (!known) continue;
        const at = role.at('/name');
        const suggest = scaffold(handbook, role, rights);
        report({ message: 'powerless', data: { role: role.id }, at, subject, suggest });
      } else if (own.every(({ grant }) => isNothing(grant))) {
        const { right, grant } = own[0]!;
        report({
          message: 'nothing',
          data: { role: role.id, limit: grant.limit ? quantityWords(grant.limit) : '' },
          at: right.at(`${grant.pointer}/limit`),
          subject,
        });
      }
    }
  },
});

// helpers

function grantsByRole(handbook: Handbook, rights: readonly Right[]) {
  const grants = new Map<Role, { right: Right; grant: Grant }[]>();
  // Roles of grants in which the schema found fault: what they may decide is not known.
  const unread = new Set<Role>();
  for (const right of rights) {
    for (const grant of grantsOf(handbook, right)) {
      if (!grant.role) continue;
      const list = grants.get(grant.role);
      if (hasFaultIn(handbook, right, grant.pointer)) unread.add(grant.role);
      else if (list) list.push({ right, grant });
      else grants.set(grant.role, [{ right, grant }]);
    }
  }
  return { grants, unread };
}

/** A limit of no money, and no condition that would give it sense. */
function isNothing({ limit }: Grant): boolean {
  return limit?.kind === 'money' && Number(limit.number) === 0;
}

/** Proposes the right that a colleague of the same unit or the role above holds. */
function scaffold(handbook: Handbook, role: Role, rights: readonly Right[]): Remedy[] {
  const unit = handbook.referenceAt(role, '/unit')?.target;
  const superior = handbook.referenceAt(role, '/reportsTo')?.target;
  const near = ({ role: other }: Grant) =>
    other !== undefined && (other === superior || handbook.referenceAt(other, '/unit')?.target === unit);
  const right = rights.find((each) => grantsOf(handbook, each).some(near));
  if (!right) return [];
  return [
    {
      description: {
        en: 'Add "- { role: {role}, limit: …, per: case, escalate: {superior}, within: … }" to the grants of {file}.',
        'zh-CN':
          '在 {file} 的 grants 中加上“- { role: {role}, limit: …, per: case, escalate: {superior}, within: … }”。',
      },
      data: { role: role.id, superior: superior?.id ?? '…', file: right.file },
    },
  ];
}
