import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes a file of the handbook as UTF-8; the text's own byte order mark and line endings stay. */
export async function writeHandbookFile(root: string, path: string, text: string): Promise<void> {
  await writeFile(join(root, path), text, 'utf8');
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
  const draft = `${target}.${process.pid}.part`;
  try {
    await writeFile(draft, text, { encoding: 'utf8', ...(info && { mode: info.mode }) });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
