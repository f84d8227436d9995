import { lstatSync, readFileSync } from 'node:fs';

/** GitHub reads no CODEOWNERS beyond this size. */
const MOST_BYTES = 3_000_000;

/** The text of a plain file; undefined where there is none, where it is a link, or larger than any list of owners. */
export function readTextFile(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size > MOST_BYTES) return undefined;
  return readFileSync(path, 'utf8');
}
