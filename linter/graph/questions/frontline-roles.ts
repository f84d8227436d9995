import type { Entity } from '../entity.ts';
import { entityQuestion, question } from '../question.ts';
import { inForce } from './in-force.ts';
import { isMachineStep, servesColleagues } from './meets-customers.ts';
import { rolesOfSteps } from './roles-of-steps.ts';

/** The roles that act frontstage in one process, by their keys. */
const actingIn = entityQuestion('acting-roles', (handbook, process: Entity<'process'>): string[] => {
  if (!inForce(process) || servesColleagues(handbook, process)) return [];
  const acting = new Set<string>();
  for (const [index, roles] of rolesOfSteps(handbook, process)) {
    const step = process.data.steps?.[index];
    if (step?.lane !== 'frontstage' || isMachineStep(step)) continue;
    for (const role of roles) acting.add(role.key);
  }
  return [...acting];
});

/**
 * The roles in force that meet customers: those that say so, and those that say nothing but act in a frontstage
 * step. Whoever answers for a machine, or serves colleagues, does not meet customers by that.
 */
export const frontlineRoles = question('frontline-roles', (handbook): ReadonlySet<Entity<'role'>> => {
  const acting = new Set(handbook.all('process').flatMap((process) => actingIn(handbook, process)));
  return new Set(
    handbook.all('role').filter((role) => inForce(role) && (role.data.frontline ?? acting.has(role.key))),
  );
});
