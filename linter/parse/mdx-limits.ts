import type { Nodes, Root } from 'mdast';
import type { Span } from '../model/finding.ts';

/** What a text holds too much of, and where it begins. */
export interface Excess {
  messageId: 'tooDeep' | 'tooManyMarks' | 'tooManySigns' | 'tooManyTags' | 'longLine' | 'expression' | 'esm';
  data: Record<string, string | number>;
  span: Span;
}

/** Quotes and lists within each other that one line may open. */
const MAX_CONTAINERS = 32;
/** Brackets and tags that may be open at once; one that text never closes stays open. */
const MAX_OPEN = 500;
/** Levels of the tree: every later walk, here and in the site, is recursive. */
const MAX_LEVELS = 128;
/** Asterisks and underscores of a paragraph; the parser's time grows with their square. */
const MAX_MARKS = 20_000;
/** The same of character references, whose memory grows so too, of closing tags, and of `<` before no tag. */
const MAX_SIGNS = 1000;
/** Closing tags of a file: where each ends a line of its own, the parser's memory grows with their square. */
const MAX_TAGS = 3000;
/** Characters of a line; to place a node the parser counts the line from its beginning. */
const MAX_LINE = 50_000;
/** Characters of a program; it is refused whatever it says, and a long one can exhaust the parser. */
const MAX_PROGRAM = 10_000;
/** Tags within a program: the parser's time doubles with each. */
const MAX_PROGRAM_TAGS = 12;

const container = /^[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/;
const fence = /^[ \t>]*(`{3,}|~{3,})/;
/** A module's import or export, and not prose that begins with the word. */
const program =
  /^(import|export)\s*(?:[{*'"(]|(?:const|let|var|function|class|default|async)\b|[\w$]+\s*(?:,|from\b))/;

/**
 * Finds what would keep the MDX parser busy for ever or overflow its stack, which no caller could catch. A
 * text that passes is read in a moment; none that people write comes near a limit.
 */
export function excessOf(source: string): Excess | undefined {
  if (isPlainlyFine(source)) return undefined;
  let fenced: string | undefined;
  let marks = 0;
  let signs = { '&': 0, '<': 0 };
  let tags = 0;
  const open = new OpenBrackets();
  for (let start = 0; start < source.length; ) {
    const found = source.indexOf('\n', start);
    const end = found === -1 ? source.length : found;
    const line = source.slice(start, end);
    const mark = fence.exec(line)?.[1];
    if (fenced !== undefined) {
      if (mark?.startsWith(fenced)) fenced = undefined;
    } else if (mark) {
      fenced = mark;
    } else {
      const ends = line.trim() === '';
      marks = ends ? 0 : marks + countMarks(line);
      if (marks > MAX_MARKS) return excess('tooManyMarks', start, { limit: MAX_MARKS });
      if (ends) signs = { '&': 0, '<': 0 };
      const tooDeep = containersOf(line) > MAX_CONTAINERS;
      if (tooDeep) return excess('tooDeep', start, { limit: MAX_CONTAINERS });
      const code = longProgram(source, start, line) ?? open.read(line, start);
      if (code) return code;
      for (const sign of ['&', '<'] as const) {
        signs[sign] += countOf(line, sign);
        if (signs[sign] > MAX_SIGNS) return excess('tooManySigns', start, { limit: MAX_SIGNS, sign });
      }
      tags += line.split('</').length - 1;
      if (tags > MAX_TAGS) return excess('tooManyTags', start, { limit: MAX_TAGS });
      if (line.length > MAX_LINE) return excess('longLine', start, { limit: MAX_LINE });
    }
    start = end + 1;
  }
  return undefined;
}

/**
 * Cuts a tree below the deepest level that later walks may meet, and gives the place of the first cut. Does
 * not recurse itself.
 */
export function cutDeepTree(tree: Root): Span | undefined {
  let cut: Span | undefined;
  const pending: { node: Nodes; level: number }[] = [{ node: tree, level: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, level } = next;
    if (!('children' in node)) continue;
    if (level < MAX_LEVELS) {
      for (const child of node.children) pending.push({ node: child, level: level + 1 });
      continue;
    }
    const at = node.position?.start.offset ?? 0;
    if (node.children.length > 0) cut = [at, at + 1];
    node.children = [];
  }
  return cut;
}

export const treeLimit = MAX_LEVELS;

// helpers

/** A short text without programs cannot exceed what the parser bears, so most files need no closer look. */
function isPlainlyFine(source: string): boolean {
  if (source.length > MAX_PROGRAM || source.includes('{')) return false;
  return !source.includes('import') && !source.includes('export');
}

/** Brackets, braces and tags that are open while a text is read line by line. */
class OpenBrackets {
  #brackets = 0;
  #tags = 0;
  /** Where the outermost open brace stands, how many are open, and the tags since. */
  #brace = 0;
  #braces = 0;
  #braceTags = 0;
  #comment = false;

  read(line: string, offset: number): Excess | undefined {
    for (let at = 0; at < line.length; at++) {
      if (this.#comment) {
        const end = line.indexOf('*/', at);
        if (end === -1) return undefined;
        this.#comment = false;
        // What a comment says is no program.
        this.#brace = offset + end;
        at = end + 1;
        continue;
      }
      const excess = this.#character(line, at, offset);
      if (excess) return excess;
      const skipped = skipFrom(line, at);
      if (skipped) at = skipped - 1;
    }
    return this.#excess(offset + line.length);
  }

  #character(line: string, at: number, offset: number): Excess | undefined {
    switch (line[at]) {
      case '{':
        if (this.#braces++ === 0) {
          this.#brace = offset + at;
          this.#braceTags = 0;
        }
        this.#comment = /^\{\s*\/\*/.test(line.slice(at, at + 80));
        break;
      case '}': {
        const excess = this.#excess(offset + at);
        this.#braces = Math.max(0, this.#braces - 1);
        return excess;
      }
      case '(':
      case '[':
        this.#brackets++;
        break;
      case ')':
      case ']':
        this.#brackets = Math.max(0, this.#brackets - 1);
        break;
      case '<':
        this.#tag(line, at);
        break;
      case '/':
        if (line[at + 1] === '>') this.#tags = Math.max(0, this.#tags - 1);
        break;
      default:
        return undefined;
    }
    return this.#excess(offset + at);
  }

  #tag(line: string, at: number): void {
    if (line[at + 1] === '/') this.#tags = Math.max(0, this.#tags - 1);
    else if (/[A-Za-z>]/.test(line[at + 1] ?? '')) {
      this.#tags++;
      this.#braceTags++;
    }
  }

  #excess(at: number): Excess | undefined {
    if (this.#brackets > MAX_OPEN || this.#tags > MAX_OPEN || this.#braces > MAX_OPEN) {
      return excess('tooDeep', at, { limit: MAX_OPEN });
    }
    if (this.#braces === 0) return undefined;
    const long = at - this.#brace > MAX_PROGRAM || this.#braceTags > MAX_PROGRAM_TAGS;
    return long ? excess('expression', this.#brace, { text: '{…}' }) : undefined;
  }
}

/** Behind an escaped character or code in a line, which are no syntax; undefined where neither begins. */
function skipFrom(line: string, at: number): number | undefined {
  if (line[at] === '\\') return at + 2;
  if (line[at] !== '`') return undefined;
  const run = /^`+/.exec(line.slice(at, at + 200))![0];
  const end = line.indexOf(run, at + run.length);
  return end === -1 ? at + run.length : end + run.length;
}

/** The parser tries again at each empty line after an import or export, from its beginning. */
function longProgram(source: string, start: number, line: string): Excess | undefined {
  const word = program.exec(line)?.[1];
  if (!word || source.length - start <= MAX_PROGRAM) return undefined;
  return excess('esm', start, { word }, word.length);
}

function countMarks(line: string): number {
  let count = 0;
  for (let at = 0; at < line.length; at++) if (line[at] === '*' || line[at] === '_') count++;
  return count;
}

/** How often a sign stands in a line; `<` only where no tag begins, of which others keep count. */
function countOf(line: string, sign: '&' | '<'): number {
  let count = 0;
  for (let at = line.indexOf(sign); at !== -1; at = line.indexOf(sign, at + 1)) {
    if (sign === '&' || !/[A-Za-z>]/.test(line[at + 1] ?? '')) count++;
  }
  return count;
}

function containersOf(line: string): number {
  const prefix = container.exec(line.slice(0, 4000))?.[0] ?? '';
  return prefix.match(/>|[-+*]|\d+/g)?.length ?? 0;
}

function excess(messageId: Excess['messageId'], start: number, data: Excess['data'], length = 1): Excess {
  return { messageId, data, span: [start, start + length] };
}
