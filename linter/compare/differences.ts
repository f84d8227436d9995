import { escapeToken, parentOf } from '../model/pointer.ts';
import { type Field, fieldAt, type Polarity } from '../schema/fields.ts';
import { alike, canonical } from './canonical.ts';
import { type Document, targetOf } from './document.ts';
import { type Keyed, pairItems } from './pair-items.ts';

/** A value in one of the two revisions; undefined where that revision has none. */
export interface Side {
  document: Document;
  pointer: string;
  value: unknown;
}

/** An item of a list on the way to a value. */
export interface Stop {
  list: Field;
  /** What the item is known by: an id, a role … */
  key: string;
  before: Side;
  after: Side;
}

/** One value that is not the same in two revisions of a file. */
export interface Difference {
  operation: 'changed' | 'added' | 'removed' | 'reordered';
  before: Side;
  after: Side;
  /** What the schema says of the value; of the list where the value is an item without a row of its own. */
  field: Field | undefined;
  /** Its own, or that of the nearest field around it. Of an item that came or went, the list's. */
  polarity: Polarity | undefined;
  /** What the value is known by in its list, where it came to it or went from it; '' for one without a name. */
  item?: string;
  /** The way to the value by names and keys instead of places: `grants/waiter/limit`. */
  path: string;
  stops: readonly Stop[];
}

/** The key that an entity of the earlier revision has in the later one. */
export type Renames = ReadonlyMap<string, string>;

/** By what the items of a list are known that have no id. */
const naturalKeys: Record<string, readonly string[]> = {
  grants: ['role'],
  with: ['role'],
  frees: ['role'],
  next: ['to'],
  deviations: ['standard'],
  serves: ['unit', 'customer'],
  investments: ['area', 'period'],
  improves: ['metric'],
  results: ['date', 'unit'],
  failures: ['item', 'standard'],
  exceptions: ['rule', 'entity'],
};

/** Every difference between the data of a file in two revisions, in the order of the earlier one. */
export function differencesOf(before: Document, after: Document, renames: Renames): Difference[] {
  const walker = new Walker(before, after, renames);
  walker.fields('', before.data, '', after.data, '', []);
  return walker.found;
}

class Walker {
  readonly found: Difference[] = [];
  readonly #before: Document;
  readonly #after: Document;
  readonly #renames: Renames;

  constructor(before: Document, after: Document, renames: Renames) {
    this.#before = before;
    this.#after = after;
    this.#renames = renames;
  }

  fields(
    path: string,
    old: unknown,
    oldAt: string,
    now: unknown,
    nowAt: string,
    stops: readonly Stop[],
  ): void {
    const [before, after] = [asFields(old), asFields(now)];
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const token = `/${escapeToken(name)}`;
      const from = ownValue(before, name);
      const to = ownValue(after, name);
      const way = path === '' ? name : `${path}/${name}`;
      this.value(
        way,
        this.#side(this.#before, oldAt + token, from),
        this.#side(this.#after, nowAt + token, to),
        stops,
      );
    }
  }

  value(path: string, before: Side, after: Side, stops: readonly Stop[]): void {
    if (alike(before.value, after.value)) return;
    const field = fieldOf(before);
    const [old, now] = [before.value, after.value];
    const isLeaf = field?.text || field?.types.join() === 'array,object' || isFigures(old) || isFigures(now);
    if (isLeaf) this.#add('changed', path, before, after, stops);
    else if (Array.isArray(old) || Array.isArray(now)) this.#lists(path, before, after, field, stops);
    else if (isFieldsOf(old) || isFieldsOf(now)) this.#objects(path, before, after, field, stops);
    else if (!this.#leadsToTheSame(before, after, field)) this.#add('changed', path, before, after, stops);
  }

  #side(document: Document, pointer: string, value: unknown): Side {
    return { document, pointer, value };
  }

  #leadsToTheSame(before: Side, after: Side, field: Field | undefined): boolean {
    const from = this.#identity(before, field, true);
    return from.startsWith('@') && from === this.#identity(after, field, false);
  }

  /** Names what a reference leads to, also where its id is new; any other value by itself. */
  #identity({ document, pointer, value }: Side, field: Field | undefined, old: boolean): string {
    const target = targetOf(document, field, pointer, value);
    if (!target) return canonical(value);
    const { key } = target.entity;
    return `@${(old && this.#renames.get(key)) || key}#${target.part?.id ?? ''}`;
  }

  #objects(path: string, before: Side, after: Side, field: Field | undefined, stops: readonly Stop[]): void {
    const whole = before.value === undefined || after.value === undefined;
    const both = isFieldsOf(before.value) && isFieldsOf(after.value);
    if (!both && !(whole && isSilent(field))) {
      this.#add('changed', path, before, after, stops);
      return;
    }
    const count = this.found.length;
    this.fields(path, before.value, before.pointer, after.value, after.pointer, stops);
    // An object without fields, or with references that all lead to the same, still came or went.
    if (whole && this.found.length === count) this.#add('changed', path, before, after, stops);
  }

  #lists(path: string, before: Side, after: Side, field: Field | undefined, stops: readonly Stop[]): void {
    const mixed = field?.types.includes('string') && field.types.includes('array');
    const [old, now] = [itemsOf(before.value, mixed), itemsOf(after.value, mixed)];
    const isWhole = !mixed && (before.value === undefined || after.value === undefined);
    const hasObjects = [...(old ?? []), ...(now ?? [])].some(isFieldsOf);
    if (!old || !now || !field || (isWhole && (!hasObjects || field.polarity === 'scope-widens'))) {
      this.#add('changed', path, before, after, stops);
      return;
    }
    const places = (side: Side, items: readonly unknown[]) =>
      items.map((value, index) => {
        const pointer = Array.isArray(side.value) ? `${side.pointer}/${index}` : side.pointer;
        return this.#side(side.document, pointer, value);
      });
    const [from, to] = [places(before, old), places(after, now)];
    const oldKeys = from.map((item) => this.#keyOf(item, field, true));
    const newKeys = to.map((item) => this.#keyOf(item, field, false));
    const pairing = pairItems(withValues(oldKeys, from), withValues(newKeys, to));
    const gone = (side: Side) => this.#side(side.document, side.pointer, undefined);
    const count = this.found.length;
    for (const [i, j] of pairing.pairs) this.#item(path, oldKeys[i]!, from[i]!, to[j]!, field, stops);
    for (const i of pairing.removed) this.#item(path, oldKeys[i]!, from[i]!, gone(after), field, stops);
    for (const j of pairing.added) this.#item(path, newKeys[j]!, gone(before), to[j]!, field, stops);
    const isSame = this.found.length === count && pairing.removed.length + pairing.added.length === 0;
    if (pairing.reordered) this.#add('reordered', path, before, after, stops);
    else if (isSame && old.length === now.length && isEmptyChange(before, after))
      this.#add('changed', path, before, after, stops);
  }

  #item(path: string, key: string, before: Side, after: Side, list: Field, stops: readonly Stop[]): void {
    if (alike(before.value, after.value)) return;
    const way = `${path}/${escapeToken(key)}`;
    if (before.value === undefined || after.value === undefined) {
      this.#add('changed', way, before, after, stops, { list, key });
      return;
    }
    if (isFieldsOf(before.value) && isFieldsOf(after.value) && !fieldOf(after)?.text) {
      const stop: Stop = { list, key, before, after };
      this.fields(way, before.value, before.pointer, after.value, after.pointer, [...stops, stop]);
      return;
    }
    if (this.#leadsToTheSame(before, after, fieldOf(after) ?? list)) return;
    this.#add('changed', way, before, after, stops);
    // Another commitment in the place of the first is more than other words.
    if (list.polarity !== 'editorial') this.found.at(-1)!.polarity = list.polarity;
  }

  /** Texts without a name of their own are paired in their order, and so have no key. */
  #keyOf(side: Side, list: Field, old: boolean): string {
    const { value, pointer } = side;
    const row = fieldOf(side);
    if (!isFieldsOf(value)) return row?.text ? '' : this.#identity(side, row ?? list, old);
    if (row?.text) return '';
    if (typeof value.id === 'string') return value.id;
    const names = naturalKeys[list.name]?.filter((name) => ownValue(value, name) !== undefined) ?? [];
    return names
      .map((name) => this.#partOfKey(side.document, `${pointer}/${name}`, value[name], old))
      .join(' ');
  }

  #partOfKey(document: Document, pointer: string, value: unknown, old: boolean): string {
    const target = targetOf(document, fieldOf({ document, pointer, value }), pointer, value);
    if (!target) return typeof value === 'string' ? value : canonical(value);
    const key = (old && this.#renames.get(target.entity.key)) || target.entity.key;
    return target.part?.id ?? key.slice(key.indexOf(':') + 1);
  }

  #add(
    operation: Difference['operation'],
    path: string,
    before: Side,
    after: Side,
    stops: readonly Stop[],
    item?: { list: Field; key: string },
  ): void {
    const side = after.value === undefined ? before : after;
    const came = before.value === undefined ? 'added' : after.value === undefined ? 'removed' : operation;
    this.found.push({
      operation: came,
      before,
      after,
      field: fieldOf(side) ?? item?.list ?? fieldOf({ ...side, pointer: parentOf(side.pointer) }),
      polarity: item ? item.list.polarity : polarityAt(side),
      ...(item && { item: item.key }),
      path,
      stops,
    });
  }
}

// helpers

export function fieldOf({ document, pointer }: Side): Field | undefined {
  return fieldAt(document.schema, pointer);
}

/** The polarity of a field, or of the nearest field around it that has one. */
function polarityAt({ document, pointer }: Side): Polarity | undefined {
  for (let at = pointer; at !== ''; at = parentOf(at)) {
    const polarity = fieldAt(document.schema, at)?.polarity;
    if (polarity) return polarity;
  }
  return undefined;
}

/** Objects that say nothing by being there: what matters is in their fields. */
function isSilent(field: Field | undefined): boolean {
  return !field?.polarity || field.polarity === 'neutral';
}

export function isFieldsOf(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function asFields(value: unknown): Record<string, unknown> {
  return isFieldsOf(value) ? value : {};
}

function ownValue(fields: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** A range or a set of scores is one value, not a list of things. */
function isFigures(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'number');
}

function itemsOf(value: unknown, mixed: boolean | undefined): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (value === undefined) return [];
  return mixed && typeof value === 'string' ? [value] : undefined;
}

function isEmptyChange(before: Side, after: Side): boolean {
  return (before.value === undefined) !== (after.value === undefined);
}

function withValues(keys: readonly string[], sides: readonly Side[]): Keyed[] {
  return keys.map((key, index) => ({ key, value: canonical(sides[index]!.value) }));
}
