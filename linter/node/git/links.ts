import type { Repository } from './repository.ts';
import type { TreeFile, TreeFolder, TreeLink } from './tree.ts';

/** What Linux follows before it gives up. */
const MOST_LINKS = 40;

/** The longest path that systems accept, in bytes. */
export const LONGEST_TARGET = 4096;

export type Followed = { path: string[]; entry: TreeFile | TreeFolder } | 'outside-root' | 'dead-link';

/**
 * Follows a symbolic link of a revision as a file system would, and no further than the handbook's folder.
 *
 * @param folder where the link lies, relative to the root and free of links.
 * @param target where a link leads, as it is written; undefined where that is no path.
 */
export function follow(
  { root, prefix }: Repository,
  tree: TreeFolder,
  folder: readonly string[],
  link: TreeLink,
  target: (link: TreeLink) => string | undefined,
): Followed {
  const above = prefix.split('/').slice(0, -1);
  // Where we are, from the top of the repository: a link may leave the handbook and come back.
  const here = [...above, ...folder];
  const ahead: string[] = [];
  let steps = 0;
  const enter = (next: TreeLink): 'outside-root' | 'dead-link' | undefined => {
    const written = target(next);
    if (!written || ++steps > MOST_LINKS) return 'dead-link';
    let path = written;
    if (path.startsWith('/')) {
      if (path !== root && !path.startsWith(`${root}/`)) return 'outside-root';
      path = path.slice(root.length);
      here.splice(0, here.length, ...above);
    }
    ahead.push(...path.split('/').reverse());
    return undefined;
  };
  const refused = enter(link);
  if (refused) return refused;
  for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (here.pop() === undefined) return 'outside-root';
      continue;
    }
    here.push(part);
    if (!isInside(here, above)) continue;
    const entry = entryAt(tree, here.slice(above.length));
    if (!entry) return 'dead-link';
    if (entry.kind === 'file' && ahead.length > 0) return 'dead-link';
    if (entry.kind !== 'link') continue;
    here.pop();
    const stopped = enter(entry);
    if (stopped) return stopped;
  }
  if (!isInside(here, above)) return 'outside-root';
  const path = here.slice(above.length);
  const entry = entryAt(tree, path);
  return entry && entry.kind !== 'link' ? { path, entry } : 'dead-link';
}

function isInside(here: readonly string[], above: readonly string[]): boolean {
  return here.length >= above.length && above.every((part, index) => here[index] === part);
}

function entryAt(tree: TreeFolder, path: readonly string[]): TreeFolder | TreeFile | TreeLink | undefined {
  let entry: TreeFolder | TreeFile | TreeLink | undefined = tree;
  for (const part of path) entry = entry?.kind === 'folder' ? entry.entries.get(part) : undefined;
  return entry;
}
