/**
 * Compiles the command line for the published package, as Node strips no types below node_modules, and bundles
 * what draws pages, so that no build of a handbook has to. The output
 * lies two folders deep, as the sources do, so that what is found relative to the package is found from both.
 * Run as `node linter/tools/compile.ts`; npm does so before it packs.
 */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleRenderer } from '../../site/renderer/bundle.ts';

const root = resolve(import.meta.dirname, '../..');
const outdir = join(root, 'lib/cli');

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: {
    ...Object.fromEntries(['bin', 'index', 'node'].map((name) => [name, join(root, `linter/${name}.ts`)])),
    'file-worker': join(root, 'site/file-worker.ts'),
  },
  outdir,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node22.12',
  charset: 'utf8',
  logLevel: 'warning',
});

const renderer = join(root, 'lib/site');
rmSync(renderer, { recursive: true, force: true });
await bundleRenderer(renderer);
