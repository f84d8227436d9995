import type { Entity } from '../../linter/index.ts';
import type { View } from './view.ts';

/** Whom an entity concerns, by ids: what a reader narrows a search to. */
export interface Facets {
  units: string[];
  roles: string[];
}

/** The same as the index of texts takes it: “role:waiter”. */
export function filtersOf(view: View, entity: Entity | undefined): string[] {
  if (!entity) return [];
  const { units, roles } = facetsOf(view, entity);
  return [
    `kind:${entity.kind}`,
    ...units.map((unit) => `unit:${unit}`),
    ...roles.map((role) => `role:${role}`),
  ];
}

/** Who wrote or approved a text is not concerned by what it says. */
const paper = /^\/(?:author|approvedBy|owner)$/;

/**
 * The roles that an entity names, or that perform the steps naming it, and their units, with that of its owner
 * and those it names itself.
 */
export function facetsOf({ handbook }: View, entity: Entity): Facets {
  const roles = new Map<string, Entity>();
  const units = new Set<string>();
  const unitOf = (role: Entity | undefined) => role && handbook.referenceAt(role, '/unit')?.target;
  const add = (target: Entity | undefined) => {
    if (target?.kind === 'role') roles.set(target.id, target);
    if (target?.kind === 'unit') units.add(target.id);
  };
  add(entity);
  for (const { pointer, target } of handbook.referencesOf(entity))
    if (!paper.test(pointer ?? '')) add(target);
  for (const { from, pointer } of handbook.referencedBy(entity)) {
    const step = from.kind === 'process' ? /^\/steps\/\d+/.exec(pointer ?? '') : undefined;
    if (step) add(handbook.referenceAt(from, `${step[0]}/role`)?.target);
  }
  for (const role of [...roles.values(), handbook.referenceAt(entity, '/owner')?.target]) {
    const unit = unitOf(role);
    if (unit) units.add(unit.id);
  }
  return { units: [...units].sort(), roles: [...roles.keys()].sort() };
}
