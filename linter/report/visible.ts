/**
 * Text from a handbook made safe to print: control characters, terminal escapes and direction marks are
 * shown as signs of their own, so that no file name or value can colour, move or reorder the output.
 *
 * @example
 * visible('a\u001b[31mb'); // => 'a␛[31mb'
 * visible('a\u202eb'); // => 'a<U+202E>b'
 */
export function visible(text: string): string {
  return NEEDS_SIGN.test(text) ? text.replace(EACH_SIGN, sign) : text;
}

const ZERO_WIDTH_JOINER = '\u200d';
/** Controls, format characters (direction marks, zero-width spaces …), line separators, half surrogates, and
 * what Unicode keeps for no character at all. */
const HIDDEN = String.raw`[\p{Cc}\p{Cf}\u2028\u2029\p{Noncharacter_Code_Point}]|\p{Cs}`;
const NEEDS_SIGN = new RegExp(HIDDEN, 'u');
const PICTURE_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
const EACH_SIGN = new RegExp(HIDDEN, 'gu');

function sign(character: string, offset: number, whole: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  if (character === ZERO_WIDTH_JOINER && joins(whole, offset)) return character;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** A joiner between two pictures holds an emoji together; anywhere else it hides. */
function joins(text: string, offset: number): boolean {
  const before = PICTURE_BEFORE.test(text.slice(Math.max(0, offset - 2), offset));
  return before && /^\p{Extended_Pictographic}/u.test(text.slice(offset + 1, offset + 3));
}
