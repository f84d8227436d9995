import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { openSite, PHONE, poll } from './open-site.ts';

const here = openSite();
const plain = { viewport: PHONE, javaScriptEnabled: false };
const phone = { viewport: PHONE };

const languages = [
  {
    language: 'Chinese',
    prefix: '',
    hint: '在页面中查找',
    limit: '餐厅服务员：每次 500 元',
    title: '没有这个页面',
    search: '搜索手册',
    word: '投诉',
  },
  {
    language: 'English',
    prefix: 'en/',
    hint: 'Find in page',
    limit: 'Waiter: CNY 500 per case',
    title: 'This page does not exist',
    search: 'Search the handbook',
    word: 'complaint',
  },
] as const;

const path = (page: Page) => new URL(page.url()).pathname;
const isOpen = (page: Page) => page.locator('#_search').evaluate((each) => (each as HTMLDialogElement).open);

describe.each(languages)(
  'the list of everything in $language, without scripts',
  ({ prefix, hint, limit }) => {
    test.each(['.bar', 'main'])('is where the form in %s leads', async (part) => {
      const page = await here.open(prefix, plain);
      await page.locator(`${part} form button`).click();
      await page.waitForURL((url) => url.pathname === `/${prefix}all/`);
      expect(await page.locator('noscript .notice').textContent()).toContain(hint);
    });

    test('says by what other names people look for a page, and what each role may decide', async () => {
      const page = await here.open(`${prefix}all/`, plain);
      for (const word of ['客诉', '投诉', 'complaint', 'grievance']) {
        // As the browser’s own search does: any part of what is written, whatever its case.
        const found = page.locator('main .items > li').filter({ hasText: word });
        const links = await found
          .locator('a')
          .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
        expect(links, word).toContain(`/${prefix}decision-rights/complaint-settlement/`);
        expect(links, word).toContain(`/${prefix}glossary/#complaint`);
      }
      const settlement = page.locator(`main li:has(> .row > a[href$="/complaint-settlement/"])`);
      expect(await settlement.textContent()).toContain(limit);
      expect(await settlement.locator(`[lang=${prefix ? 'zh-CN' : 'en'}]`).count()).toBe(1);
    });

    test('jumps to each kind, and fits a phone', async () => {
      const page = await here.open(`${prefix}all/`, plain);
      const jumps = page.locator('main .jump a');
      const titles = await page.locator('main h2').allTextContents();
      expect(titles.length).toBeGreaterThan(15);
      expect(await jumps.allTextContents()).toEqual(titles);
      await jumps.nth(10).click();
      const heading = page.locator('main h2').nth(10);
      const top = async () => (await heading.boundingBox())!.y;
      await poll(async () => (await top()) >= 0 && (await top()) < 100).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    });
  },
);

describe.each(languages)('with scripts, in $language', ({ prefix, word }) => {
  test.each(['Enter', 'Space'])(
    'the button of the form opens the search by %s and leads nowhere',
    async (key) => {
      const page = await here.open(prefix, phone);
      await page.locator('main form button').focus();
      await page.keyboard.press(key);
      await poll(() => isOpen(page)).toBe(true);
      await page.keyboard.type(word);
      await page.locator('#_search [role=option]').first().waitFor();
      expect(path(page)).toBe(`/${prefix}`);
      expect(await page.locator('#_search-query').inputValue()).toBe(word);
    },
  );

  test('who comes to the list with a question finds it asked', async () => {
    const page = await here.open(`${prefix}all/?q=${encodeURIComponent(word)}`, phone);
    await page.locator('#_search [role=option]').first().waitFor();
    expect(await page.locator('#_search-query').inputValue()).toBe(word);
    await page.keyboard.press('Escape');
    expect(await isOpen(page)).toBe(false);
    expect(await page.locator('main .notice').count()).toBe(0);
  });

  test('who comes without one finds the list', async () => {
    for (const query of ['', '?', '?q=', '?q=%20']) {
      const page = await here.open(`${prefix}all/${query}`, phone);
      await page.locator('main .items').first().waitFor();
      expect(await isOpen(page), query).toBe(false);
    }
  });
});

describe('an address that leads nowhere', () => {
  test.each(languages)(
    'is answered in every language without scripts: $language',
    async ({ prefix, title }) => {
      const page = await here.open('en/roles/nobody/', plain);
      const section = page.locator('main section').filter({ hasText: title });
      expect(await section.isVisible()).toBe(true);
      const menu = page.locator(`nav.menu:visible a[href="/${prefix}sops/"]`);
      expect(await menu.count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
      await section.locator('form button').click();
      await page.waitForURL((url) => url.pathname === `/${prefix}all/`);
    },
  );

  test.each(languages)('speaks the language of the address all around: $language', async (each) => {
    const { prefix, title, search, word } = each;
    const page = await here.open(`${prefix}roles/nobody/`, phone);
    await poll(() => page.locator('main :is(h1, h2):visible').allTextContents()).toEqual([title]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(prefix ? 'en' : 'zh-CN');
    const around = page.locator('.site-head a:not([hreflang]), .site-foot a');
    const addresses = await around.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
    expect(addresses.length).toBeGreaterThan(30);
    const foreign = addresses.filter(
      (href) => href !== '#_menu' && href.startsWith('/en/') !== (prefix === 'en/'),
    );
    expect(foreign).toEqual([]);
    for (const part of ['.skip', '.site-head', '.site-foot', '#_menu', '#_search', '[data-copy]'])
      expect(await page.locator(part).count(), part).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
    await page.locator('.bar [data-search]').click();
    expect(await page.locator('#_search').getAttribute('aria-label')).toBe(search);
    await page.keyboard.type(word);
    const first = page.locator('#_search [role=option]').first();
    await first.waitFor();
    expect(await first.getAttribute('href')).toMatch(prefix ? /^\/en\// : /^\/(?!en\/)/);
  });
});

test('the book of everything has each page of the list once, and no other', async () => {
  const page = await here.open('en/all/');
  const listed = page.locator('main .items > li > .row:first-child > a:not([href*="#"])');
  const names = await listed.allTextContents();
  await page.goto(`${here.url}en/book/?all`);
  await page.locator('html[data-bound]').waitFor({ state: 'attached' });
  expect(await page.locator('.chapter').count()).toBe(names.length);
  expect(await page.locator('.chapter:has([data-book])').count()).toBe(0);
});
