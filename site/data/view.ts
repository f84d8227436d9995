import {
  type Entity,
  type Field,
  fieldsOf,
  formatQuantity,
  type Handbook,
  type Kind,
  kinds,
  type Language,
  type Localised,
  parseQuantity,
  type Quantity,
  type QuantityKind,
  type Reference,
} from '../../linter/index.ts';
import type { ChangeLog } from '../change-log.ts';
import { speaks, translator } from '../i18n/strings.ts';
import { hrefOf, type PageRef, pathOf } from './routes.ts';
import type { Setting } from './setting.ts';
import type { Versions } from './versions.ts';
import { capital, type Piece, plain, shorten, type Words } from './words.ts';

type SchemaName = Parameters<typeof fieldsOf>[0];

/** The handbook as a reader of one locale sees it: its words, names, values and addresses. */
export interface View extends Setting {
  handbook: Handbook;
  /** What changed, as far as Git remembers it. */
  changes: ChangeLog | undefined;
  /** Which version was in force when, as far as Git remembers it. */
  versions: Versions | undefined;
  /** A localised field as it is to be shown; undefined where it is empty. */
  words(value: unknown): Words | undefined;
  name(entity: Entity): Words;
  /** The entity's name as a link, or as plain words where it has no page. */
  link(entity: Entity): Piece;
  /** The reference that a field makes, as a link; the words as written where it leads nowhere. */
  ref(entity: Entity, pointer: string): Piece | undefined;
  /** All references that a list makes. */
  refs(entity: Entity, pointer: string): Piece[];
  /** A written value in the reader's words: `<= 5 min` → “不超过 5 分钟”. */
  value(kind: QuantityKind, text: string | undefined, style?: 'words' | 'signs'): string | undefined;
  date(text: string | undefined): string | undefined;
  /** The schema's title of a field. */
  field(schema: SchemaName, pointer: string): string;
  /** The schema's label of one of a field's fixed values. */
  label(schema: SchemaName, pointer: string, value: string | undefined): string | undefined;
  /** A field's fixed values in the schema's order. */
  values(schema: SchemaName, pointer: string): string[];
  kindPlural(kind: Kind): string;
}

export interface ViewOptions {
  base: string;
  site?: URL | undefined;
  searchParts?: number;
  errors?: number;
  changes?: ChangeLog | undefined;
  versions?: Versions | undefined;
}

export function viewOf(handbook: Handbook, locale: string, options: ViewOptions): View {
  const { base, site, searchParts = 1, errors = 0, changes, versions } = options;
  const language: Language = speaks(locale) && /^zh/i.test(locale) ? 'zh-CN' : 'en';
  const defaultLocale = handbook.locales[0]!;
  const prefix = locale === defaultLocale ? undefined : locale;
  const say = (words: Localised) => words[language];
  const view: View = {
    handbook,
    locale,
    defaultLocale,
    locales: handbook.locales,
    language,
    base,
    site,
    searchParts,
    errors,
    changes,
    versions,
    t: translator(locale),
    words: (value) => wordsOf(handbook, locale, value),
    name: (entity) => nameOf(handbook, locale, entity),
    href: (page, anchor) => hrefOf(base, prefix, pathOf(page)) + (anchor ? `#${anchor}` : ''),
    link: (entity) => {
      const name = view.name(entity);
      return hasPage(handbook, entity) ? { ...name, href: view.href(pageOf(entity)) } : name;
    },
    ref: (entity, pointer) => {
      const reference = handbook.referenceAt(entity, pointer);
      return reference && pieceOf(view, reference);
    },
    refs: (entity, pointer) => {
      const direct = handbook.referenceAt(entity, pointer);
      if (direct) return [pieceOf(view, direct)];
      // Of a field that is not there nothing is looked for: a process may have thousands of references.
      if (at(entity.data, pointer) === undefined) return [];
      const inside = (each: Reference) => each.pointer !== undefined && isChild(pointer, each.pointer);
      return handbook
        .referencesOf(entity)
        .filter(inside)
        .map((each) => pieceOf(view, each));
    },
    value: (kind, text, style = 'words') => {
      if (text === undefined) return undefined;
      const read = parseQuantity(kind, text);
      if (!read.ok) return text;
      return ownUnits(view, read.value, formatQuantity(read.value, locale, { comparison: style }));
    },
    date: (text) => text && formatDate(text, locale),
    field: (schema, pointer) => capital(say(fieldOf(schema, pointer)?.title ?? { en: '', 'zh-CN': '' })),
    label: (schema, pointer, value) => {
      const label = fieldOf(schema, pointer)?.values?.find((each) => each.value === value)?.label;
      return label ? say(label) : value;
    },
    values: (schema, pointer) => (fieldOf(schema, pointer)?.values ?? []).map(({ value }) => value),
    kindName: (kind) => capital(say(kinds[kind].label)),
    kindPlural: (kind) => capital(say(kinds[kind].plural)),
  };
  return view;
}

export function pageOf({ kind, id }: Entity): PageRef {
  return { type: 'entity', kind, id };
}

/** The words by which people know a part: a step, a touchpoint, a goal. */
export function partName(view: View, entity: Entity, pointer: string): Words | undefined {
  const part = at(entity.data, pointer);
  if (part === null || typeof part !== 'object') return undefined;
  const { name, statement, text, term, field, do: what, sop } = part as Record<string, unknown>;
  const words = view.words(name ?? term ?? field ?? statement ?? text);
  if (words) return { ...words, text: shorten(words.text, 40) };
  if (typeof sop === 'string') return view.ref(entity, `${pointer}/sop`);
  const long = view.words(what);
  return long && { ...long, text: shorten(long.text, view.language === 'en' ? 48 : 24) };
}

/** A field's value by its JSON pointer. */
export function at(data: unknown, pointer: string): unknown {
  let value: unknown = data;
  for (const token of pointer.split('/').slice(1)) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<string, unknown>)[token.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}

// helpers

const fieldIndexes = new Map<SchemaName, Map<string, Field>>();

function fieldOf(schema: SchemaName, pointer: string): Field | undefined {
  let index = fieldIndexes.get(schema);
  if (!index) {
    index = new Map(fieldsOf(schema).map((field) => [field.pointer, field]));
    fieldIndexes.set(schema, index);
  }
  return index.get(pointer);
}

function wordsOf(handbook: Handbook, locale: string, value: unknown): Words | undefined {
  const found = handbook.text(value, locale);
  if (!found || found.text.trim() === '') return undefined;
  return withLang(found.text, found.locale, locale);
}

function withLang(text: string, of: string, locale: string): Words {
  return of === locale ? { text } : { text, lang: of };
}

function nameOf(handbook: Handbook, locale: string, entity: Entity): Words {
  const translated = entity.translations.get(locale)?.data.name;
  if (translated) return { text: translated };
  return wordsOf(handbook, locale, entity.data.name) ?? { text: entity.id };
}

function hasPage(handbook: Handbook, entity: Entity): boolean {
  return entity.sound && handbook.get(entity.kind, entity.id) === entity;
}

function isChild(pointer: string, other: string): boolean {
  return other.startsWith(`${pointer}/`) && !other.slice(pointer.length + 1).includes('/');
}

function pieceOf(view: View, { target, part, raw }: Reference): Piece {
  if (!target) return { text: raw, tone: 'missing' };
  if (!part) return view.link(target);
  const name = partName(view, target, part.pointer) ?? plain(part.id);
  if (!hasPage(view.handbook, target)) return name;
  return { ...name, href: view.href(pageOf(target), part.id) };
}

/** Things a company counts may have names of their own, given in its settings. */
function ownUnits(view: View, value: Quantity, said: string): string {
  const measure = value.kind === 'comparison' ? value.value : value;
  const unit = measure.kind === 'count' ? measure.unit : undefined;
  const name = unit && view.words(view.handbook.settings.units?.[unit])?.text;
  if (!name || measure.kind !== 'count') return said;
  const english = /^en/i.test(view.locale) && measure.number !== '1';
  // The unit is the last word, whatever its number.
  return said.replace(/\S+$/, english ? plural(name) : name);
}

/** The regular plural of an English noun; one that ends in s is taken for a plural. */
function plural(noun: string): string {
  if (!/[a-z]$/.test(noun) || noun.endsWith('s')) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const dates = new Map<string, string>();

/** Days as people write them; the same few come up again and again, and formatting is costly. */
function formatDate(text: string, locale: string): string {
  const key = `${locale} ${text}`;
  let said = dates.get(key);
  if (said === undefined) {
    said = formatDay(text, locale);
    dates.set(key, said);
  }
  return said;
}

function formatDay(text: string, locale: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  let format = dateFormats.get(locale);
  if (!format) {
    const dateStyle = /^zh/i.test(locale) ? 'long' : 'medium';
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle, timeZone: 'UTC' });
    dateFormats.set(locale, format);
  }
  return format.format(date);
}
