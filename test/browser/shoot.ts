/**
 * Takes pictures of pages of a built site, for whoever designs them:
 *
 *   node test/browser/shoot.ts <site folder> [<picture folder> [<path>…]] [--base /handbook/]
 *   node test/browser/shoot.ts dist /tmp/pictures / /en/ /en/roles/waiter/
 *   node test/browser/shoot.ts dist /tmp/pictures --all --compare /tmp/kept
 *
 * Every path (`/` when none is given; relative to the base) is taken whole, 390 and 1280 px wide, light
 * and dark: `zh-CN_roles_waiter-390-dark.png`. Without a picture folder they go to `loopbook-pictures`
 * in the system's temporary folder. `--all` takes a page of each of the twelve families of pages, in both
 * languages of the example. `--compare` tells which pictures differ from those of the same name in a folder,
 * and in how many pixels. Prints the files, and what is wrong with a page: an error status, an
 * error of its scripts, a file that failed to load, content wider than the screen. Exits 1 if any is, or if a
 * picture differs.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../../linter/node/serve.ts';
import { launchBrowser } from './launch.ts';

const WIDTHS = [390, 1280];
const FAMILIES = [
  'roles/waiter/',
  'processes/complaint-handling/',
  'authority/',
  'metrics/checkin-time/',
  'loop-map/',
  'improvement-board/',
  'strategy/',
  'standards-system/',
  'training-plan/',
  'health/',
  'changes/',
  'rules/flow/step-measured/',
];
const SCHEMES = ['light', 'dark'] as const;

interface View {
  readonly width: number;
  readonly colorScheme: (typeof SCHEMES)[number];
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { base: { type: 'string' }, all: { type: 'boolean' }, compare: { type: 'string' } },
});
const [site, folder = join(tmpdir(), 'loopbook-pictures'), ...paths] = positionals;
if (!site) {
  console.error(
    'Usage: node test/browser/shoot.ts <site folder> [<picture folder> [<path>…]] [--all] [--compare <folder>] [--base /handbook/]',
  );
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const server = await serve(site, { port: 0, base: values.base ?? '/' });
const browser = await launchBrowser();
try {
  const families = values.all ? ['', 'en/'].flatMap((locale) => FAMILIES.map((path) => locale + path)) : [];
  const wanted = [...paths, ...families];
  for (const path of wanted.length > 0 ? wanted : ['/']) {
    for (const view of views()) {
      const file = await shoot(browser, path, view, folder);
      if (values.compare) await compare(browser, file, join(values.compare, basename(file)));
    }
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
): Promise<string> {
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
  return file;
}

/** Says how two pictures differ; the same bytes are the same picture. */
async function compare(browser: Browser, file: string, kept: string): Promise<void> {
  const [now, before] = await Promise.all([readFile(file), readFile(kept).catch(() => undefined)]);
  if (before && now.equals(before)) return;
  const addresses = [before, now].map(
    (picture) => picture && `data:image/png;base64,${picture.toString('base64')}`,
  );
  const page = await browser.newPage();
  const difference = before
    ? await page.evaluate(pixelsApart, addresses as string[])
    : 'there was none before';
  await page.close();
  if (difference === '') return;
  console.error(`  differs: ${difference}`);
  process.exitCode = 1;
}

/** Draws two pictures over each other; runs in a page, which can read what it draws. */
async function pixelsApart(addresses: string[]): Promise<string> {
  const pictures = await Promise.all(
    addresses.map(async (address) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      const { width, height } = picture;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(picture, 0, 0);
      return { width, height, dots: new Uint32Array(context.getImageData(0, 0, width, height).data.buffer) };
    }),
  );
  const [before, now] = pictures as [(typeof pictures)[0], (typeof pictures)[0]];
  if (before.width !== now.width || before.height !== now.height)
    return `${before.width} × ${before.height} px before, ${now.width} × ${now.height} px now`;
  let count = 0;
  for (let index = 0; index < now.dots.length; index++)
    if (now.dots[index] !== before.dots[index]) count += 1;
  return count === 0 ? '' : `${count} of ${now.dots.length} pixels`;
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
