import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** What Pagefind ships besides the engine: interfaces that this site does not use. */
const unused = /^pagefind-(?:ui|component-ui|modular-ui|highlight)\./;

/**
 * Indexes the built pages, one bundle a locale under `pagefind/<locale>/`: each is segmented and stemmed by its
 * own language, and a reader's browser can search both.
 *
 * @param out the folder of the built site
 * @param locales the handbook's; the pages of the first lie at the root, those of the others in their folder
 * @returns how many pages each index holds
 */
export async function indexPages(out: string, locales: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const folders = await readdir(out, { withFileTypes: true });
  const [first, ...others] = locales;
  const own = folders.filter((entry) => entry.isDirectory() && !others.includes(entry.name));
  try {
    for (const locale of locales) {
      const glob = locale === first ? rootGlob(own.map(({ name }) => name)) : `${locale}/**/*.html`;
      counts.set(locale, await indexOne(out, glob, join(out, 'pagefind', locale)));
    }
  } finally {
    await close();
  }
  return counts;
}

// helpers

function rootGlob(folders: readonly string[]): string {
  return `{${['index.html', ...folders.map((folder) => `${folder}/**/*.html`)].join(',')}}`;
}

async function indexOne(out: string, glob: string, bundle: string): Promise<number> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: out, glob });
  const written = await index.writeFiles({ outputPath: bundle });
  const failures = [...errors, ...added.errors, ...written.errors];
  if (failures.length > 0) throw new Error(`Pagefind failed: ${failures.join('; ')}`);
  await index.deleteIndex();
  for (const name of await readdir(bundle)) if (unused.test(name)) await rm(join(bundle, name));
  return added.page_count;
}
