import { type CoverageGroup, measures } from '../../model/coverage.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { byRole } from './by-role.ts';
import { grantsOf } from './grants.ts';
import { inForce } from './in-force.ts';
import { qualityCircles } from './quality-circle.ts';
import { reviewDates } from './review-dates.ts';
import { targetsOf } from './targets-of.ts';

/** One entry that ought to be covered, and in which respects it is. */
export interface Covered {
  group: CoverageGroup;
  /** `standard:greeting`, or with a part: `service:stay#front-desk`. */
  key: string;
  /** The unit of the role that owns it; a role's own unit. */
  unit: Entity<'unit'> | undefined;
  /** Those measures of its group that it meets. */
  meets: ReadonlySet<string>;
}

/** What staff work by, and which must therefore be looked at again in time. */
const documentKinds = [
  'service',
  'process',
  'standard',
  'sop',
  'guide',
  'decision-right',
] as const satisfies Kind[];

/**
 * Every entry in force that ought to be covered, group by group and then by key.
 *
 * - standards: with a metric, trained, inspected, heard of in a feedback loop (see `qualityCircles`);
 * - processes: measured, that is, with a metric of their own;
 * - roles: with something to decide, a training and an incentive;
 * - touchpoints of services: in a feedback loop;
 * - documents (what staff work by): reviewed, that is, with a next review that is known and not past.
 *
 * Linear in the number of references.
 */
export function coveredEntries(handbook: Handbook): Covered[] {
  return [
    ...standards(handbook),
    ...processes(handbook),
    ...roles(handbook),
    ...touchpoints(handbook),
    ...documents(handbook),
  ];
}

// helpers

function* standards(handbook: Handbook): Generator<Covered> {
  for (const [standard, circle] of qualityCircles(handbook)) {
    const metric = handbook.referenceAt(standard, '/metric');
    yield entry(handbook, 'standards', standard, {
      metric: metric?.target !== undefined && !metric.failure && inForce(metric.target),
      trained: circle.trained.size > 0,
      inspected: circle.inspected.size > 0,
      inLoop: circle.fedBack.size > 0,
    });
  }
}

function* processes(handbook: Handbook): Generator<Covered> {
  for (const process of handbook.all('process')) {
    if (!inForce(process)) continue;
    const measured = targetsOf(handbook, process, '/metrics', 'metric').some(inForce);
    yield entry(handbook, 'processes', process, { measured });
  }
}

function* roles(handbook: Handbook): Generator<Covered> {
  const deciding = new Set<Entity>();
  for (const right of handbook.all('decision-right')) {
    if (!inForce(right)) continue;
    for (const { role } of grantsOf(handbook, right)) if (role) deciding.add(role);
  }
  const training = byRole(handbook, 'training');
  const incentives = byRole(handbook, 'incentive');
  for (const role of handbook.all('role')) {
    if (!inForce(role)) continue;
    yield entry(handbook, 'roles', role, {
      decisionRight: deciding.has(role),
      training: training(role).length > 0,
      incentive: incentives(role).length > 0,
    });
  }
}

function* touchpoints(handbook: Handbook): Generator<Covered> {
  const heard = new Set(
    handbook.references
      .filter(({ from, failure }) => from.kind === 'feedback-loop' && !failure && inForce(from))
      .map(({ part }) => part),
  );
  for (const service of handbook.all('service')) {
    if (!inForce(service)) continue;
    for (const part of handbook.partsOf(service)) {
      if (part.type !== 'touchpoint') continue;
      yield entry(handbook, 'touchpoints', service, { inLoop: heard.has(part) }, `#${part.id}`);
    }
  }
}

function* documents(handbook: Handbook): Generator<Covered> {
  const valid = new Set<Entity>();
  for (const { entity, due } of reviewDates(handbook)) {
    const { reviewed } = entity.data;
    if (due && due >= handbook.today && !(reviewed && reviewed > handbook.today)) valid.add(entity);
  }
  for (const kind of documentKinds) {
    for (const entity of handbook.all(kind)) {
      if (inForce(entity)) yield entry(handbook, 'documents', entity, { reviewed: valid.has(entity) });
    }
  }
}

function entry<Group extends CoverageGroup>(
  handbook: Handbook,
  group: Group,
  entity: Entity,
  meets: Record<(typeof measures)[Group][number], boolean>,
  part = '',
): Covered {
  const met = measures[group].filter((measure) => meets[measure as keyof typeof meets]);
  return { group, key: `${entity.key}${part}`, unit: unitOf(handbook, entity), meets: new Set(met) };
}

function unitOf(handbook: Handbook, entity: Entity): Entity<'unit'> | undefined {
  const role = entity.kind === 'role' ? entity : handbook.referenceAt(entity, '/owner')?.target;
  const unit = role && handbook.referenceAt(role, '/unit')?.target;
  return unit?.kind === 'unit' ? (unit as Entity<'unit'>) : undefined;
}
