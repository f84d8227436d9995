import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSite, PHONE } from './open-site.ts';

const here = openSite();

/** The page as its button prints it, which asks for a card. */
async function card(path: string): Promise<Page> {
  const page = await here.open(path, { viewport: PHONE });
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.locator('[data-print]').click();
  return page;
}

async function sheets(page: Page, format: 'A4' | 'A6'): Promise<number> {
  const edge = format === 'A4' ? '12mm' : '6mm';
  const pdf = await page.pdf({ format, margin: { top: edge, right: edge, bottom: edge, left: edge } });
  return [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
}

test.each([
  'processes/table-service/',
  'en/processes/table-service/',
  'processes/complaint-handling/',
  'decision-rights/stop-work/',
  'sops/complaint-handling/',
  'en/sops/check-in/',
])('%s is one page of A4, and at most the two sides of an A6 card', async (path) => {
  const page = await card(path);
  expect(await sheets(page, 'A4')).toBe(1);
  expect(await sheets(page, 'A6')).toBeLessThanOrEqual(2);
});

test('the steps of an instruction come before what they are for, and on a card alone', async () => {
  const page = await here.open('sops/check-in/', { viewport: PHONE });
  const top = async (id: string) => (await page.locator(`[id="${id}"]`).boundingBox())?.y;
  expect((await top('为什么'))!).toBeLessThan((await top('步骤'))!);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 700, height: 990 });
  expect((await top('步骤'))!).toBeLessThan((await top('例外'))!);
  expect((await top('例外'))!).toBeLessThan((await top('为什么'))!);
  const asked = await card('sops/check-in/');
  await asked.emulateMedia({ media: 'print' });
  expect(await asked.locator('[id="步骤"]').isVisible()).toBe(true);
  expect(await asked.locator('[id="为什么"]').isVisible()).toBe(false);
});

test('a process is a card only where its reader asks for one', async () => {
  const page = await here.open('processes/table-service/', { viewport: PHONE });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 700, height: 990 });
  expect(await page.locator('#_times').isVisible()).toBe(true);
  const asked = await card('processes/table-service/');
  await asked.emulateMedia({ media: 'print' });
  expect(await asked.locator('#_times').isVisible()).toBe(false);
  await asked.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await asked.evaluate(() => document.documentElement.dataset.paper)).toBeUndefined();
});
