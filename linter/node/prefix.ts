import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * Where a handbook lies in its repository, as a path that ends in `/`; empty where it is the whole of it, or
 * where there is none. The repository is the nearest folder upwards with a `.git`, which in a worktree or
 * submodule is a file; Git itself need not be there.
 */
export function prefixOf(root: string): string {
  const real = realpathSync(root);
  for (let folder = real; ; folder = dirname(folder)) {
    if (lstatSync(join(folder, '.git'), { throwIfNoEntry: false })) {
      const inside = relative(folder, real).split(sep).join('/');
      return inside && `${inside}/`;
    }
    if (folder === dirname(folder)) return '';
  }
}
