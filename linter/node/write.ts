import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a file of the handbook as UTF-8; the text's own byte order mark and line endings stay. */
export async function writeHandbookFile(root: string, path: string, text: string): Promise<void> {
  await writeFile(join(root, path), text, 'utf8');
}
