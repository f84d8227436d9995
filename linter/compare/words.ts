import type { Handbook } from '../graph/handbook.ts';
import { partLabel } from '../graph/reference-words.ts';
import type { Part } from '../graph/references.ts';
import { type Language, type Localised, same } from '../model/message.ts';
import { parentOf, valueAt } from '../model/pointer.ts';
import { formatQuantity, parseQuantity, type Quantity } from '../model/quantity.ts';
import { type Field, fieldAt } from '../schema/fields.ts';
import { fieldOf, isFieldsOf, type Side, type Stop } from './differences.ts';
import { type Document, targetOf } from './document.ts';
import { clip, entityName, excerpts, inEach, reads, textWords } from './entity-name.ts';

const MOST_ITEMS = 4;

/** What readers call a part: a step, a touchpoint, a goal. */
export function partName({ handbook }: Document, part: Part): Localised {
  return itemName(handbook, valueAt(part.owner.data, part.pointer)) ?? same(part.id);
}

/** The first of an item's texts that names it. */
const naming = ['name', 'text', 'statement', 'term', 'field', 'act', 'do', 'what'];

export function itemName(handbook: Handbook, item: unknown): Localised | undefined {
  if (!isFieldsOf(item)) return undefined;
  for (const field of naming) {
    const words = item[field] === undefined ? undefined : textWords(handbook, item[field]);
    if (words) return words;
  }
  return undefined;
}

/** What an item of a list is called in a sentence: by its name, or by the role, unit or standard it is for. */
export function stopName({ list, key, before, after }: Stop): Localised {
  const side = after.value === undefined ? before : after;
  return sideName(list, side) ?? same(key);
}

export function sideName(list: Field, { document, pointer, value }: Side): Localised | undefined {
  if (!list.part || !isFieldsOf(value)) {
    const reference = firstReference({ document, pointer, value });
    if (reference) return reference;
  }
  return (
    itemName(document.handbook, value) ??
    (isFieldsOf(value) && typeof value.id === 'string' ? same(value.id) : undefined)
  );
}

/** Two texts for a sentence, each language with the words that changed for its readers. */
export function textPair(before: Side, after: Side): [before: Localised, after: Localised] {
  const [from, to] = [localesOf(before), localesOf(after)];
  const differing = [...new Set([...from.keys(), ...to.keys()])].filter(
    (locale) => from.get(locale) !== to.get(locale),
  );
  const pairs = inEachPair((language) => {
    const locale = differing.find((each) => reads(each, language)) ?? differing[0];
    if (locale === undefined) return ['', ''];
    return excerpts(from.get(locale) ?? '', to.get(locale) ?? '');
  });
  return [
    inEach((language) => quoted(pairs[language][0], language)),
    inEach((language) => quoted(pairs[language][1], language)),
  ];
}

function inEachPair(make: (language: Language) => [string, string]): Record<Language, [string, string]> {
  return { en: make('en'), 'zh-CN': make('zh-CN') };
}

/** A text by locale; a plain string is in the first, words of a list one after the other. */
function localesOf({ document, value }: Side): Map<string, string> {
  const words = (each: unknown) => (Array.isArray(each) ? each.join(', ') : String(each));
  if (!isFieldsOf(value)) return new Map([[document.handbook.locales[0]!, words(value)]]);
  return new Map(Object.entries(value).map(([locale, each]) => [locale, words(each)]));
}

/** The nouns under which an item is named in a sentence: “step”, “deviation”. */
export function stopNoun({ list, after, before }: Pick<Stop, 'list' | 'before' | 'after'>): Localised {
  if (list.part) return partLabel(list.part);
  const row = fieldOf(after.value === undefined ? before : after);
  return lowered(row?.title.en ? row.title : list.title);
}

/** English titles that do not read as nouns within a sentence. */
const nouns: Record<string, string> = {
  'Acknowledged within': 'time to acknowledge',
  'Resolved within': 'time to resolve',
  Every: 'interval',
  Within: 'time limit',
  By: 'role in charge',
  'Collected by': 'collecting role',
  'Acted on by': 'acting role',
  'Escalated to': 'escalation role',
  'Escalate to': 'escalation role',
  'Reports to': 'superior',
  'Approved by': 'approving role',
  'Assessed by': 'assessing role',
  'Decided by': 'deciding role',
  'Verified by': 'way to verify',
  'Met by': 'process that meets it',
  'Applies to': 'scope',
  'Review every': 'review interval',
  'Last reviewed': 'date of the last review',
  'In force from': 'date of effect',
  Covers: 'content',
  Improves: 'what it improves',
  Serves: 'whom it serves',
  Frees: 'freed time',
  Stores: 'stored data',
  Recalls: 'recalled data',
  Informs: 'informed roles',
  Notify: 'notified roles',
  Certifies: 'certificates',
  Checks: 'checked standards',
  Satisfies: 'clauses it satisfies',
  Supersedes: 'what it supersedes',
  'Kept for': 'retention time',
  'May vary': 'permitted variation',
  'Value here': 'local target',
  'What to do': 'instruction',
  'Paired with': 'paired metric',
  'At most repeated': 'number of repeats',
  'Carried out by': 'carrying entries',
  'On failure': 'action on failure',
  'All of': 'parallel steps',
  To: 'receiver',
  With: 'participants',
  As: 'part taken',
  For: 'use of the freed time',
  Per: 'basis of the limit',
  Pass: 'pass mark',
  Also: 'synonyms',
  Given: 'what it looks at',
  Must: 'demand',
};

/** A field as the subject of a sentence, with the object it stands in: “interval of analysis”. */
export function fieldWords(document: Document, pointer: string, field: Field | undefined): Localised {
  const own = field && field.title.en !== '' ? noun(field.title) : same(lastToken(pointer));
  const around = fieldAt(document.schema, parentOf(pointer));
  if (!around || around.title.en === '' || around.name === '*' || field?.name === '*') return own;
  if (!around.types.includes('object') || around.text) return own;
  const outer = noun(around.title);
  return { en: `${own.en} of ${outer.en}`, 'zh-CN': `${outer['zh-CN']}的${own['zh-CN']}` };
}

/** A value for a sentence: quantities and names as readers know them, texts and choices in quotes. */
export function valueWords(side: Side, field: Field | undefined = fieldOf(side)): Localised {
  const { document, pointer, value } = side;
  const { handbook } = document;
  if (value === undefined) return { en: 'nothing', 'zh-CN': '无' };
  if (typeof value === 'boolean') return value ? { en: 'yes', 'zh-CN': '是' } : { en: 'no', 'zh-CN': '否' };
  const target = targetOf(document, field, pointer, value);
  if (target) {
    const name = entityName(handbook, target.entity);
    if (!target.part) return name;
    const part = partName(document, target.part);
    if (target.entity === document.entity) return inEach((language) => quoted(part[language], language));
    return inEach((language) => `${name[language]}${SLASH[language]}${part[language]}`);
  }
  const label = field?.values?.find((each) => each.value === String(value))?.label;
  if (label) return inEach((language) => quoted(label[language], language));
  if (field?.quantity && typeof value === 'string') {
    const parsed = parseQuantity(field.quantity, value);
    return parsed.ok ? quantityWords(parsed.value) : inEach((language) => quoted(clip(value), language));
  }
  if (Array.isArray(value)) return listWords(side, value, field);
  if (isFieldsOf(value) && !field?.text) return objectWords(side, value);
  if (typeof value === 'number' || field?.date) return same(String(value));
  const text = textWords(handbook, value) ?? same(clip(String(value)));
  return inEach((language) => quoted(text[language], language));
}

/** @example quantityWords(ofText('800 CNY per case')) // => { en: '800 CNY per case', 'zh-CN': '800 元/次' } */
export function quantityWords(value: Quantity): Localised {
  if (value.kind !== 'money') return inEach((language) => formatQuantity(value, language));
  const amount = formatQuantity({ kind: 'count', number: value.number }, 'en');
  const per = value.per ? ` per ${value.per}` : '';
  return { en: `${amount} ${value.currency}${per}`, 'zh-CN': formatQuantity(value, 'zh-CN') };
}

export function quoted(text: string, language: Language): string {
  return language === 'en' ? `"${text}"` : `“${text}”`;
}

/** Names one after the other, the first few of many. */
export function joined(all: readonly Localised[], most = MOST_ITEMS): Localised {
  return inEach((language) => {
    const comma = language === 'en' ? ', ' : '、';
    const shown = all.slice(0, most).map((each) => each[language]);
    return [...shown, ...(all.length > most ? ['…'] : [])].join(comma);
  });
}

/**
 * Space between a Chinese sentence and a Latin word or figure that stands in it.
 *
 * @param place `end` where punctuation or nothing follows
 */
export function within(words: Localised, place: 'middle' | 'end' = 'middle'): Localised {
  const text = words['zh-CN'];
  const before = /^[\p{Script=Latin}\p{Nd}<>≤≥+-]/u.test(text) ? ' ' : '';
  const after = place === 'middle' && /[\p{Script=Latin}\p{Nd}%]$/u.test(text) ? ' ' : '';
  return { en: words.en, 'zh-CN': `${before}${text}${after}` };
}

// helpers

const SLASH: Localised = { en: ', ', 'zh-CN': '·' };

function noun(title: Localised): Localised {
  return { ...lowered(title), ...(Object.hasOwn(nouns, title.en) && { en: nouns[title.en]! }) };
}

/** A title within a sentence: abbreviations keep their capitals. */
function lowered(title: Localised): Localised {
  const en = /^[A-Z][^A-Z]/.test(title.en) ? title.en[0]!.toLowerCase() + title.en.slice(1) : title.en;
  return { ...title, en };
}

function lastToken(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

function firstReference({ document, pointer, value }: Side): Localised | undefined {
  if (!isFieldsOf(value)) return undefined;
  for (const name of ['role', 'to', 'standard', 'unit', 'metric', 'customer', 'item']) {
    if (value[name] === undefined) continue;
    const inner: Side = { document, pointer: `${pointer}/${name}`, value: value[name] };
    const target = targetOf(document, fieldOf(inner), inner.pointer, inner.value);
    if (target)
      return target.part ? partName(document, target.part) : entityName(document.handbook, target.entity);
  }
  return undefined;
}

function listWords(
  { document, pointer }: Side,
  items: readonly unknown[],
  list: Field | undefined,
): Localised {
  if (items.length === 0) return { en: 'nothing', 'zh-CN': '无' };
  if (items.every((item) => typeof item === 'number')) return same(items.join('–'));
  const words = items.slice(0, MOST_ITEMS + 1).map((value, index) => {
    const side: Side = { document, pointer: `${pointer}/${index}`, value };
    return (
      (isFieldsOf(value) && list && sideName(list, side)) || valueWords(side, fieldOf(side) ?? unlisted(list))
    );
  });
  return joined(words);
}

/** What a list says of its items where they have no row of their own. */
function unlisted(list: Field | undefined): Field | undefined {
  return list?.ref || list?.values ? list : undefined;
}

function objectWords({ document, pointer }: Side, value: Record<string, unknown>): Localised {
  const named = firstReference({ document, pointer, value }) ?? itemName(document.handbook, value);
  if (named) return named;
  const entries = Object.entries(value).map(([name, held]) => {
    const side: Side = { document, pointer: `${pointer}/${name}`, value: held };
    const [title, words] = [fieldWordsAlone(side, name), valueWords(side)];
    return inEach((language) => `${title[language]} ${words[language]}`);
  });
  return joined(entries, 3);
}

function fieldWordsAlone(side: Side, name: string): Localised {
  const field = fieldOf(side);
  return field && field.title.en !== '' ? noun(field.title) : same(name);
}
