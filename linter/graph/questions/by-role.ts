import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { inForce } from './in-force.ts';
import { targetsOf } from './targets-of.ts';

/**
 * The training or the incentives in force for each role; `all` in their `roles` means every role.
 *
 * @returns a look-up, empty for a role that none is for
 */
export function byRole<K extends 'training' | 'incentive'>(
  handbook: Handbook,
  kind: K,
): (role: Entity<'role'>) => readonly Entity<K>[] {
  const forEverybody: Entity<K>[] = [];
  const forSome = new Map<Entity<'role'>, Entity<K>[]>();
  for (const entity of handbook.all(kind)) {
    if (!inForce(entity)) continue;
    if ((entity.data.roles as string[] | undefined)?.includes('all')) {
      forEverybody.push(entity);
      continue;
    }
    for (const role of targetsOf(handbook, entity, '/roles', 'role')) {
      const list = forSome.get(role);
      if (list) list.push(entity);
      else forSome.set(role, [entity]);
    }
  }
  return (role) => [...(forSome.get(role) ?? []), ...forEverybody];
}
