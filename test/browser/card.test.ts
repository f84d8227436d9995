import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSite, PHONE } from './open-site.ts';

const here = openSite();

/** What stands between the edges of a sheet, in pixels of CSS, and the smallest type on it, in points. */
const FORMATS = [
  { format: 'A4', edge: '12mm', viewport: { width: 703, height: 1031 }, smallest: 9 },
  { format: 'A6', edge: '6mm', viewport: { width: 351, height: 514 }, smallest: 7 },
] as const;

type Format = (typeof FORMATS)[number];

/** The pages of a kind that have cards, in both languages. */
function pagesOf(kind: string): string[] {
  const page = new RegExp(`^(?:en/)?${kind}/[^/]+/$`);
  return [...here.site.pages.keys()].filter((path) => page.test(path));
}

async function sheets(page: Page, { format, edge: e }: Format): Promise<number> {
  const pdf = await page.pdf({ format, margin: { top: e, right: e, bottom: e, left: e } });
  return [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
}

/** What is wrong with a card as it is on a sheet: items beyond its end or its edge, type too small to read. */
async function wrongWith(page: Page, { viewport, smallest }: Format): Promise<string[]> {
  await page.setViewportSize(viewport);
  return page.evaluate((smallest) => {
    const card = document.querySelector('.print-card')!;
    const shown = [...card.querySelectorAll('*')].filter((each) => each.getClientRects().length > 0);
    const end = card.querySelector('.card-foot')!.getBoundingClientRect().top;
    const edge = card.getBoundingClientRect().right;
    return shown.flatMap((each) => {
      const { bottom, right } = each.getBoundingClientRect();
      const words = [...each.childNodes].some(
        ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim(),
      );
      const points = (Number.parseFloat(getComputedStyle(each).fontSize) * 72) / 96;
      return [
        ...(each.matches('.card-item, .card-part') && bottom > end + 1 ? ['is cut off at the end'] : []),
        ...(right > edge + 1 ? ['is cut off at the edge'] : []),
        ...(words && points < smallest - 0.1 ? [`has type of ${points} pt`] : []),
      ].map((wrong) => `“${each.textContent?.slice(0, 20)}” ${wrong}`);
    });
  }, smallest);
}

test.each(['sops', 'processes', 'decision-rights'])(
  'every card of the %s is one page of A4 and one of A6, from which nothing is cut off',
  async (kind) => {
    const page = await here.open('404.html');
    await page.emulateMedia({ media: 'print' });
    const wrong: string[] = [];
    for (const path of pagesOf(kind)) {
      await page.goto(here.url + path, { waitUntil: 'domcontentloaded' });
      for (const format of FORMATS) {
        for (const each of await wrongWith(page, format)) wrong.push(`${path} on ${format.format}: ${each}`);
        const count = await sheets(page, format);
        if (count !== 1) wrong.push(`${path} is ${count} pages of ${format.format}`);
      }
    }
    expect(pagesOf(kind).length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  },
  120_000,
);

test('a card says what there is no room for on its format', async () => {
  const page = await here.open('en/sops/complaint-handling/', { viewport: FORMATS[1].viewport });
  await page.emulateMedia({ media: 'print' });
  const left = page.locator('.card-foot .on-a6');
  expect(await left.textContent()).toContain('Record');
  expect(await left.isVisible()).toBe(true);
  expect(await page.locator('.card-part', { hasText: 'Record' }).isVisible()).toBe(false);
  await page.setViewportSize(FORMATS[0].viewport);
  expect(await left.isVisible()).toBe(false);
  expect(await page.locator('.card-part', { hasText: 'Record' }).isVisible()).toBe(true);
});

test('a card begins with the steps; what they are for is on the page, after them on paper', async () => {
  const page = await here.open('sops/check-in/', { viewport: PHONE });
  const top = async (id: string) => (await page.locator(`[id="${id}"]`).boundingBox())?.y;
  expect((await top('为什么'))!).toBeLessThan((await top('步骤'))!);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.card-item').first().textContent()).toMatch(/^1/);
  expect(await page.locator('[id="为什么"]').isVisible()).toBe(false);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.emulateMedia({ media: 'screen' });
  await page.locator('[data-print="whole"]').click();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.card-item').first().isVisible()).toBe(false);
  expect((await top('步骤'))!).toBeLessThan((await top('例外'))!);
  expect((await top('例外'))!).toBeLessThan((await top('为什么'))!);
});

test('a process prints whole only where its reader asks for that', async () => {
  const page = await here.open('processes/table-service/', { viewport: PHONE });
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.locator('[data-print="whole"]').click();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#_times').isVisible()).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.locator('#_times').isVisible()).toBe(false);
  expect(await page.locator('.card-head').isVisible()).toBe(true);
});
