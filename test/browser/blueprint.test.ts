import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Handbook } from '../../linter/index.ts';
import { loadHandbook } from '../../linter/node.ts';
import { violationsOn } from './axe.ts';
import { DESK, openSite, PHONE } from './open-site.ts';

const here = openSite();
const prefixes = ['', 'en/'];

let handbook: Handbook;

beforeAll(async () => {
  handbook = await loadHandbook('policies');
});

test('every text fits the cell that was drawn for it, on every process page', async () => {
  const wrong: string[] = [];
  for (const path of processPaths()) {
    const page = await here.open(path, { viewport: DESK });
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
    await page.context().close();
  }
  expect(wrong).toEqual([]);
});

describe('on a wide screen', () => {
  test('the drawing shows without asking, scrolls in its frame and keeps the names of its lanes in sight', async () => {
    const page = await here.open('processes/check-in/', { viewport: DESK });
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
  });

  test('the Tab key walks the cells in the order of time, with the focus in sight', async () => {
    const page = await here.open('processes/check-in/', { viewport: DESK });
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
  });

  test('a cell leads to the step in words', async () => {
    const page = await here.open('en/processes/check-in/', { viewport: DESK });
    await page.locator('.cell a[href="#verify-id"]').click();
    await page.waitForURL(/#verify-id$/);
    expect(await page.locator('#verify-id').isVisible()).toBe(true);
  });
});

describe('on a phone', () => {
  test('the steps come as words, the drawing when it is asked for, and nothing is wider than the screen', async () => {
    const page = await here.open('processes/check-in/', { viewport: PHONE });
    expect(await page.locator('.drawing-frame').isVisible()).toBe(false);
    expect(await page.locator('.steps > li').first().isVisible()).toBe(true);
    const summary = page.locator('.blueprint > summary');
    expect((await summary.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await summary.click();
    expect(await page.locator('.drawing-frame').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
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
      const page = await here.open(`${prefix}processes/check-in/`, { viewport, colorScheme });
      if (viewport === PHONE) await page.locator('.blueprint > summary').click();
      const violations = await violationsOn(page);
      found.push(...violations.map((each) => `${colorScheme} ${viewport.width} ${each}`));
    }
    expect(found).toEqual([]);
  },
);

test('on paper the drawing is on sheets that fit, with the names of its lanes on each, and the table follows', async () => {
  const page = await here.open('processes/check-in/', { viewport: { width: 1045, height: 718 } });
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.locator('[data-print="whole"]').click();
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
});

test('the drawing and its table add at most 4 kB to the page of a process of at most twelve steps', () => {
  const short = handbook.all('process').filter(({ data }) => data.steps!.length <= 12);
  const added = processPaths(short).map((path) => {
    const html = here.site.pages.get(path)!;
    const without = html.replace(/<section><h2 id="_blueprint">.*?<\/section>/s, '');
    expect(without.length, path).toBeLessThan(html.length);
    return { path, bytes: gzipSync(html).length - gzipSync(without).length };
  });
  expect(added.length).toBeGreaterThan(20);
  expect(added.filter(({ bytes }) => bytes > 4000)).toEqual([]);
});

test('the BPMN file that a page offers is there, in the page’s language', async () => {
  const page = await here.open('en/processes/check-in/', { viewport: DESK });
  const href = await page.locator('a[href$=".bpmn"]').getAttribute('href');
  const text = readFileSync(join(here.site.folder, href!), 'utf8');
  expect(text).toContain('<bpmn:process id="process_check-in" name="Check-in"');
});

// helpers

function processPaths(processes = handbook.all('process')): string[] {
  return prefixes.flatMap((prefix) => processes.map(({ id }) => `${prefix}processes/${id}/`));
}
