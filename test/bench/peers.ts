/** The tools that Loopbook is compared with, in a folder of their own that Git ignores. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { measure } from './measure.ts';

export const root = resolve(import.meta.dirname, '../..');
export const benchFolder = join(root, '.bench');
export const peersFolder = join(benchFolder, 'peers');

/** Exact, so that numbers can be compared; Astro is the version that Loopbook builds with. */
export const peers = {
  '@stoplight/spectral-cli': '6.16.3',
  'remark-cli': '12.0.1',
  'remark-preset-lint-recommended': '7.0.1',
  'remark-mdx': '3.1.1',
  'remark-gfm': '4.0.1',
  'remark-frontmatter': '5.0.0',
  astro: '7.3.3',
  '@astrojs/starlight': '0.42.4',
  '@astrojs/markdown-remark': '7.3.1',
} as const;

const manifest = {
  name: 'peers',
  private: true,
  type: 'module',
  dependencies: peers,
  allowScripts: { esbuild: true, '@scarf/scarf': false },
};

/** Installs the peers unless exactly these are installed. Rejects with npm's output where that fails. */
export async function installPeers(): Promise<void> {
  const wanted = `${JSON.stringify(manifest, null, 2)}\n`;
  const path = join(peersFolder, 'package.json');
  const installed = Object.keys(peers).every((name) => existsSync(join(peersFolder, 'node_modules', name)));
  if (installed && readFileSync(path, 'utf8') === wanted) return;
  console.error('Installing what Loopbook is compared with …');
  await mkdir(peersFolder, { recursive: true });
  await writeFile(path, wanted);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { exitCode, output } = await measure({
    program: npm,
    args: ['install', '--no-audit', '--no-fund', '--no-save'],
    cwd: peersFolder,
  });
  if (exitCode !== 0) throw new Error(`npm could not install the peers:\n${output}`);
}

/** The script that a package's command runs. */
export function peerScript(name: keyof typeof peers, command: string): string {
  const folder = join(peersFolder, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
