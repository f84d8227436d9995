import type { Kind } from '../model/kinds.ts';
import { byCodeUnit } from '../model/order.ts';
import { type Entity, type EntityKey, type FileEntity, keyOf } from './entity.ts';
import { readParts, readReferences } from './kept-links.ts';
import { Nameless } from './nameless.ts';
import type { Reads } from './reads.ts';
import {
  collectParts,
  collectReferences,
  FoundReference,
  type Part,
  type RawReference,
  type Reference,
  type Resolution,
  resolve,
} from './references.ts';

/** What is known without parsing files; undefined for entities of which it is not. */
export interface KeptLinks {
  /** As `writeParts` wrote it. */
  parts?: (entity: Entity) => string | undefined;
  /** As `writeReferences` wrote it. */
  references?: (entity: Entity) => string | undefined;
  /** The entities that refer to one, by their files. */
  referrers?: (target: Entity) => readonly Entity[];
  /** The entity whose own file has this index. */
  entityAt?: (file: number) => Entity;
}

type ByKind = { [K in Kind]?: Entity<K>[] };

/**
 * Entities by kind and key, their parts, and the references between them in both directions. All but the keys
 * is found when it is asked for. Nothing here is noted as read: who hands it on does that.
 */
export class Graph {
  readonly #reads: Reads;
  readonly #entities: readonly FileEntity[];
  readonly #byKey = new Map<EntityKey, FileEntity>();
  readonly #byKind: ByKind = {};
  readonly #aliases = new Map<EntityKey, Entity>();
  readonly #nameless: Nameless;
  readonly #parts = new Map<Entity, readonly Part[]>();
  readonly #partsById = new Map<Entity, Map<string, Part[]>>();
  readonly #byPointer = new Map<Entity, Map<string, Reference>>();
  readonly #outgoing = new Map<Entity, readonly Reference[]>();
  readonly #found = new Map<Entity, readonly FoundReference[]>();
  #incoming: Map<Entity, Reference[]> | undefined;
  #kept: KeptLinks = {};
  #all: readonly Reference[] | undefined;

  constructor(entities: readonly FileEntity[], reads: Reads) {
    this.#reads = reads;
    this.#entities = entities;
    for (const entity of entities) {
      this.#byKey.set(entity.key, entity);
      if (entity.sound) {
        this.#byKind[entity.kind] ??= [];
        (this.#byKind[entity.kind] as Entity[]).push(entity);
      }
      for (const alias of entity.aliases) this.#aliases.set(keyOf(entity.kind, alias), entity);
    }
    // References may say what a file is called, where nothing else is called so.
    for (const entity of entities) {
      const { kind, written } = entity;
      const key = keyOf(kind, written ?? entity.id);
      if (!this.#byKey.has(key) && !this.#aliases.has(key)) this.#aliases.set(key, entity);
    }
    this.#nameless = new Nameless(entities, {
      references: (entity) => this.#reads.unrecorded(() => collectReferences(entity)),
      directory: {
        get: (key) => this.get(key),
        all: (kind) => this.all(kind),
        renamed: (key) => this.#aliases.get(key),
        partsNamed: (entity, id) => this.partsNamed(entity, id),
      },
    });
    for (const list of Object.values(this.#byKind)) list.sort((a, b) => byCodeUnit(a.id, b.id));
  }

  /** Takes over what an earlier run found and still holds. */
  keep(kept: KeptLinks): void {
    this.#kept = { ...this.#kept, ...kept };
  }

  get(key: EntityKey): Entity | undefined {
    return this.#byKey.get(key);
  }

  renamed(key: EntityKey): Entity | undefined {
    return this.#aliases.get(key) ?? this.#nameless.get(key);
  }

  all<K extends Kind>(kind: K): readonly Entity<K>[] {
    return this.#byKind[kind] ?? [];
  }

  partsOf(entity: Entity): readonly Part[] {
    let parts = this.#parts.get(entity);
    if (!parts) {
      parts = this.#isFirst(entity) ? (this.#keptParts(entity) ?? this.#collectParts(entity)) : [];
      this.#parts.set(entity, parts);
    }
    return parts;
  }

  partsNamed(entity: Entity, id: string): readonly Part[] {
    let byId = this.#partsById.get(entity);
    if (!byId) {
      byId = Map.groupBy(this.partsOf(entity), (part) => part.id);
      this.#partsById.set(entity, byId);
    }
    return byId.get(id) ?? [];
  }

  referencesOf(entity: Entity): readonly Reference[] {
    let references = this.#outgoing.get(entity);
    if (!references) {
      references = this.#isFirst(entity) ? (this.#keptReferences(entity) ?? this.find(entity)) : [];
      this.#outgoing.set(entity, references);
    }
    return references;
  }

  /** References as the entity's files have them now. */
  find(entity: Entity): readonly FoundReference[] {
    let references = this.#found.get(entity);
    if (!references) {
      references = this.#reads.unrecorded(() => this.#resolveAll(entity));
      this.#found.set(entity, references);
    }
    return references;
  }

  /** By the file and the order of what refers to it. */
  referencedBy(entity: Entity): readonly Reference[] {
    const { referrers } = this.#kept;
    if (!referrers) return this.#incomingOf(entity);
    this.#incoming ??= new Map();
    let references = this.#incoming.get(entity);
    if (!references) {
      references = referrers(entity).flatMap((each) =>
        this.referencesOf(each).filter(({ target }) => target === entity),
      );
      this.#incoming.set(entity, references);
    }
    return references;
  }

  get references(): readonly Reference[] {
    this.#all ??= this.#entities.flatMap((each) => this.referencesOf(each));
    return this.#all;
  }

  referenceAt(entity: Entity, pointer: string): Reference | undefined {
    let index = this.#byPointer.get(entity);
    if (!index) {
      index = new Map();
      for (const each of this.referencesOf(entity)) if (each.pointer) index.set(each.pointer, each);
      this.#byPointer.set(entity, index);
    }
    return index.get(pointer);
  }

  #incomingOf(entity: Entity): readonly Reference[] {
    if (!this.#incoming) {
      this.#incoming = new Map();
      for (const from of this.#entities) {
        for (const reference of this.referencesOf(from)) {
          if (!reference.target) continue;
          const list = this.#incoming.get(reference.target);
          if (list) list.push(reference);
          else this.#incoming.set(reference.target, [reference]);
        }
      }
    }
    return this.#incoming.get(entity) ?? [];
  }

  /** A second file of the same entity has no part and no reference of its own. */
  #isFirst(entity: Entity): boolean {
    return this.#byKey.get(entity.key) === entity;
  }

  #collectParts(owner: Entity): Part[] {
    return this.#reads.unrecorded(() => collectParts(owner));
  }

  #keptParts(owner: Entity): Part[] | undefined {
    const written = this.#kept.parts?.(owner);
    return written === undefined ? undefined : readParts(written, owner);
  }

  #keptReferences(from: Entity): Reference[] | undefined {
    const written = this.#kept.references?.(from);
    return written === undefined ? undefined : readReferences(written, from, this.#kept.entityAt!, this);
  }

  /** Whole entities first: parts are looked for in the neighbours that those references give. */
  #resolveAll(entity: Entity): FoundReference[] {
    const raw = collectReferences(entity);
    const neighbours = new Set<Entity>();
    const found: [RawReference, Resolution][] = raw.map((each) => {
      const resolution = resolve(each, this, []);
      if (resolution.target && !resolution.part) neighbours.add(resolution.target);
      return [each, resolution];
    });
    const near = [...neighbours];
    return found.map(
      ([each, first]) => new FoundReference(each, first.failure ? resolve(each, this, near) : first),
    );
  }
}
