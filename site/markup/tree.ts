import type { Root as Hast } from 'hast';
import type { Nodes, Root } from 'mdast';
import { defaultHandlers, type Handler, type State, toHast } from 'mdast-util-to-hast';
import { treeOf } from '../../linter/index.ts';

let last: { text: string; tree: Root } | undefined;

/** The tree of a body. A page shows it and gives it as Markdown, one right after the other; it is read once. */
export function bodyTree(text: string): Root {
  if (last?.text !== text) last = { text, tree: treeOf(text) };
  return last.tree;
}

/**
 * The tree as HTML's. The library looks through the whole tree for definitions before it begins, by a visitor
 * that takes as long as all the rest; it is given an empty tree to look through, and what it would find.
 */
export function hastOf(tree: Root, options: NonNullable<Parameters<typeof toHast>[1]>): Hast {
  const root = (state: State) => {
    define(state, tree);
    return defaultHandlers.root(state, tree);
  };
  return toHast(
    { ...tree, children: [] },
    { ...options, handlers: { ...options.handlers, root: root as unknown as Handler } },
  ) as Hast;
}

// helpers

/** Of several definitions of the same name the first counts. */
function define(state: State, node: Nodes): void {
  if (node.type === 'definition') keep(state.definitionById, node);
  if (node.type === 'footnoteDefinition') keep(state.footnoteById, node);
  if ('children' in node) for (const child of node.children) define(state, child);
}

function keep<N extends { identifier: string }>(known: Map<string, N>, node: N): void {
  const id = node.identifier.toUpperCase();
  if (!known.has(id)) known.set(id, node);
}
