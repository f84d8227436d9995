import { digest } from '../model/digest.ts';
import type { Problem } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import type { Glossary, Settings } from '../model/types.gen.ts';
import type { FilePlace } from '../parse/layout.ts';
import { ProblemCollector } from '../parse/problem.ts';
import { spanAt } from '../parse/spans.ts';
import { Answers } from './answers.ts';
import { changedFiles, dirtyTokens, type EarlierRun, earlierFile } from './earlier.ts';
import { type Entity, type EntityKey, FileEntity, FileTranslation, keyOf, type Sound } from './entity.ts';
import { type FileFacts, readFacts } from './facts.ts';
import { fileMessages } from './file-messages.ts';
import { Graph } from './graph.ts';
import { HandbookFile } from './handbook-file.ts';
import type { History } from './history.ts';
import { Reads } from './reads.ts';
import type { Part, Reference } from './references.ts';
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
  /** Whether the schema or the YAML parser found fault in a file. */
  isFaulty(file: string): boolean;
  /** What checks read, so that a later run can tell which of them to run again. */
  readonly reads: Reads;
  /** What a later run may take over; files must have their digests. */
  remember(): EarlierRun;
  /** Answers to the questions that several checks ask. */
  answers: Answers;
  /** A localised text in a locale, or in the nearest one there is. */
  text(value: unknown, locale: string): LocalText | undefined;
}

export interface HandbookOptions {
  /** `YYYY-MM-DD`; wins over the date pinned in loopbook.yaml. */
  today?: string;
  /** The date if neither is given, or what tells it for the handbook's time zone. */
  clock: string | ((timezone: string | undefined) => string);
  /** Or what finds it when a check first asks. */
  history?: History | (() => History | undefined);
  /** Facts of a file if they are known already, as from another revision. */
  facts?: (file: FileSource[number], locales: readonly string[]) => FileFacts;
  /** What an earlier run left: unchanged files are then parsed when something asks for them. */
  earlier?: EarlierRun;
  /** A digest that nobody can find two texts for; the core's own is slow. */
  digest?: (text: string) => string;
}

/** Builds the handbook from its files. Never throws on what they hold. */
export function buildHandbook(source: FileSource, options: HandbookOptions): Handbook {
  const settingsFile = settingsFacts(source);
  const locales = localesOf(settingsFile);
  const certain = certainLocalesOf(settingsFile);
  const reads = new Reads(source.length);
  const digestOf = options.digest ?? ((text: string) => digest(text, 64));
  const find = (file: FileSource[number]) =>
    file.path === SETTINGS_FILE && settingsFile ? settingsFile : (options.facts ?? readFacts)(file, certain);
  const changed = options.earlier && changedFiles(source, options.earlier);
  const files = source.map((file, index) => {
    const summary = changed?.has(index) === false ? options.earlier!.files[index]!.summary : undefined;
    return new HandbookFile(index, file, { reads, locales: certain, find }, summary);
  });
  const settings = (settingsFile?.data ?? {}) as Sound<Settings>;
  const today = options.today ?? settings.today ?? dateOf(options.clock, settings.timezone);
  const { entities, duplicates, orphans } = entitiesOf(files);
  const graph = new Graph(entities, reads);
  const glossary = files.find(({ place }) => place?.role === 'glossary');
  const byPath = new Map(files.map((each) => [each.path, each]));
  let problems: Problem[] | undefined;
  let dirty: Uint8Array | undefined;
  const entityAt = new Map(entities.map((each) => [each.index, each]));
  const answers = new Answers(reads, () => handbook, {
    entity: (file) => entityAt.get(file),
    digest: digestOf,
  });
  const handbook: Handbook = {
    settings,
    locales,
    get today() {
      reads.note(reads.today);
      return today;
    },
    get glossary() {
      return (glossary?.read().data ?? {}) as Sound<Glossary>;
    },
    files: new Map(files.map((each) => [each.path, each.view])),
    get problems() {
      reads.note(reads.everything);
      problems ??= [...files.flatMap(({ summary }) => summary.problems), ...orphans.map(orphanProblem)];
      return problems;
    },
    isFaulty: (file) => byPath.get(file)?.summary.faulty ?? false,
    entities,
    duplicates,
    company: graph.all('company')[0],
    all: (kind) => graph.all(kind),
    get: (kind, id) => graph.get(keyOf(kind, id)) as Entity<typeof kind> | undefined,
    find: (key) => graph.get(key) ?? graph.renamed(key),
    partsOf: (entity) => {
      reads.note(reads.links(entity.index));
      return graph.partsOf(entity);
    },
    get references() {
      reads.note(reads.everything);
      return graph.references;
    },
    referencesOf: (entity) => {
      reads.note(reads.links(entity.index));
      return graph.referencesOf(entity);
    },
    referencedBy: (entity) => {
      reads.note(reads.incoming(entity.index));
      return graph.referencedBy(entity);
    },
    referenceAt: (entity, pointer) => {
      reads.note(reads.links(entity.index));
      return graph.referenceAt(entity, pointer);
    },
    get history() {
      reads.note(reads.history);
      return typeof options.history === 'function' ? options.history() : options.history;
    },
    text: (value, locale) => readText(value, locale, locales),
    reads,
    remember: () => {
      return {
        files: files.map((file) => {
          const isClean = dirty?.[file.index] === 0 && dirty[reads.links(file.index)] === 0;
          const unchanged = isClean ? options.earlier?.files[file.index] : undefined;
          return earlierFile(file, entityAt.get(file.index), unchanged, { graph });
        }),
        today,
        answers: answers.remember(),
      };
    },
    answers,
  };
  if (options.earlier && changed) {
    const now = { reads, files, entities, graph, today, history: Boolean(options.history) };
    dirty = dirtyTokens(options.earlier, changed, now);
    if (dirty) answers.continueFrom(options.earlier.answers, dirty);
  }
  return handbook;
}

function dateOf(clock: HandbookOptions['clock'], timezone: string | undefined): string {
  return typeof clock === 'string' ? clock : clock(timezone);
}

/**
 * Pairs entities with their translations. Of several files of a kind and id the entity is the one whose name
 * is that id, else the first by path.
 */
function entitiesOf(files: readonly HandbookFile[]): {
  entities: FileEntity[];
  duplicates: Handbook['duplicates'];
  orphans: HandbookFile[];
} {
  const byKey = new Map<EntityKey, FileEntity>();
  const all: FileEntity[] = [];
  const orphans: HandbookFile[] = [];
  const translations: HandbookFile[] = [];
  for (const file of files) {
    const { place } = file;
    if (place?.role === 'translation') translations.push(file);
    if (place?.role !== 'entity') continue;
    const entity = new FileEntity(place.kind, place, file);
    all.push(entity);
    const first = byKey.get(entity.key);
    if (!first || isBetterNamed(entity, first)) byKey.set(entity.key, entity);
  }
  const entities = all.filter((entity) => byKey.get(entity.key) === entity);
  const duplicates = all
    .filter((entity) => byKey.get(entity.key) !== entity)
    .map((entity) => ({ entity, first: byKey.get(entity.key)! }));
  for (const file of translations) {
    const { kind, id, locale, written } = file.place as Extract<FilePlace, { role: 'translation' }>;
    const original = byKey.get(keyOf(kind, id));
    const translation = new FileTranslation(locale, written, file);
    const first = original?.translations.get(locale);
    if (!original) orphans.push(file);
    else if (!first || isBetterNamed(translation, first)) original.translations.set(locale, translation);
  }
  return { entities, duplicates, orphans };
}

function isBetterNamed(
  one: { written: string | undefined },
  first: { written: string | undefined },
): boolean {
  return one.written === undefined && first.written !== undefined;
}

/** A translation that no page would show. */
function orphanProblem({ facts, place }: HandbookFile): Problem {
  const report = new ProblemCollector(facts.path);
  const span = spanAt(facts.spans, '/name', 'value') ?? [0, 0];
  const original = facts.path.replace(/\.[\w-]+\.mdx$/, '.mdx');
  const { id } = place as Extract<FilePlace, { role: 'translation' }>;
  report.add('syntax/file', fileMessages, { messageId: 'orphan', span, data: { id, original } });
  return report.problems[0]!;
}
