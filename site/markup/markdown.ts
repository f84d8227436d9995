import type { Root as Hast } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { markdownToMdast } from 'satteri';
import { schema } from './schema.ts';

/** The project's own Markdown, such as a rule's reasons, as HTML. */
export function renderMarkdown(text: string): string {
  const tree = markdownToMdast(text, { features: { gfm: true } }) as unknown as Root;
  return toHtml(sanitize(toHast(tree) as Hast, schema) as Hast);
}
