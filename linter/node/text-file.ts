import { lstatSync, readFileSync } from 'node:fs';

/** GitHub reads no CODEOWNERS beyond this size. */
const MOST_BYTES = 3_000_000;

/** A text, or why there is none: no file by this name, or something that holds no list of owners. */
export type TextFile = { text: string } | { fault: 'missing' | 'link' | 'folder' | 'tooLarge' | 'notText' };

/** Reads a plain file of UTF-8. Throws the system's error where it may not be read. */
export function readTextFile(path: string): TextFile {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return { fault: 'missing' };
  if (found.isSymbolicLink()) return { fault: 'link' };
  if (!found.isFile()) return { fault: 'folder' };
  if (found.size > MOST_BYTES) return { fault: 'tooLarge' };
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  // What is in another encoding would be lost when it is written again.
  return bytes.equals(Buffer.from(text, 'utf8')) && !text.includes('\0') ? { text } : { fault: 'notText' };
}
