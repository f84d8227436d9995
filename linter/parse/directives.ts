import type { Nodes } from 'mdast';
import { parseDate } from '../model/date.ts';
import type { Span } from '../model/finding.ts';
import { findFrontMatter } from './front-matter.ts';
import { isComment, spanOf, treeOf } from './mdx.ts';
import type { ProblemCollector } from './problem.ts';
import { suppressionMessages } from './suppression-messages.ts';
import { yamlComments } from './yaml-comments.ts';

/** A comment that lets findings pass: which, where, why and how long. */
export interface Directive {
  /** From its first word to its last. */
  span: Span;
  rules: { id: string; span: Span }[];
  reason: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  until: string;
  untilSpan: Span;
  /** Findings that begin here are meant; undefined where nothing follows. */
  covers?: Span;
}

const KEYWORD = 'loopbook-disable-next-line';
/** Every directive and every slip of one begins so; other files hold none. */
const PREFIX = 'loopbook-';
const LONGEST = 1000;

/**
 * The suppression comments of a file: `# loopbook-disable-next-line flow/sound -- reason until 2027-01-31` in
 * YAML, the same in braces and comment signs in MDX. One that lacks something is reported and left out.
 */
export function readDirectives(
  text: string,
  contentStart: number,
  isMdx: boolean,
  report: ProblemCollector,
): Directive[] {
  if (!text.toLowerCase().includes(PREFIX)) return [];
  const comments = isMdx
    ? [...frontMatterComments(text, contentStart), ...bodyComments(text)]
    : yamlComments(text.slice(contentStart), contentStart).map(withoutSign);
  const directives: Directive[] = [];
  for (const { text: written, start, below } of comments) {
    const directive = readDirective(written, start, report);
    if (directive) directives.push(below ? { ...directive, covers: below } : directive);
  }
  return directives;
}

/** The comments of a body, braces included; `text` is the whole file. */
export function commentSpans(text: string): Span[] {
  return text.includes('/*') ? spansIn(text).comments : [];
}

// helpers

/** What stands between the signs of a comment, and where. */
interface Comment {
  text: string;
  start: number;
  below?: Span | undefined;
}

function withoutSign({ text, span, below }: ReturnType<typeof yamlComments>[number]): Comment {
  return { text: text.slice(1), start: span[0] + 1, below };
}

function frontMatterComments(text: string, contentStart: number): Comment[] {
  const found = findFrontMatter(text, contentStart);
  if (found.kind !== 'found') return [];
  const { yaml } = found.frontMatter;
  return yamlComments(text.slice(...yaml), yaml[0]).map(withoutSign);
}

/** Blocks of text that an author sees as one, though they may take several lines. */
const blocks = new Set(['paragraph', 'heading', 'code', 'tableRow']);

function bodyComments(text: string): Comment[] {
  const { comments: holders, blocks: found } = spansIn(text);
  const lines = new LinesBelow(text, holders, found);
  return holders.flatMap(([start, end]) => {
    const signs = text.slice(start, end).matchAll(/\/\*([\s\S]*?)\*\//g);
    const below = lines.below(end);
    return [...signs].map((match) => ({ text: match[1]!, start: start + match.index + 2, below }));
  });
}

function spansIn(text: string): { comments: Span[]; blocks: Span[] } {
  const spans = { comments: [] as Span[], blocks: [] as Span[] };
  const visit = (node: Nodes): void => {
    const span = spanOf(node);
    if (blocks.has(node.type)) spans.blocks.push(span);
    if ((node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && isComment(node.value)) {
      spans.comments.push(span);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(treeOf(text));
  return spans;
}

/** For each line of a body the next one that holds content, each looked for once. */
class LinesBelow {
  readonly #text: string;
  /** Where each comment begins and ends. */
  readonly #comments: ReadonlyMap<number, number>;
  /** Where each block begins and ends. */
  readonly #blocks: readonly Span[];
  readonly #known = new Map<number, Span | undefined>();

  constructor(text: string, comments: readonly Span[], found: readonly Span[]) {
    this.#text = text;
    this.#comments = new Map(comments);
    this.#blocks = found;
    // From the last to the first, so that comments below one another ask only for their neighbour.
    for (const [, end] of [...comments].reverse()) this.below(end);
  }

  /** The content below the line on which an offset stands, to the end of its block. */
  below(offset: number): Span | undefined {
    const lineEnd = this.#lineEnd(offset);
    if (!this.#known.has(lineEnd)) this.#known.set(lineEnd, this.#find(lineEnd));
    return this.#known.get(lineEnd);
  }

  #find(after: number): Span | undefined {
    for (let start = after + 1; start < this.#text.length; ) {
      const end = this.#lineEnd(start);
      const content = start + this.#text.slice(start, end).search(/[^\s>]/);
      if (content >= start) {
        const commentEnd = this.#comments.get(content);
        const alone = commentEnd !== undefined && this.#isBlank(commentEnd);
        return alone ? this.below(commentEnd) : this.#whole(content, end);
      }
      start = end + 1;
    }
    return undefined;
  }

  #isBlank(from: number): boolean {
    return this.#text.slice(from, this.#lineEnd(from)).trim() === '';
  }

  /** A block that begins on a line is meant as a whole. */
  #whole(start: number, lineEnd: number): Span {
    let low = 0;
    for (let high = this.#blocks.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (this.#blocks[middle]![0] < start) low = middle + 1;
      else high = middle;
    }
    let end = lineEnd;
    for (let at = low; (this.#blocks[at]?.[0] ?? lineEnd) < lineEnd; at++)
      end = Math.max(end, this.#blocks[at]![1]);
    return [start, end];
  }

  #lineEnd(at: number): number {
    const found = this.#text.indexOf('\n', at);
    return found === -1 ? this.#text.length : found;
  }
}

function readDirective(text: string, start: number, report: ProblemCollector): Directive | undefined {
  const word = /^\s*(loopbook-[\w-]*)/i.exec(text);
  if (!word) return undefined;
  const name = word[1]!;
  const first = start + word[0].length - name.length;
  const last = start + text.trimEnd().length;
  const refuse = (messageId: keyof typeof suppressionMessages, span: Span, data = {}) => {
    report.add('syntax/suppression', suppressionMessages, { messageId, span, data, what: text.trim() });
    return undefined;
  };
  if (name !== KEYWORD) {
    // Comments may speak of Loopbook; one that means to switch something off is taken at its word.
    if (!/disable|enable|ignore|suppress|allow|skip/i.test(name)) return undefined;
    return refuse('unknownDirective', [first, first + name.length], { written: name });
  }
  if (text.length > LONGEST) return refuse('tooLong', [first, first + name.length], { limit: LONGEST });
  const { rules, reason, date } = partsOf(text, start, word[0].length);
  if (rules.length === 0) return refuse('noRule', [first, last]);
  const missing = missingOf(reason, date);
  if (missing) return refuse('incomplete', [first, last], { missing });
  const parsed = parseDate(date!.text);
  if (!parsed.ok) return refuse('badDate', date!.span, { text: date!.text });
  return { span: [first, last], rules, reason, until: parsed.value, untilSpan: date!.span };
}

interface Parts {
  rules: Directive['rules'];
  reason: string;
  date?: { text: string; span: Span };
}

/** `rule, rule -- reason until date`, taken apart; whatever is missing is empty. */
function partsOf(text: string, start: number, after: number): Parts {
  const dash = /--+|[—–]+/.exec(text.slice(after));
  const namesEnd = dash ? after + dash.index : text.length;
  const rules = [...text.slice(after, namesEnd).matchAll(/[^\s,，、;；]+/g)].map((match) => {
    const from = start + after + match.index;
    return { id: match[0], span: [from, from + match[0].length] as const };
  });
  if (!dash) return { rules, reason: '' };
  const restStart = namesEnd + dash[0].length;
  const rest = text.slice(restStart);
  const date = dateIn(rest);
  if (!date) return { rules, reason: tidy(rest) };
  const [from, to] = [start + restStart + date.start, start + restStart + date.end];
  return {
    rules,
    reason: tidy(rest.slice(0, date.word)),
    date: { text: rest.slice(date.start, date.end), span: [from, to] },
  };
}

/**
 * What stands behind the last word for "until" and ends the text: one word with a figure, without the marks
 * that close it. A pattern for the whole would try all ways to share out a thousand characters.
 */
function dateIn(text: string): { word: number; start: number; end: number } | undefined {
  let end = text.trimEnd().length;
  while (end > 0 && ')）.。'.includes(text[end - 1]!)) end--;
  for (const { 0: word, index } of [...text.matchAll(/\buntil\b|至/gi)].reverse()) {
    const behind = index + word.length;
    const start = behind + /^[\s:：]*/.exec(text.slice(behind))![0].length;
    const date = text.slice(start, end);
    if (/\s/.test(date)) return undefined;
    if (/\d/.test(date)) return { word: index, start, end };
  }
  return undefined;
}

/** On one line, without the marks that joined it to the date. */
function tidy(reason: string): string {
  return reason
    .replace(/\s+/g, ' ')
    .replace(/[\s,，;；。(（]+$/, '')
    .trim();
}

function missingOf(reason: string, date: Parts['date']) {
  const hasReason = /[\p{L}\p{N}]/u.test(reason);
  if (hasReason && date) return undefined;
  if (hasReason) return { en: 'no end date', 'zh-CN': '截止日期' };
  if (date) return { en: 'no reason', 'zh-CN': '理由' };
  return { en: 'neither reason nor end date', 'zh-CN': '理由和截止日期' };
}
