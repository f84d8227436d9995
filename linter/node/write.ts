import { access, constants, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file of the handbook as UTF-8, whole or not at all; the text's own byte order mark and line endings
 * stay. Nothing is written, and the answer is false, where it is no longer as it was read: somebody saved it
 * meanwhile.
 */
export async function writeHandbookFile(
  root: string,
  path: string,
  { before, after }: { before: string; after: string },
): Promise<boolean> {
  const file = join(root, path);
  if ((await readFile(file, 'utf8')) !== before) return false;
  await writeFileAtomically(file, after);
  return true;
}

/**
 * Writes a file so that whoever reads it sees the old text or the new one and never a part; folders above it
 * are made. What is no plain file, such as a pipe, is written to as it is. Rejects with the system's error.
 */
export async function writeFileAtomically(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const target = await realpath(path).catch(() => path);
  const info = await stat(target).catch(() => undefined);
  if (info && !info.isFile()) {
    await writeFile(target, text, 'utf8');
    return;
  }
  // To take its place needs leave to write the folder only; whoever locked a file means the file.
  if (info) await access(target, constants.W_OK);
  const draft = `${target}.${process.pid}.part`;
  try {
    await writeFile(draft, text, { encoding: 'utf8', ...(info && { mode: info.mode }) });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
