/** Texts that an unquoted comma has cut: `{ en: Greet, then seat, zh-CN: … }` holds a key "then seat". */
import { escapeToken, valueAt } from '../model/pointer.ts';
import type { AjvError } from './validators.gen.js';

export interface CutText {
  /** The field that holds the beginning of the text. */
  field: string;
  /** What the commas have cut off, in order, and the pointers at which these stand as keys. */
  pieces: string[];
  pointers: string[];
  /** The text as it was meant. */
  whole: string;
  /** Of an amount such as `2,000 CNY`: the field itself, which holds the number before the comma. */
  number?: string;
}

/** The key that an error is about; undefined where it is about a value. */
export function keyPointerOf({ instancePath, params, propertyName }: AjvError): string | undefined {
  const key = propertyName ?? (params.additionalProperty as string | undefined);
  return key === undefined ? undefined : `${instancePath}/${escapeToken(key)}`;
}

/** The cut texts in the objects that the errors are about. */
export function cutTexts(data: unknown, errors: readonly AjvError[]): CutText[] {
  const refused = new Map(errors.map((error) => [keyPointerOf(error), error]));
  const holders = new Set(errors.filter(keyPointerOf).map(({ instancePath }) => instancePath));
  return [...holders].flatMap((pointer) => cutIn(valueAt(data, pointer) as object, pointer, refused));
}

// helpers

function cutIn(
  holder: object,
  parent: string,
  refused: ReadonlyMap<string | undefined, AjvError>,
): CutText[] {
  const found: CutText[] = [];
  let text: CutText | undefined;
  for (const [key, value] of Object.entries(holder)) {
    const pointer = `${parent}/${escapeToken(key)}`;
    if (typeof value === 'string') {
      text = { field: key, pieces: [], pointers: [], whole: value };
      continue;
    }
    if (typeof value === 'number') {
      text = { field: key, pieces: [], pointers: [], whole: String(value), number: pointer };
      continue;
    }
    const error = refused.get(pointer);
    if (!text || value !== null || !error || (error.propertyName === undefined && mayBeField(key))) {
      text = undefined;
      continue;
    }
    if (text.number !== undefined) {
      // A comma between thousands has no place in a number.
      if (!/^\d{3}(?!\d)/.test(key)) {
        text = undefined;
        continue;
      }
      text.whole += key;
    } else text.whole += /\p{Script=Han}$/u.test(text.whole) ? `，${key}` : `, ${key}`;
    if (text.pieces.length === 0) found.push(text);
    text.pieces.push(key);
    text.pointers.push(pointer);
  }
  return found;
}

/** What a comma cuts off has spaces, full stops or Han; a single word may also be a misspelt field. */
function mayBeField(key: string): boolean {
  return /^[\w-]+$/.test(key);
}
