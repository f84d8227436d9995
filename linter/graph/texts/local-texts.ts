import type { Nodes } from 'mdast';
import type { Span } from '../../model/finding.ts';
import { escapeToken } from '../../model/pointer.ts';
import { treeOf } from '../../parse/mdx.ts';
import type { Entity, Translation } from '../entity.ts';
import { visitFields } from '../visit-fields.ts';

/** A stretch of a file that is written in one language, as it lies on disk, quotes and escapes included. */
export interface LocalSlice {
  file: string;
  locale: string;
  /** The entity's field, or its key for a body. */
  subject: string;
  text: string;
  /** Where the text begins in the file. */
  start: number;
}

/** Every text of an entity by language: fields that hold text, and all prose of its bodies but code. */
export function localSlices(entity: Entity, defaultLocale: string): LocalSlice[] {
  const slices = fieldSlices(entity, defaultLocale);
  const bodies: [Entity | Translation, string][] = [[entity, defaultLocale]];
  for (const each of entity.translations.values()) bodies.push([each, each.locale]);
  for (const [source, locale] of bodies) {
    if (!source.body) continue;
    for (const [start, end] of textSpans(treeOf(source.text))) {
      slices.push({
        file: source.file,
        locale,
        subject: entity.key,
        text: source.text.slice(start, end),
        start,
      });
    }
  }
  for (const { file, locale, text, data, at } of entity.translations.values()) {
    for (const field of ['name', 'summary'] as const) {
      if (data[field] === undefined) continue;
      const [start, end] = at(`/${field}`).span;
      slices.push({ file, locale, subject: `${entity.key}/${field}`, text: text.slice(start, end), start });
    }
  }
  return slices;
}

// helpers

function fieldSlices(entity: Entity, defaultLocale: string): LocalSlice[] {
  const slices: LocalSlice[] = [];
  const add = (pointer: string, locale: string) => {
    const { file, span } = entity.at(pointer);
    slices.push({
      file,
      locale,
      subject: entity.key + pointer,
      text: entity.text.slice(...span),
      start: span[0],
    });
  };
  visitFields(entity.kind, entity.data, (field, pointer, value) => {
    if (!field.text) return;
    if (typeof value === 'string') add(pointer, defaultLocale);
    else if (value !== null && typeof value === 'object') {
      for (const [locale, text] of Object.entries(value)) {
        if (typeof text === 'string') add(`${pointer}/${escapeToken(locale)}`, locale);
      }
    }
  });
  return slices;
}

function textSpans(node: Nodes): Span[] {
  if (node.type === 'text') return [[node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]];
  return 'children' in node ? node.children.flatMap((child) => textSpans(child as Nodes)) : [];
}
