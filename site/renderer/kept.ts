import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot, rendererDigest } from '../../linter/node.ts';
import { KeptRenderer } from './renderer.ts';

/** The published package brings its renderer. */
const shipped = fileURLToPath(new URL('lib/site', packageRoot));
const isCompiled = !import.meta.url.endsWith('.ts');

/** Where a checkout keeps renderers, one for each state of its sources. */
const cache = fileURLToPath(new URL('node_modules/.cache/loopbook/renderers', packageRoot));

/** Renderers of other states of the sources are forgotten after a while: another build may be using one. */
const FORGOTTEN_AFTER = 24 * 60 * 60 * 1000;

/**
 * The renderer that belongs to this program; bundles it first where there is none yet. Throws the system's error
 * where it cannot be kept.
 */
export async function keptRenderer(): Promise<KeptRenderer> {
  if (isCompiled && existsSync(shipped)) return new KeptRenderer(shipped);
  const folder = join(cache, rendererDigest());
  if (!existsSync(folder)) await keepIn(folder);
  return new KeptRenderer(folder);
}

// helpers

async function keepIn(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await forgetOthers();
  const work = await mkdtemp(join(cache, '.new-'));
  try {
    const { bundleRenderer } = await import('./bundle.ts');
    await bundleRenderer(work);
    await rename(work, folder);
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    // Another build was quicker.
    if (!existsSync(folder)) throw error;
  }
}

async function forgetOthers(): Promise<void> {
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    // Another build may have just given it its name, or forgotten it.
    const made = statSync(folder, { throwIfNoEntry: false });
    if (made && Date.now() - made.mtimeMs > FORGOTTEN_AFTER)
      await rm(folder, { recursive: true, force: true });
  }
}
