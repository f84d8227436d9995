/**
 * Takes pictures of pages, for whoever designs them, and keeps those of the example to compare with.
 *
 *   node test/browser/shoot.ts dist /tmp/pictures / /en/ /en/roles/waiter/     pages of a built site, whole
 *   npm run pictures                        a page of each family of pages of the example
 *   npm run pictures -- --compare           … and how they differ from those kept in test/browser/pictures
 *   npm run pictures -- --keep              … which become the kept ones: look at them, then commit them
 *
 * Usage: node test/browser/shoot.ts [<site folder>] [<picture folder> [<path>…]] [--all] [--compare | --keep]
 *        [--base /handbook/]
 *
 * Every path (`/` when none is given; relative to the base) is taken 390 and 1280 px wide, light and dark:
 * `zh-CN_roles_waiter-390-dark.png`. Without a picture folder they go to `loopbook-pictures` in the system's
 * temporary folder. Prints the files, and what is wrong with a page: an error status, an error of its scripts, a
 * file that failed to load, content wider than the screen. Exits 1 if any is, or if a picture differs.
 *
 * `--all` takes a page of each of the twelve families, in both languages, down to a height that shows its design
 * and keeps the files small. `--compare` and `--keep` do that too, always of the example itself: built as of a
 * fixed day and with a fixed history (example-site.ts). The browser and its fonts come from npm packages, and the
 * machine's own fonts are out of its sight, so that the pictures are the same on every Linux machine (x64, the
 * only one for which the package has a browser). A pixel counts as different beyond the small
 * tolerance that picture.ts explains; one is enough. For each picture that differs, `<name>-difference.webp` in
 * the picture folder shows where.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../../linter/node/serve.ts';
import { buildExample } from './example-site.ts';
import { launchPinned } from './launch.ts';
import { compressed, differenceOf, type Picture } from './picture.ts';

/** A page of each family; of those with several pages the one with the most to see. */
const FAMILIES = [
  'roles/waiter/',
  'processes/complaint-handling/',
  'authority/',
  'metrics/checkin-time/',
  'feedback-loops/complaints/',
  'improvement-board/',
  'strategy/',
  'standards-system/',
  'training-plan/',
  'health/',
  'changes/',
  'rules/flow/step-measured/',
];
const KEPT = join(import.meta.dirname, 'pictures');
const SCHEMES = ['light', 'dark'] as const;
/** By the width of the screen: its height, and down to where a page is kept. */
const SCREENS = [
  { width: 390, height: 844, keptTo: 1400 },
  { width: 1280, height: 900, keptTo: 1000 },
];

interface Setting {
  readonly screen: (typeof SCREENS)[number];
  readonly colorScheme: (typeof SCHEMES)[number];
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: 'string', default: '/' },
    all: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const ofExample = values.compare || values.keep;
const all = values.all || ofExample;
const [given, folder = join(tmpdir(), 'loopbook-pictures'), ...paths] = positionals;
if (!given && !all) {
  console.error(
    'Usage: node test/browser/shoot.ts [<site folder>] [<picture folder> [<path>…]] [--all] [--compare | --keep] [--base /handbook/]',
  );
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const example = ofExample || !given ? await buildExample() : undefined;
const server = await serve(example?.folder ?? given!, { port: 0, base: example ? '/' : values.base });
const browser = await launchPinned();
try {
  const studio = await browser.newPage();
  const families = all ? ['', 'en/'].flatMap((locale) => FAMILIES.map((path) => locale + path)) : [];
  const wanted = [...(ofExample ? [] : paths), ...families];
  const names: string[] = [];
  for (const path of wanted.length > 0 ? wanted : ['/']) {
    for (const setting of settings()) {
      const picture = await shoot(browser, path, setting, all);
      const name = `${fileName(path)}-${setting.screen.width}-${setting.colorScheme}`;
      const file = join(folder, `${name}.${all ? 'webp' : 'png'}`);
      const written = all ? await compressed(studio, picture) : picture;
      await writeFile(file, written.bytes);
      console.log(file);
      names.push(basename(file));
      if (values.keep) await keep(file, written);
      if (values.compare) await compare(studio, file, picture);
    }
  }
  if (values.keep) await forgetOthers(names);
} finally {
  await browser.close();
  await server.close();
  await example?.remove();
}

// helpers

function settings(): Setting[] {
  return SCREENS.flatMap((screen) => SCHEMES.map((colorScheme) => ({ screen, colorScheme })));
}

/** The picture of a page, whole or down to where it is kept; what is wrong with it is printed. */
async function shoot(
  browser: Browser,
  path: string,
  { screen, colorScheme }: Setting,
  cut: boolean,
): Promise<Picture> {
  const { width, height, keptTo } = screen;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  const problems = collectProblems(page);
  await page.goto(new URL(path.replace(/^\/+/, ''), server.url).href, { waitUntil: 'load' });
  const content = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { width: scrollWidth, height: scrollHeight };
  });
  if (content.width > width) problems.push(`content is ${content.width} px wide`);
  await page.setViewportSize({ width, height: cut ? Math.min(content.height, keptTo) : content.height });
  const bytes = await capture(page);
  await page.close();
  for (const problem of problems) console.error(`  ${path}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  return { bytes, type: 'image/png' };
}

/** A browser on a busy machine sometimes has no frame to give at once. */
async function capture(page: Page, attempts = 5): Promise<Buffer> {
  try {
    return await page.screenshot({ animations: 'disabled' });
  } catch (error) {
    if (attempts === 1) throw error;
    await page.waitForTimeout(500);
    return capture(page, attempts - 1);
  }
}

async function keep(file: string, { bytes }: Picture): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  await writeFile(join(KEPT, basename(file)), bytes);
}

/** Pictures of pages that are taken no more. */
async function forgetOthers(names: readonly string[]): Promise<void> {
  for (const name of await readdir(KEPT)) if (!names.includes(name)) await rm(join(KEPT, name));
}

async function compare(studio: Page, file: string, now: Picture): Promise<void> {
  const kept = await readFile(join(KEPT, basename(file))).catch(() => undefined);
  const difference = kept && (await differenceOf(studio, { bytes: kept, type: 'image/webp' }, now));
  if (kept && !difference) return;
  process.exitCode = 1;
  if (!difference) {
    console.error('  differs: none is kept');
    return;
  }
  const shown = file.replace(/(\.\w+)$/, '-difference$1');
  await writeFile(shown, difference.shown.bytes);
  console.error(`  differs in ${difference.pixels} pixels: ${shown}`);
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
