import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Unreadable } from '../graph/source.ts';

export interface FoundFile {
  /** Relative to the root, with `/` on every system. */
  path: string;
  absolute: string;
  size: number;
  unreadable?: Unreadable;
}

/** Folders that hold no policies on any system. */
const skippedFolders = new Set(['node_modules']);

/**
 * Lists the files below a folder, sorted by path. Symbolic links are followed only to what lies inside the
 * root, and each folder is entered once, so that links cannot lead out or round in circles.
 */
export async function walk(root: string, ignored: (path: string) => boolean): Promise<FoundFile[]> {
  const realRoot = await realpath(root);
  const found: FoundFile[] = [];
  const entered = new Set<string>();
  const pending = [realRoot];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const real = await realpath(folder);
    if (entered.has(real)) continue;
    entered.add(real);
    for (const entry of await entriesOf(folder, realRoot, found)) {
      const absolute = join(folder, entry.name);
      const path = toPath(realRoot, absolute);
      if (entry.name.startsWith('.') || skippedFolders.has(entry.name) || ignored(path)) continue;
      if (entry.isDirectory()) pending.push(absolute);
      else if (entry.isFile()) found.push({ path, absolute, size: (await lstat(absolute)).size });
      else await follow(absolute, path, realRoot, entry.isSymbolicLink(), pending, found);
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function entriesOf(folder: string, root: string, found: FoundFile[]) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    const path = toPath(root, folder);
    if (path === '') throw new Error(`cannot read the folder ${folder}`);
    found.push({ path, absolute: folder, size: 0, unreadable: { reason: 'denied' } });
    return [];
  }
}

async function follow(
  absolute: string,
  path: string,
  root: string,
  isLink: boolean,
  pending: string[],
  found: FoundFile[],
): Promise<void> {
  const refuse = (reason: 'not-a-file' | 'outside-root' | 'vanished') =>
    found.push({ path, absolute, size: 0, unreadable: { reason } });
  if (!isLink) {
    refuse('not-a-file');
    return;
  }
  try {
    const target = await realpath(absolute);
    if (target !== root && !target.startsWith(root + sep)) {
      refuse('outside-root');
      return;
    }
    const info = await stat(target);
    if (info.isDirectory()) pending.push(target);
    else if (info.isFile()) found.push({ path, absolute: target, size: info.size });
    else refuse('not-a-file');
  } catch {
    refuse('vanished');
  }
}

function toPath(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/');
}
