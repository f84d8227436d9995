import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An absolute path without links, as far as it exists. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPathOf(parent), path.slice(parent.length));
  }
}
