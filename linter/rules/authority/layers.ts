import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { type Grant, grantsOf } from '../../graph/questions/grants.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { quotedList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type Role = Entity<'role'>;
type MessageId = 'roles' | 'units' | 'escalation';

interface Options {
  layers: number;
  escalation: number;
}

type Context = RuleContext<MessageId, Options>;

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require few layers between the frontline and the top, and few steps up to a decision.',
      'zh-CN': '从一线到最高层的层级应在限度以内，逐级升级的次数也应如此。',
    },
    severity: 'warning',
    claims: ['S1-04', 'S1-08'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        layers: { type: 'integer', minimum: 1, maximum: 20, default: 5 },
        escalation: { type: 'integer', minimum: 1, maximum: 20, default: 3 },
      },
    },
  },
  messages: {
    roles: {
      en: 'There are {count} layers from {roles} up to "{top}" ({path}); expected at most {limit}. Take a layer out, or let a lower one report higher.',
      'zh-CN':
        '从岗位{roles}到“{top}”共有 {count} 层（{path}），应不超过 {limit} 层；请减少一层，或让下级直接向更高一级汇报。',
    },
    units: {
      en: 'Unit "{unit}" lies {count} layers deep ({path}); expected at most {limit}. Put it below a higher unit.',
      'zh-CN': '部门“{unit}”位于第 {count} 层（{path}），应不超过 {limit} 层；请让它直属更高一级的部门。',
    },
    escalation: {
      en: 'A case of decision right "{right}" may climb {count} times before it is decided ({path}); expected at most {limit}. Leave out a rung, or raise the limits of the lower ones.',
      'zh-CN':
        '授权“{right}”的一件事最多要升级 {count} 次才能定（{path}），应不超过 {limit} 次；请减少一级，或提高下级的限额。',
    },
  },
  check(context) {
    const { handbook, options } = context;
    const { layers = options.layers, escalation = options.escalation } = handbook.company?.data.limits ?? {};
    // Units that are as deep as their roles would only say the same again.
    if (!checkRoles(context, layers)) checkUnits(context, layers);
    for (const right of handbook.all('decision-right')) {
      if (inForce(right)) checkEscalation(context, right, escalation);
    }
  },
});

// helpers

/** One finding for the roles below the same superior: they are mended together. */
function checkRoles({ handbook, report }: Context, limit: number): boolean {
  const roles = handbook.all('role').filter(inForce);
  const leading = new Set(roles.map((role) => handbook.referenceAt(role, '/reportsTo')?.target));
  const depthOf = depths(handbook);
  const bySuperior = new Map<Role, Role[]>();
  for (const role of roles) {
    if (leading.has(role) || (depthOf(role) ?? 0) <= limit) continue;
    const superior = handbook.referenceAt(role, '/reportsTo')!.target as Role;
    const group = bySuperior.get(superior);
    if (group) group.push(role);
    else bySuperior.set(superior, [role]);
  }
  for (const group of bySuperior.values()) {
    const role = group[0]!;
    const chain = chainOf(handbook, role, '/reportsTo')!;
    report({
      message: 'roles',
      data: {
        roles: quotedList(group.map(({ id }) => id)),
        top: chain.at(-1)!.id,
        count: chain.length,
        path: pathOf(chain),
        limit,
      },
      at: role.at('/reportsTo'),
      subject: `${role.key}/layers`,
    });
  }
  return bySuperior.size > 0;
}

/**
 * How many layers each role has from itself to the top, both counted; undefined in and below a circle, which
 * references/circle speaks of. Each role is looked at once.
 */
function depths(handbook: Handbook): (role: Role) => number | undefined {
  const known = new Map<Role, number | undefined>();
  return (role) => {
    const climbed: Role[] = [];
    let each: Role | undefined = role;
    while (each && !known.has(each)) {
      known.set(each, undefined);
      climbed.push(each);
      each = handbook.referenceAt(each, '/reportsTo')?.target as Role | undefined;
    }
    let depth = each ? known.get(each) : 0;
    for (const below of climbed.reverse()) {
      depth = depth === undefined ? undefined : depth + 1;
      known.set(below, depth);
    }
    return known.get(role);
  };
}

function checkUnits({ handbook, report }: Context, limit: number): void {
  const units = handbook.all('unit').filter(inForce);
  const parents = new Set(units.map((unit) => handbook.referenceAt(unit, '/parent')?.target));
  for (const unit of units) {
    if (parents.has(unit)) continue;
    const chain = chainOf(handbook, unit, '/parent');
    if (!chain || chain.length <= limit) continue;
    report({
      message: 'units',
      data: { unit: unit.id, count: chain.length, path: pathOf(chain), limit },
      at: unit.at('/parent'),
      subject: `${unit.key}/layers`,
    });
  }
}

/** A role or unit and those above it; undefined where they go round in a circle. */
function chainOf(handbook: Handbook, lowest: Entity, field: string): Entity[] | undefined {
  const chain = new Set<Entity>();
  for (let each: Entity | undefined = lowest; each; ) {
    if (chain.has(each)) return undefined;
    chain.add(each);
    each = handbook.referenceAt(each, field)?.target;
  }
  return [...chain];
}

function checkEscalation(
  { handbook, report }: Context,
  right: Entity<'decision-right'>,
  limit: number,
): void {
  const grants = grantsOf(handbook, right);
  const byRole = new Map<Role, Grant>();
  for (const grant of grants) if (grant.role && !byRole.has(grant.role)) byRole.set(grant.role, grant);
  let longest: { grant: Grant; path: Role[] } | undefined;
  for (const grant of grants) {
    const path = climbFrom(grant, byRole);
    if (path && path.length > (longest?.path.length ?? 0)) longest = { grant, path };
  }
  if (!longest || longest.path.length - 1 <= limit) return;
  report({
    message: 'escalation',
    data: { right: right.id, count: longest.path.length - 1, path: pathOf(longest.path), limit },
    at: right.at(`${longest.grant.pointer}/escalate`),
    subject: `${right.key}/escalation`,
  });
}

/** The roles that a case may pass, the first included; undefined in a circle, which authority/ladder reports. */
function climbFrom(grant: Grant, byRole: ReadonlyMap<Role, Grant>): Role[] | undefined {
  const path = new Set<Role>();
  for (let role = grant.role, next: Grant | undefined = grant; role; ) {
    if (path.has(role)) return undefined;
    path.add(role);
    role = next?.escalate;
    next = role && byRole.get(role);
  }
  return [...path];
}

/** Nobody reads forty names: of a long way both ends are shown. */
function pathOf(entities: readonly Entity[]): string {
  const ids = entities.map(({ id }) => id);
  const shown = ids.length > 9 ? [...ids.slice(0, 4), '…', ...ids.slice(-4)] : ids;
  return shown.join(' → ');
}
