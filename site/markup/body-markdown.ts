import type { Nodes } from 'mdast';
import type { Entity } from '../../linter/index.ts';
import type { View } from '../data/view.ts';
import { bodyFor } from './body.ts';
import { isContainer, tagWords } from './components.ts';
import { bodyTree } from './tree.ts';

/** Replaces a part of a text; offsets in UTF-16 units, end exclusive. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * A policy's body as plain Markdown: what its author wrote, with limits, targets and names in place of the
 * components that insert them. Frames (notes, scripts) leave their contents.
 */
export function bodyMarkdown(view: View, entity: Entity): string | undefined {
  const source = bodyFor(view, entity);
  if (!source) return undefined;
  const { locale, text } = source;
  const edits: Edit[] = [];
  const visit = (node: Nodes): void => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    if (isHidden(node)) {
      edits.push({ start, end, text: '' });
      return;
    }
    if (isTag(node) && !isContainer(node)) {
      edits.push({ start, end, text: tagWords(view, entity, locale, node) });
      return;
    }
    const children = 'children' in node ? node.children : [];
    if (isTag(node)) edits.push(...framesOf(node, start, end));
    for (const child of children) visit(child as Nodes);
  };
  visit(bodyTree(text));
  return edited(text, edits).trim();
}

// helpers

function isHidden({ type }: Nodes): boolean {
  return /^(?:yaml|html|mdxjsEsm|mdxFlowExpression|mdxTextExpression)$/.test(type);
}

function isTag(node: Nodes): boolean {
  return node.type.startsWith('mdxJsx');
}

/** The opening and the closing tag of a frame: what stands before its first child and after its last. */
function framesOf(node: Nodes, start: number, end: number): Edit[] {
  const children = 'children' in node ? node.children : [];
  const first = children[0]?.position?.start.offset ?? end;
  const last = children.at(-1)?.position?.end.offset ?? end;
  return [
    { start, end: first, text: '' },
    { start: last, end, text: '' },
  ];
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let next = 0;
  for (const { start, end, text: words } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < next) continue;
    result += text.slice(next, start) + words;
    next = end;
  }
  return (result + text.slice(next)).replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
