import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { widthOf } from '../data/text-width.ts';

/** A step, a point or a paragraph of a body as a printed card shows it: nothing to click, nothing to jump to. */
export interface CardText {
  /** The heading it stands under; empty above the first one. */
  part: string;
  /** Of the items of a numbered list. */
  number?: number;
  /** Of the items of other lists. */
  point?: boolean;
  html: string;
  /** How wide each of its paragraphs would be on one line, in em. */
  widths: readonly number[];
}

/** What a card shows of a body, in its order; what stands before its steps is read on a screen. */
export function cardTexts({ children }: Root): CardText[] {
  const texts: CardText[] = [];
  const blocks = elementsIn(children);
  let part = '';
  for (const block of blocks.slice(firstOf(blocks))) {
    if (isHeading(block)) part = textOf(block).trim();
    else texts.push(...textsOf(block).map((text) => ({ part, ...text })));
  }
  return texts;
}

/** Where the section with the first numbered list begins; 0 where there is none. */
export function firstOf(blocks: readonly Element[]): number {
  const first = blocks.findIndex(({ tagName }) => tagName === 'ol');
  return Math.max(blocks.slice(0, first + 1).findLastIndex(isHeading), 0);
}

/** The elements of a body, one below the other, with those of its sections in their place. */
export function elementsIn(children: Root['children']): Element[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'section' ? elementsIn(child.children) : [child];
  });
}

// helpers

/** A picture is at most as high as so many lines. */
const LINES_OF_PICTURE = 10;
const ENDS_LINE = /^(?:p|li|ol|ul|br|tr|td|th|div|figure|figcaption|blockquote|h\d)$/;

function isHeading({ tagName }: Element): boolean {
  return /^h[2-6]$/.test(tagName);
}

function textsOf(block: Element): Omit<CardText, 'part'>[] {
  const { tagName, properties } = block;
  if (tagName !== 'ol' && tagName !== 'ul') return [{ html: htmlOf([block]), widths: widthsOf([block]) }];
  const from = Number(properties.start ?? 1);
  return elementsIn(block.children as Root['children']).map(({ children }, index) => ({
    ...(tagName === 'ol' ? { number: from + index } : { point: true }),
    html: htmlOf(children),
    widths: widthsOf(children),
  }));
}

function htmlOf(children: readonly ElementContent[]): string {
  return toHtml({ type: 'root', children: children.flatMap(bare) }).trim();
}

/** What stands in place of elements that one can go to. */
const instead: Record<string, string> = { a: 'span', aside: 'div' };

/** Without links, landmarks, ids and roles, which only a screen has a use for. */
function bare(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap(bare);
  const { className, lang, src, alt } = node.properties;
  if (node.tagName === 'a' && !className) return children;
  const properties = Object.fromEntries(
    Object.entries({ className, lang, src, alt }).filter(([, value]) => value !== undefined),
  );
  return [{ ...node, tagName: instead[node.tagName] ?? node.tagName, properties, children }];
}

function widthsOf(nodes: readonly Nodes[]): number[] {
  const widths = [0];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') {
      for (const [index, line] of node.value.split('\n').entries())
        widths[widths.length - 1]! += widthOf(line) + (index ? 0.3 : 0);
    }
    if (node.type !== 'element') return;
    if (node.tagName === 'img') widths.push(...new Array<number>(LINES_OF_PICTURE).fill(1));
    const ends = ENDS_LINE.test(node.tagName);
    if (ends) widths.push(0);
    if (node.tagName === 'pre') {
      for (const line of textOf(node).split('\n')) widths.push(widthOf(line) * 1.2);
    } else for (const child of node.children) visit(child);
    if (ends) widths.push(0);
  };
  for (const node of nodes) visit(node);
  return widths.filter((width) => width > 0);
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}
