import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { ignoredBy, SETTINGS_FILE, settingsFacts, sizeLimitOf } from '../graph/settings-file.ts';
import type { FileSource, SourceFile } from '../graph/source.ts';
import { type FoundFile, walk } from './walk.ts';

/** How many files are open at once: enough to keep the disk busy, far below every system's limit. */
const OPEN_AT_ONCE = 64;

/** The files of a handbook on disk. Settings are read first: they say what to ignore and how large is large. */
export async function diskSource(root: string): Promise<FileSource> {
  const settings = await readSettings(root);
  const facts = settings && settingsFacts([settings]);
  const matches = picomatch(ignoredBy(facts), { dot: true });
  const limit = sizeLimitOf(facts);
  const found = await walk(root, (path) => path !== SETTINGS_FILE && matches(path));
  const files: SourceFile[] = new Array(found.length);
  let next = 0;
  const reader = async () => {
    for (let index = next++; index < found.length; index = next++)
      files[index] = await read(found[index]!, limit);
  };
  await Promise.all(Array.from({ length: OPEN_AT_ONCE }, reader));
  return files;
}

async function readSettings(root: string): Promise<SourceFile | undefined> {
  try {
    return { path: SETTINGS_FILE, bytes: await readFile(join(root, SETTINGS_FILE)) };
  } catch {
    return undefined;
  }
}

async function read({ path, absolute, size, unreadable }: FoundFile, limit: number): Promise<SourceFile> {
  if (unreadable) return { path, unreadable };
  if (size > limit) return { path, unreadable: { reason: 'too-large', size, limit } };
  try {
    return { path, bytes: await readFile(absolute) };
  } catch (error) {
    const denied = ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
    return { path, unreadable: { reason: denied ? 'denied' : 'vanished' } };
  }
}
