import type { Kind } from '../../model/kinds.ts';
import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';

/**
 * The entities of one kind that a field, or the items and fields below it, refer to; each once, in the order
 * of the file. What could not be resolved is left out: references/resolves speaks of it.
 *
 * @example targetsOf(handbook, training, '/roles', 'role')
 */
export function targetsOf<K extends Kind>(
  handbook: Handbook,
  from: Entity,
  field: string,
  kind: K,
): Entity<K>[] {
  const found = new Set<Entity>();
  for (const { pointer, target, failure } of handbook.referencesOf(from)) {
    if (failure || !target || target.kind !== kind) continue;
    if (pointer === field || pointer?.startsWith(`${field}/`)) found.add(target);
  }
  return [...found] as Entity<Kind>[] as Entity<K>[];
}
