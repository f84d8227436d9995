import type { Span } from '../model/finding.ts';

/**
 * The span in the file of the part [start, end) of a scalar's value. Plain and quoted scalars on one line
 * map one to one; in folded, block and escaped ones the value is followed through its source, where line
 * breaks, indentation and escapes stand for one character, or none, of the value. Falls back to the whole
 * scalar where the two cannot be matched.
 *
 * @param scalar the scalar's span, quotes included.
 */
export function spanOfText(text: string, scalar: Span, value: string, start: number, end: number): Span {
  const source = text.slice(...scalar);
  const quoted = source.startsWith('"') || source.startsWith("'");
  const lead = quoted ? 1 : 0;
  if (source.slice(lead, source.length - lead) === value) {
    return [scalar[0] + lead + start, scalar[0] + lead + end];
  }
  const places = align(value, unitsOf(source));
  const from = places?.[start];
  const to = end > start ? places?.[end - 1] : from && [from[0], from[0]];
  return from && to ? [scalar[0] + from[0], scalar[0] + to[1]] : scalar;
}

// helpers

/** Characters of the source that belong together, and what they stand for. */
interface Unit {
  span: Span;
  text: string;
  /** Blanks and line breaks as they are: layout, of which the value keeps what the style of the scalar says. */
  layout: boolean;
}

const escapes: Record<string, string> = {
  ...{ '0': '\0', a: '\x07', b: '\b', e: '\x1B', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', N: '\x85' },
  ...{ _: '\xA0', L: '\u2028', P: '\u2029' },
};

function unitsOf(source: string): Unit[] {
  const quote = /^["']/.exec(source)?.[0];
  const header = quote ? undefined : /^[|>][^\n]*\n/.exec(source)?.[0];
  const last = quote ? source.length - 1 : source.length;
  const units: Unit[] = [];
  for (let at = header?.length ?? (quote ? 1 : 0); at < last; ) {
    const unit = unitAt(source, at, quote);
    units.push(unit);
    at = unit.span[1];
  }
  return units;
}

function unitAt(source: string, at: number, quote: string | undefined): Unit {
  const unit = (length: number, text: string, layout = false): Unit => ({
    span: [at, at + length],
    text,
    layout,
  });
  const character = source[at]!;
  if (quote === "'" && source.startsWith("''", at)) return unit(2, "'");
  if (quote !== '"' || character !== '\\') return unit(1, character, /[ \t\r\n]/.test(character));
  const joined = /^\\\r?\n/.exec(source.slice(at, at + 3));
  if (joined) return unit(joined[0].length, '', true);
  const hex = /^\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8}))/i.exec(source.slice(at, at + 10));
  if (hex) return unit(hex[0].length, String.fromCodePoint(Number.parseInt(hex[1] ?? hex[2] ?? hex[3]!, 16)));
  const name = source[at + 1] ?? '';
  return unit(2, Object.hasOwn(escapes, name) ? escapes[name]! : name);
}

/** For each character of the value where it stands in the source; undefined where the two do not match. */
function align(value: string, units: readonly Unit[]): Span[] | undefined {
  const places: Span[] = [];
  for (let next = 0; next < units.length || places.length < value.length; ) {
    const unit = units[next];
    if (unit && !unit.layout) {
      if (!value.startsWith(unit.text, places.length)) return undefined;
      for (let i = 0; i < unit.text.length; i++) places.push(unit.span);
      next++;
      continue;
    }
    const from = next;
    while (units[next]?.layout) next++;
    const blanks = blanksIn(value, places.length, units[next]);
    if (next === from) return undefined;
    placeBlanks(value, blanks, units.slice(from, next), places);
  }
  return places;
}

/** How many characters of the value layout can stand for: up to what the next unit of the source says. */
function blanksIn(value: string, start: number, next: Unit | undefined): number {
  const all = /^[ \t\r\n]*/.exec(value.slice(start))![0].length;
  return next && /^[ \t\r\n]/.test(next.text) ? Math.max(0, all - 1) : all;
}

/** Blanks after the last line break belong to the text behind them, the others to the text before. */
function placeBlanks(value: string, count: number, layout: readonly Unit[], places: Span[]): void {
  const start = places.length;
  const lastBreak = value.lastIndexOf('\n', start + count - 1);
  for (let i = 0; i < count; i++) {
    const behind = lastBreak >= start && start + i > lastBreak;
    const at = behind ? Math.max(0, layout.length - count + i) : Math.min(i, layout.length - 1);
    places.push(layout[at]!.span);
  }
}
