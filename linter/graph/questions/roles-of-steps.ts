import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';

/**
 * The roles that answer for each step of a process, by the step's place in the file; a step without a known
 * role is absent. Linear in the size of the process.
 */
export function rolesOfSteps(
  handbook: Handbook,
  process: Entity<'process'>,
): ReadonlyMap<number, readonly Entity<'role'>[]> {
  const found = new Map<number, Entity<'role'>[]>();
  for (const { pointer, target, failure } of handbook.referencesOf(process)) {
    const index = /^\/steps\/(\d+)\/role(?:\/\d+)?$/.exec(pointer ?? '')?.[1];
    if (index === undefined || failure || target?.kind !== 'role') continue;
    const list = found.get(Number(index));
    if (list) list.push(target as Entity<'role'>);
    else found.set(Number(index), [target as Entity<'role'>]);
  }
  return found;
}
