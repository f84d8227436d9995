import type { Root } from 'hast';
import { walk } from './walk.ts';

export interface BodyHeading {
  id: string;
  text: string;
  depth: number;
}

/** Headings begin at the second rank, below the page's title, and can be linked to. */
export function settleHeadings(tree: Root): BodyHeading[] {
  const headings: BodyHeading[] = [];
  const used = new Set<string>();
  let top = 6;
  walk(tree, ({ tagName }) => {
    top = Math.min(top, rankOf(tagName) ?? top);
    return undefined;
  });
  let previous = 1;
  walk(tree, (node) => {
    const rank = rankOf(node.tagName);
    if (!rank || node.properties.id === '_footnote-label') return undefined;
    // A rank that was skipped would leave a gap in the outline that screen readers announce.
    const depth = Math.min(rank - top + 2, previous + 1, 6);
    previous = depth;
    const text = textOf(node).trim();
    const id = uniqueId(text, used);
    node.tagName = `h${depth}`;
    node.properties.id = id;
    headings.push({ id, text, depth });
    return undefined;
  });
  return headings;
}

// helpers

function rankOf(tagName: string): number | undefined {
  const rank = /^h([1-6])$/.exec(tagName)?.[1];
  return rank ? Number(rank) : undefined;
}

function textOf(node: { children?: unknown[]; value?: string }): string {
  if (node.value !== undefined) return node.value;
  return (node.children ?? []).map((child) => textOf(child as { children?: unknown[] })).join('');
}

/**
 * Letters and digits of any script, so that Chinese headings have readable anchors. The page's own ids begin
 * with an underscore, which these never do.
 */
function uniqueId(text: string, used: Set<string>): string {
  const plain =
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'part';
  let id = plain;
  for (let count = 2; used.has(id); count++) id = `${plain}-${count}`;
  used.add(id);
  return id;
}
