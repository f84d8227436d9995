import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Handbook } from '../../linter/index.ts';
import { loadHandbook, type RunningServer, serve } from '../../linter/node.ts';
import { type BuiltSite, buildSite } from '../site/built-site.ts';
import { launchBrowser } from './launch.ts';

const prefixes = ['', 'en/'];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

let handbook: Handbook;
let site: BuiltSite;
let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  handbook = await loadHandbook('policies');
  site = await buildSite();
  server = await serve(site.folder, { port: 0 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await site?.remove();
});

test('every text fits the cell that was drawn for it, on every process page', async () => {
  const wrong: string[] = [];
  for (const path of processPaths()) {
    const page = await open(path, DESK);
    const found = await page.locator('.sheet foreignObject').evaluateAll((all) =>
      all.flatMap((each) => {
        const { width, height } = (each as SVGForeignObjectElement).getBBox();
        const { scrollWidth, scrollHeight, textContent } = each.firstElementChild!;
        return scrollWidth > width + 1 || scrollHeight > height + 1
          ? [`${scrollHeight}/${height} ${textContent}`]
          : [];
      }),
    );
    expect(await page.locator('.sheet .cell').count(), path).toBeGreaterThan(2);
    wrong.push(...found.map((each) => `${path}: ${each}`));
    await page.close();
  }
  expect(wrong).toEqual([]);
});

describe('on a wide screen', () => {
  test('the drawing shows without asking, scrolls in its frame and keeps the names of its lanes in sight', async () => {
    const page = await open('processes/check-in/', DESK);
    const frame = page.locator('.drawing-frame');
    expect(await frame.isVisible()).toBe(true);
    expect(await page.locator('.blueprint > summary').isVisible()).toBe(false);
    const wide = await frame.evaluate((each) => [each.scrollWidth, each.clientWidth]);
    expect(wide[0]).toBeGreaterThan(wide[1]!);
    const left = () => page.locator('.lane-names').evaluate((each) => each.getBoundingClientRect().left);
    const before = await left();
    await frame.evaluate((each) => each.scrollBy(1200, 0));
    expect(await left()).toBe(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(DESK.width);
    await page.close();
  });

  test('the Tab key walks the cells in the order of time, with the focus in sight', async () => {
    const page = await open('processes/check-in/', DESK);
    await page.locator('.skip-drawing').focus();
    expect((await page.locator('.skip-drawing').boundingBox())!.height).toBeGreaterThan(10);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.className)).toBe('drawing-frame');
    const steps = await page.locator('.sheet .cell.step').count();
    const walked: { href: string; left: number }[] = [];
    for (let press = 0; press < 150 && walked.length < steps; press++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const active = document.activeElement as HTMLAnchorElement;
        const { left, right } = active.getBoundingClientRect();
        const shown = right > 0 && left < innerWidth && getComputedStyle(active).outlineStyle === 'solid';
        const cell = active.closest('foreignObject')!;
        return {
          href: active.getAttribute('href')!,
          shown,
          left: (cell as SVGForeignObjectElement).getBBox().x,
        };
      });
      expect(focus.shown, focus.href).toBe(true);
      if (focus.href.startsWith('#')) walked.push(focus);
    }
    const ids = handbook.get('process', 'check-in')!.data.steps!.map(({ id }) => `#${id}`);
    expect(walked.map(({ href }) => href).sort()).toEqual([...ids].sort());
    expect(walked.map(({ left }) => left)).toEqual(walked.map(({ left }) => left).sort((a, b) => a - b));
    await page.close();
  });

  test('a cell leads to the step in words', async () => {
    const page = await open('en/processes/check-in/', DESK);
    await page.locator('.cell a[href="#verify-id"]').click();
    expect(page.url()).toMatch(/#verify-id$/);
    expect(await page.locator('#verify-id').isVisible()).toBe(true);
    await page.close();
  });
});

describe('on a phone', () => {
  test('the steps come as words, the drawing when it is asked for, and nothing is wider than the screen', async () => {
    const page = await open('processes/check-in/', PHONE);
    expect(await page.locator('.drawing-frame').isVisible()).toBe(false);
    expect(await page.locator('.steps > li').first().isVisible()).toBe(true);
    const summary = page.locator('.blueprint > summary');
    expect((await summary.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await summary.click();
    expect(await page.locator('.drawing-frame').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.close();
  });
});

test.each(prefixes)(
  'axe finds nothing on “%s” process pages, narrow and wide, light and dark',
  async (prefix) => {
    const found: string[] = [];
    for (const [viewport, colorScheme] of [
      [PHONE, 'light'],
      [DESK, 'light'],
      [DESK, 'dark'],
    ] as const) {
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      await page.goto(`${server.url}${prefix}processes/check-in/`);
      if (viewport === PHONE) await page.locator('.blueprint > summary').click();
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      found.push(
        ...violations.map(({ id, nodes }) => `${colorScheme} ${viewport.width} ${id}: ${nodes[0]?.html}`),
      );
      await context.close();
    }
    expect(found).toEqual([]);
  },
);

test('on paper the drawing is on sheets that fit, with the names of its lanes on each, and the table follows', async () => {
  const page = await open('processes/check-in/', { width: 1045, height: 718 });
  await page.emulateMedia({ media: 'print' });
  const sheets = page.locator('.sheet');
  expect(await sheets.count()).toBeGreaterThan(1);
  for (let index = 0; index < (await sheets.count()); index++) {
    const { width, height } = (await sheets.nth(index).boundingBox())!;
    expect(width).toBeLessThanOrEqual(1045);
    expect(height).toBeLessThanOrEqual(718);
    expect(await sheets.nth(index).locator('.on-paper').first().isVisible()).toBe(true);
  }
  expect(await page.locator('.lane-names').isVisible()).toBe(false);
  expect(await page.locator('table.lanes').isVisible()).toBe(true);
  await page.close();
});

test('the drawing and its table add at most 4 kB to the page of a process of at most twelve steps', () => {
  const short = handbook.all('process').filter(({ data }) => data.steps!.length <= 12);
  const added = processPaths(short).map((path) => {
    const html = site.pages.get(path)!;
    const without = html.replace(/<section><h2 id="_blueprint">.*?<\/section>/s, '');
    expect(without.length, path).toBeLessThan(html.length);
    return { path, bytes: gzipSync(html).length - gzipSync(without).length };
  });
  expect(added.length).toBeGreaterThan(20);
  expect(added.filter(({ bytes }) => bytes > 4000)).toEqual([]);
});

test('the BPMN file that a page offers is there, in the page’s language', async () => {
  const page = await open('en/processes/check-in/', DESK);
  const href = await page.locator('a[href$=".bpmn"]').getAttribute('href');
  const text = readFileSync(join(site.folder, href!), 'utf8');
  expect(text).toContain('<bpmn:process id="process_check-in" name="Check-in"');
  await page.close();
});

// helpers

function processPaths(processes = handbook.all('process')): string[] {
  return prefixes.flatMap((prefix) => processes.map(({ id }) => `${prefix}processes/${id}/`));
}

async function open(path: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.goto(server.url + path);
  return page;
}
