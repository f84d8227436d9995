import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatQuantity, parseLimit } from '../../linter/index.ts';
import { loadHandbook } from '../../linter/node.ts';
import { openSite, PHONE, poll } from './open-site.ts';

/** «I am a waiter, a guest complains about a cold dish; what may I do?» */
const stories = [
  { locale: 'zh-CN', start: '', question: '客人嫌菜凉', saved: '这是' },
  { locale: 'en', start: 'en/', question: 'guest complains about a cold dish', saved: 'Saved copy' },
] as const;

const here = openSite();
/** What a waiter may do about a dish, and about a complaint, by locale. */
const limits = new Map<string, { dish: string; complaint: string; dishName: string }>();

beforeAll(async () => {
  const handbook = await loadHandbook('policies');
  for (const { locale } of stories) {
    const limitOf = (id: string) => {
      const right = handbook.get('decision-right', id)!;
      const read = parseLimit(right.data.grants!.find(({ role }) => role === 'waiter')!.limit!);
      return read.ok ? formatQuantity(read.value, locale) : '';
    };
    const dishName = handbook.text(
      handbook.get('decision-right', 'dish-replacement')!.data.name,
      locale,
    )!.text;
    limits.set(locale, {
      dish: limitOf('dish-replacement'),
      complaint: limitOf('complaint-settlement'),
      dishName,
    });
  }
});

/** A phone that has never seen the handbook, at its front door. */
const frontDoor = (start: string) => here.open(start, { viewport: PHONE });

/** Two actions: reach for the search, and say what is the matter. */
async function ask(page: Page, question: string): Promise<string> {
  await page.locator('main [data-search]').click();
  await page.keyboard.type(question);
  const answer = page.locator('#_search [role=option]', { hasText: limitsTitle(page.url()) }).first();
  await answer.waitFor();
  const place = await page
    .locator('#_search [role=option]')
    .evaluateAll(
      (all, title) => all.findIndex((each) => each.textContent!.includes(title)),
      limitsTitle(page.url()),
    );
  expect(place).toBeLessThan(3);
  return (await answer.textContent())!;
}

function limitsTitle(url: string): string {
  return limits.get(url.includes('/en/') ? 'en' : 'zh-CN')!.dishName;
}

describe.each(stories)('a new waiter with a cold dish, in $locale', ({ locale, start, question, saved }) => {
  test('asks the search, and the answer itself names the limit', async () => {
    const page = await frontDoor(start);
    const answer = await ask(page, question);
    const { dish } = limits.get(locale)!;
    expect(dish).not.toBe('');
    expect(answer).toContain(dish);
    await page
      .locator('#_search [role=option]', { hasText: limitsTitle(page.url()) })
      .first()
      .click();
    await page.waitForURL(`${here.url}${start}decision-rights/dish-replacement/`);
    expect(await page.locator('.ladder .limit strong').first().textContent()).toBe(dish);
  });

  test('or taps their role, and has both limits in large type', async () => {
    const page = await frontDoor(start);
    await page.locator('[data-roles] a[href$="/roles/waiter/"]').click();
    const { dish, complaint } = limits.get(locale)!;
    const shown = await page.locator('.ladder .limit strong').allTextContents();
    expect(shown).toContain(dish);
    expect(shown).toContain(complaint);
  });

  test('and the second time needs no network', async () => {
    const page = await frontDoor(start);
    await page.locator('[data-roles] a[href$="/roles/waiter/"]').click();
    // The tap at the front door chose the role; what is left is to keep it on the phone.
    await page.locator('button[data-keep]').click();
    await page.waitForFunction(() => document.querySelector('button[data-keep][data-pressed=true]'));
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    await page.context().setOffline(true);
    await page.goto(here.url + start);
    await page.locator('[data-copy]').waitFor();
    expect(await page.locator('[data-copy]').textContent()).toContain(saved);
    const mine = page.locator('[data-my-page]');
    await mine.waitFor();
    expect(await mine.textContent()).toContain(limits.get(locale)!.dish);

    expect(await ask(page, question)).toContain(limits.get(locale)!.dish);
    await poll(() => page.locator('#_search [role=status]').textContent()).toMatch(/没有网络|not searched/);
    await page
      .locator('#_search [role=option]', { hasText: limitsTitle(page.url()) })
      .first()
      .click();
    await page.locator('.ladder .limit strong').first().waitFor();
    await page.waitForURL(`${here.url}${start}decision-rights/dish-replacement/`);
  });
});
