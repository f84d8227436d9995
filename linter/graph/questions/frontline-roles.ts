import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { inForce } from './in-force.ts';
import { isMachineStep, servesColleagues } from './meets-customers.ts';
import { rolesOfSteps } from './roles-of-steps.ts';

/**
 * The roles in force that meet customers: those that say so, and those that say nothing but act in a frontstage
 * step. Whoever answers for a machine, or serves colleagues, does not meet customers by that.
 */
export function frontlineRoles(handbook: Handbook): ReadonlySet<Entity<'role'>> {
  const acting = new Set<Entity<'role'>>();
  for (const process of handbook.all('process')) {
    if (!inForce(process) || servesColleagues(handbook, process)) continue;
    for (const [index, roles] of rolesOfSteps(handbook, process)) {
      const step = process.data.steps?.[index];
      if (step?.lane === 'frontstage' && !isMachineStep(step)) for (const role of roles) acting.add(role);
    }
  }
  return new Set(
    handbook.all('role').filter((role) => inForce(role) && (role.data.frontline ?? acting.has(role))),
  );
}
