import type { Entity } from '../../linter/index.ts';
import type { Item } from './blocks.ts';
import { changesOf, type DatedChange, dayLink, graveTone, sentenceOf, versionAddress } from './changes.ts';
import { lastChange } from './last-change.ts';
import { spanOf } from './versions.ts';
import type { View } from './view.ts';
import { type Line, type Piece, plain } from './words.ts';

/** Enough to tell which version was in force when; older ones are in Git. */
const MOST_VERSIONS = 10;

interface EntityVersion {
  date: string;
  /** Undefined where it is not known here. */
  commit: string | undefined;
  changes: DatedChange[];
  first: boolean;
}

/**
 * The versions of an entity, newest first: from when to when each was in force, what it changed, and the file as
 * it was. Of versions that changed words alone only the newest is known, and the one the entity began with.
 */
export function entityVersions(view: View, entity: Entity): Item[] {
  const versions = versionsOf(view, entity);
  return versions.slice(0, MOST_VERSIONS).map((version, index) => ({
    line: [dayLink(view, version.date, spanWords(view, spanOf(versions, index)))],
    notes: notesOf(view, entity, version),
  }));
}

/** “In force from 16 Nov 2026 to 19 Nov 2026”. */
export function spanWords(
  view: View,
  { from, until }: { from: string; until?: string },
  { late = false } = {},
): string {
  const day = (date: string) => view.date(date) ?? date;
  if (until === undefined) return view.t(late ? 'changes.since.late' : 'changes.since', { from: day(from) });
  if (until === from && !late) return view.t('changes.single', { from: day(from) });
  return view.t(late ? 'changes.span.late' : 'changes.span', { from: day(from), until: day(until) });
}

// helpers

function versionsOf(view: View, entity: Entity): EntityVersion[] {
  const found = new Map<string, EntityVersion>();
  const at = (date: string, commit?: string): EntityVersion => {
    const version = found.get(date) ?? { date, commit, changes: [], first: false };
    found.set(date, version);
    return version;
  };
  for (const each of changesOf(view.changes, entity)) at(each.date, each.commit).changes.push(each);
  const known = lastChange(view.handbook, entity.file);
  if (known) {
    at(known.changed, known.commit);
    // Where the history is cut off, the oldest that is known of a file is not how it began.
    if (view.versions?.before !== 'unknown') {
      const commit = view.versions?.days.find(({ date }) => date === known.created)?.commit;
      at(known.created, commit).first = true;
    }
  }
  return [...found.values()].sort((a, b) => (a.date < b.date ? 1 : -1));
}

function notesOf(view: View, { file }: Entity, { commit, changes, first }: EntityVersion): Line[] {
  const address = commit && versionAddress(view, commit, file);
  const link: Piece[] = address ? [{ text: view.t('changes.version'), href: address }] : [];
  const said = changes.map(
    ({ change }): Line => [
      plain(sentenceOf(view, change)),
      plain(view.t('dot')),
      plain(view.t(`effect.${change.effect}`), graveTone(change)),
    ],
  );
  if (first) said.push([plain(view.t('changes.first'))]);
  return [...said, ...(link.length > 0 ? [link] : [])];
}
