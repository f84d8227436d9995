import type { Element, Root } from 'hast';

/**
 * Calls the visitor for every element, outer ones first. A visitor may change the element in place, or give
 * what stands in its stead; `null` takes it out. Plainer and quicker than a general visitor: every body of a
 * handbook passes here.
 */
export function walk(
  parent: Root | Element,
  visitor: (element: Element, parent: Root | Element) => Element | null | undefined,
): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index]!;
    if (child.type !== 'element') continue;
    const instead = visitor(child, parent);
    if (instead === null) parent.children.splice(index--, 1);
    else if (instead) parent.children[index] = instead;
    else walk(child, visitor);
  }
}
