import { Lexer } from 'yaml';
import type { Span } from '../model/finding.ts';

/** A comment of a YAML text, and what stands on the next line that holds more than comments. */
export interface YamlComment {
  /** With its `#`. */
  text: string;
  span: Span;
  /** Undefined where nothing follows. */
  below?: Span;
}

/**
 * The comments of a YAML text as the library's own tokens give them: a `#` within a text or a block of text is
 * none. What a comment stands above reaches to the end of its line, and on to the end of a text or of a map in
 * braces that begins there, since no comment can stand within.
 *
 * @param offset where `source` begins in the file; every span is relative to the file.
 */
export function yamlComments(source: string, offset: number): YamlComment[] {
  const comments: YamlComment[] = [];
  const lines = new ContentLines(source);
  for (const token of tokensOf(source)) {
    if (token.kind === 'comment') {
      comments.push({ text: token.text, span: [token.start + offset, token.end + offset] });
    } else if (token.kind !== 'blank') lines.add(token);
  }
  let next = 0;
  for (const comment of comments) {
    const lineEnd = endOfLine(source, comment.span[0] - offset);
    while (next < lines.found.length && lines.found[next]!.start < lineEnd) next++;
    const below = lines.found[next];
    if (below) comment.below = [below.start + offset, below.end + offset];
  }
  return comments;
}

// helpers

interface Token {
  kind: 'comment' | 'blank' | 'scalar' | 'block' | 'open' | 'close' | 'other';
  text: string;
  start: number;
  end: number;
}

/** Signs that the lexer puts among the tokens and that are no part of the text: document, error, scalar. */
const marks = new Set(['\u0002', '\u0018', '\u001f']);

function* tokensOf(source: string): Generator<Token> {
  let at = 0;
  let isScalar = false;
  for (const text of new Lexer().lex(source)) {
    if (!isScalar && marks.has(text)) {
      isScalar = text === '\u001f';
      continue;
    }
    const kind = isScalar ? 'scalar' : kindOf(text);
    yield { kind, text, start: at, end: at + text.length };
    isScalar = false;
    at += text.length;
  }
}

function kindOf(text: string): Token['kind'] {
  if (/^\s*$/.test(text)) return 'blank';
  switch (text[0]) {
    case '#':
      return 'comment';
    case '"':
    case "'":
      return 'scalar';
    case '|':
    case '>':
      return 'block';
    case '{':
    case '[':
      return 'open';
    case '}':
    case ']':
      return 'close';
    default:
      return 'other';
  }
}

interface ContentLine {
  start: number;
  end: number;
}

/** The lines that hold content, in order. */
class ContentLines {
  readonly found: ContentLine[] = [];
  readonly #source: string;
  #lineEnd = -1;
  /** The line on which a block of text is announced, until its text comes. */
  #announced: ContentLine | undefined;
  readonly #open: { bracket: string; line: ContentLine }[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  add({ kind, text, start, end }: Token): void {
    if (kind === 'scalar' && this.#announced) {
      // The text of a block belongs to the line that announces it.
      this.#announced.end = Math.max(this.#announced.end, end);
      this.#announced = undefined;
      this.#lineEnd = Math.max(this.#lineEnd, end - 1);
      return;
    }
    if (start > this.#lineEnd || this.found.length === 0) {
      this.#lineEnd = endOfLine(this.#source, start);
      this.found.push({ start, end: this.#lineEnd });
    }
    const line = this.found.at(-1)!;
    if (kind === 'scalar') line.end = Math.max(line.end, end);
    else if (kind === 'block') this.#announced = line;
    else if (kind === 'open') this.#open.push({ bracket: text, line });
    else if (kind === 'close') {
      const opened = this.#open.pop();
      if (opened?.bracket === '{') opened.line.end = Math.max(opened.line.end, end);
    }
  }
}

function endOfLine(source: string, at: number): number {
  const found = source.indexOf('\n', at);
  return found === -1 ? source.length : found;
}
