import type { Section } from './blocks.ts';
import type { PageRef } from './routes.ts';
import type { Piece, Words } from './words.ts';

/** What every page has, whatever it shows. */
export interface Page {
  ref: PageRef;
  title: Words;
  /** One or two sentences for search engines and previews. */
  description?: string;
  /** From the top down to the page's parent. */
  crumbs: readonly Piece[];
  sections: readonly Section[];
}

/** What a page holds: its sections, and for a text its headings. */
export function contentsOf({ sections }: Page): { id: string; title: string }[] {
  return sections.flatMap(({ id, title, blocks }) => {
    if (title) return [{ id, title }];
    return blocks.flatMap((block) => (block.type === 'prose' ? (block.headings ?? []) : []));
  });
}
