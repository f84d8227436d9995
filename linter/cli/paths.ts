import { relative, resolve, sep } from 'node:path';
import type { Language } from '../model/message.ts';
import { pathExists } from '../node.ts';
import { failure } from './handbook.ts';
import type { Io } from './io.ts';

/** A handbook and the language to speak of it in. */
interface Place {
  root: string;
  language: Language;
}

/**
 * Which files' findings to show: those at or below the paths, given from the working directory or, where there is
 * nothing by that name, from the handbook's root.
 */
export function filterOf(paths: string[], place: Place, io: Io): ((file: string) => boolean) | undefined {
  if (paths.length === 0) return undefined;
  const wanted = paths.map((path) => {
    if (!pathExists(resolve(io.cwd, path)) && pathExists(resolve(place.root, path)))
      return insideOf(resolve(place.root, path), place, io);
    const inside = insideOf(path, place, io);
    if (!pathExists(resolve(io.cwd, path))) throw failure('noPath', { path }, place.language);
    return inside;
  });
  return (file) => wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}

/** A path given from the working directory as one from the handbook's root; a user error if it lies outside. */
export function insideOf(path: string, { root, language }: Place, io: Io): string {
  const inside = relative(root, resolve(io.cwd, path));
  if (inside === '..' || inside.startsWith(`..${sep}`)) throw failure('outside', { path, root }, language);
  return inside.split(sep).join('/');
}
