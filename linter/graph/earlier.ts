import type { EarlierAnswers } from './answers.ts';
import type { Entity, FileEntity } from './entity.ts';
import type { Graph } from './graph.ts';
import type { FileSummary, HandbookFile } from './handbook-file.ts';
import { movedTargets, writeParts, writeReferences } from './kept-links.ts';
import { isNameless } from './nameless.ts';
import type { Reads } from './reads.ts';
import { SETTINGS_FILE } from './settings-file.ts';
import type { FileSource } from './source.ts';

/** A file as an earlier run found it. Of files that hold no entity, all but the summary is empty. */
export interface EarlierFile extends EntityLinks {
  path: string;
  /** Of its bytes, or of why there are none. */
  digest: string;
  summary: FileSummary;
}

/** How an entity hangs together with others. Entities are named by the indexes of their files. */
export interface EntityLinks {
  /** What it refers to, each once. */
  targets: ArrayLike<number>;
  /** Whether one of its references leads nowhere. */
  unresolved: boolean;
  /** By `writeParts`. */
  parts: string;
  /** By `writeReferences`. */
  references: string;
}

/** What one run leaves to the next. Everything in it was computed, so everything can be computed again. */
export interface EarlierRun {
  files: readonly EarlierFile[];
  today: string;
  answers: EarlierAnswers;
}

/** Beyond this share of changed files a run from nothing is as fast. */
const MOST_CHANGED = 0.2;

/**
 * The indexes of files whose bytes are other than before. Undefined where an earlier run is of no use: other
 * files, other settings, or too many changes.
 */
export function changedFiles(source: FileSource, earlier: EarlierRun): ReadonlySet<number> | undefined {
  if (source.length !== earlier.files.length) return undefined;
  const changed = new Set<number>();
  for (const [index, { path, digest }] of source.entries()) {
    const before = earlier.files[index]!;
    if (path !== before.path || digest === undefined) return undefined;
    if (digest === before.digest) continue;
    if (path === SETTINGS_FILE) return undefined;
    changed.add(index);
  }
  return changed.size > source.length * MOST_CHANGED + 1 ? undefined : changed;
}

export interface HandbookNow {
  reads: Reads;
  files: readonly HandbookFile[];
  entities: readonly FileEntity[];
  graph: Graph;
  today: string;
  /** Whether there is any. */
  history: boolean;
}

/**
 * Marks every token (reads.ts) but those of questions whose reading may give other than in the earlier run.
 * Undefined where so much hangs on what changed that nothing is to be taken over: which ids there are, and
 * which files can be read, every reference may depend on.
 *
 * What a reference leads to depends on the ids there are and on the parts of the entities that its file
 * refers to (resolve in references.ts). Where parts change, then, the references of all that refer to them
 * and those that led nowhere are found anew.
 */
export function dirtyTokens(
  earlier: EarlierRun,
  changed: ReadonlySet<number>,
  now: HandbookNow,
): Uint8Array | undefined {
  const { reads, files, graph } = now;
  for (const index of changed) {
    if (!isSame(files[index]!.summary, earlier.files[index]!.summary)) return undefined;
  }
  // What such an entity is referred to by may depend on every file.
  if (now.entities.some(isNameless)) return undefined;
  const entityOf = entitiesByFile(now.entities);
  const dirty = new Uint8Array(reads.firstQuestion);
  const touched = new Set<FileEntity>();
  for (const index of changed) {
    dirty[index] = 1;
    const entity = entityOf.get(index);
    if (entity) touched.add(entity);
  }
  const referrers = referrersIn(earlier);
  const ownOf = new Map(now.entities.map((each) => [each.index, each]));
  graph.keep({
    parts: ({ index }) => (dirty[index] === 1 ? undefined : earlier.files[index]!.parts),
    entityAt: (file) => ownOf.get(file)!,
  });
  for (const entity of [...touched]) {
    if (linksOf(entity, now).parts === earlier.files[entity.index]!.parts) continue;
    dirty[reads.links(entity.index)] = 1;
    // Parts of the only entity of a kind are found from anywhere.
    if (graph.all(entity.kind).length === 1) return undefined;
    for (const index of [...(referrers.get(entity.index) ?? []), ...unresolvedIn(earlier)])
      touched.add(entityOf.get(index)!);
  }
  const moved = new Set<FileEntity>();
  for (const entity of touched) {
    const before = earlier.files[entity.index]!;
    const links = linksOf(entity, now);
    if (links.references === before.references) continue;
    moved.add(entity);
    dirty[reads.links(entity.index)] = 1;
    for (const target of movedTargets(before.references, links.references)) dirty[reads.incoming(target)] = 1;
  }
  graph.keep({
    references: ({ index }) =>
      dirty[reads.links(index)] === 1 ? undefined : earlier.files[index]!.references,
    referrers: referrersNow(referrers, moved, entityOf, now),
  });
  dirty[reads.today] = earlier.today === now.today ? 0 : 1;
  // History grows with every commit, and little depends on it.
  dirty[reads.history] = now.history ? 1 : 0;
  dirty[reads.everything] = changed.size > 0 ? 1 : 0;
  return dirty;
}

/** What is left of a file for a later run; of an unchanged one, what was left before. */
export function earlierFile(
  file: HandbookFile,
  entity: Entity | undefined,
  unchanged: EarlierFile | undefined,
  now: Pick<HandbookNow, 'graph'>,
): EarlierFile {
  if (unchanged) return unchanged;
  const { path, digest = '' } = file.source;
  const links = entity ? linksOf(entity, now) : { targets: [], unresolved: false, parts: '', references: '' };
  return { path, digest, summary: file.summary, ...links };
}

// helpers

/** How an entity hangs together with others now. */
function linksOf(entity: Entity, { graph }: Pick<HandbookNow, 'graph'>): EntityLinks {
  const targets = new Set<number>();
  let unresolved = false;
  const references = graph.find(entity);
  for (const { target, failure } of references) {
    if (target) targets.add(target.index);
    if (failure) unresolved = true;
  }
  return {
    targets: [...targets],
    unresolved,
    parts: writeParts(graph.partsOf(entity)),
    references: writeReferences(references),
  };
}

function isSame(now: FileSummary, before: FileSummary): boolean {
  return (
    now.sound === before.sound &&
    now.faulty === before.faulty &&
    now.status === before.status &&
    JSON.stringify(now.aliases) === JSON.stringify(before.aliases)
  );
}

/** A change of a translation is one of its entity, whose references stand in both. */
function entitiesByFile(entities: readonly FileEntity[]): Map<number, FileEntity> {
  const found = new Map<number, FileEntity>();
  for (const entity of entities) {
    found.set(entity.index, entity);
    for (const translation of entity.translations.values()) found.set(translation.index, entity);
  }
  return found;
}

function referrersIn({ files }: EarlierRun): Map<number, number[]> {
  const referrers = new Map<number, number[]>();
  for (const [from, { targets }] of files.entries()) {
    for (let index = 0; index < targets.length; index++) {
      const list = referrers.get(targets[index]!);
      if (list) list.push(from);
      else referrers.set(targets[index]!, [from]);
    }
  }
  return referrers;
}

function* unresolvedIn({ files }: EarlierRun): Generator<number> {
  for (const [index, { unresolved }] of files.entries()) if (unresolved) yield index;
}

/** Who referred to an entity and still may, and whose references changed, by the order of their files. */
function referrersNow(
  before: ReadonlyMap<number, readonly number[]>,
  moved: ReadonlySet<FileEntity>,
  entityOf: ReadonlyMap<number, FileEntity>,
  { graph }: HandbookNow,
): (target: Entity) => readonly Entity[] {
  return (target) => {
    const found = new Set((before.get(target.index) ?? []).map((index) => entityOf.get(index)!));
    for (const entity of moved)
      if (graph.referencesOf(entity).some((each) => each.target === target)) found.add(entity);
    return [...found].sort((a, b) => a.index - b.index);
  };
}
