import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Ends with a slash. */
export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/loopbook/', import.meta.url));

/**
 * The path of the cached folder `name`; `fill` makes its content in the folder it is given when there is
 * none yet. It is filled aside and renamed, so that runs at the same time never see half a folder.
 */
export async function cachedFolder(
  name: string,
  fill: (folder: string) => Promise<unknown>,
): Promise<string> {
  const folder = join(CACHE, name);
  if (await exists(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'filling-'));
  try {
    await fill(work);
    await rename(work, folder);
  } catch (error) {
    // Another run may have been quicker; its folder is as good as ours.
    if (!(await exists(folder))) throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
