import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { shiftOf } from './layout-shift.ts';
import { openSite, PHONE } from './open-site.ts';

const here = openSite();

/** A phone that has never seen the handbook. */
const phone = (path: string, options: { javaScriptEnabled?: boolean } = {}) =>
  here.open(path, { viewport: PHONE, ...options });

const mine = (page: Page) => page.locator('[data-my-page]');

describe('my role', () => {
  test('chosen once from the front door, the front door shows its limits in both languages', async () => {
    const page = await phone('');
    expect(await mine(page).isVisible()).toBe(false);
    await page.click('[data-roles] a[href$="/roles/waiter/"]');
    await page.goto(here.url);
    await mine(page).waitFor();
    expect(await mine(page).textContent()).toContain('500 元');
    await page.goto(`${here.url}en/`);
    await mine(page).waitFor();
    expect(await mine(page).textContent()).toMatch(/My role\s*Waiter/);
    expect(await mine(page).textContent()).toMatch(/CNY 500|500 CNY/);
    expect(await page.locator('[data-roles]').isVisible()).toBe(false);
  });

  test('is told by a button on the page of every role, which also takes it back', async () => {
    const page = await phone('en/roles/waiter/');
    const button = page.locator('[data-choose-role]');
    await button.click();
    expect(await button.getAttribute('data-pressed')).toBe('true');
    await page.reload();
    expect(await button.getAttribute('data-pressed')).toBe('true');
    await button.click();
    await page.goto(`${here.url}en/`);
    expect(await page.locator('[data-roles]').isVisible()).toBe(true);
  });

  test('gives way to the list of roles when the reader wants another, or the role is gone', async () => {
    const page = await phone('en/');
    await page.click('[data-roles] a[href$="/roles/waiter/"]');
    await page.goto(`${here.url}en/`);
    await mine(page).waitFor();
    await page.click('[data-forget]');
    expect(await page.locator('[data-roles]').isVisible()).toBe(true);
    await page.evaluate(() => localStorage.setItem('loopbook:role:/', 'lamplighter'));
    await Promise.all([page.waitForResponse(/lamplighter/), page.reload()]);
    await page.waitForFunction(() => localStorage.getItem('loopbook:role:/') === null);
    expect(await page.locator('[data-roles]').isVisible()).toBe(true);
  });

  test('repeats no id and skips no level of heading', async () => {
    const page = await phone('roles/waiter/');
    await page.click('[data-choose-role]');
    await page.goto(here.url);
    await mine(page).waitFor();
    const { ids, levels } = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      levels: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => Number(tagName[1])),
    }));
    expect(ids.length).toBe(new Set(ids).size);
    expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)).toEqual([]);
  });

  test('needs no script: every role has its page, a link away from the front door', async () => {
    const page = await phone('', { javaScriptEnabled: false });
    await page.click('a[href$="/roles/waiter/"]');
    expect(await page.locator('main').textContent()).toContain('500 元');
    expect(await page.locator('[data-choose-role]').isVisible()).toBe(false);
  });
});

test('what a reader reports names page, version and the role they chose', async () => {
  const page = await phone('en/sops/table-service/');
  const link = page.locator('[data-feedback]');
  // The mail program must not open; the address is what counts.
  await link.evaluate((each) => each.addEventListener('click', (event) => event.preventDefault()));
  await link.click();
  expect(await link.getAttribute('href')).toMatch(
    /^mailto:handbook@example\.com\?subject=.*en%2Fsops%2Ftable-service\)&body=[\d.]+%0A$/,
  );
  await page.goto(`${here.url}en/roles/waiter/`);
  await page.click('[data-choose-role]');
  await link.evaluate((each) => each.addEventListener('click', (event) => event.preventDefault()));
  await link.click();
  expect(await link.getAttribute('href')).toMatch(/%0Awaiter$/);
});

describe('a saved copy', () => {
  const line = (page: Page) => page.locator('[data-copy]');

  async function saved(): Promise<Page> {
    const page = await phone('roles/waiter/');
    await page.click('[data-choose-role]');
    await page.click('button[data-keep]');
    await page.waitForFunction(() => document.querySelector('button[data-keep][data-pressed=true]'));
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    return page;
  }

  test('opens the front door, the role, its texts and the search without a network, and says so', async () => {
    const page = await saved();
    await page.context().setOffline(true);
    await page.goto(here.url);
    await mine(page).waitFor();
    expect(await mine(page).textContent()).toContain('500 元');
    await line(page).waitFor();
    expect(await line(page).textContent()).toMatch(/^这是 2026年11月22日 的保存副本（版本 [0-9a-f]{7}）/);
    await page.click('[data-my-page] a[href*="/sops/"]');
    await line(page).waitFor();
    expect(await page.locator('h1').textContent()).not.toBe('');
    await page.keyboard.press('/');
    await page.fill('#_search input', '投诉赔付');
    await page.locator('#_search [role=option]').first().waitFor();
    expect(await page.locator('#_search [role=option]').first().textContent()).toContain('500 元');
    await page.goto(`${here.url}en/roles/waiter/`);
    await line(page).waitFor();
    expect(await line(page).textContent()).toMatch(/^Saved copy of November 22, 2026, version [0-9a-f]{7}/);
  });

  test('is never shown while the network serves, and shows the front door for what was not saved', async () => {
    const page = await saved();
    await page.reload();
    expect(await line(page).isVisible()).toBe(false);
    await page.context().setOffline(true);
    await page.goto(`${here.url}rules/flow/sound/`);
    await line(page).waitFor();
    expect(await page.locator('h1').textContent()).toBe('云山酒店服务手册');
    expect(await line(page).textContent()).toContain('没有这一页');
  });

  test('offers a newer version and takes it only when asked', async () => {
    const page = await saved();
    const file = join(here.site.folder, 'offline/waiter.json');
    const before = readFileSync(file, 'utf8');
    try {
      writeFileSync(file, JSON.stringify({ ...JSON.parse(before), version: 'fedcba9876543210' }));
      await page.goto(`${here.url}roles/waiter/`);
      await line(page).waitFor();
      expect(await line(page).textContent()).toContain('此后有更新');
      // Though it is known late, nothing that is being read moves, and it is in sight.
      expect(await shiftOf(page)).toBe(0);
      const { y = 0, height = 0 } = (await line(page).boundingBox()) ?? {};
      expect(y + height).toBe(PHONE.height);
      await page.context().setOffline(true);
      await page.reload();
      await line(page).waitFor();
      expect(await line(page).textContent()).not.toContain('fedcba9');
      await page.context().setOffline(false);
      await page.reload();
      await line(page).getByText('更新保存的副本').click();
      await line(page).getByText('fedcba9').waitFor();
    } finally {
      writeFileSync(file, before);
    }
  });

  test('offers a newer version no more once its reader has put it off', async () => {
    const page = await saved();
    const file = join(here.site.folder, 'offline/waiter.json');
    const before = readFileSync(file, 'utf8');
    try {
      writeFileSync(file, JSON.stringify({ ...JSON.parse(before), version: 'fedcba9876543210' }));
      await page.goto(`${here.url}en/roles/waiter/`);
      await line(page).getByText('Later').click();
      expect(await line(page).isVisible()).toBe(false);
      await Promise.all([page.waitForResponse(/offline\/waiter\.json/), page.reload()]);
      await page.waitForFunction(() => document.querySelector('button[data-keep][data-pressed=true]'));
      expect(await line(page).isVisible()).toBe(false);
      writeFileSync(file, JSON.stringify({ ...JSON.parse(before), version: '0123456789abcdef' }));
      await page.reload();
      await line(page).getByText('Later').waitFor();
    } finally {
      writeFileSync(file, before);
    }
  });

  test('is gone from the device when its reader removes it', async () => {
    const page = await saved();
    await page.click('button[data-keep]');
    await page.waitForFunction(() => document.querySelector('button[data-keep][data-pressed=false]'));
    const left = await page.evaluate(async () => ({
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(left).toEqual({ caches: [], workers: 0 });
  });
});

describe('a printed card', () => {
  /** How many pages the browser makes of it on a sheet, and whether the code is on it. */
  async function printed(path: string, format: 'A4' | 'A6'): Promise<number> {
    const page = await phone(path);
    const edge = format === 'A4' ? '12mm' : '6mm';
    const margin = { top: edge, right: edge, bottom: edge, left: edge };
    const pdf = await page.pdf({ format, margin });
    return [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
  }

  test.each([
    'sops/table-service/',
    'en/sops/table-service/',
    'decision-rights/complaint-settlement/',
    'en/decision-rights/complaint-settlement/',
  ])('%s is one page of A4, and one of A6', async (path) => {
    expect(await printed(path, 'A4')).toBe(1);
    expect(await printed(path, 'A6')).toBe(1);
  });

  test('shows its steps, its code and its address on paper, and no menu', async () => {
    const page = await phone('sops/table-service/');
    expect(await page.locator('.card-foot').isVisible()).toBe(false);
    expect(await page.locator('[data-print="card"]').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.card-foot svg').isVisible()).toBe(true);
    expect(await page.locator('.card-foot').textContent()).toContain(
      'https://handbook.example.com/sops/table-service/?v=1.1',
    );
    for (const hidden of ['.site-head', '.site-foot', '[data-print="card"]', '#_record'])
      expect(await page.locator(hidden).isVisible()).toBe(false);
  });
});
