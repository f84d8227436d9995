import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { targetsOf } from './targets-of.ts';

type Unit = Entity<'unit'>;

/** The units that a unit serves. */
export function unitsServed(handbook: Handbook, unit: Unit): Unit[] {
  return targetsOf(handbook, unit, '/serves', 'unit');
}

/** Whether a unit serves customers. A unit or segment that cannot be found may be one, so it counts. */
export function servesCustomers(handbook: Handbook, unit: Unit): boolean {
  if (unit.data.serves?.some((each) => each?.customer !== undefined && each.customer !== false)) return true;
  return handbook
    .referencesOf(unit)
    .some(({ pointer, failure }) => failure && pointer?.startsWith('/serves/'));
}

/**
 * The units from which a chain of `serves` ends at one of the goals, the goals among them. Linear in the
 * number of relations.
 */
export function unitsLeadingTo(
  handbook: Handbook,
  units: readonly Unit[],
  goals: Iterable<Unit>,
): ReadonlySet<Unit> {
  const providers = new Map<Unit, Unit[]>();
  for (const unit of units) {
    for (const served of unitsServed(handbook, unit)) {
      const list = providers.get(served);
      if (list) list.push(unit);
      else providers.set(served, [unit]);
    }
  }
  const leading = new Set(goals);
  // The loop reaches what is added while it runs.
  for (const unit of leading) for (const provider of providers.get(unit) ?? []) leading.add(provider);
  return leading;
}
