import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageTypesOf } from '../site/built-site.ts';
import { violationsOn } from './axe.ts';
import { DESK, openSite, PHONE, poll } from './open-site.ts';

const here = openSite();
const languages = [
  { language: 'Chinese', prefix: '', word: '投诉' },
  { language: 'English', prefix: 'en/', word: 'complaint' },
] as const;

/** Every type of page in a language; the page for addresses that lead nowhere is one for all. */
const typesIn = (prefix: string) =>
  pageTypesOf(here.site).map((path) => (path === '404.html' ? path : `${prefix}${path}`));

describe.each(languages)(
  'axe finds nothing, on phone and desk, light and dark, in $language',
  ({ prefix, word }) => {
    test('on every type of page', async () => {
      const paths = typesIn(prefix);
      const found: string[] = [];
      // Two at a time keep two cores busy.
      const look = async () => {
        const context = await here.browser.newContext();
        const page = await context.newPage();
        for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
          await page.goto(here.url + path);
          await page.evaluate(openAll);
          found.push(...(await violationsEverywhere(page)).map((each) => `${path} ${each}`));
        }
      };
      expect(paths.length).toBeGreaterThan(50);
      await Promise.all([look(), look()]);
      expect(found).toEqual([]);
    }, 600_000);

    test('in the search with results, one of them chosen', async () => {
      const page = await here.open(prefix);
      await search(page, word);
      await page.keyboard.press('ArrowDown');
      expect(await violationsEverywhere(page)).toEqual([]);
    });

    test('on my page, shown from the copy that this device saved', async () => {
      const page = await here.open(`${prefix}roles/waiter/`);
      await page.click('[data-choose-role]');
      await page.click('button[data-keep]');
      await page.locator('button[data-keep][data-pressed=true]').waitFor();
      const copy = page.locator('[data-copy]');
      await copy.waitFor();
      expect(await violationsEverywhere(page)).toEqual([]);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await page.context().setOffline(true);
      await page.goto(here.url + prefix);
      await copy.waitFor();
      await page.locator('[data-my-page]').waitFor();
      expect(await violationsEverywhere(page)).toEqual([]);
    });
  },
);

describe('letters twice as large, and a screen of 320 px', () => {
  test.each([
    { name: '320 px wide', viewport: { width: 320, height: 640 }, css: '' },
    { name: 'a phone at twice the size of letters', viewport: PHONE, css: 'html { font-size: 200% }' },
    { name: 'a desk at twice the size of letters', viewport: DESK, css: 'html { font-size: 200% }' },
  ])('lose nothing and need no scrolling sideways: $name', async ({ viewport, css }) => {
    const context = await here.browser.newContext({ viewport, bypassCSP: true });
    const page = await context.newPage();
    const wrong: string[] = [];
    for (const path of [...typesIn(''), ...typesIn('en/')]) {
      await page.goto(here.url + path);
      if (css) await page.addStyleTag({ content: css });
      wrong.push(...(await page.evaluate(lost)).map((what) => `${path}: ${what}`));
    }
    expect(wrong).toEqual([]);
  });
});

describe.each(languages)('the keyboard alone, in $language', ({ prefix, word }) => {
  test.each([
    '',
    'roles/waiter/',
    'sops/table-service/',
    'metrics/nps/',
    'processes/complaint-handling/',
    'loop-map/',
  ])(
    'reaches everything on “%s”, in order and in sight, searches on the way, and gets out again',
    async (path) => {
      const page = await here.open(prefix + path, { viewport: DESK, reducedMotion: 'reduce' });
      await page.evaluate(openAll);
      const expected = await page.evaluate(reachable, 'body');
      expect(expected).toBeGreaterThan(40);
      const walked = await walk(page, 30);
      await search(page, word);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      expect(await page.locator('#_search').isVisible()).toBe(false);
      expect((await page.evaluate(focused)).place).toBe(29);
      walked.push(...(await walk(page, expected - 30)));
      expect(walked.filter(({ seen }) => !seen)).toEqual([]);
      expect(walked.map(({ place }) => place)).toEqual(walked.map((_, index) => index));
      expect(await walk(page, 1)).toMatchObject([{ name: 'BODY' }]);
    },
  );

  test('keeps the answer that was chosen when the pages come later', async () => {
    const page = await here.open(prefix, { viewport: DESK });
    const [wait, go] = gate();
    await page.route('**/pagefind/**', (route) => wait.then(() => route.continue()));
    await page.keyboard.press('/');
    await page.keyboard.type(word);
    await page.locator('#_search [role=option]').nth(1).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('#_search [role=option][aria-selected=true]');
    const before = await chosen.getAttribute('href');
    go();
    await results(page);
    expect(await chosen.getAttribute('href')).toBe(before);
    expect(await page.locator('#_search-query').getAttribute('aria-activedescendant')).toBe(
      await chosen.getAttribute('id'),
    );
  });

  test('reaches everything in the search and stays in it', async () => {
    const page = await here.open(prefix, { viewport: DESK });
    await search(page, word);
    await page.locator('#_search select').first().waitFor();
    // The words, the way out and three filters.
    expect(await page.evaluate(reachable, '#_search')).toBe(5);
    const walked = await walk(page, 4);
    expect(walked.filter(({ seen }) => !seen)).toEqual([]);
    expect(walked.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
    for (let press = 0; press < 10; press++) {
      await page.keyboard.press('Tab');
      // The browser's own buttons may come between, the page behind may not.
      const inside = await page.evaluate(() => document.activeElement?.matches('body, #_search, #_search *'));
      expect(inside).toBe(true);
    }
  });
});

describe('the keyboard alone', () => {
  test('skips to the content, and finds the menu', async () => {
    const page = await here.open('', { viewport: PHONE });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('_content');
    await page.locator('.menu-link').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#_menu') !== null)).toBe(true);
  });
});

test('the list of roles goes at once where a role was chosen, not when its page has come at last', async () => {
  const page = await here.open('');
  await page.click('[data-roles] a[href$="/roles/waiter/"]');
  const [wait, go] = gate();
  await page.route('**/roles/waiter/', (route) => wait.then(() => route.continue()));
  await page.goto(here.url);
  const list = page.locator('[data-roles]');
  expect(await list.isVisible()).toBe(false);
  go();
  await page.locator('[data-my-page] h2').waitFor();
  expect(await list.isVisible()).toBe(false);
});

test('nothing moves for readers who asked for stillness', async () => {
  const moving: string[] = [];
  for (const path of ['', 'processes/check-in/', 'metric-board/', 'loop-map/']) {
    const page = await here.open(path, { reducedMotion: 'reduce' });
    moving.push(...(await movingOn(page)).map((what) => `${path}: ${what}`));
  }
  expect(moving).toEqual([]);
});

// helpers

/**
 * What axe finds on phone and desk, light and dark. At each width everything is looked at in one theme, and in
 * the other what colours can break: the themes differ in nothing but the colours of site/styles/tokens.css.
 */
async function violationsEverywhere(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [viewport, themes] of [
    [PHONE, ['light', 'dark']],
    [DESK, ['dark', 'light']],
  ] as const) {
    await page.setViewportSize(viewport);
    for (const [index, colorScheme] of themes.entries()) {
      await page.emulateMedia({ colorScheme });
      const violations = await violationsOn(page, { rules: index === 0 ? 'all' : 'colours' });
      found.push(...violations.map((each) => `${viewport.width} px, ${colorScheme}: ${each}`));
    }
  }
  return found;
}

/** Opens the search by its key and waits until answers and pages stand. */
async function search(page: Page, word: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(word);
  await results(page);
}

function results(page: Page): Promise<void> {
  return poll(() => page.locator('#_search [role=status]').textContent()).toMatch(/^\d+ (?:results|条结果)$/);
}

/** Something to wait for, and what lets it go on. */
function gate(): [Promise<void>, () => void] {
  const { promise, resolve } = Promise.withResolvers<void>();
  return [promise, resolve];
}

/** A stop of the Tab key: its place among all, whether a reader sees it, and what it is. */
interface Stop {
  place: number;
  seen: boolean;
  name: string;
}

async function walk(page: Page, presses: number): Promise<Stop[]> {
  const walked: Stop[] = [];
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press('Tab');
    walked.push(await page.evaluate(focused));
  }
  return walked;
}

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

/** How many elements the keyboard must reach in a part of the page; each gets its place among them as a number. */
function reachable(part: string): number {
  const all = document.querySelectorAll<HTMLElement>(
    `${part} :is(a[href], button, summary, input, select, [tabindex="0"]):not([tabindex="-1"])`,
  );
  const shown = [...all].filter((each) => each.checkVisibility({ visibilityProperty: true }));
  for (const [index, each] of shown.entries()) each.dataset.place = String(index);
  return shown.length;
}

/** Where the focus is, and whether a reader sees it there. */
function focused(): Stop {
  const element = document.activeElement as HTMLElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const inside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  const marked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  // After the last element the focus leaves the page.
  if (element === document.body) return { place: -1, seen: true, name: 'BODY' };
  return {
    place: Number(element.dataset.place ?? -1),
    seen: inside && marked,
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
