import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { benchFolder } from './peers.ts';

const aside = join(benchFolder, 'aside');

/**
 * Takes folders out of the way without removing them: for minutes after many files were removed, ext4 looks for
 * others to use in place of theirs whenever a file is made, which would be measured of whoever writes next.
 */
export function putAside(...folders: readonly string[]): void {
  mkdirSync(aside, { recursive: true });
  for (const folder of folders) {
    if (existsSync(folder)) renameSync(folder, join(aside, `${process.pid}-${performance.now()}`));
  }
}

/** To be called when all is measured. */
export async function removeAside(): Promise<void> {
  await rm(aside, { recursive: true, force: true });
}
