import { closeSync, openSync, readSync } from 'node:fs';

/** Whether a file is a PDF, or there is none by this name. Throws the system's error where it may not be read. */
export function isPdfOrNew(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
  try {
    const head = Buffer.alloc(5);
    readSync(file, head);
    return head.toString('latin1') === '%PDF-';
  } finally {
    closeSync(file);
  }
}
