import { type Money, parseLimit, type Unlimited } from '../../model/quantity.ts';
import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';

/** What one role may decide under a decision right, with what the file says made comparable. */
export interface Grant {
  index: number;
  /** Where it stands in the decision right: `/grants/0`. */
  pointer: string;
  /** As written; the entity where it resolves. */
  roleId: string;
  role: Entity<'role'> | undefined;
  /** With its basis, wherever that is written; undefined where none is stated or it cannot be read. */
  limit: Money | Unlimited | undefined;
  escalate: Entity<'role'> | undefined;
  within: string | undefined;
}

/** The grants of a decision right in the order of the file. */
export function grantsOf(handbook: Handbook, right: Entity<'decision-right'>): Grant[] {
  const roleAt = (pointer: string) => {
    const target = handbook.referenceAt(right, pointer)?.target;
    return target?.kind === 'role' ? (target as Entity<'role'>) : undefined;
  };
  return (right.data.grants ?? []).map((grant, index) => {
    const pointer = `/grants/${index}`;
    return {
      index,
      pointer,
      roleId: grant.role ?? '',
      role: roleAt(`${pointer}/role`),
      limit: limitOf(grant.limit, grant.per),
      escalate: roleAt(`${pointer}/escalate`),
      within: grant.within,
    };
  });
}

/** The roles above a role, nearest first; a cycle in who reports to whom is walked once. */
export function superiorsOf(handbook: Handbook, role: Entity): Entity<'role'>[] {
  const above = new Set<Entity<'role'>>();
  let next = handbook.referenceAt(role, '/reportsTo')?.target as Entity<'role'> | undefined;
  while (next && next !== role && !above.has(next)) {
    above.add(next);
    next = handbook.referenceAt(next, '/reportsTo')?.target as Entity<'role'> | undefined;
  }
  return [...above];
}

// helpers

/** The basis stands in the amount («30 CNY per case») or beside it (`per: case`). */
function limitOf(written: string | undefined, per: string | undefined): Money | Unlimited | undefined {
  const parsed = written === undefined ? undefined : parseLimit(written);
  if (!parsed?.ok) return undefined;
  const { value } = parsed;
  return value.kind === 'money' && value.per === undefined && per !== undefined ? { ...value, per } : value;
}
