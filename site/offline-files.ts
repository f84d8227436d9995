import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Writes `offline/files.json`: what every saved page needs besides itself, which is styles, scripts and the
 * answers of the search. The index of all texts stays out: it is a thousand small files, and what a person
 * asks at work is answered without it. Paths are relative to the site.
 *
 * @param out the folder of the built site
 */
export function writeOfflineFiles(out: string): void {
  const files = ['favicon.svg', ...['_assets', 'answers'].flatMap((folder) => filesIn(out, folder))];
  mkdirSync(join(out, 'offline'), { recursive: true });
  writeFileSync(join(out, 'offline', 'files.json'), JSON.stringify(files));
}

// helpers

function filesIn(out: string, folder: string): string[] {
  return readdirSync(join(out, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
