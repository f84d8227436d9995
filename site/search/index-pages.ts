import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { partOf } from './parts.ts';
import { SearchIndex } from './search-index.ts';
import { searchable } from './searchable.ts';

/**
 * Indexes the pages of a built site for search.
 *
 * @param out the folder of the site
 * @param locales the handbook's
 * @param parts into how many parts its index is divided in each language
 */
export async function indexPages(out: string, locales: readonly string[], parts: number): Promise<void> {
  const index = new SearchIndex({ out, locales, parts });
  const files = (await readdir(out, { recursive: true })).map((file) => file.split(sep).join('/')).sort();
  files.sort((a, b) => partOf(a, parts) - partOf(b, parts));
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    const content = searchable(await readFile(join(out, file)));
    if (content !== undefined) await index.add(file, content);
  }
  await index.finish();
}
