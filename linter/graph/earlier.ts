import type { EarlierAnswers } from './answers.ts';
import type { Entity, FileEntity } from './entity.ts';
import type { Graph } from './graph.ts';
import type { FileSummary, HandbookFile } from './handbook-file.ts';
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
  /** Digest of its parts. */
  parts: string;
  /** Digest of its references and where each leads. */
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
  digest: (text: string) => string;
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
  const entityOf = entitiesByFile(now.entities);
  const dirty = new Uint8Array(reads.firstQuestion);
  const touched = new Set<FileEntity>();
  for (const index of changed) {
    dirty[index] = 1;
    const entity = entityOf.get(index);
    if (entity) touched.add(entity);
  }
  const referrers = referrersIn(earlier);
  for (const entity of [...touched]) {
    if (linksOf(entity, now).parts === earlier.files[entity.index]!.parts) continue;
    // Parts of the only entity of a kind are found from anywhere.
    if (graph.all(entity.kind).length === 1) return undefined;
    for (const index of [...(referrers.get(entity.index) ?? []), ...unresolvedIn(earlier)])
      touched.add(entityOf.get(index)!);
  }
  const moved = new Set<FileEntity>();
  for (const entity of touched) {
    dirty[entity.index] = 1;
    const before = earlier.files[entity.index]!;
    const links = linksOf(entity, now);
    if (links.references === before.references) continue;
    moved.add(entity);
    for (const each of [before.targets, links.targets])
      for (let index = 0; index < each.length; index++) dirty[reads.incoming(each[index]!)] = 1;
  }
  graph.knowReferrers(referrersNow(referrers, moved, entityOf, now));
  dirty[reads.today] = earlier.today === now.today ? 0 : 1;
  // History grows with every commit, and little depends on it.
  dirty[reads.history] = now.history ? 1 : 0;
  dirty[reads.everything] = changed.size > 0 ? 1 : 0;
  return dirty;
}

/** How an entity hangs together with others now. */
export function linksOf(
  entity: Entity,
  { graph, digest }: Pick<HandbookNow, 'graph' | 'digest'>,
): EntityLinks {
  const targets = new Set<number>();
  let unresolved = false;
  let references = '';
  for (const { pointer = '', raw, target, part, failure, expected } of graph.referencesOf(entity)) {
    if (target) targets.add(target.index);
    if (failure) unresolved = true;
    // Lengths first, so that no two lists of references read the same.
    const place = part?.pointer ?? '';
    references += `${pointer.length} ${raw.length} ${place.length} ${target?.index} ${failure} `;
    references += pointer + raw + place;
    // In a body no pointer tells what is expected.
    if (!pointer) references += `${expected.map(({ kind }) => kind).join()} `;
  }
  const parts = graph.partsOf(entity).map(({ type, id, pointer }) => `${type} ${id.length} ${id}${pointer} `);
  return {
    targets: [...targets],
    unresolved,
    parts: parts.length === 0 ? '' : digest(parts.join('')),
    references: references === '' ? '' : digest(references),
  };
}

// helpers

function isSame(now: FileSummary, before: FileSummary): boolean {
  return (
    now.sound === before.sound &&
    now.faulty === before.faulty &&
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
