import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { SearchIndex } from './search-index.ts';
import { searchable } from './searchable.ts';

/**
 * Indexes the pages of a built site for search.
 *
 * @param out the folder of the site
 * @param locales the handbook's
 */
export async function indexPages(out: string, locales: readonly string[]): Promise<void> {
  const index = new SearchIndex(locales);
  const files = (await readdir(out, { recursive: true })).map((file) => file.split(sep).join('/'));
  await addPages(index, out, files.sort());
  await index.write(out);
}

/** How many pages may wait for the indexer. */
const MOST_WAITING = 64;

/** Takes the pages among some files of a site into an index, in their order. */
export async function addPages(index: SearchIndex, out: string, files: readonly string[]): Promise<void> {
  let added = 0;
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    const content = searchable(await readFile(join(out, file), 'utf8'));
    if (content === undefined) continue;
    const adding = index.add(file, content);
    if (++added % MOST_WAITING === 0) await adding;
  }
}
