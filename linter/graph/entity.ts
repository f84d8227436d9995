import type { Location, Span } from '../model/finding.ts';
import type { Kind, KindData } from '../model/kinds.ts';
import { valueAt } from '../model/pointer.ts';
import type { Body } from '../parse/mdx.ts';
import { spanAt } from '../parse/spans.ts';
import type { FileFacts } from './facts.ts';
import { spanOfText } from './text-span.ts';

/** Data that conforms where it is present: any field may be missing, since files are written step by step. */
export type Sound<T> = T extends readonly (infer Item)[]
  ? Sound<Item>[]
  : T extends object
    ? { [Field in keyof T]?: Sound<T[Field]> }
    : T;

/** `kind:id`, the name of an entity everywhere. */
export type EntityKey = string;

export function keyOf(kind: Kind, id: string): EntityKey {
  return `${kind}:${id}`;
}

/** One file's thing: a role, a process, an SOP …, with its data and where each value stands. */
export interface Entity<K extends Kind = Kind> {
  kind: K;
  id: string;
  key: EntityKey;
  file: string;
  data: Sound<KindData[K]>;
  /** False where the file's YAML did not parse: present, but not to be judged. */
  sound: boolean;
  body?: Body;
  /** Translations of an MDX file, by locale. */
  translations: Map<string, Translation>;
  /** The file's text; spans are offsets into it. */
  text: string;
  /** Where a field's value stands; of the nearest enclosing value where there is none. */
  at(pointer: string): Location;
  /** Where a field's name stands; its value in a list. */
  keyAt(pointer: string): Location;
  /** Where the part [start, end) of a text field's value stands. */
  textAt(pointer: string, start: number, end: number): Location;
  /** Whether the file states a field. */
  has(pointer: string): boolean;
}

/** An MDX file's rendering in another locale. */
export interface Translation {
  locale: string;
  file: string;
  data: { name?: string; summary?: string; keywords?: string[]; sourceHash?: string };
  sound: boolean;
  body?: Body;
  text: string;
  at(pointer: string): Location;
  keyAt(pointer: string): Location;
}

export function entityOf<K extends Kind>(kind: K, id: string, facts: FileFacts): Entity<K> {
  const places = placesIn(facts);
  return {
    kind,
    id,
    key: keyOf(kind, id),
    file: facts.path,
    data: (facts.data ?? {}) as Sound<KindData[K]>,
    sound: facts.sound,
    ...(facts.body && { body: facts.body }),
    translations: new Map(),
    text: facts.text ?? '',
    ...places,
    textAt: (pointer, start, end) => {
      const span = facts.spans[pointer]?.value;
      const value = valueAt(facts.data, pointer);
      if (!span || typeof value !== 'string') return places.at(pointer);
      return { file: facts.path, span: spanOfText(facts.text ?? '', span, value, start, end) };
    },
    has: (pointer) => facts.spans[pointer] !== undefined,
  };
}

export function translationOf(locale: string, facts: FileFacts): Translation {
  const { at, keyAt } = placesIn(facts);
  return {
    locale,
    file: facts.path,
    data: (facts.data ?? {}) as Translation['data'],
    sound: facts.sound,
    ...(facts.body && { body: facts.body }),
    text: facts.text ?? '',
    at,
    keyAt,
  };
}

/** A problem of the whole entity is shown at its name, the first thing its author looks for. */
function placesIn(facts: FileFacts): Pick<Entity, 'at' | 'keyAt'> {
  const whole = (): Span => facts.spans['/name']?.value ?? [0, 0];
  return {
    at: (pointer) => ({ file: facts.path, span: spanAt(facts.spans, pointer, 'value') ?? whole() }),
    keyAt: (pointer) => ({ file: facts.path, span: spanAt(facts.spans, pointer, 'key') ?? whole() }),
  };
}
