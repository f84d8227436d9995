import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { SHARED_SITES } from '../support/shared-sites.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

export interface BuiltSite {
  folder: string;
  base: string;
  /** Every page's HTML by its address under the base: `roles/waiter/`, `404.html`. */
  pages: ReadonlyMap<string, string>;
  remove(): Promise<void>;
}

interface BuildOptions {
  base?: string;
  handbook?: string;
  force?: boolean;
}

/**
 * The site of the example, or of another handbook. The example is built once in a run of the tests for each
 * base: whoever changes a file of it puts it back.
 */
export async function buildSite({
  base = '/',
  handbook,
  force = false,
}: BuildOptions = {}): Promise<BuiltSite> {
  const shared = process.env[SHARED_SITES];
  if (shared && handbook === undefined && !force) {
    const folder = await sharedSite(shared, base);
    return { folder, base, pages: pagesIn(folder), remove: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'loopbook-site-'));
  await build(folder, { base, handbook: handbook ?? join(root, 'policies'), force });
  return { folder, base, pages: pagesIn(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The first page of every folder and every page that is alone, in the default language: one of each type. */
export function pageTypesOf({ pages }: BuiltSite): string[] {
  const seen = new Set<string>();
  return [...pages.keys()].sort().filter((path) => {
    const [first = '', ...below] = path.split('/').filter(Boolean);
    const type = below.length > 0 ? `${first}/*` : first;
    if (seen.has(type) || first === 'en') return false;
    seen.add(type);
    return true;
  });
}

/** Every address that a page's links, pictures, styles and scripts name. */
export function addressesIn(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, address]) => unescapeHtml(address!));
}

/** Every id of a page; what lies in a template is no part of it. */
export function idsIn(html: string): string[] {
  const shown = html.replace(/<(pre|template)[\s>][\s\S]*?<\/\1>/g, '');
  return [...shown.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => unescapeHtml(id!));
}

// helpers

/** Builds with plain `astro build`, as `loopbook build` does through Astro's programs. */
async function build(folder: string, { base, handbook, force }: Required<BuildOptions>): Promise<void> {
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
}

/** The first test file to come builds, the others wait for it: they run in processes of their own. */
async function sharedSite(shared: string, base: string): Promise<string> {
  const place = join(shared, encodeURIComponent(base));
  const [folder, done, failed] = [join(place, 'site'), join(place, 'done'), join(place, 'failed')];
  try {
    mkdirSync(place);
  } catch {
    while (!existsSync(done)) {
      if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return folder;
  }
  try {
    await build(folder, { base, handbook: join(root, 'policies'), force: false });
  } catch (error) {
    writeFileSync(failed, String(error));
    throw error;
  }
  writeFileSync(done, '');
  return folder;
}

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
