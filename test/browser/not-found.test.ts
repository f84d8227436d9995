import { expect, test } from 'vitest';
import { openSite } from './open-site.ts';

const here = openSite();

test('an address that leads nowhere is answered in its own language, and without scripts in every one', async () => {
  const page = await here.browser.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const greeting = () => page.locator('h1:visible').allTextContents();
  await page.goto(`${here.url}en/roles/nobody/`);
  await expect.poll(greeting, { timeout: 20_000 }).toEqual(['This page does not exist']);
  expect(await page.locator('main section:visible').count()).toBe(1);
  expect(await page.title()).toBe('This page does not exist');
  expect(await page.locator('main a:visible').first().getAttribute('href')).toBe('/en/');
  await page.goto(`${here.url}roles/nobody/`);
  expect(await greeting()).toEqual(['没有这个页面']);
  expect(errors).toEqual([]);
  const context = await here.browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${here.url}en/roles/nobody/`);
  expect(await plain.locator('main section:visible').count()).toBe(2);
  await context.close();
});
