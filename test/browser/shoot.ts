/**
 * Takes pictures of pages of a built site, for whoever designs them:
 *
 *   node test/browser/shoot.ts <site folder> [<picture folder> [<path>…]] [--base /handbook/]
 *   node test/browser/shoot.ts dist /tmp/pictures / /zh-CN/ /zh-CN/roles/waiter/
 *
 * Every path (`/` when none is given; relative to the base) is taken whole, 390 and 1280 px wide, light
 * and dark: `zh-CN_roles_waiter-390-dark.png`. Without a picture folder they go to `loopbook-pictures`
 * in the system's temporary folder. Prints the files, and what is wrong with a page: an error status, an
 * error of its scripts, a file that failed to load, content wider than the screen. Exits 1 if any is.
 */
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../../linter/node/serve.ts';
import { launchBrowser } from './launch.ts';

const WIDTHS = [390, 1280];
const SCHEMES = ['light', 'dark'] as const;

interface View {
  readonly width: number;
  readonly colorScheme: (typeof SCHEMES)[number];
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { base: { type: 'string' } } });
const [site, folder = join(tmpdir(), 'loopbook-pictures'), ...paths] = positionals;
if (!site) {
  console.error(
    'Usage: node test/browser/shoot.ts <site folder> [<picture folder> [<path>…]] [--base /handbook/]',
  );
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const server = await serve(site, { port: 0, base: values.base ?? '/' });
const browser = await launchBrowser();
try {
  for (const path of paths.length > 0 ? paths : ['/']) {
    for (const view of views()) await shoot(browser, path, view, folder);
  }
} finally {
  await browser.close();
  await server.close();
}

// helpers

function views(): View[] {
  return WIDTHS.flatMap((width) => SCHEMES.map((colorScheme) => ({ width, colorScheme })));
}

async function shoot(
  browser: Browser,
  path: string,
  { width, colorScheme }: View,
  into: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: width < 600 ? 844 : 900 }, colorScheme });
  const problems = collectProblems(page);
  await page.goto(new URL(path.replace(/^\/+/, ''), server.url).href, { waitUntil: 'load' });
  const file = join(into, `${fileName(path)}-${width}-${colorScheme}.png`);
  await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
  const contentWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  if (contentWidth > width) problems.push(`content is ${contentWidth} px wide`);
  await page.close();
  console.log(file);
  for (const problem of problems) console.error(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}

/** Problems are added to the returned list as they happen. */
function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
  page.on('requestfailed', (request) => problems.push(`failed to load: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}

/** `/zh-CN/roles/waiter/` → `zh-CN_roles_waiter`, `/` → `home`. */
function fileName(path: string): string {
  const words = path.split(/[^\p{L}\p{N}.-]+/u).filter(Boolean);
  return words.join('_') || 'home';
}
