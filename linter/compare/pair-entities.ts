import type { Entity, EntityKey } from '../graph/entity.ts';
import { keyOf } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';

export interface EntityPairs {
  pairs: [before: Entity, after: Entity][];
  removed: Entity[];
  added: Entity[];
  /** Old key → new key, of those that an alias renamed. */
  renames: ReadonlyMap<EntityKey, EntityKey>;
}

/**
 * Which entity of one revision is which of another: by kind and id, wherever its file lies; where the id is
 * gone, by the alias that keeps it alive. An entity that was there before is no other one's new name.
 */
export function pairEntities(before: Handbook, after: Handbook): EntityPairs {
  const now = new Map(after.entities.map((entity) => [entity.key, entity]));
  const old = new Set(before.entities.map(({ key }) => key));
  const heirs = new Map<EntityKey, Entity>();
  for (const entity of after.entities) {
    if (old.has(entity.key)) continue;
    for (const alias of entity.data.aliases ?? []) heirs.set(keyOf(entity.kind, String(alias)), entity);
  }
  const pairs: [Entity, Entity][] = [];
  const removed: Entity[] = [];
  const renames = new Map<EntityKey, EntityKey>();
  const taken = new Set<Entity>();
  for (const entity of before.entities) {
    const found = now.get(entity.key) ?? heirs.get(entity.key);
    if (!found || taken.has(found)) {
      removed.push(entity);
      continue;
    }
    taken.add(found);
    pairs.push([entity, found]);
    if (found.key !== entity.key) renames.set(entity.key, found.key);
  }
  return { pairs, removed, added: after.entities.filter((entity) => !taken.has(entity)), renames };
}
