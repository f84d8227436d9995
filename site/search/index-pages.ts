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
  const files = await readdir(out, { recursive: true });
  for (const file of files.filter((each) => each.endsWith('.html')).sort()) {
    const content = searchable(await readFile(join(out, file), 'utf8'));
    if (content !== undefined) await index.add(file.split(sep).join('/'), content);
  }
  await index.write(out);
}
