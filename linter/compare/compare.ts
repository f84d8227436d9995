import type { Entity } from '../graph/entity.ts';
import type { FileFacts } from '../graph/facts.ts';
import type { Handbook } from '../graph/handbook.ts';
import { type Change, effects } from '../model/change.ts';
import { byCodeUnit } from '../model/order.ts';
import type { SchemaName } from '../schema/fields.ts';
import { type BodySide, bodyChanges, translationAdded, translationRemoved } from './bodies.ts';
import { changeOfDifference } from './change-of.ts';
import { differencesOf, type Renames } from './differences.ts';
import { type Document, documentOfEntity, documentOfFile, documentOfTranslation } from './document.ts';
import { fileChanges } from './file-changes.ts';
import { pairEntities } from './pair-entities.ts';
import { type RuleBook, ruleChanges } from './rule-settings.ts';
import { addedEntity, removedEntity, renamedEntity } from './whole-entities.ts';

/**
 * Every difference between two revisions of a handbook, each as one sentence with what it does to the
 * service: gravest first, then by subject. Comments, layout and the place of a file change nothing and are
 * left out; what cannot be judged is `unknown`, never left out.
 */
export function compareHandbooks(before: Handbook, after: Handbook, book: RuleBook): Change[] {
  const { pairs, removed, added, renames } = pairEntities(before, after);
  const changes = [
    ...removed.map((entity) => removedEntity(before, entity)),
    ...added.map((entity) => addedEntity(after, entity)),
    ...pairs.flatMap(([old, now]) => entityChanges(before, old, after, now, renames)),
    ...otherFiles(before, after, renames, book),
    ...fileChanges(before, after),
  ];
  return changes.sort(inOrder);
}

// helpers

function entityChanges(
  before: Handbook,
  old: Entity,
  after: Handbook,
  now: Entity,
  renames: Renames,
): Change[] {
  const changes = old.key === now.key ? [] : [renamedEntity(old, now, after)];
  if (old.text !== now.text && old.sound && now.sound) {
    const [from, to] = [documentOfEntity(before, old), documentOfEntity(after, now)];
    changes.push(...dataChanges(from, to, renames));
    if (old.body || now.body) changes.push(...bodyChanges(bodySide(from, old), bodySide(to, now), renames));
  }
  for (const locale of new Set([...old.translations.keys(), ...now.translations.keys()])) {
    const [from, to] = [translationSide(before, old, locale), translationSide(after, now, locale)];
    if (from && to) changes.push(...translationChanges(from, to, renames));
    else changes.push(to ? translationAdded(to) : translationRemoved(from!));
  }
  return changes;
}

function dataChanges(before: Document, after: Document, renames: Renames): Change[] {
  return differencesOf(before, after, renames).map(changeOfDifference);
}

function bodySide(document: Document, entity: Entity): BodySide {
  return { handbook: document.handbook, entity, source: entity, document };
}

function translationSide(handbook: Handbook, entity: Entity, locale: string): BodySide | undefined {
  const source = entity.translations.get(locale);
  return source && { handbook, entity, source, document: documentOfTranslation(handbook, entity, source) };
}

function translationChanges(before: BodySide, after: BodySide, renames: Renames): Change[] {
  if (before.source.text === after.source.text) return [];
  if (!before.source.sound || !after.source.sound) return [];
  // The hash says which source the text was made from: nothing that a reader reads.
  const changes = dataChanges(before.document, after.document, renames).map((change) =>
    change.pointer === '/sourceHash' ? { ...change, effect: 'editorial' as const } : change,
  );
  return [...changes, ...bodyChanges(before, after, renames)];
}

const others = ['settings', 'glossary', 'exceptions'] as const;

/** Files that are no entities: settings, glossary, exceptions. One that is missing is read as empty. */
function otherFiles(before: Handbook, after: Handbook, renames: Renames, book: RuleBook): Change[] {
  return others.flatMap((role) => {
    const [old, now] = [fileOf(before, role), fileOf(after, role)];
    const path = (now ?? old)?.path;
    if (path === undefined || (old?.text !== undefined && old.text === now?.text)) return [];
    if (old?.sound === false || now?.sound === false) return [];
    const [from, to] = [documentOf(before, old, path, role), documentOf(after, now, path, role)];
    if (role !== 'settings') return dataChanges(from, to, renames);
    return [...dataChanges(withoutRules(from), withoutRules(to), renames), ...ruleChanges(from, to, book)];
  });
}

function fileOf({ files }: Handbook, role: (typeof others)[number]): FileFacts | undefined {
  for (const facts of files.values()) if (facts.place?.role === role) return facts;
  return undefined;
}

function documentOf(
  handbook: Handbook,
  facts: FileFacts | undefined,
  path: string,
  schema: SchemaName,
): Document {
  return documentOfFile(handbook, facts ?? { path, spans: {}, sound: true, problems: [] }, schema);
}

/** What is written of rules is judged by what it comes to. */
function withoutRules(document: Document): Document {
  const { rules: _, overrides: __, ...data } = document.data as Record<string, unknown>;
  return { ...document, data };
}

function inOrder(a: Change, b: Change): number {
  const byEffect = effects.indexOf(a.effect) - effects.indexOf(b.effect);
  return (
    byEffect ||
    byCodeUnit(a.subject, b.subject) ||
    byCodeUnit(a.pointer, b.pointer) ||
    byCodeUnit(a.digest, b.digest)
  );
}
