import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { inForce } from './in-force.ts';

export type Improvement = Entity<'improvement'>;

/** Whether an improvement is under way: in force and not closed. */
export function isOpen(improvement: Improvement): boolean {
  return inForce(improvement) && improvement.data.phase !== 'closed';
}

/** The improvements under way that are to better a metric, or that it set off. */
export function openImprovementsOf(handbook: Handbook, metric: Entity): Improvement[] {
  const found = new Set<Improvement>();
  for (const { from, pointer } of handbook.referencedBy(metric)) {
    if (from.kind !== 'improvement' || (pointer !== '/metric' && pointer !== '/trigger')) continue;
    if (isOpen(from as Improvement)) found.add(from as Improvement);
  }
  return [...found];
}
