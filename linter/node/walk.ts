import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Unreadable } from '../graph/source.ts';

export interface FoundFile {
  /** Relative to the root, with `/` on every system. */
  path: string;
  absolute: string;
  /** In bytes. */
  size: number;
  unreadable?: Unreadable;
}

/** Folders that hold no policies on any system. */
const skippedFolders = new Set(['node_modules']);

/** Whether what bears this name is no part of any handbook. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || skippedFolders.has(name);
}

/**
 * Lists the files below a folder, sorted by path. Symbolic links are followed only to what lies inside the
 * root, and each folder is entered once, so that links cannot lead out or round in circles. Synchronous:
 * thousands of small files take an eighth of the time.
 */
export function walk(root: string, ignored: (path: string) => boolean): FoundFile[] {
  const realRoot = realpathSync(root);
  const found: FoundFile[] = [];
  const entered = new Set<string>();
  const pending = [realRoot];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const real = realpathSync(folder);
    if (entered.has(real)) continue;
    entered.add(real);
    for (const entry of entriesOf(folder, realRoot, found)) {
      const path = toPath(realRoot, join(folder, entry.name));
      if (isSkipped(entry.name) || ignored(path)) continue;
      const next = inspect(join(folder, entry.name), path, realRoot);
      if (next.kind === 'folder') pending.push(next.absolute);
      else found.push(next.file);
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** One file of the root by its name, with the same care for links; undefined where there is none. */
export function lookUp(root: string, name: string): FoundFile | undefined {
  const realRoot = realpathSync(root);
  try {
    if (!lstatSync(join(realRoot, name), { throwIfNoEntry: false })) return undefined;
  } catch {
    // Whoever may not look into the folder is told so when its files are listed.
    return undefined;
  }
  const found = inspect(join(realRoot, name), name, realRoot);
  return found.kind === 'file' ? found.file : undefined;
}

type Inspected = { kind: 'folder'; absolute: string } | { kind: 'file'; file: FoundFile };

/** What lies at a path. A link counts as what it leads to, as long as that is inside the root. */
function inspect(absolute: string, path: string, root: string): Inspected {
  const refused = (reason: Exclude<Unreadable['reason'], 'too-large'>): Inspected => ({
    kind: 'file',
    file: { path, absolute, size: 0, unreadable: { reason } },
  });
  let isLink = false;
  try {
    const own = lstatSync(absolute);
    isLink = own.isSymbolicLink();
    const target = own.isSymbolicLink() ? realpathSync(absolute) : absolute;
    if (target !== root && !target.startsWith(root + sep)) return refused('outside-root');
    const info = own.isSymbolicLink() ? statSync(target) : own;
    if (info.isDirectory()) return { kind: 'folder', absolute: target };
    if (!info.isFile()) return refused('not-a-file');
    return { kind: 'file', file: { path, absolute: target, size: info.size } };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return refused('denied');
    return refused(isLink ? 'dead-link' : 'vanished');
  }
}

function entriesOf(folder: string, root: string, found: FoundFile[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const path = toPath(root, folder);
    if (path === '') throw error;
    found.push({ path, absolute: folder, size: 0, unreadable: { reason: 'denied' } });
    return [];
  }
}

function toPath(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/');
}
