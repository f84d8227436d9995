import type { Entity } from '../../graph/entity.ts';
import { hasFault } from '../../graph/file-fault.ts';
import { frontlineRoles } from '../../graph/questions/frontline-roles.ts';
import { grantsOf } from '../../graph/questions/grants.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { allReadable } from '../../graph/readable.ts';
import { quotedList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Level = NonNullable<Entity<'role'>['data']['level']>;

const levels: readonly Level[] = ['staff', 'supervisor', 'manager', 'executive', 'board'];

export default defineRule<'usage' | 'roles', { levels: Level[] }>({
  meta: {
    summary: {
      en: 'Require decision rights to show how much they are used, and staff behind the scenes to have some.',
      'zh-CN': '授权应有使用情况的指标，幕后员工也应有可自行决定的事。',
    },
    severity: 'info',
    claims: ['S3-15', 'S5-17'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        levels: {
          type: 'array',
          items: { type: 'string', enum: levels },
          uniqueItems: true,
          maxItems: levels.length,
          default: ['staff', 'supervisor'],
        },
      },
    },
  },
  messages: {
    usage: {
      en: 'Nothing shows how often decision right "{right}" is used; expected a metric, since a right that nobody dares to use is none. Add "usage".',
      'zh-CN': '看不出授权“{right}”用了多少次，应有指标：没人敢用的授权等于没有；请填写 usage。',
    },
    roles: {
      en: 'Behind the scenes {roles} may decide nothing; expected every employee to be able to put something right. Add each to the grants of a decision right.',
      'zh-CN':
        '幕后岗位{roles}没有任何授权，每位员工都应能当场纠正些什么；请把这些岗位加入某项授权的 grants。',
    },
  },
  check({ handbook, options, report }) {
    const rights = handbook.all('decision-right').filter(inForce);
    // Without any right there is nothing to use; authority/frontline-grant speaks of that.
    if (rights.length === 0) return;
    for (const right of rights) {
      if (right.data.usage !== undefined || hasFault(handbook, right)) continue;
      const data = { right: right.id };
      report({ message: 'usage', data, at: right.at('/name'), subject: `${right.key}/usage` });
    }
    const frontline = frontlineRoles(handbook);
    const granted = new Set(rights.flatMap((right) => grantsOf(handbook, right).map(({ role }) => role)));
    const without = handbook.all('role').filter((role) => {
      const { level = 'staff' } = role.data;
      return inForce(role) && options.levels.includes(level) && !frontline.has(role) && !granted.has(role);
    });
    const [first] = without;
    if (!first || !allReadable(handbook, 'decision-right')) return;
    // One finding for all of them: one right that stops bad work may serve them all.
    report({
      message: 'roles',
      data: { roles: quotedList(without.map(({ id }) => id)) },
      at: first.at('/name'),
      subject: `${handbook.company?.key ?? 'company:company'}/grants`,
    });
  },
});
