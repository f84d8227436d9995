import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { question } from '../question.ts';
import { inForce } from './in-force.ts';
import { rolesOfSteps } from './roles-of-steps.ts';
import { targetsOf } from './targets-of.ts';

/**
 * The SOPs in force that each role works by: those that name the role, and those of the steps it performs.
 *
 * @returns a look-up, empty for a role without SOPs
 */
export function sopsByRole(handbook: Handbook): (role: Entity<'role'>) => ReadonlySet<Entity<'sop'>> {
  const found = given(handbook);
  return (role) => found.get(role) ?? new Set();
}

// helpers

const given = question('sops-by-role', (handbook) => {
  const found = new Map<Entity<'role'>, Set<Entity<'sop'>>>();
  const add = (role: Entity<'role'>, sop: Entity<'sop'>) => {
    const sops = found.get(role);
    if (sops) sops.add(sop);
    else found.set(role, new Set([sop]));
  };
  for (const sop of handbook.all('sop')) {
    if (!inForce(sop)) continue;
    for (const role of targetsOf(handbook, sop, '/roles', 'role')) add(role, sop);
  }
  for (const process of handbook.all('process')) {
    if (!inForce(process)) continue;
    const roles = rolesOfSteps(handbook, process);
    for (const { pointer, target, failure } of handbook.referencesOf(process)) {
      const step = /^\/steps\/(\d+)\/sop$/.exec(pointer ?? '')?.[1];
      if (step === undefined || failure || target?.kind !== 'sop' || !inForce(target)) continue;
      for (const role of roles.get(Number(step)) ?? []) add(role, target as Entity<'sop'>);
    }
  }
  return found;
});
