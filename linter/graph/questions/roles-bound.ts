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

/** The roles in force that each standard binds. */
export function rolesBound(handbook: Handbook): (standard: Standard) => Bound {
  const rolesOf = (keys: readonly string[]) => new Set(keys.map((key) => handbook.find(key) as Role));
  return (standard) => {
    const { doers, roles } = keysBound(handbook, standard);
    return { doers: rolesOf(doers), roles: rolesOf(roles) };
  };
}

// helpers

const keysBound = entityQuestion('roles-bound', (handbook, standard: Standard) => {
  const work = workOf(handbook);
  const doers = new Set(work.doers.get(standard.key));
  const wider = new Set<string>();
  for (const { pointer, target, part, failure } of handbook.referencesOf(standard)) {
    if (failure || !target || !pointer?.startsWith('/appliesTo/')) continue;
    if (target.kind === 'role') doers.add(target.key);
    else if (part?.type === 'step')
      for (const role of work.staff.get(keyOfStep(target, part.id)) ?? []) doers.add(role);
    else for (const role of work.staff.get(target.key) ?? []) wider.add(role);
  }
  const inOffice = (keys: Iterable<string>) => [...keys].filter((key) => inForce(handbook.find(key)!));
  const found = inOffice(doers);
  return { doers: found, roles: found.length > 0 ? found : inOffice(wider) };
});

/** Roles by what they do, all by their keys; steps as `process:id#step`. */
interface Work {
  /** Who does the steps that name a standard. */
  doers: Map<string, Set<string>>;
  /** Who works in a process, a step, a unit, or at the frontstage of a service. */
  staff: Map<string, Set<string>>;
}

function keyOfStep(process: Entity, step: string): string {
  return `${process.key}#${step}`;
}

const workIn = entityQuestion('work-in-process', (handbook, process: Entity<'process'>) => {
  const staff: [string, string[]][] = [];
  const doers: [string, string[]][] = [];
  const service = handbook.referenceAt(process, '/service')?.target;
  const roles = new Map(
    [...rolesOfSteps(handbook, process)].map(([index, doing]) => [index, doing.map(({ key }) => key)]),
  );
  for (const [index, doing] of roles) {
    const step = process.data.steps?.[index];
    staff.push([process.key, doing]);
    if (step?.id) staff.push([keyOfStep(process, step.id), doing]);
    if (service && step?.lane === 'frontstage') staff.push([service.key, doing]);
  }
  for (const { pointer, target, failure } of handbook.referencesOf(process)) {
    const index = /^\/steps\/(\d+)\/standard(?:\/\d+)?$/.exec(pointer ?? '')?.[1];
    if (index === undefined || failure || target?.kind !== 'standard') continue;
    doers.push([target.key, roles.get(Number(index)) ?? []]);
  }
  return { staff, doers };
});

/** Each process and role is looked at once. */
const workOf = question('work-of-roles', (handbook): Work => {
  const work: Work = { doers: new Map(), staff: new Map() };
  for (const process of handbook.all('process')) {
    if (!inForce(process)) continue;
    const { staff, doers } = workIn(handbook, process);
    for (const [place, roles] of staff) add(work.staff, place, roles);
    for (const [standard, roles] of doers) add(work.doers, standard, roles);
  }
  for (const role of handbook.all('role')) {
    const seen = new Set<Entity>();
    let unit = handbook.referenceAt(role, '/unit')?.target;
    // A standard of a unit binds the units below it; a circle of parents ends the climb.
    while (unit && !seen.has(unit)) {
      seen.add(unit);
      add(work.staff, unit.key, [role.key]);
      unit = handbook.referenceAt(unit, '/parent')?.target;
    }
  }
  return work;
});

function add(map: Map<string, Set<string>>, key: string, roles: readonly string[]): void {
  const set = map.get(key);
  if (set) for (const role of roles) set.add(role);
  else map.set(key, new Set(roles));
}
