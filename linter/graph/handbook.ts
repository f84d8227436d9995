import type { Problem } from '../model/finding.ts';
import { type Kind, kindNames } from '../model/kinds.ts';
import type { Glossary, Settings } from '../model/types.gen.ts';
import { ProblemCollector } from '../parse/problem.ts';
import { spanAt } from '../parse/spans.ts';
import { type Entity, type EntityKey, entityOf, keyOf, type Sound, translationOf } from './entity.ts';
import { type FileFacts, readFacts } from './facts.ts';
import { fileMessages } from './file-messages.ts';
import type { History } from './history.ts';
import { collectParts, collectReferences, type Part, type Reference, resolve } from './references.ts';
import { certainLocalesOf, localesOf, SETTINGS_FILE, settingsFacts } from './settings-file.ts';
import type { FileSource } from './source.ts';
import { type LocalText, readText } from './text.ts';

/** Everything a company wrote, read once: what the linter judges, the site shows and exports carry. */
export interface Handbook {
  /** loopbook.yaml as far as it is sound. */
  settings: Sound<Settings>;
  /** BCP 47 tags; the first is the one texts are written in. */
  locales: readonly string[];
  /** The date everything is judged by, `YYYY-MM-DD`. */
  today: string;
  glossary: Sound<Glossary>;
  /** The files as read, by path. */
  files: ReadonlyMap<string, FileFacts>;
  /** What kept files, or parts of them, from being read. */
  problems: readonly Problem[];
  /** Every entity, also those whose file did not parse, by path. */
  entities: readonly Entity[];
  /** Files that claim a kind and id another file has already. */
  duplicates: readonly { entity: Entity; first: Entity }[];
  company: Entity<'company'> | undefined;
  /** The entities of a kind that can be judged and shown, by id. */
  all<K extends Kind>(kind: K): readonly Entity<K>[];
  get<K extends Kind>(kind: K, id: string): Entity<K> | undefined;
  /** By `kind:id`; an old id that an alias keeps alive works too. */
  find(key: EntityKey): Entity | undefined;
  partsOf(entity: Entity): readonly Part[];
  references: readonly Reference[];
  referencesOf(entity: Entity): readonly Reference[];
  referencedBy(entity: Entity): readonly Reference[];
  /** The reference that the field at a pointer makes. */
  referenceAt(entity: Entity, pointer: string): Reference | undefined;
  /** What Git remembers of the files; undefined where there is no Git, or nobody asked it. */
  history: History | undefined;
  /** A localised text in a locale, or in the nearest one there is. */
  text(value: unknown, locale: string): LocalText | undefined;
}

export interface HandbookOptions {
  /** `YYYY-MM-DD`; wins over the date pinned in loopbook.yaml. */
  today?: string;
  /** The date if neither is given, or what tells it for the handbook's time zone. */
  clock: string | ((timezone: string | undefined) => string);
  history?: History;
  /** Facts of a file if they are known already, as from a cache. */
  facts?: (file: FileSource[number], locales: readonly string[]) => FileFacts;
}

/** Builds the handbook from its files. Never throws on what they hold. */
export function buildHandbook(source: FileSource, options: HandbookOptions): Handbook {
  const settingsFile = settingsFacts(source);
  const locales = localesOf(settingsFile);
  const certain = certainLocalesOf(settingsFile);
  const facts = source.map((file) => {
    if (file.path === SETTINGS_FILE && settingsFile) return settingsFile;
    return (options.facts ?? readFacts)(file, certain);
  });
  const settings = (settingsFile?.data ?? {}) as Sound<Settings>;
  const { entities, duplicates, orphans } = entitiesOf(facts);
  const graph = new Graph(entities);
  return {
    settings,
    locales,
    today: options.today ?? settings.today ?? dateOf(options.clock, settings.timezone),
    glossary: (facts.find((each) => each.place?.role === 'glossary')?.data ?? {}) as Sound<Glossary>,
    files: new Map(facts.map((each) => [each.path, each])),
    problems: [...facts.flatMap((each) => each.problems), ...orphans],
    entities,
    duplicates,
    company: graph.all('company')[0],
    all: (kind) => graph.all(kind),
    get: (kind, id) => graph.get(keyOf(kind, id)) as Entity<typeof kind> | undefined,
    find: (key) => graph.get(key) ?? graph.renamed(key),
    partsOf: (entity) => graph.partsOf(entity),
    references: graph.references,
    referencesOf: (entity) => graph.outgoing.get(entity) ?? [],
    referencedBy: (entity) => graph.incoming.get(entity) ?? [],
    referenceAt: (entity, pointer) => graph.referenceAt(entity, pointer),
    history: options.history,
    text: (value, locale) => readText(value, locale, locales),
  };
}

function dateOf(clock: HandbookOptions['clock'], timezone: string | undefined): string {
  return typeof clock === 'string' ? clock : clock(timezone);
}

/** Pairs entities with their translations; the first file of a kind and id, by path, is the entity. */
function entitiesOf(
  facts: readonly FileFacts[],
): Pick<Handbook, 'entities' | 'duplicates'> & { orphans: Problem[] } {
  const byKey = new Map<EntityKey, Entity>();
  const entities: Entity[] = [];
  const duplicates: { entity: Entity; first: Entity }[] = [];
  const orphans: Problem[] = [];
  for (const file of facts) {
    if (file.place?.role !== 'entity') continue;
    const entity = entityOf(file.place.kind, file.place.id, file);
    const first = byKey.get(entity.key);
    if (first) {
      duplicates.push({ entity, first });
      continue;
    }
    byKey.set(entity.key, entity);
    entities.push(entity);
  }
  for (const file of facts) {
    if (file.place?.role !== 'translation') continue;
    const { kind, id, locale } = file.place;
    const original = byKey.get(keyOf(kind, id));
    if (original) original.translations.set(locale, translationOf(locale, file));
    else orphans.push(orphanProblem(file, id));
  }
  return { entities, duplicates, orphans };
}

/** A translation that no page would show. */
function orphanProblem(file: FileFacts, id: string): Problem {
  const report = new ProblemCollector(file.path);
  const span = spanAt(file.spans, '/name', 'value') ?? [0, 0];
  const original = file.path.replace(/\.[\w-]+\.mdx$/, '.mdx');
  report.add('syntax/file', fileMessages, { messageId: 'orphan', span, data: { id, original } });
  return report.problems[0]!;
}

/** Entities by kind and key, their parts, and the references between them in both directions. */
class Graph {
  readonly #byKey = new Map<EntityKey, Entity>();
  readonly #byKind = new Map<Kind, Entity[]>(kindNames.map((kind) => [kind, []]));
  readonly #aliases = new Map<EntityKey, Entity>();
  readonly #parts = new Map<Entity, Part[]>();
  readonly #byPointer = new Map<Entity, Map<string, Reference>>();
  readonly references: Reference[] = [];
  readonly outgoing = new Map<Entity, Reference[]>();
  readonly incoming = new Map<Entity, Reference[]>();

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) {
      this.#byKey.set(entity.key, entity);
      if (entity.sound) this.#byKind.get(entity.kind)!.push(entity);
      for (const alias of entity.data.aliases ?? [])
        this.#aliases.set(keyOf(entity.kind, String(alias)), entity);
      this.#parts.set(entity, collectParts(entity));
    }
    for (const list of this.#byKind.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const entity of entities) this.#resolveAll(entity);
  }

  /** Whole entities first: parts are looked for in the neighbours that those references give. */
  #resolveAll(entity: Entity): void {
    const raw = collectReferences(entity);
    const neighbours = new Set<Entity>();
    const resolved = new Map(
      raw.map((each) => {
        const reference = resolve(each, this, []);
        if (reference.target && !reference.part) neighbours.add(reference.target);
        return [each, reference];
      }),
    );
    for (const each of raw) {
      const first = resolved.get(each)!;
      this.#add(first.failure ? resolve(each, this, [...neighbours]) : first);
    }
  }

  #add(reference: Reference): void {
    this.references.push(reference);
    append(this.outgoing, reference.from, reference);
    if (reference.target) append(this.incoming, reference.target, reference);
  }

  get(key: EntityKey): Entity | undefined {
    return this.#byKey.get(key);
  }

  renamed(key: EntityKey): Entity | undefined {
    return this.#aliases.get(key);
  }

  all<K extends Kind>(kind: K): readonly Entity<K>[] {
    return this.#byKind.get(kind) as unknown as Entity<K>[];
  }

  referenceAt(entity: Entity, pointer: string): Reference | undefined {
    let index = this.#byPointer.get(entity);
    if (!index) {
      index = new Map();
      for (const each of this.outgoing.get(entity) ?? []) if (each.pointer) index.set(each.pointer, each);
      this.#byPointer.set(entity, index);
    }
    return index.get(pointer);
  }

  partsOf(entity: Entity): readonly Part[] {
    return this.#parts.get(entity) ?? [];
  }
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
