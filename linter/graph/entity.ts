import type { Location } from '../model/finding.ts';
import type { Kind, KindData } from '../model/kinds.ts';
import { valueAt } from '../model/pointer.ts';
import type { Named } from '../parse/layout.ts';
import type { Body } from '../parse/mdx.ts';
import { spanAt } from '../parse/spans.ts';
import type { HandbookFile } from './handbook-file.ts';
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
  /** What its file is called where that is no id: references may say so too. */
  written: string | undefined;
  file: string;
  /** Where its file stands among all files of the handbook, by path. */
  index: number;
  data: Sound<KindData[K]>;
  /** False where the file's YAML did not parse: present, but not to be judged. */
  sound: boolean;
  /** As its file states it; to look at it reads nothing else of the file. */
  status: unknown;
  /** Former ids; as its status, known beforehand. */
  aliases: readonly string[];
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
  /** Notes that all of it is read: for what keeps something found in it, and hands it to several readers. */
  note(): void;
}

/** An MDX file's rendering in another locale. */
export interface Translation {
  locale: string;
  written: string | undefined;
  file: string;
  data: { name?: string; summary?: string; keywords?: string[]; sourceHash?: string };
  sound: boolean;
  body?: Body;
  text: string;
  at(pointer: string): Location;
  keyAt(pointer: string): Location;
}

/** An entity that reads its file when it is looked at, and notes who does. */
export class FileEntity<K extends Kind = Kind> implements Entity<K> {
  readonly kind: K;
  readonly id: string;
  readonly key: EntityKey;
  readonly written: string | undefined;
  readonly translations = new Map<string, FileTranslation>();
  readonly at: Entity['at'];
  readonly keyAt: Entity['keyAt'];
  readonly #file: HandbookFile;
  #data: Sound<KindData[K]> | undefined;

  constructor(kind: K, { id, written }: Named, file: HandbookFile) {
    this.kind = kind;
    this.id = id;
    this.key = keyOf(kind, id);
    this.written = written;
    this.#file = file;
    ({ at: this.at, keyAt: this.keyAt } = placesIn(file));
  }

  get file(): string {
    return this.#file.path;
  }

  get index(): number {
    return this.#file.index;
  }

  get sound(): boolean {
    return this.#file.summary.sound;
  }

  get status(): unknown {
    return this.#file.summary.status;
  }

  get data(): Sound<KindData[K]> {
    this.#file.note();
    this.#data ??= (this.#file.facts.data ?? {}) as Sound<KindData[K]>;
    return this.#data;
  }

  get body(): Body | undefined {
    return this.#file.read().body;
  }

  get text(): string {
    this.#file.note();
    return this.#file.text ?? '';
  }

  get aliases(): readonly string[] {
    return this.#file.summary.aliases;
  }

  textAt(pointer: string, start: number, end: number): Location {
    const { data, spans, path } = this.#file.read();
    const span = spans[pointer]?.value;
    const value = valueAt(data, pointer);
    if (!span || typeof value !== 'string') return this.at(pointer);
    return { file: path, span: spanOfText(this.text, span, value, start, end) };
  }

  has(pointer: string): boolean {
    return this.#file.read().spans[pointer] !== undefined;
  }

  /** Notes that all of it was read, its translations too. */
  note(): void {
    this.#file.note();
    for (const translation of this.translations.values()) translation.note();
  }
}

export class FileTranslation implements Translation {
  readonly locale: string;
  readonly written: string | undefined;
  readonly at: Translation['at'];
  readonly keyAt: Translation['keyAt'];
  readonly #file: HandbookFile;

  constructor(locale: string, written: string | undefined, file: HandbookFile) {
    this.locale = locale;
    this.written = written;
    this.#file = file;
    ({ at: this.at, keyAt: this.keyAt } = placesIn(file));
  }

  get file(): string {
    return this.#file.path;
  }

  get index(): number {
    return this.#file.index;
  }

  get sound(): boolean {
    return this.#file.summary.sound;
  }

  get data(): Translation['data'] {
    return (this.#file.read().data ?? {}) as Translation['data'];
  }

  get body(): Body | undefined {
    return this.#file.read().body;
  }

  get text(): string {
    this.#file.note();
    return this.#file.text ?? '';
  }

  note(): void {
    this.#file.note();
  }
}

// helpers

/** A problem of the whole entity is shown at its name, the first thing its author looks for. */
function placesIn(file: HandbookFile): Pick<Entity, 'at' | 'keyAt'> {
  const place = (pointer: string, at: 'key' | 'value'): Location => {
    const { spans, path } = file.read();
    return { file: path, span: spanAt(spans, pointer, at) ?? spans['/name']?.value ?? [0, 0] };
  };
  return { at: (pointer) => place(pointer, 'value'), keyAt: (pointer) => place(pointer, 'key') };
}
