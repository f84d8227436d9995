import type { Span } from '../model/finding.ts';
import { escapeToken } from '../model/pointer.ts';
import type { SpanIndex } from './spans.ts';

/** A mapping and where each of its values stands. */
export interface PlainYaml {
  data: Record<string, unknown>;
  spans: SpanIndex;
}

/**
 * Reads the YAML that nearly every policy consists of, ten times as fast as the library: block mappings and
 * lists, flow collections and scalars on one line, comments. Returns undefined for everything else, right or
 * wrong; then the library reads the file from the start. What is returned is what the library would give, and
 * a file about which there is anything to report is never read here (a differential test holds the two
 * together).
 *
 * @param offset where `source` begins in the file; every span is relative to the file.
 */
export function readPlainYaml(source: string, offset: number): PlainYaml | undefined {
  if (unusual.test(source)) return undefined;
  try {
    return new Reader(source, offset).content();
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

// helpers

const NOT_PLAIN = Symbol('not plain');

function notPlain(): never {
  throw NOT_PLAIN;
}

/** Tabs, other line ends, control characters, document markers, directives. */
const unusual = /[^\n\u0020-\u007E\u00A0-\u2027\u202A-\uFEFE\uFF00-\uFFFF]|^(?:---|\.\.\.|%)/m;

/** A name, bare or in quotes, and the colon that makes it one. */
const keyPattern = /(?:([A-Za-z_\p{Script=Han}][\w\p{Script=Han}-]{0,99})|"([^"\\\n]{1,100})"):(?: |$)/muy;

/** How a plain scalar may begin: no indicator, nothing that could turn out to be one. */
const plainStart = /[A-Za-z0-9(<./$+=\u00A0-\uFFFF]/;

/** Every number of the core schema and what other readers take for one. */
const numberLike = /^[-+]?(?:\.\d+|\d[\d_]*(?:\.\d*)?)(?:e[-+]?\d+)?$|^[-+]?0[box]|^[-+]?\.(?:inf|nan)$/i;
const simpleNumber = /^(?:0|[1-9]\d{0,14})(?:\.\d{0,8}[1-9])?$/;
/** What a reader of any version of YAML may take for something else than text. */
const words = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

const MAX_DEPTH = 32;

const [NEWLINE, SPACE, QUOTE, HASH, APOSTROPHE, COMMA, DASH, COLON] = [
  0x0a, 0x20, 0x22, 0x23, 0x27, 0x2c, 0x2d, 0x3a,
] as const;
const [BRACKET, CLOSING_BRACKET, BRACE, CLOSING_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d] as const;

/** Blank lines and lines of comments left out, so that each line stands for an entry. */
interface Line {
  /** Of the first character that is not a blank; grows as dashes of lists are read. */
  start: number;
  indent: number;
  /** Of the line break, or of the end of the text. */
  end: number;
}

class Reader {
  readonly #source: string;
  readonly #offset: number;
  readonly #spans: SpanIndex = {};
  readonly #lines: Line[];
  #next = 0;
  /** Where the scalar or flow collection that is being read goes on, and where its line ends. */
  #at = 0;
  #end = 0;

  constructor(source: string, offset: number) {
    this.#source = source;
    this.#offset = offset;
    this.#lines = linesOf(source);
  }

  content(): PlainYaml {
    const first = this.#lines[0];
    if (!first || first.indent > 0 || this.#isItem(first)) return notPlain();
    const data = this.#map(0, '', this.#open('', undefined, first.start), 0);
    if (this.#next < this.#lines.length) notPlain();
    return { data, spans: this.#spans };
  }

  #map(indent: number, path: string, own: [number, number], depth: number): Record<string, unknown> {
    if (depth > MAX_DEPTH) notPlain();
    const data: Record<string, unknown> = {};
    for (let line = this.#lines[this.#next]; line && line.indent >= indent; line = this.#lines[this.#next]) {
      if (line.indent > indent || this.#isItem(line)) notPlain();
      const { name, end } = this.#key(line.start, data);
      const key: Span = [line.start + this.#offset, end + this.#offset];
      data[name] = this.#entry(line, end + 1, `${path}/${escapeToken(name)}`, key, depth);
    }
    this.#closeBlock(own);
    return data;
  }

  /** The value after `name:`, on the same line or below it. */
  #entry(line: Line, after: number, path: string, key: Span, depth: number): unknown {
    this.#next++;
    if (!this.#isBlank(after, line.end)) return this.#inline(after, line.end, path, key, line.indent, depth);
    const below = this.#lines[this.#next];
    if (!below || below.indent < line.indent) return notPlain();
    const own = this.#open(path, key, below.start);
    // A list may stand under its name without indentation.
    if (this.#isItem(below)) return this.#list(below.indent, path, own, depth + 1);
    if (below.indent === line.indent) return notPlain();
    return this.#map(below.indent, path, own, depth + 1);
  }

  #list(indent: number, path: string, own: [number, number], depth: number): unknown[] {
    if (depth > MAX_DEPTH) notPlain();
    const data: unknown[] = [];
    for (let line = this.#lines[this.#next]; line && line.indent >= indent; line = this.#lines[this.#next]) {
      if (line.indent > indent) notPlain();
      if (!this.#isItem(line)) break;
      line.start += 2;
      line.indent += 2;
      const item = `${path}/${data.length}`;
      if (this.#source.charCodeAt(line.start) === SPACE || this.#isItem(line)) notPlain();
      if (this.#isEntry(line.start)) {
        data.push(this.#map(line.indent, item, this.#open(item, undefined, line.start), depth + 1));
      } else {
        this.#next++;
        data.push(this.#inline(line.start, line.end, item, undefined, indent, depth));
      }
    }
    this.#closeBlock(own);
    return data;
  }

  /** A scalar or flow collection that takes the rest of a line; nothing of it may go on below. */
  #inline(
    from: number,
    end: number,
    path: string,
    key: Span | undefined,
    indent: number,
    depth: number,
  ): unknown {
    this.#at = from;
    this.#end = end;
    this.#skipSpaces();
    const below = this.#lines[this.#next];
    if (below && below.indent > indent) notPlain();
    const value = this.#value(path, key, false, depth + 1);
    if (!this.#isBlank(this.#at, end)) notPlain();
    return value;
  }

  #value(path: string, key: Span | undefined, inFlow: boolean, depth: number): unknown {
    if (depth > MAX_DEPTH) notPlain();
    const own = this.#open(path, key, this.#at);
    const value = this.#token(path, inFlow, depth);
    own[1] = this.#at + this.#offset;
    return value;
  }

  #token(path: string, inFlow: boolean, depth: number): unknown {
    switch (this.#source.charCodeAt(this.#at)) {
      case BRACE:
        return this.#flowMap(path, depth);
      case BRACKET:
        return this.#flowList(path, depth);
      case QUOTE:
        return this.#quoted('"');
      case APOSTROPHE:
        return this.#quoted("'");
      default:
        return this.#plain(inFlow);
    }
  }

  #flowMap(path: string, depth: number): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    this.#at++;
    this.#skipSpaces();
    if (this.#closes(CLOSING_BRACE)) return data;
    do {
      this.#skipSpaces();
      const { name, end } = this.#key(this.#at, data);
      const key: Span = [this.#at + this.#offset, end + this.#offset];
      this.#at = end + 1;
      this.#skipSpaces();
      data[name] = this.#value(`${path}/${escapeToken(name)}`, key, true, depth + 1);
      this.#skipSpaces();
    } while (this.#comma());
    if (!this.#closes(CLOSING_BRACE)) notPlain();
    return data;
  }

  #flowList(path: string, depth: number): unknown[] {
    const data: unknown[] = [];
    this.#at++;
    this.#skipSpaces();
    if (this.#closes(CLOSING_BRACKET)) return data;
    do {
      this.#skipSpaces();
      data.push(this.#value(`${path}/${data.length}`, undefined, true, depth + 1));
      this.#skipSpaces();
    } while (this.#comma());
    if (!this.#closes(CLOSING_BRACKET)) notPlain();
    return data;
  }

  #quoted(mark: '"' | "'"): string {
    const start = this.#at + 1;
    let close = this.#source.indexOf(mark, start);
    // Two apostrophes stand for one.
    if (mark === "'") while (this.#source[close + 1] === mark) close = this.#source.indexOf(mark, close + 2);
    if (close < 0 || close >= this.#end) notPlain();
    const inner = this.#source.slice(start, close);
    if (mark === '"' && inner.includes('\\')) notPlain();
    this.#at = close + 1;
    return mark === "'" ? inner.replaceAll("''", "'") : inner;
  }

  #plain(inFlow: boolean): unknown {
    const start = this.#at;
    if (start >= this.#end || !plainStart.test(this.#source[start]!)) notPlain();
    const stop = inFlow ? this.#endOfFlowScalar() : this.#endOfBlockScalar();
    let end = stop;
    while (this.#source.charCodeAt(end - 1) === SPACE) end--;
    if (this.#source.charCodeAt(end - 1) === COLON) notPlain();
    this.#at = end;
    return scalarOf(this.#source.slice(start, end));
  }

  #endOfBlockScalar(): number {
    for (let at = this.#at; at < this.#end; at++) {
      const code = this.#source.charCodeAt(at);
      if (code === COLON && this.#source.charCodeAt(at + 1) === SPACE) notPlain();
      if (code === HASH && this.#source.charCodeAt(at - 1) === SPACE) return at;
    }
    return this.#end;
  }

  #endOfFlowScalar(): number {
    for (let at = this.#at; at < this.#end; at++) {
      const code = this.#source.charCodeAt(at);
      if (code === COMMA || code === CLOSING_BRACKET || code === CLOSING_BRACE) return at;
      if (code === BRACKET || code === BRACE || code === QUOTE || code === APOSTROPHE) notPlain();
      if (code === COLON && this.#source.charCodeAt(at + 1) === SPACE) notPlain();
      if (code === HASH && this.#source.charCodeAt(at - 1) === SPACE) notPlain();
    }
    return notPlain();
  }

  #key(at: number, siblings: Record<string, unknown>): { name: string; end: number } {
    keyPattern.lastIndex = at;
    const [whole, bare, quoted] = keyPattern.exec(this.#source) ?? [];
    const name = bare ?? quoted;
    if (whole === undefined || name === undefined) return notPlain();
    if ((bare && words.test(bare)) || forbiddenKeys.has(name) || Object.hasOwn(siblings, name)) notPlain();
    return { name, end: at + name.length + (bare === undefined ? 2 : 0) };
  }

  #comma(): boolean {
    if (this.#at >= this.#end || this.#source.charCodeAt(this.#at) !== COMMA) return false;
    this.#at++;
    return true;
  }

  #closes(code: number): boolean {
    if (this.#at >= this.#end || this.#source.charCodeAt(this.#at) !== code) return false;
    this.#at++;
    return true;
  }

  #skipSpaces(): void {
    while (this.#at < this.#end && this.#source.charCodeAt(this.#at) === SPACE) this.#at++;
  }

  #isItem({ start }: Line): boolean {
    return this.#source.charCodeAt(start) === DASH && this.#source.charCodeAt(start + 1) === SPACE;
  }

  #isEntry(at: number): boolean {
    keyPattern.lastIndex = at;
    return keyPattern.test(this.#source);
  }

  /** Nothing but blanks, or a comment after at least one. */
  #isBlank(from: number, end: number): boolean {
    let at = from;
    while (at < end && this.#source.charCodeAt(at) === SPACE) at++;
    return at === end || (at > from && this.#source.charCodeAt(at) === HASH);
  }

  /** Outer values come first in the index; the end is filled in once it is known. */
  #open(path: string, key: Span | undefined, start: number): [number, number] {
    const value: [number, number] = [start + this.#offset, 0];
    this.#spans[path] = key ? { key, value } : { value };
    return value;
  }

  /** A block ends behind the line of its last entry. */
  #closeBlock(own: [number, number]): void {
    const { end } = this.#lines[this.#next - 1]!;
    own[1] = Math.min(end + 1, this.#source.length) + this.#offset;
  }
}

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let comment = 0;
  for (let from = 0; from < source.length; ) {
    const found = source.indexOf('\n', from);
    const end = found < 0 ? source.length : found;
    let start = from;
    while (source.charCodeAt(start) === SPACE) start++;
    const indent = start - from;
    const code = start < end ? source.charCodeAt(start) : NEWLINE;
    from = end + 1;
    if (code === NEWLINE) continue;
    // A comment deeper than what follows it counts as part of the block above, whose end it moves.
    if (comment > 0 && comment !== indent) notPlain();
    comment = code === HASH ? indent : 0;
    if (code !== HASH) lines.push({ start, indent, end });
  }
  if (comment > 0) notPlain();
  return lines;
}

function scalarOf(text: string): unknown {
  const code = text.charCodeAt(0);
  // Digits, signs and points begin numbers; all numbers but the plainest are left to the library.
  if (code < 0x3a) {
    if (simpleNumber.test(text)) return Number(text);
    if (numberLike.test(text)) notPlain();
    return text;
  }
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (text.length <= 5 && words.test(text)) notPlain();
  return text;
}
