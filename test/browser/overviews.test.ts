import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { teaHouse } from '../site/tea-house.ts';
import { violationsOn } from './axe.ts';
import { openSite } from './open-site.ts';

const here = openSite();
const pages = [
  'strategy/',
  'scorecard/',
  'customers/',
  'standards-system/',
  'training-plan/',
  'awareness/',
  'organisation/',
  'data-we-keep/',
  'reference/',
  'reference/process/',
  'reference/settings/',
  'standards/checkin-duration/',
  'inspections/front-office-audit/',
];

describe.each([
  { locale: '', colorScheme: 'light', width: 390 },
  { locale: '', colorScheme: 'dark', width: 1280 },
  { locale: 'en/', colorScheme: 'dark', width: 390 },
  { locale: 'en/', colorScheme: 'light', width: 1280 },
] as const)('“$locale”, $colorScheme, $width px wide', ({ locale, colorScheme, width }) => {
  test('axe finds nothing, and nothing is wider than the screen', async () => {
    const context = await here.browser.newContext({ viewport: { width, height: 844 }, colorScheme });
    const wrong: string[] = [];
    for (const path of pages) {
      const page = await context.newPage();
      await page.goto(here.url + locale + path);
      wrong.push(...(await violationsOn(page)).map((each) => `${path} ${each}`));
      if ((await widthOf(page)) > width) wrong.push(`${path}: ${await widthOf(page)} px wide`);
      await page.close();
    }
    expect(wrong).toEqual([]);
  });
});

test('on a phone the training plan is a list for each role, with its topics and dates', async () => {
  const page = await here.open('en/training-plan/', { viewport: { width: 390, height: 844 } });
  const row = page.locator('.matrix.tight tbody tr').filter({ hasText: 'Waiter' });
  const cell = row.locator('td[data-label="Norms"]');
  expect(await cell.evaluate((each) => getComputedStyle(each, '::before').content)).toBe('"Norms"');
  expect(await cell.textContent()).toMatch(/\d{4}/);
  expect(await row.locator('td.none').first().isVisible()).toBe(false);
  const frame = page.locator('.frame:has(> .matrix.tight)');
  expect(await frame.evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true);
});

test('an inspection prints on one sheet with boxes, what follows a failure, and lines to sign', async () => {
  const page = await here.open('inspections/front-office-audit/');
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.signature li').count()).toBe(4);
  expect(await page.locator('.signature').isVisible()).toBe(true);
  expect(await page.locator('#_fail').isVisible()).toBe(true);
  expect(await page.locator('.checklist > li').first().isVisible()).toBe(true);
  expect(await page.locator('#_results').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  expect(await page.locator('.signature').isVisible()).toBe(false);
});

test('no column of the training plan is cut off on paper', async () => {
  const page = await here.open('en/training-plan/', { viewport: { width: 1000, height: 700 } });
  await page.emulateMedia({ media: 'print' });
  const cut = await page
    .locator('.matrix.tight')
    .evaluate((table) => table.getBoundingClientRect().right - document.documentElement.clientWidth);
  expect(cut).toBeLessThanOrEqual(0);
});

describe('a tea house with 200 units', () => {
  let folder: string;
  const tiny = openSite(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopbook-tea-'));
    for (const [path, text] of Object.entries({ ...teaHouse, ...manyUnits() })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), String(text));
    }
    return { handbook: folder, force: true };
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('shows them all at 390 px, each below the one it belongs to', async () => {
    const page = await tiny.open('organisation/', { viewport: { width: 390, height: 844 } });
    expect(await page.locator('#_units ~ .tree li').count()).toBe(201);
    expect(await page.locator('.tree .tree .tree li').count()).toBeGreaterThan(100);
    expect(await widthOf(page)).toBeLessThanOrEqual(390);
    const narrow = await page
      .locator('#_units ~ .tree a')
      .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > 390).length);
    expect(narrow).toBe(0);
  });

  test('has no empty page, and none for what it does not have', async () => {
    const paths = [...tiny.site.pages.keys()].filter((path) =>
      /^(?:en\/)?(?:strategy|scorecard|awareness)\/$/.test(path),
    );
    expect(paths).toHaveLength(6);
    for (const path of paths) expect(tiny.site.pages.get(path)).toMatch(/<table class="matrix/);
    for (const path of ['customers/', 'training-plan/', 'data-we-keep/'])
      expect(tiny.site.pages.has(path)).toBe(false);
    const words = [...tiny.site.pages].filter(([path]) => paths.includes(path)).map(([, html]) => html);
    expect(words.join('\n')).not.toMatch(/hotel|酒店|guest\b|check-in/i);
  });
});

// helpers

function manyUnits(): Record<string, string> {
  const units: Record<string, string> = {};
  for (let number = 1; number <= 200; number++) {
    const parent = number < 8 ? 'hall' : `unit-${Math.ceil(number / 8)}`;
    units[`units/unit-${number}.yaml`] =
      `name: { zh-CN: 第${number}茶室, en: Tea room number ${number} }\nowner: manager\ntype: team\nparent: ${parent}\n`;
  }
  return units;
}

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
