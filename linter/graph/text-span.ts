import type { Span } from '../model/finding.ts';

/**
 * The span in the file of the part [start, end) of a scalar's value. Plain and quoted scalars on one line
 * map one to one; folded, block and escaped ones are followed character by character, where line breaks,
 * indentation and escapes in the source stand for one character, or none, of the value. Falls back to the
 * whole scalar where the two cannot be matched.
 *
 * @param scalar the scalar's span, quotes included.
 */
export function spanOfText(text: string, scalar: Span, start: number, end: number): Span {
  const source = text.slice(...scalar);
  const quoted = source.startsWith('"') || source.startsWith("'");
  const plain = quoted ? source.slice(1, -1) : source;
  const lead = scalar[0] + (quoted ? 1 : 0);
  if (!/[\n\\]|''/.test(plain)) return [lead + start, lead + end];
  const from = sourceIndex(source, start);
  const to = sourceIndex(source, end - 1);
  if (from === undefined || to === undefined) return scalar;
  return [scalar[0] + from, scalar[0] + to + 1];
}

/** Where the `index`-th character of a scalar's value stands in its source. */
function sourceIndex(source: string, index: number): number | undefined {
  const block = /^[|>][^\n]*\n/.exec(source);
  let at = block ? block[0].length : /^["']/.test(source) ? 1 : 0;
  const quote = block ? '' : (/^["']/.exec(source)?.[0] ?? '');
  let lineStart = block !== null;
  for (let seen = 0; at < source.length; ) {
    if (lineStart) {
      while (source[at] === ' ') at++;
      lineStart = false;
      continue;
    }
    if (seen === index) return at;
    const length = unitLength(source, at, quote);
    lineStart = source.slice(at, at + length).endsWith('\n');
    at += length;
    seen++;
  }
  return undefined;
}

/** How many characters of the source stand for one of the value. */
function unitLength(source: string, at: number, quote: string): number {
  const rest = source.slice(at, at + 12);
  if (quote === '"' && rest[0] === '\\') {
    const hex = /^\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/.exec(rest);
    return hex ? hex[0].length : 2;
  }
  if (quote === "'" && rest.startsWith("''")) return 2;
  return rest.startsWith('\r\n') ? 2 : 1;
}
