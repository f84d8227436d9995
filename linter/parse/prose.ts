import type { Nodes, Parent, Root } from 'mdast';
import type { Span } from '../model/finding.ts';

/** Stands in running text for what is not prose: a component, code, quoted words. Never part of a word. */
export const MASK = '\uFFFC';

/** A component within a line of text. */
export interface Insert {
  /** Where its `MASK` stands in the text. */
  index: number;
  name: string;
  attributes: Record<string, string>;
}

/** One paragraph of a body, a list item's text too, as a reader hears it. */
export interface Prose {
  /** As it lies on disk, for a quick look: `text` and `inserts` are made when they are first asked for. */
  raw: string;
  /** Where it begins in the file. */
  start: number;
  readonly text: string;
  readonly inserts: readonly Insert[];
  /** The nearest heading above of depth 1 or 2; empty before the first. */
  section: string;
  /** Where the part [start, end) of the text stands in the file. */
  spanOf(start: number, end: number): Span;
}

/** What holds no requirement in running text: code, tables, words quoted or spoken, headings. */
const passedOver = new Set(['code', 'table', 'blockquote', 'heading', 'yaml', 'html', 'footnoteDefinition']);

/** The running text of a body, paragraph by paragraph; `source` is the whole file. */
export function proseOf(tree: Root, source: string): Prose[] {
  const found: Prose[] = [];
  let section = '';
  const visit = (node: Nodes): void => {
    if (node.type === 'heading' && node.depth <= 2) section = plain(node);
    if (passedOver.has(node.type)) return;
    // A script is what staff say to a customer.
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Script') return;
    if (node.type === 'paragraph') found.push(proseIn(node, source, section));
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return found;
}

// helpers

/** A part of the text and the part of the file it comes from. */
interface Piece {
  start: number;
  part: string;
  span: Span;
}

function proseIn(paragraph: Parent, source: string, section: string): Prose {
  let read: ReturnType<typeof readParagraph> | undefined;
  const content = () => {
    read ??= readParagraph(paragraph);
    return read;
  };
  const [start = 0, end = 0] = [paragraph.position?.start.offset, paragraph.position?.end.offset];
  return {
    raw: source.slice(start, end),
    start,
    section,
    get text() {
      return content().text;
    },
    get inserts() {
      return content().inserts;
    },
    spanOf: (from, to) => [offsetOf(content(), source, from), endOf(content(), source, to)],
  };
}

interface Paragraph {
  text: string;
  pieces: Piece[];
  inserts: Insert[];
}

function readParagraph(paragraph: Parent): Paragraph {
  let text = '';
  const pieces: Piece[] = [];
  const inserts: Insert[] = [];
  const append = (part: string, node: Nodes) => {
    const span: Span = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    pieces.push({ start: text.length, part, span });
    text += part;
  };
  const visit = (node: Nodes): void => {
    if (node.type === 'text') append(node.value, node);
    else if (node.type === 'break') append('\n', node);
    else if (node.type === 'mdxJsxTextElement') {
      inserts.push({ index: text.length, name: node.name ?? '', attributes: attributesOf(node) });
      append(MASK, node);
    } else if ('children' in node && node.type !== 'delete') for (const child of node.children) visit(child);
    else append(MASK, node);
  };
  for (const child of paragraph.children) visit(child as Nodes);
  return { text, pieces, inserts };
}

function attributesOf(node: Extract<Nodes, { type: 'mdxJsxTextElement' }>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const each of node.attributes) {
    if (each.type === 'mdxJsxAttribute' && typeof each.value === 'string') attributes[each.name] = each.value;
  }
  return attributes;
}

function offsetOf({ pieces }: Paragraph, source: string, index: number): number {
  const piece = lastBegunBefore(pieces, index + 1);
  if (!piece) return 0;
  const offsets = offsetsOf(piece, source);
  if (offsets) return offsets[index - piece.start] ?? piece.span[1];
  return piece.part === MASK ? piece.span[0] : piece.span[0] + index - piece.start;
}

/** The end of the last character, which is not always where the next one starts. */
function endOf({ pieces }: Paragraph, source: string, index: number): number {
  const piece = lastBegunBefore(pieces, index);
  if (!piece) return 0;
  const last = index - piece.start;
  if (last >= piece.part.length) return piece.span[1];
  const offsets = offsetsOf(piece, source);
  return offsets ? offsets[last - 1]! + 1 : piece.span[0] + last;
}

/** The last piece that starts before an index, by halving: a long paragraph has thousands. */
function lastBegunBefore(pieces: readonly Piece[], index: number): Piece | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (pieces[middle]!.start < index) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

/**
 * For each character of a piece its offset in the file; undefined where the two are simply in step. Escapes,
 * entities and the indentation of wrapped lines put them out of step.
 */
function offsetsOf(piece: Piece, source: string): number[] | undefined {
  if (!followed.has(piece)) followed.set(piece, follow(piece, source));
  return followed.get(piece);
}

/** A long paragraph is asked for hundreds of places. */
const followed = new WeakMap<Piece, number[] | undefined>();

function follow({ part, span: [start, end] }: Piece, source: string): number[] | undefined {
  if (part === MASK || source.startsWith(part, start)) return undefined;
  const offsets: number[] = [];
  let at = start;
  for (const character of part.split('')) {
    at = nextSource(source, at, end, character);
    offsets.push(Math.min(at, end - 1));
    const entity =
      source[at] === '&' && character !== '&' ? /^&#?\w+;/.exec(source.slice(at, at + 40)) : null;
    at += entity ? entity[0].length : 1;
  }
  return offsets;
}

/** The next offset whose source can stand for a character of the text. */
function nextSource(source: string, from: number, end: number, character: string): number {
  for (let at = from; at < end; at++) {
    if (source[at] === character) return at;
    if (source[at] === '&' && /^&#?\w+;/.test(source.slice(at, at + 40))) return at;
  }
  return from;
}

function plain(node: Nodes): string {
  if ('value' in node) return String(node.value);
  return 'children' in node ? node.children.map((child) => plain(child as Nodes)).join('') : '';
}
