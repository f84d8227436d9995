import type { Kind } from '../model/kinds.ts';
import type { Entity } from './entity.ts';
import { hasFault } from './file-fault.ts';
import type { Handbook } from './handbook.ts';

/** Whether a file is read as its author meant it, so that what it does not say is indeed not said. */
export function isReadable(handbook: Handbook, entity: Entity): boolean {
  return entity.sound && !hasFault(handbook, entity);
}

/** Whether all files of a kind are readable, so that what none of them says is said nowhere. */
export function allReadable(handbook: Handbook, kind: Kind): boolean {
  return handbook.entities.every((each) => each.kind !== kind || isReadable(handbook, each));
}
