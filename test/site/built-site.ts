import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

export interface BuiltSite {
  folder: string;
  base: string;
  /** Every page's HTML by its address under the base: `roles/waiter/`, `404.html`. */
  pages: ReadonlyMap<string, string>;
  remove(): Promise<void>;
}

/** Builds the example with plain `astro build`, as `loopbook build` does through Astro's programs. */
export async function buildSite({
  base = '/',
  handbook = join(root, 'policies'),
  force = false,
} = {}): Promise<BuiltSite> {
  const folder = await mkdtemp(join(tmpdir(), 'loopbook-site-'));
  const program = join(root, 'node_modules/astro/bin/astro.mjs');
  await run(process.execPath, [program, 'build', '--outDir', folder, '--base', base, '--silent'], {
    cwd: root,
    env: {
      ...process.env,
      LOOPBOOK_ROOT: handbook,
      LOOPBOOK_FORCE: force ? '1' : '',
      ASTRO_TELEMETRY_DISABLED: '1',
      // Set by the test runner; Astro would build for tests, not for readers.
      NODE_ENV: 'production',
    },
  });
  return { folder, base, pages: pagesIn(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Every address that a page's links, pictures, styles and scripts name. */
export function addressesIn(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, address]) => unescapeHtml(address!));
}

export function idsIn(html: string): string[] {
  return [...html.replace(/<pre[\s\S]*?<\/pre>/g, '').matchAll(/\sid="([^"]*)"/g)].map(([, id]) =>
    unescapeHtml(id!),
  );
}

// helpers

function pagesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  return new Map(
    files.map((file) => [
      relative('', file)
        .split(sep)
        .join('/')
        .replace(/(^|\/)index\.html$/, '$1'),
      readFileSync(join(folder, file), 'utf8'),
    ]),
  );
}

function unescapeHtml(text: string): string {
  const named: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>' };
  return text.replace(/&(?:(amp|quot|lt|gt)|#(\d+)|#x([\da-f]+));/gi, (_, name, decimal, hex) =>
    name
      ? named[name.toLowerCase()]!
      : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}
