import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { realPathOf } from '../real-path.ts';

/** Where a user's programs keep what they can compute again; undefined where the system does not say. */
export function userCacheFolder(
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const { XDG_CACHE_HOME: chosen, HOME: home, LOCALAPPDATA: local } = env;
  if (chosen && isAbsolute(chosen)) return join(chosen, 'loopbook');
  if (platform === 'win32') return local && join(local, 'loopbook', 'Cache');
  if (!home || !isAbsolute(home)) return undefined;
  return platform === 'darwin' ? join(home, 'Library/Caches/loopbook') : join(home, '.cache/loopbook');
}

/** Whether a folder, there or yet to be made, lies in the handbook or in the repository that holds it. */
export function liesInTree(folder: string, root: string): boolean {
  const real = realPathOf(resolve(folder));
  const tree = treeOf(realpathSync(root));
  return real === tree || real.startsWith(tree.endsWith(sep) ? tree : tree + sep);
}

// helpers

/** The repository is the nearest folder upwards with a `.git`; without one, the handbook itself. */
function treeOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (isThere(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return root;
  }
}

/** Whoever may not look into a folder is told so where its files are read. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
