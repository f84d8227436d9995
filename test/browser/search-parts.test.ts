import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../linter/node.ts';
import { indexPages } from '../../site/search/index-pages.ts';
import { openSite, poll } from './open-site.ts';

const PARTS = 3;
const here = openSite();
const work = mkdtempSync(join(tmpdir(), 'loopbook-parts-'));
const divided = join(work, 'site');
const starts = ['', 'en/'];

let server: RunningServer;

beforeAll(async () => {
  cpSync(here.site.folder, divided, { recursive: true });
  rmSync(join(divided, 'pagefind'), { recursive: true });
  await indexPages(divided, ['zh-CN', 'en'], PARTS);
  for (const start of starts) {
    const file = join(divided, start, 'index.html');
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replace('<dialog id="_search"', `$& data-parts="${PARTS}"`));
  }
  server = await serve(divided, { port: 0 });
});

afterAll(async () => {
  await server?.close();
  rmSync(work, { recursive: true, force: true });
});

describe.each([
  { start: '', word: '投诉' },
  { start: '', word: '押金' },
  { start: 'en/', word: 'breakfast' },
  { start: 'en/', word: 'complaint' },
])('a search for “$word” in parts', ({ start, word }) => {
  test('finds as many pages as one index, and leaves as many by each filter', async () => {
    const whole = await found(here.url + start, word);
    expect(whole.state).toMatch(/\d/);
    expect(await found(server.url + start, word)).toEqual(whole);
  });
});

// helpers

/** How many there are, and how many by each filter, as the page says it. */
async function found(address: string, word: string): Promise<{ state: string | null; filters: string[] }> {
  const context = await here.browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('.bar [data-search]').click();
  await page.locator('#_search-query').fill(word);
  const state = page.locator('#_search [role=status]');
  await poll(() => state.textContent()).toMatch(/^\d+ (?:results|条结果)$/);
  const filters = await page.locator('[data-filters] option').allTextContents();
  const result = { state: await state.textContent(), filters };
  await context.close();
  return result;
}
