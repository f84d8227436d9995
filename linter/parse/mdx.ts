import type { Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { components } from '../model/components.ts';
import type { Span } from '../model/finding.ts';
import { kindNames } from '../model/kinds.ts';
import { hint } from '../model/suggest.ts';
import { describeMdxError } from './mdx-faults.ts';
import { cutDeepTree, excessOf, treeLimit } from './mdx-limits.ts';
import { mdxMessages } from './mdx-messages.ts';
import { ProblemCollector } from './problem.ts';
import { markdownTree, mdxTree } from './satteri.ts';
import { type AttributeSpans, tagSpans } from './tag.ts';

export interface UsedAttribute {
  name: string;
  value: string;
  /** The value without its quotes. */
  span: Span;
}

/** A component as a body uses it, attributes in the order written. */
export interface UsedComponent {
  name: string;
  span: Span;
  attributes: UsedAttribute[];
}

export interface Heading {
  depth: number;
  text: string;
  span: Span;
}

export interface BodyLink {
  url: string;
  span: Span;
}

/**
 * What rules most often ask of an MDX file's body. The tree itself is not kept: it is ten times the size of
 * its text, and reading it again (`treeOf`) takes a tenth of a millisecond.
 */
export interface Body {
  headings: Heading[];
  components: UsedComponent[];
  links: BodyLink[];
  /** Items of numbered lists. */
  steps: number;
  /** False where the MDX did not parse and the tree was read as plain Markdown. */
  sound: boolean;
}

/**
 * Parses the body of an MDX file and reports everything in it that is, or could be, a program. Nothing is
 * run. All spans are offsets into `text`, which is the whole file.
 */
export function parseMdx(text: string, contentStart: number, report: ProblemCollector): Body {
  const { tree, sound } = readTree(text, contentStart, report);
  const body: Body = { headings: [], components: [], links: [], steps: 0, sound };
  walk(tree, (node) => readNode(node, text, body, report));
  return body;
}

/** The tree of an MDX file, given its whole text: the one that was linted, and that is published. */
export function treeOf(text: string): Root {
  return readTree(text, text.startsWith('\uFEFF') ? 1 : 0, new ProblemCollector('')).tree;
}

function readTree(
  text: string,
  contentStart: number,
  report: ProblemCollector,
): { tree: Root; sound: boolean } {
  const source = contentStart ? text.slice(contentStart) : text;
  const moved = ([start, end]: Span): Span => [start + contentStart, end + contentStart];
  const excess = excessOf(source);
  if (excess) {
    const { messageId, data, span } = excess;
    report.add('syntax/mdx', mdxMessages, { messageId, data, span: moved(span) });
    return { tree: { type: 'root', children: [] }, sound: false };
  }
  let tree: Root;
  let sound = true;
  try {
    tree = mdxTree(source);
  } catch (error) {
    const { messageId, data, start, end } = describeMdxError(String((error as Error).message), source);
    report.add('syntax/mdx', mdxMessages, { messageId, data, span: moved([start, end]) });
    tree = markdownTree(source);
    sound = false;
  }
  const cut = cutDeepTree(tree);
  if (cut) {
    const data = { limit: treeLimit };
    report.add('syntax/mdx', mdxMessages, { messageId: 'tooDeep', span: moved(cut), data });
    sound = false;
  }
  if (contentStart) walk(tree, (node) => shift(node, contentStart));
  return { tree, sound };
}

function readNode(node: Nodes, text: string, body: Body, report: ProblemCollector): void {
  const span = spanOf(node);
  switch (node.type) {
    case 'heading':
      body.headings.push({ depth: node.depth, text: plainText(node), span });
      break;
    case 'list':
      if (node.ordered) body.steps += node.children.length;
      break;
    case 'link':
    case 'image':
    case 'definition':
      body.links.push({ url: node.url, span });
      checkProtocol(node.url, span, report);
      break;
    case 'html':
      // Only in a body that did not parse as MDX, whose first error is reported already.
      break;
    case 'mdxjsEsm':
      checkEsm(node.value, span, report);
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (!isComment(node.value)) {
        const shown = shorten(text.slice(...span));
        report.add('syntax/mdx', mdxMessages, {
          messageId: 'expression',
          span,
          data: { text: shown },
          what: shown,
        });
      }
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      readComponent(node, text, body, report);
      break;
    default:
  }
}

type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function readComponent(node: JsxElement, text: string, body: Body, report: ProblemCollector): void {
  const name = node.name ?? '';
  const places = tagSpans(text, spanOf(node)[0]);
  const component = Object.hasOwn(components, name) ? components[name] : undefined;
  if (!component) {
    reportUnknownTag(name, name === '' ? places.open : places.name, report);
    return;
  }
  const used: UsedComponent = { name, span: places.open, attributes: [] };
  for (const [index, attribute] of node.attributes.entries()) {
    const place = places.attributes[index] ?? { whole: places.open, name: places.open };
    const value = literalValue(attribute, place, name, text, report);
    if (value === undefined || attribute.type !== 'mdxJsxAttribute') continue;
    const known = Object.hasOwn(component.attributes, attribute.name)
      ? component.attributes[attribute.name]
      : undefined;
    if (!known) {
      const data = {
        name,
        attribute: attribute.name,
        hint: hint(attribute.name, Object.keys(component.attributes)),
      };
      report.add('syntax/mdx', mdxMessages, {
        messageId: 'unknownAttribute',
        span: place.name,
        data,
        what: attribute.name,
      });
      continue;
    }
    const span = place.value ?? place.whole;
    if (known.values && !known.values.includes(value)) {
      const data = {
        name,
        attribute: attribute.name,
        value,
        expected: { en: known.values.join(', '), 'zh-CN': known.values.join('、') },
      };
      report.add('syntax/mdx', mdxMessages, {
        messageId: 'attributeValue',
        span,
        data,
        what: attribute.name,
      });
      continue;
    }
    used.attributes.push({ name: attribute.name, value, span });
  }
  for (const [attribute, { required }] of Object.entries(component.attributes)) {
    if (!required || node.attributes.some((each) => 'name' in each && each.name === attribute)) continue;
    const data = { name, attribute };
    report.add('syntax/mdx', mdxMessages, {
      messageId: 'missingAttribute',
      span: places.name,
      data,
      what: name,
    });
  }
  body.components.push(used);
}

function literalValue(
  attribute: JsxElement['attributes'][number],
  place: AttributeSpans,
  name: string,
  text: string,
  report: ProblemCollector,
): string | undefined {
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    const shown = shorten(text.slice(...place.whole));
    report.add('syntax/mdx', mdxMessages, {
      messageId: 'spread',
      span: place.whole,
      data: { text: shown },
      what: name,
    });
    return undefined;
  }
  if (typeof attribute.value === 'object' && attribute.value) {
    const data = { name, attribute: attribute.name };
    report.add('syntax/mdx', mdxMessages, {
      messageId: 'expressionValue',
      span: place.whole,
      data,
      what: name,
    });
    return undefined;
  }
  return attribute.value ?? '';
}

function reportUnknownTag(name: string, span: Span, report: ProblemCollector): void {
  const known = Object.keys(components);
  // Lower-case names are HTML elements in JSX; everything else is meant as a component.
  const capitalised = known.find((each) => each.toLowerCase() === name.toLowerCase());
  if (/^[a-z]/.test(name) && (!capitalised || name === 'script')) {
    const data = { name, known: { en: known.join(', '), 'zh-CN': known.join('、') } };
    report.add('syntax/mdx', mdxMessages, { messageId: 'html', span, data, what: name });
    return;
  }
  report.add('syntax/mdx', mdxMessages, {
    messageId: 'unknownComponent',
    span,
    data: { name, hint: hint(name, known) },
    what: name,
  });
}

function checkEsm(value: string, span: Span, report: ProblemCollector): void {
  const word = /^\s*(import|export)\b/.exec(value)?.[1] ?? 'import';
  report.add('syntax/mdx', mdxMessages, { messageId: 'esm', span, data: { word }, what: word });
}

const safeProtocols = new Set(['http', 'https', 'mailto', 'tel']);

/** A list of what is allowed, on the decoded address: filters for what is forbidden miss encodings. */
function checkProtocol(url: string, span: Span, report: ProblemCollector): void {
  // Browsers drop control characters and spaces when they read a protocol.
  const folded = url.replace(/[\p{Cc}\s]/gu, '');
  const protocol = /^([a-z][a-z0-9+.-]*):/i.exec(folded)?.[1]?.toLowerCase();
  if (!protocol || safeProtocols.has(protocol) || isReferenceLink(url)) return;
  const data = { url: shorten(url), protocol: `${protocol}:` };
  report.add('syntax/mdx', mdxMessages, { messageId: 'linkProtocol', span, data, what: shorten(url) });
}

/** Links may name an entity: `[复核](sop:verify-id)`. */
export function isReferenceLink(url: string): boolean {
  return referenceLink.test(url);
}

const referenceLink = new RegExp(`^(?:${kindNames.join('|')}):[a-z0-9-]+(?:#[a-z0-9-]+)?$`);

/** `{/* … *\/}` and nothing else: the one expression that an author needs. */
export function isComment(expression: string): boolean {
  return /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(expression);
}

export function spanOf(node: Nodes): Span {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

function walk(node: Nodes, visitor: (node: Nodes) => void): void {
  visitor(node);
  if ('children' in node) for (const child of node.children) walk(child, visitor);
}

function shift(node: Nodes, by: number): void {
  if (!node.position) return;
  // Points may be shared between nodes, so each node gets its own.
  const { start, end } = node.position;
  node.position = {
    start: { ...start, offset: (start.offset ?? 0) + by },
    end: { ...end, offset: (end.offset ?? 0) + by },
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
