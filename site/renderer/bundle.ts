import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { packageRoot } from '../../linter/node.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { siteConfig } from './astro-config.ts';
import { parts } from './renderer.ts';

// What Astro itself stands on may lie where a program of ours would not find it; what we do lies beside us.
const { astro: _, ...ours } = packageJson.dependencies;
const external = Object.keys(ours);

/**
 * Bundles components, styles and scripts once for all handbooks: nothing in it depends on what a handbook says,
 * nor on where its site is served.
 *
 * @param folder where the renderer is kept; within the package, as its program imports what the package needs
 */
export async function bundleRenderer(folder: string): Promise<void> {
  const { build } = await import('astro');
  // Astro would tell its makers of every build, and fail where it may not keep notes of its own.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const home = process.cwd();
  // Astro works below the working directory.
  process.chdir(fileURLToPath(packageRoot));
  try {
    const config = siteConfig([keeping(folder)]);
    await build({
      ...config,
      vite: { ...config.vite, environments: { prerender: { resolve: { noExternal: true, external } } } },
      outDir: join(folder, parts.assets),
      configFile: false,
      logLevel: 'warn',
      mode: 'production',
    });
  } finally {
    process.chdir(home);
  }
}

// helpers

/** Astro removes its program when all pages are made: here none is, and the program stays. */
function keeping(folder: string): AstroIntegration {
  return {
    name: 'loopbook:renderer',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          setup: async () => {
            const program = join(folder, parts.program);
            await rename(join(folder, parts.assets, '.prerender'), program);
            await withoutOwnPaths(program);
          },
          getStaticPaths: async () => [],
        }));
      },
    },
  };
}

/** Astro names modules by where they lay on the machine that bundled them. */
async function withoutOwnPaths(folder: string): Promise<void> {
  const root = fileURLToPath(packageRoot);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(root, '/'));
  }
}
