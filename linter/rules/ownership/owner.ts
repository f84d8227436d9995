import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { entityQuestion, question } from '../../graph/question.ts';
import type { Remedy } from '../../model/finding.ts';
import type { Template } from '../../model/message.ts';
import { defineRule } from '../rule.ts';

const statusHere: Template = { en: 'Its status stands here.', 'zh-CN': '状态写在这里。' };
const takeOver: Template = { en: 'Name "{successor}" as the owner.', 'zh-CN': '改由“{successor}”负责。' };

export default defineRule({
  meta: {
    summary: {
      en: 'Require every entry to be owned by an active role of an existing unit.',
      'zh-CN': '每个条目都应由现有部门中生效的岗位负责。',
    },
    severity: 'error',
    claims: ['S2-04', 'S4-17'],
    fix: 'suggestion',
  },
  messages: {
    retired: {
      en: 'Owner "{owner}" is retired; expected an active role. Name the role that answers for this now.',
      'zh-CN': '负责岗位“{owner}”已停用，应为生效的岗位；请写明现在由哪个岗位负责。',
    },
    draft: {
      en: 'Owner "{owner}" is still a draft; expected an active role. Activate the role or name another.',
      'zh-CN': '负责岗位“{owner}”仍是草稿，应为生效的岗位；请启用该岗位，或另写一个岗位。',
    },
    unitRetired: {
      en: 'Role "{role}" owns {count} of the entries, but its unit "{unit}" is retired; expected an existing unit. Move the role to another unit, or pass on what it owns.',
      'zh-CN':
        '岗位“{role}”负责 {count} 个条目，但所在部门“{unit}”已停用，应设在现有部门；请调整岗位所属部门，或把条目交给其他岗位。',
    },
  },
  check({ each, handbook, report }) {
    for (const entity of each(handbook.entities)) {
      // What is no longer in force keeps its last owner as a record.
      if (!entity.sound || entity.status === 'retired') continue;
      const owner = ownerOf(handbook, entity);
      if (!owner) continue;
      const { status } = owner;
      if (status === 'retired' || status === 'draft') {
        report({
          message: status,
          data: { owner: owner.id },
          at: entity.at('/owner'),
          subject: `${entity.key}/owner`,
          related: [{ at: owner.at('/status'), template: statusHere }],
          suggest: successorsOf(handbook, owner).map((successor) => replaceOwner(entity, successor)),
        });
      }
    }
    for (const [role, count] of entriesOwned(handbook)) {
      const unit = handbook.referenceAt(role, '/unit')?.target;
      if (unit?.status !== 'retired') continue;
      report({
        message: 'unitRetired',
        data: { role: role.id, unit: unit.id, count },
        at: role.at('/unit'),
        subject: `${role.key}/unit`,
        related: [{ at: unit.at('/status'), template: statusHere }],
      });
    }
  },
});

// helpers

const keyOfOwner = entityQuestion('owner', (handbook, entity) => ownerOf(handbook, entity)?.key ?? '');

/** How many entries each role answers for, in the order of the first of them. */
const entriesOwned = question('entries-owned', (handbook): ReadonlyMap<Entity<'role'>, number> => {
  const owned = new Map<Entity<'role'>, number>();
  for (const entity of handbook.entities) {
    if (!entity.sound || entity.status === 'retired') continue;
    const owner = handbook.find(keyOfOwner(handbook, entity)) as Entity<'role'> | undefined;
    if (owner && owner.status !== 'retired' && owner.status !== 'draft')
      owned.set(owner, (owned.get(owner) ?? 0) + 1);
  }
  return owned;
});

/** An owner that cannot be found is a matter of references/resolves. */
function ownerOf(handbook: Handbook, entity: Entity): Entity<'role'> | undefined {
  const target = handbook.referenceAt(entity, '/owner')?.target;
  return target?.kind === 'role' && target.sound ? (target as Entity<'role'>) : undefined;
}

/** The roles that replace a role, else the one it reports to. */
function successorsOf(handbook: Handbook, role: Entity<'role'>): Entity[] {
  const replacing = handbook
    .referencedBy(role)
    .filter(({ from, pointer }) => from.kind === 'role' && pointer?.startsWith('/supersedes'))
    .map(({ from }) => from);
  const above = handbook.referenceAt(role, '/reportsTo')?.target;
  const candidates = replacing.length > 0 ? replacing : above ? [above] : [];
  return candidates.filter(({ data }) => data.status !== 'retired' && data.status !== 'draft');
}

function replaceOwner(entity: Entity, successor: Entity): Remedy {
  const { file, span } = entity.at('/owner');
  return {
    description: takeOver,
    data: { successor: successor.id },
    edits: [{ file, start: span[0], end: span[1], text: successor.id }],
  };
}
