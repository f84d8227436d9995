import { lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { diskIgnores } from './disk.ts';
import { realPathOf } from './real-path.ts';

/** Tells a folder that a build wrote from any other, and what it wrote there from what else lies in it. */
export const SITE_RECORD = '.loopbook-site';

interface SiteRecord {
  /** What lay there before; never removed. */
  others: string[];
  /** What the build wrote; not there while it runs, nor where it was stopped. */
  files?: string[];
  /** What its search was made of. */
  search?: unknown;
}

/** Why nothing may be built in a folder. */
export type SiteRefusal =
  | { reason: 'handbook' }
  | { reason: 'insideHandbook' }
  | { reason: 'holdsHandbook' }
  | { reason: 'notAFolder' }
  | { reason: 'notOurs'; file: string };

/** Whether a build may write to this folder, of which nothing is changed; undefined where it may. */
export function refusalOf(folder: string, root: string): SiteRefusal | undefined {
  const out = realPathOf(resolve(folder));
  const handbook = realPathOf(resolve(root));
  if (out === handbook) return { reason: 'handbook' };
  if (isBelow(handbook, out)) return { reason: 'holdsHandbook' };
  if (isBelow(out, handbook) && !diskIgnores(handbook, `${toPath(handbook, out)}/index.html`)) {
    return { reason: 'insideHandbook' };
  }
  if (!existsBelowFolders(out)) return { reason: 'notAFolder' };
  const info = lstatSync(out, { throwIfNoEntry: false });
  if (!info) return undefined;
  if (!info.isDirectory()) return { reason: 'notAFolder' };
  const file = readdirSync(out).find((name) => name !== '.git');
  return file === undefined || recordIn(out) ? undefined : { reason: 'notOurs', file };
}

/**
 * Makes a folder ready for a build: takes out what the last one wrote, and nothing else. A build that was
 * stopped left no list, so that all goes which was not there before it. Throws the system's error.
 *
 * @param stays what the next build would write the same, or takes out itself
 */
export function clearSite(folder: string, stays: (path: string) => boolean = () => false): void {
  mkdirSync(folder, { recursive: true });
  const { others = [], files } = recordIn(folder) ?? {};
  const kept = new Set(others);
  const written = files && new Set(files);
  // Only what is found here is removed, whatever the record names.
  const present = filesIn(folder);
  const isOurs = (path: string) => (written ? written.has(path) : !kept.has(path));
  const gone = present.filter((path) => isOurs(path) && !stays(path));
  for (const path of gone) rmSync(join(folder, path));
  removeEmptyFolders(folder, gone);
  writeRecord(folder, { others: present.filter((path) => !isOurs(path)) });
}

/**
 * Notes what a build wrote to the folder, and what its search was made of.
 *
 * @returns the paths of its files
 */
export function recordSite(folder: string, search?: unknown): string[] {
  const { others = [] } = recordIn(folder) ?? {};
  const kept = new Set(others);
  const files = filesIn(folder).filter((path) => !kept.has(path));
  writeRecord(folder, { others, files, search });
  return files;
}

/** What the search of the last build was made of, as it was noted; undefined where there was none. */
export function recordedSearch(folder: string): unknown {
  return recordIn(folder)?.search;
}

// helpers

/** Whether what there is of a path are folders, so that the rest can be made below them. */
function existsBelowFolders(path: string): boolean {
  try {
    for (let above = dirname(path); ; above = dirname(above)) {
      const info = lstatSync(above, { throwIfNoEntry: false });
      if (info) return info.isDirectory();
      if (above === dirname(above)) return true;
    }
  } catch {
    // A part above it is a file.
    return false;
  }
}

function recordIn(folder: string): SiteRecord | undefined {
  const file = join(folder, SITE_RECORD);
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  try {
    const { others, files, search } = JSON.parse(readFileSync(file, 'utf8'));
    if (!Array.isArray(others)) return undefined;
    return { others, ...(Array.isArray(files) && { files }), search };
  } catch {
    return undefined;
  }
}

function writeRecord(folder: string, record: SiteRecord): void {
  writeFileSync(join(folder, SITE_RECORD), `${JSON.stringify(record)}\n`);
}

/** All files below a folder but the record, sorted; links are files, and what Git keeps is nobody's. */
function filesIn(folder: string): string[] {
  const found: string[] = [];
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (next === folder && (entry.name === SITE_RECORD || entry.name === '.git')) continue;
      if (entry.isDirectory()) pending.push(path);
      else found.push(toPath(folder, path));
    }
  }
  return found.sort();
}

/** Removes the folders that are empty now that these files are gone. */
function removeEmptyFolders(folder: string, files: readonly string[]): void {
  const above = new Set<string>();
  for (const file of files) {
    for (let path = dirname(file); path !== '.' && !above.has(path); path = dirname(path)) above.add(path);
  }
  const deepestFirst = [...above].sort((a, b) => b.length - a.length);
  for (const path of deepestFirst) {
    if (readdirSync(join(folder, path)).length === 0) rmdirSync(join(folder, path));
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function toPath(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/');
}
