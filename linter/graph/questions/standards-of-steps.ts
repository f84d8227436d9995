import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';

/**
 * The standards in the handbook that each step of a process must meet, by the step's place in the file; a step
 * without a known standard is absent. Linear in the size of the process.
 */
export function standardsOfSteps(
  handbook: Handbook,
  process: Entity<'process'>,
): ReadonlyMap<number, readonly Entity<'standard'>[]> {
  const found = new Map<number, Entity<'standard'>[]>();
  for (const { pointer, target, failure } of handbook.referencesOf(process)) {
    const index = /^\/steps\/(\d+)\/standard(?:\/\d+)?$/.exec(pointer ?? '')?.[1];
    if (index === undefined || failure || target?.kind !== 'standard') continue;
    const list = found.get(Number(index));
    if (list) list.push(target as Entity<'standard'>);
    else found.set(Number(index), [target as Entity<'standard'>]);
  }
  return found;
}
