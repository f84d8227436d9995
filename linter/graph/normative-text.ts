import type { Location, Span } from '../model/finding.ts';
import { escapeToken } from '../model/pointer.ts';
import { type Insert, type Prose, proseOf } from '../parse/prose.ts';
import type { Entity, Translation } from './entity.ts';
import type { Handbook } from './handbook.ts';
import { maskQuotes, sentencesOf } from './sentences.ts';

/** A sentence of a normative text, as a span of the text. */
export interface Sentence {
  text: string;
  span: Span;
  /** The components that stand in it. */
  inserts: Insert[];
}

/** Text that binds somebody: what a standard states, what a step or an SOP tells people to do. */
export interface NormativeText {
  entity: Entity;
  /** `statement` of a standard, `step` of a process, `instruction` in an SOP's body. */
  role: 'statement' | 'step' | 'instruction';
  locale: string;
  /** `standard:reply-time/statement`, `process:check-in#verify`, `sop:check-in`. */
  subject: string;
  /** The field that holds it; undefined in a body. */
  pointer?: string;
  /** Components, code and quoted words are hidden behind `MASK`. */
  text: string;
  inserts: Insert[];
  sentences: readonly Sentence[];
  /** Where the part [start, end) of the text stands. */
  at(start: number, end: number): Location;
}

/** Why a thing is done is told in other words than what is to be done. */
const explanations = /^(?:why|purpose|background|rationale|为什么|目的|背景|缘由|为何)/i;

const known = new WeakMap<Handbook, readonly NormativeText[]>();

/** The normative texts of a handbook, retired entries left out; found once and shared by all wording rules. */
export function normativeTexts(handbook: Handbook): readonly NormativeText[] {
  let texts = known.get(handbook);
  if (!texts) {
    texts = handbook.entities
      .filter(({ sound, data }) => sound && data.status !== 'retired')
      .flatMap((entity) => textsOf(entity, handbook.locales[0]!));
    known.set(handbook, texts);
  }
  return texts;
}

/** The running text of an entry's body and its translations, without the section that explains why. */
export function bodyTexts(entity: Entity, locale: string): NormativeText[] {
  const sources = [{ source: entity as Entity | Translation, locale }];
  for (const each of entity.translations.values()) sources.push({ source: each, locale: each.locale });
  return sources.flatMap(({ source, locale: own }) => {
    if (!source.body) return [];
    return proseOf(source.body.tree, source.text)
      .filter(({ section }) => !explanations.test(section.trim()))
      .map((prose) => bodyText(entity, source.file, prose, own));
  });
}

// helpers

function textsOf(entity: Entity, locale: string): NormativeText[] {
  switch (entity.kind) {
    case 'standard':
      return fieldTexts(entity, '/statement', 'statement', `${entity.key}/statement`, locale);
    case 'process':
      return stepTexts(entity as Entity<'process'>, locale);
    case 'sop':
      return bodyTexts(entity, locale);
    default:
      return [];
  }
}

/** What the customer does is told, not demanded. */
function stepTexts(process: Entity<'process'>, locale: string): NormativeText[] {
  return (process.data.steps ?? []).flatMap((step, index) => {
    if (step.lane === 'customer' || step.lane === 'evidence') return [];
    return fieldTexts(process, `/steps/${index}/do`, 'step', `${process.key}#${step.id}`, locale);
  });
}

function fieldTexts(
  entity: Entity,
  field: string,
  role: NormativeText['role'],
  subject: string,
  defaultLocale: string,
): NormativeText[] {
  return localTexts(entity, field, defaultLocale).map(({ locale, pointer, value }) => {
    const text = maskQuotes(value);
    return withSentences({
      ...{ entity, role, locale, subject, pointer, text, inserts: [] },
      at: (start, end) => entity.textAt(pointer, start, end),
    });
  });
}

/** A text field's wording in each locale that it has. */
function localTexts(entity: Entity, field: string, defaultLocale: string) {
  let value: unknown = entity.data;
  for (const token of field.slice(1).split('/'))
    value = (value as Record<string, unknown> | undefined)?.[token];
  if (typeof value === 'string') return [{ locale: defaultLocale, pointer: field, value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([locale, text]) => ({ locale, pointer: `${field}/${escapeToken(locale)}`, value: text }));
}

function bodyText(entity: Entity, file: string, prose: Prose, locale: string): NormativeText {
  return withSentences({
    ...{ entity, role: 'instruction', locale, subject: entity.key, inserts: prose.inserts },
    text: maskQuotes(prose.text),
    at: (start, end) => ({ file, span: prose.spanOf(start, end) }),
  });
}

/** Most texts are never cut into sentences: only those with a doubtful word are. */
function withSentences(text: Omit<NormativeText, 'sentences'>): NormativeText {
  let sentences: Sentence[] | undefined;
  return {
    ...text,
    get sentences() {
      sentences ??= sentencesOf(text.text).map((span) => ({
        text: text.text.slice(...span),
        span,
        inserts: text.inserts.filter(({ index }) => index >= span[0] && index < span[1]),
      }));
      return sentences;
    },
  };
}
