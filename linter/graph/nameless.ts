import { isId, toId } from '../model/id.ts';
import { parseReference } from '../model/reference.ts';
import { type Entity, type EntityKey, keyOf } from './entity.ts';
import { type Directory, type RawReference, resolve } from './references.ts';

export interface NamelessOptions {
  references(entity: Entity): readonly RawReference[];
  /** Of what is known without guessing. */
  directory: Directory;
}

/**
 * Entities whose file names have no spelling as an id, such as `入住.mdx`, by the id that references mean
 * them by: the one that their own name gives, or, of a kind with one such entity and one id that leads
 * nowhere, that id. To have said that the file is to be renamed is enough.
 */
export class Nameless {
  readonly #entities: readonly Entity[];
  readonly #nameless: ReadonlyMap<string, readonly Entity[]>;
  readonly #options: NamelessOptions;
  #meant: ReadonlyMap<EntityKey, Entity> | undefined;

  constructor(entities: readonly Entity[], options: NamelessOptions) {
    this.#entities = entities;
    this.#nameless = Map.groupBy(entities.filter(isNameless), ({ kind }) => kind);
    this.#options = options;
  }

  get(key: EntityKey): Entity | undefined {
    if (this.#nameless.size === 0) return undefined;
    this.#meant ??= this.#find();
    return this.#meant.get(key);
  }

  #find(): Map<EntityKey, Entity> {
    const lost = this.#lostIds();
    const meant = new Map<EntityKey, Entity>();
    for (const [kind, entities] of this.#nameless) {
      const ids = lost.get(kind) ?? new Set();
      const left = new Set(entities);
      for (const entity of entities) {
        const id = idsInName(entity).find((each) => ids.delete(each));
        if (id === undefined) continue;
        meant.set(keyOf(entity.kind, id), entity);
        left.delete(entity);
      }
      const [entity] = left;
      const [id] = ids;
      if (entity && id !== undefined && left.size === 1 && ids.size === 1)
        meant.set(keyOf(entity.kind, id), entity);
    }
    return meant;
  }

  /** By kind, the ids that something refers to and nothing has. */
  #lostIds(): Map<string, Set<string>> {
    const { references, directory } = this.#options;
    const lost = new Map<string, Set<string>>();
    for (const raw of this.#entities.flatMap((each) => references(each))) {
      const { kind: prefix, id } = parseReference(raw.raw) ?? {};
      if (id === undefined || !isId(id) || resolve(raw, directory, []).failure !== 'missing') continue;
      for (const { kind = raw.from.kind } of raw.expected) {
        if ((prefix && prefix !== kind) || !this.#nameless.has(kind)) continue;
        const ids = lost.get(kind) ?? new Set();
        lost.set(kind, ids.add(id));
      }
    }
    return lost;
  }
}

/** Whether no id can be made of what the file is called. */
export function isNameless({ id }: Pick<Entity, 'id'>): boolean {
  return toId(id) === undefined;
}

/** The ids that an entity's name gives, in whatever language gives one. */
export function idsInName({ data }: Entity): string[] {
  const name: unknown = data.name;
  const names: unknown[] = name !== null && typeof name === 'object' ? Object.values(name) : [name];
  return names.flatMap((each) => (typeof each === 'string' ? (toId(each) ?? []) : []));
}
