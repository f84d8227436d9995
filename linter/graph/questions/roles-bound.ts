import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { entityQuestion, question } from '../question.ts';
import { inForce } from './in-force.ts';
import { rolesOfSteps } from './roles-of-steps.ts';

type Role = Entity<'role'>;
type Standard = Entity<'standard'>;

/** Whom a standard binds. */
export interface Bound {
  /** Who does the work it governs: roles and steps that it names, steps that name it. */
  doers: ReadonlySet<Role>;
  /** The doers; where none is named, the staff of the processes, units and services it applies to. */
  roles: ReadonlySet<Role>;
}

/** The roles in force that each standard binds. Built once; each process and role is looked at once. */
export function rolesBound(handbook: Handbook): (standard: Standard) => Bound {
  const work = workOf(handbook);
  return (standard) => {
    const doers = new Set(work.doers.get(standard));
    const wider = new Set<Role>();
    for (const { pointer, target, part, failure } of handbook.referencesOf(standard)) {
      if (failure || !target || !pointer?.startsWith('/appliesTo/')) continue;
      if (target.kind === 'role') doers.add(target as Role);
      else if (part?.type === 'step')
        for (const role of work.staff.get(keyOfStep(target, part.id)) ?? []) doers.add(role);
      else for (const role of work.staff.get(target) ?? []) wider.add(role);
    }
    const inOffice = (roles: Iterable<Role>) => new Set([...roles].filter(inForce));
    const found = inOffice(doers);
    return { doers: found, roles: found.size > 0 ? found : inOffice(wider) };
  };
}

// helpers

/** The id and lane of each step. */
const stepsOf = entityQuestion('lanes-of-steps', (_, process: Entity<'process'>) =>
  (process.data.steps ?? []).map(({ id = '', lane = '' }) => ({ id, lane })),
);

interface Work {
  /** Who does the steps that name a standard. */
  doers: Map<Entity, Set<Role>>;
  /** Who works in a process, a step (`process:id#step`), a unit, or at the frontstage of a service. */
  staff: Map<Entity | string, Set<Role>>;
}

function keyOfStep(process: Entity, step: string): string {
  return `${process.key}#${step}`;
}

const workOf = question('work-of-roles', (handbook): Work => {
  const work: Work = { doers: new Map(), staff: new Map() };
  for (const process of handbook.all('process')) {
    if (!inForce(process)) continue;
    const service = handbook.referenceAt(process, '/service')?.target;
    const roles = rolesOfSteps(handbook, process);
    const steps = stepsOf(handbook, process);
    for (const [index, doing] of roles) {
      const step = steps[index];
      add(work.staff, process, doing);
      if (step?.id) add(work.staff, keyOfStep(process, step.id), doing);
      if (service && step?.lane === 'frontstage') add(work.staff, service, doing);
    }
    for (const { pointer, target, failure } of handbook.referencesOf(process)) {
      const index = /^\/steps\/(\d+)\/standard(?:\/\d+)?$/.exec(pointer ?? '')?.[1];
      if (index === undefined || failure || target?.kind !== 'standard') continue;
      add(work.doers, target, roles.get(Number(index)) ?? []);
    }
  }
  for (const role of handbook.all('role')) {
    const seen = new Set<Entity>();
    let unit = handbook.referenceAt(role, '/unit')?.target;
    // A standard of a unit binds the units below it; a circle of parents ends the climb.
    while (unit && !seen.has(unit)) {
      seen.add(unit);
      add(work.staff, unit, [role]);
      unit = handbook.referenceAt(unit, '/parent')?.target;
    }
  }
  return work;
});

function add<Key>(map: Map<Key, Set<Role>>, key: Key, roles: readonly Role[]): void {
  const set = map.get(key);
  if (set) for (const role of roles) set.add(role);
  else map.set(key, new Set(roles));
}
