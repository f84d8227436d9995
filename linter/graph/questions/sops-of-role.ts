import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { entityQuestion, question } from '../question.ts';
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

/** Which role is given which SOP by an SOP itself, or by the steps of a process; as pairs of keys. */
const givenBy = entityQuestion('sops-given', (handbook, entity: Entity<'sop'> | Entity<'process'>) => {
  if (entity.kind === 'sop')
    return targetsOf(handbook, entity as Entity, '/roles', 'role').map(({ key }) => [key, entity.key]);
  const pairs: [role: string, sop: string][] = [];
  const roles = rolesOfSteps(handbook, entity as Entity<'process'>);
  for (const { pointer, target, failure } of handbook.referencesOf(entity as Entity)) {
    const step = /^\/steps\/(\d+)\/sop$/.exec(pointer ?? '')?.[1];
    if (step === undefined || failure || target?.kind !== 'sop' || !inForce(target)) continue;
    for (const role of roles.get(Number(step)) ?? []) pairs.push([role.key, target.key]);
  }
  return pairs;
});

const given = question('sops-by-role', (handbook) => {
  const found = new Map<Entity<'role'>, Set<Entity<'sop'>>>();
  for (const entity of [...handbook.all('sop'), ...handbook.all('process')]) {
    if (!inForce(entity)) continue;
    for (const pair of givenBy(handbook, entity)) {
      const role = handbook.find(pair[0]!) as Entity<'role'>;
      const sop = handbook.find(pair[1]!) as Entity<'sop'>;
      const sops = found.get(role);
      if (sops) sops.add(sop);
      else found.set(role, new Set([sop]));
    }
  }
  return found;
});
