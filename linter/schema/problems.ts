import { parseDate } from '../model/date.ts';
import type { Localised, MessageData } from '../model/message.ts';
import { escapeToken, parentOf, tokensOf, valueAt } from '../model/pointer.ts';
import { hint, nearest } from '../model/suggest.ts';
import { causesOf } from './causes.ts';
import { type CutText, cutTexts, keyPointerOf } from './cut-texts.ts';
import { exampleOf, expectation, found, quotedList } from './expectation.ts';
import {
  type Field,
  fieldAt,
  fieldsBelow,
  fieldsOf,
  patternForm,
  type SchemaName,
  schemaTitle,
} from './fields.ts';
import type { SchemaMessageId } from './messages.ts';
import type { AjvError } from './validators.gen.js';

/** Something that does not fit the schema: a place and what is known of it; `schemaMessages` has the words. */
export interface SchemaProblem {
  /** JSON Pointer. For a missing field it names the object that lacks it, '' being the document. */
  pointer: string;
  /** Whether the key or the value at the pointer is to be marked. Items of lists have no key. */
  at: 'key' | 'value';
  messageId: SchemaMessageId;
  data: MessageData;
  /** Another place that takes part, such as the first of two equal items. */
  related?: string;
  /** The smallest subtree without which the rest conforms; none where only an addition helps. */
  drop?: string;
  /** Further subtrees that go with it. */
  alsoDrop?: string[];
  /** The right name of the key or value, where it can be guessed. */
  suggestion?: string;
}

/** What a message needs to be made: the schema, the data it was held against, and one error. */
interface Case {
  schema: SchemaName;
  error: AjvError;
  pointer: string;
  value: unknown;
  field: Field | undefined;
  /** The name that the author knows the place by. */
  name: string;
}

type Draft = Omit<SchemaProblem, 'pointer' | 'at' | 'drop'> & Partial<Pick<SchemaProblem, 'pointer' | 'at'>>;

/** Turns what Ajv reports on `data` into problems that an author understands, in the order of Ajv. */
export function problemsOf(schema: SchemaName, data: unknown, errors: readonly AjvError[]): SchemaProblem[] {
  const causes = causesOf(errors);
  const unknown = causes.filter((error) => error.keyword === 'additionalProperties');
  const missing = causes.filter((error) => error.keyword === 'required');
  const others = causes.filter(
    (error) => error.keyword !== 'required' && error.keyword !== 'additionalProperties',
  );

  const cuts = cutTexts(data, causes);
  const pieces = new Set(cuts.flatMap(({ pointers, number }) => [...pointers, ...(number ? [number] : [])]));
  const isPiece = (error: AjvError) => pieces.has(keyPointerOf(error) ?? error.instancePath);
  const problems = unknown
    .filter((error) => !isPiece(error))
    .map((error) => unknownField(schema, data, error));
  for (const problem of missingFields(schema, data, missing, problems)) problems.push(problem);
  for (const error of others) if (!isPiece(error)) problems.push(wrongValue(schema, data, error));
  for (const cut of cuts) problems.push(cutText(cut));
  return problems;
}

function cutText({ field, pieces, pointers, whole, number }: CutText): SchemaProblem {
  const [pointer, ...pieced] = pointers as [string];
  const further = number === undefined ? pieced : [...pieced, number];
  const data = { value: pieces[0]!, field, text: JSON.stringify(whole) };
  return { pointer, at: 'key', messageId: 'cutByComma', data, drop: pointer, alsoDrop: further };
}

function unknownField(schema: SchemaName, data: unknown, error: AjvError): SchemaProblem {
  const key = String(error.params.additionalProperty);
  const pointer = `${error.instancePath}/${escapeToken(key)}`;
  const present = valueAt(data, error.instancePath) as object;
  const known = fieldsBelow(schema, error.instancePath).map((field) => field.name);
  const free = known.filter((name) => !Object.hasOwn(present, name));
  const near = nearest(key, free);
  return {
    pointer,
    at: 'key',
    messageId: 'unknownField',
    data: { field: key, where: whereOf(schema, error.instancePath), hint: hint(key, free) },
    drop: pointer,
    ...(near !== undefined && { suggestion: near }),
  };
}

/** Missing fields, one problem for each object, without those that are there under a misspelt name. */
function missingFields(
  schema: SchemaName,
  data: unknown,
  errors: readonly AjvError[],
  unknown: readonly SchemaProblem[],
): SchemaProblem[] {
  const misspelt = new Set(unknown.map(({ pointer, suggestion }) => `${parentOf(pointer)}/${suggestion}`));
  const lacking = new Map<string, string[]>();
  for (const { instancePath, params } of errors) {
    const name = String(params.missingProperty);
    if (misspelt.has(`${instancePath}/${name}`)) continue;
    lacking.set(instancePath, [...(lacking.get(instancePath) ?? []), name]);
  }
  return [...lacking].map(([pointer, names]) => missingIn(schema, data, pointer, names));
}

function missingIn(schema: SchemaName, data: unknown, pointer: string, names: string[]): SchemaProblem {
  const where = whereOf(schema, pointer);
  const [field] = names as [string];
  const drop = dropFor(schema, data, pointer);
  return {
    pointer,
    at: atOf(data, pointer),
    ...(names.length > 1
      ? { messageId: 'requiredSeveral', data: { fields: quotedList(names), where } }
      : { messageId: 'required', data: { field, where, remedy: additionOf(schema, `${pointer}/${field}`) } }),
    ...(drop !== undefined && { drop }),
  };
}

function additionOf(schema: SchemaName, pointer: string): Localised {
  const field = fieldAt(schema, pointer);
  const example = field && exampleOf(field);
  if (!field || example === undefined) return { en: 'add it.', 'zh-CN': '请补上。' };
  const line = `${field.name}: ${example}`;
  return { en: `add it, for example ${line}`, 'zh-CN': `请补上，例如 ${line}` };
}

function wrongValue(schema: SchemaName, data: unknown, error: AjvError): SchemaProblem {
  if (error.instancePath === '') return wrongDocument(schema, data);
  const pointer = error.instancePath;
  const value = valueAt(data, pointer);
  const subject = { schema, error, pointer, value, field: fieldAt(schema, pointer), name: nameOf(pointer) };
  const draft = draftOf(subject);
  const place = draft.pointer ?? pointer;
  const drop = dropFor(schema, data, place);
  return {
    at: 'value',
    ...atKey(data, place, draft),
    ...draft,
    pointer: place,
    ...(drop !== undefined && { drop }),
  };
}

function wrongDocument(schema: SchemaName, data: unknown): SchemaProblem {
  const [first] = fieldsOf(schema) as [Field];
  const example = `${first.name}: ${exampleOf(first) ?? '…'}`;
  return { pointer: '', at: 'value', messageId: 'document', data: { found: found(data), example } };
}

/** An empty value has no place of its own, so its key is marked. */
function atKey(data: unknown, pointer: string, draft: Draft): { at?: 'key' | 'value' } {
  return draft.messageId === 'empty' && valueAt(data, pointer) === null ? { at: atOf(data, pointer) } : {};
}

function draftOf(subject: Case): Draft {
  if (subject.error.propertyName !== undefined) return wrongKey(subject);
  if (isEmpty(subject.value)) return emptyValue(subject);
  switch (subject.error.keyword) {
    case 'type':
      return wrongType(subject);
    case 'enum':
      return wrongChoice(subject);
    case 'uniqueItems':
      return twice(subject);
    case 'pattern':
      return wrongForm(subject);
    case 'const':
      return {
        messageId: 'const',
        data: { field: subject.name, expected: String(subject.error.params.allowedValue) },
      };
    case 'format':
      return (
        dateForm(subject) ?? {
          messageId: 'format',
          data: {
            field: subject.name,
            value: String(subject.value),
            example: exampleOf(subject.field!) ?? '',
          },
        }
      );
    default:
      return outOfBounds(subject);
  }
}

/** A date in another form than ours, such as 2026/11/6 or 2026年11月6日. */
function dateForm({ value, name }: Case): Draft | undefined {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(
    String(value).normalize('NFKC').trim(),
  );
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map((part) => part.padStart(2, '0'));
  const instead = `${year}-${month}-${day}`;
  if (instead === value || !parseDate(instead).ok) return undefined;
  return { messageId: 'dateForm', data: { field: name, value: String(value), instead }, suggestion: instead };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '';
}

function emptyValue({ schema, error, field, name }: Case): Draft {
  const types = error.keyword === 'type' ? typesOf(error) : (field?.types ?? ['string']);
  const parent = field ?? fieldAt(schema, parentOf(error.instancePath));
  return { messageId: 'empty', data: { field: name, expected: expectation(parent, types) } };
}

function typesOf(error: AjvError): string[] {
  return [error.params.type as string | string[]].flat();
}

function wrongType({ error, value, field, name }: Case): Draft {
  const types = typesOf(error);
  const expected = expectation(field, types);
  if (typeof value === 'string') return wrongText(value, name, types, expected);
  const plainText =
    types.includes('string') && !field?.quantity && !field?.ref && !field?.values && !field?.date;
  if (plainText && typeof value !== 'object') {
    return { messageId: 'typeQuotes', data: { field: name, found: found(value), value: String(value) } };
  }
  return { messageId: 'type', data: { field: name, found: found(value), expected } };
}

/** Text where a number, a truth value or a list belongs: often only quotes or brackets are wrong. */
function wrongText(value: string, name: string, types: string[], expected: Localised): Draft {
  const numeric = types.includes('number') || types.includes('integer');
  const isNumber =
    numeric && /^-?\d+(?:\.\d+)?$/.test(value) && (types.includes('number') || !value.includes('.'));
  const isTruth = types.includes('boolean') && /^(?:true|false)$/.test(value);
  if (isNumber || isTruth) return { messageId: 'typeUnquote', data: { field: name, expected, value } };
  if (types.length === 1 && types[0] === 'array' && value.length <= 60) {
    return { messageId: 'typeList', data: { field: name, value: listOf(value) } };
  }
  return { messageId: 'type', data: { field: name, found: found(value), expected } };
}

/** The items of a list that was written with the punctuation of a Chinese keyboard. */
function listOf(value: string): string {
  const inner = value.replace(/^[[［【（]\s*|\s*[\]］】）]$/g, '');
  return inner.replace(/\s*[，、；;]\s*/g, ', ');
}

function wrongChoice({ error, value, field, name }: Case): Draft {
  const allowed = (error.params.allowedValues as unknown[]).map(String);
  const written = String(value);
  // An author may have written the label, such as 试行 for pilot.
  const labelled = field?.values?.find(({ label }) => label.en === written || label['zh-CN'] === written);
  const suggestion = labelled?.value ?? nearest(written, allowed);
  const hintText = labelled ? hint(labelled.value, allowed) : hint(written, allowed);
  return {
    messageId: 'enum',
    data: { field: name, value: written, hint: hintText },
    ...(suggestion !== undefined && { suggestion }),
  };
}

function wrongForm({ error, value, name }: Case): Draft {
  const expected = patternForm(String(error.params.pattern))!;
  return { messageId: 'pattern', data: { field: name, value: String(value), expected } };
}

function wrongKey({ error, pointer, name, field }: Case): Draft {
  const key = error.propertyName!;
  const form = error.keyword === 'pattern' ? patternForm(String(error.params.pattern)) : undefined;
  const expected = form ?? expectation(field, ['string']);
  return {
    pointer: `${pointer}/${escapeToken(key)}`,
    at: 'key',
    messageId: 'propertyNames',
    data: { field: name, value: key, expected },
  };
}

function twice({ error, pointer, value, name }: Case): Draft {
  const { i, j } = error.params as { i: number; j: number };
  const [first, second] = [Math.min(i, j), Math.max(i, j)];
  const item = (value as unknown[])[second];
  return {
    pointer: `${pointer}/${second}`,
    related: `${pointer}/${first}`,
    messageId: 'uniqueItems',
    data: { field: name, value: typeof item === 'string' ? item : JSON.stringify(item) },
  };
}

/** Lengths, counts and numbers beyond their bounds. */
function outOfBounds({ error, value, field, name }: Case): Draft {
  const messageId = error.keyword as SchemaMessageId;
  const limit = Number(error.params.limit);
  const data: MessageData = { field: name, limit, count: sizeOf(value), value: String(value) };
  if (messageId === 'minLength') data.expected = expectation(field, field?.types ?? ['string']);
  return { messageId, data };
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length;
  return 0;
}

/** The key nearest above a place: `/steps/0/tool/1` is known as "tool", `/steps/0` as "steps". */
function nameOf(pointer: string): string {
  const tokens = tokensOf(pointer);
  return tokens.findLast((token) => !/^\d+$/.test(token)) ?? '';
}

/** What the object at a place is called: the kind at the root, else the title of the field. */
function whereOf(schema: SchemaName, pointer: string): Localised {
  const title = pointer === '' ? schemaTitle(schema).title : fieldAt(schema, pointer)?.title;
  if (!title?.en) return { en: `"${nameOf(pointer)}"`, 'zh-CN': `“${nameOf(pointer)}”` };
  const abbreviation = /^[A-Z]{2}/.test(title.en);
  return { ...title, en: abbreviation ? title.en : title.en.charAt(0).toLowerCase() + title.en.slice(1) };
}

/** The document and items of lists have no key to mark. */
function atOf(data: unknown, pointer: string): 'key' | 'value' {
  return pointer === '' || Array.isArray(valueAt(data, parentOf(pointer))) ? 'value' : 'key';
}

/** Without a required value its object would not conform either, so that goes too, up to a top-level field. */
function dropFor(schema: SchemaName, data: unknown, pointer: string): string | undefined {
  if (pointer === '') return undefined;
  const parent = parentOf(pointer);
  if (parent === '') return pointer;
  const siblings = valueAt(data, parent);
  const needed = Array.isArray(siblings) ? siblings.length === 1 : fieldAt(schema, pointer)?.required;
  return needed ? dropFor(schema, data, parent) : pointer;
}
