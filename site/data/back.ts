import type { Entity, Kind } from '../../linter/index.ts';
import type { View } from './view.ts';
import type { Piece } from './words.ts';

/** Links to the entities of a kind that refer to this one by a field, each once, by name. */
export function back(view: View, entity: Entity, kind: Kind, field: RegExp): Piece[] {
  return backEntities(view, entity, kind, field).map((each) => view.link(each));
}

export function backEntities<K extends Kind>(
  view: View,
  entity: Entity,
  kind: K,
  field: RegExp,
): Entity<K>[] {
  const found = new Set<Entity>();
  for (const { from, pointer } of view.handbook.referencedBy(entity)) {
    if (from.kind === kind && pointer !== undefined && field.test(pointer) && from.data.status !== 'retired')
      found.add(from);
  }
  return byName(view, [...found]) as Entity<K>[];
}

/** In the order of the reader's language, Chinese by pinyin. */
export function byName<E extends Entity>(view: View, entities: readonly E[]): E[] {
  const collator = collatorOf(view.locale);
  return [...entities].sort((a, b) => collator.compare(view.name(a).text, view.name(b).text));
}

const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: string): Intl.Collator {
  let collator = collators.get(locale);
  if (!collator) {
    collator = new Intl.Collator(locale, { numeric: true });
    collators.set(locale, collator);
  }
  return collator;
}
