import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A phone keeps the index of all pages' texts only while it is no burden, in bytes. */
const MOST_INDEX = 4_000_000;

/**
 * Writes `offline/files.json`: what every saved page needs besides itself. Styles, scripts and the answers of
 * the search are always among it, the index of texts where it is small. Paths are relative to the site.
 *
 * @param out the folder of the built site, searched already
 */
export function writeOfflineFiles(out: string): void {
  const always = ['_assets', 'answers'].flatMap((folder) => filesIn(out, folder));
  const index = filesIn(out, 'pagefind');
  const size = index.reduce((sum, file) => sum + statSync(join(out, file)).size, 0);
  const files = ['favicon.svg', ...always, ...(size <= MOST_INDEX ? index : [])];
  mkdirSync(join(out, 'offline'), { recursive: true });
  writeFileSync(join(out, 'offline', 'files.json'), JSON.stringify(files));
}

// helpers

function filesIn(out: string, folder: string): string[] {
  try {
    return readdirSync(join(out, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch {
    return [];
  }
}
