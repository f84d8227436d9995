import type { Block } from '../data/blocks.ts';
import type { Page } from '../data/page.ts';
import boards from '../styles/boards.css?url';
import everywhere from '../styles/index.css?url';
import overviews from '../styles/overviews.css?url';
import paper from '../styles/paper.css?url';
import process from '../styles/process.css?url';

/** The sheet of each block that has one of its own; all others need only what every page has. */
const sheets: Partial<Record<Block['type'], string>> = {
  blueprint: process,
  steps: process,
  matrix: overviews,
  tree: overviews,
  scores: overviews,
  circle: overviews,
  signature: overviews,
  'day-choice': overviews,
  chart: boards,
  standings: boards,
  tally: boards,
  loop: boards,
  cards: boards,
  board: boards,
};

/** The addresses of the styles that a page needs, in the order of their precedence: nobody loads any other. */
export function sheetsOf(base: string, page: Page | undefined): string[] {
  const sheets = neededBy(page);
  // Bundled, they lie below the base of this site, whatever base the bundler knew of.
  return import.meta.env.PROD ? sheets.map((sheet) => base + sheet.slice(sheet.indexOf('_assets/'))) : sheets;
}

// helpers

function neededBy(page: Page | undefined): string[] {
  // These two take in parts of other pages.
  if (page?.ref.type === 'home' || page?.ref.type === 'book')
    return [everywhere, overviews, process, boards, paper];
  const used = usedIn(page?.sections.flatMap(({ blocks }) => blocks) ?? []);
  return [everywhere, ...[overviews, process, boards].filter((sheet) => used.has(sheet)), paper];
}

function usedIn(blocks: readonly Block[], used = new Set<string>()): Set<string> {
  for (const block of blocks) {
    const sheet = sheets[block.type];
    if (sheet) used.add(sheet);
    if (block.type === 'group' || block.type === 'more') usedIn(block.blocks, used);
  }
  return used;
}
