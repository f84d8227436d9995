import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../linter/node.ts';
import { type BuiltSite, buildSite, pageTypesOf } from '../site/built-site.ts';
import { launchBrowser } from './launch.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

let site: BuiltSite;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  site = await buildSite();
  server = await serve(site.folder, { port: 0 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await site?.remove();
});

/** Every type of page in a language; the page for addresses that lead nowhere is one for all. */
const typesIn = (prefix: string) =>
  pageTypesOf(site).map((path) => (path === '404.html' ? path : `${prefix}${path}`));

// Every type is seen in both languages, both themes and at both widths; which go together alternates.
describe.each([
  { name: 'Chinese, light, on a phone', prefix: '', colorScheme: 'light', viewport: phone, turn: 0 },
  { name: 'English, dark, on a desk', prefix: 'en/', colorScheme: 'dark', viewport: desk, turn: 0 },
  { name: 'Chinese, dark, on a desk', prefix: '', colorScheme: 'dark', viewport: desk, turn: 1 },
  { name: 'English, light, on a phone', prefix: 'en/', colorScheme: 'light', viewport: phone, turn: 1 },
] as const)('$name', ({ prefix, colorScheme, viewport, turn }) => {
  test('axe finds nothing', async () => {
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of typesIn(prefix).filter((_, index) => index % 2 === turn)) {
      // Buttons that need a script appear once it is there.
      await page.goto(server.url + path, { waitUntil: 'networkidle' });
      await page.evaluate(openAll);
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      found.push(...violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html.slice(0, 160)}`));
    }
    await context.close();
    expect(found).toEqual([]);
  }, 300_000);
});

describe('letters twice as large, and a screen of 320 px', () => {
  test.each([
    { name: '320 px wide', viewport: { width: 320, height: 640 }, css: '' },
    { name: 'a desk at twice the size of letters', viewport: desk, css: 'html { font-size: 200% }' },
  ])('lose nothing and need no scrolling sideways: $name', async ({ viewport, css }) => {
    const context = await browser.newContext({ viewport, bypassCSP: true });
    const page = await context.newPage();
    const wrong: string[] = [];
    for (const path of [...typesIn(''), ...typesIn('en/')]) {
      await page.goto(server.url + path);
      if (css) await page.addStyleTag({ content: css });
      wrong.push(...(await page.evaluate(lost)).map((what) => `${path}: ${what}`));
    }
    await context.close();
    expect(wrong).toEqual([]);
  });
});

describe('the keyboard alone', () => {
  test.each(['', 'en/processes/complaint-handling/'])(
    'reaches everything on “%s”, in order and in sight, and gets out again',
    async (path) => {
      const page = await browser.newPage({ viewport: desk, reducedMotion: 'reduce' });
      await page.goto(server.url + path);
      await page.evaluate(openAll);
      const expected = await page.evaluate(reachable);
      const walked: { index: number; seen: boolean; name: string }[] = [];
      for (let press = 0; press < expected + 1; press++) {
        await page.keyboard.press('Tab');
        walked.push(await page.evaluate(focused));
      }
      expect(expected).toBeGreaterThan(40);
      expect(walked.filter(({ seen }) => !seen)).toEqual([]);
      const indexes = walked.slice(0, expected).map(({ index }) => index);
      expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
      expect(new Set(indexes).size).toBe(expected);
      await page.close();
    },
  );

  test('skips to the content, and finds the menu', async () => {
    const page = await browser.newPage({ viewport: phone });
    await page.goto(server.url);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('_content');
    await page.locator('.menu-link').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#_menu') !== null)).toBe(true);
    await page.close();
  });
});

test('nothing moves for readers who asked for stillness', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const moving: string[] = [];
  for (const path of ['', 'processes/check-in/', 'metric-board/', 'loop-map/']) {
    await page.goto(server.url + path);
    moving.push(...(await movingOn(page)).map((what) => `${path}: ${what}`));
  }
  await context.close();
  expect(moving).toEqual([]);
});

// helpers that run in the page

function openAll(): void {
  for (const each of document.querySelectorAll('details')) each.open = true;
}

/** What is cut off, and by how much the page is too wide. */
function lost(): string[] {
  const wrong: string[] = [];
  const width = document.documentElement.scrollWidth;
  if (width > innerWidth) wrong.push(`${width} px wide`);
  for (const each of document.querySelectorAll<HTMLElement>('body *')) {
    const { overflowX, overflowY, clipPath } = getComputedStyle(each);
    // Words for screen readers alone are cut off on purpose.
    if (clipPath !== 'none' || each.clientWidth === 0) continue;
    const cutX = /hidden|clip/.test(overflowX) && each.scrollWidth > each.clientWidth + 1;
    const cutY = /hidden|clip/.test(overflowY) && each.scrollHeight > each.clientHeight + 1;
    if (cutX || cutY) wrong.push(`cut: <${each.tagName} class="${each.getAttribute('class')}">`);
  }
  return wrong;
}

/** How many elements the keyboard must reach; each gets its place in the page as a number. */
function reachable(): number {
  const all = document.querySelectorAll<HTMLElement>('a[href], button, summary, input, [tabindex="0"]');
  const shown = [...all].filter((each) => each.checkVisibility({ visibilityProperty: true }));
  for (const [index, each] of shown.entries()) each.dataset.place = String(index);
  return shown.length;
}

/** Where the focus is, and whether a reader sees it there. */
function focused(): { index: number; seen: boolean; name: string } {
  const element = document.activeElement as HTMLElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const inside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  const marked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  const index = Number(element.dataset.place ?? -1);
  // After the last element the focus leaves the page.
  return {
    index,
    seen: element === document.body || (inside && marked),
    name: element.outerHTML.slice(0, 90),
  };
}

function movingOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((each) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
      const still =
        transitionDuration.split(', ').every((time) => Number.parseFloat(time) < 0.01) &&
        animationName === 'none' &&
        scrollBehavior === 'auto';
      return still ? [] : [`<${each.tagName} class="${each.getAttribute('class')}">`];
    }),
  );
}
