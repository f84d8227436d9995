import { type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SETTINGS_FILE } from '../graph/settings-file.ts';

/**
 * The handbook a command means: the folder named, else the nearest one with a loopbook.yaml from the working
 * directory upwards, else `policies/` below it. Undefined where there is none.
 */
export function findRoot(named: string | undefined, cwd: string): string | undefined {
  if (named !== undefined) return isFolder(resolve(cwd, named)) ? resolve(cwd, named) : undefined;
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (isFile(join(folder, SETTINGS_FILE))) return folder;
    if (isFile(join(folder, 'policies', SETTINGS_FILE))) return join(folder, 'policies');
    if (folder === dirname(folder)) return undefined;
  }
}

export function pathExists(path: string): boolean {
  return infoOf(path) !== undefined;
}

function isFolder(path: string): boolean {
  return infoOf(path)?.isDirectory() ?? false;
}

function isFile(path: string): boolean {
  return infoOf(path)?.isFile() ?? false;
}

/** Undefined where nothing can be found by this name: a part of it is a file, too long, or a link in a circle. */
function infoOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
