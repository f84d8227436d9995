import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { removeFolders } from '../cli/cli.ts';
import { repositoryWith } from '../git/repository.ts';
import { teaHouse } from '../site/tea-house.ts';
import { violationsOn } from './axe.ts';
import { shiftOf } from './layout-shift.ts';
import { DESK, openSite, PHONE } from './open-site.ts';

afterAll(removeFolders);

/** The tea house with versions of 4 May, 1 September and 16 November 2026, as it stands on 22 November. */
const here = openSite(() => {
  const settings = `${teaHouse['loopbook.yaml']}today: 2026-11-22\nrepository: { url: "https://git.example.com/tea", folder: policies }\n`;
  const repository = repositoryWith({ ...teaHouse, 'loopbook.yaml': settings });
  const right = teaHouse['decision-rights/new-pot.yaml'] as string;
  for (const [date, limit] of [
    ['2026-09-01', '100 CNY'],
    ['2026-11-16', '120 CNY'],
  ] as const) {
    repository.commit({ 'decision-rights/new-pot.yaml': right.replace('80 CNY', limit) }, { date });
  }
  return { handbook: repository.root, force: true };
});

const state = (page: Page) => page.locator('[data-day-choice] [role=status]');

/** Enters a day as somebody does who uses no mouse, and asks. */
async function ask(page: Page, digits: string): Promise<void> {
  await page.focus('#_day');
  await page.keyboard.type(digits);
  await page.keyboard.press('Enter');
}

/** What has the focus, and the sentence that goes with it. */
function reached(page: Page) {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    const said = at?.getAttribute('aria-describedby');
    return { id: at?.id, said: said && document.getElementById(said)?.textContent };
  });
}

describe('the version in force on a day', () => {
  test.each([
    ['changes/', '2026年10月5日 有效的是这个版本。'],
    ['en/changes/', 'On 5 Oct 2026 this version was in force.'],
  ])('is found by keyboard on a phone: %s', async (path, sentence) => {
    const page = await here.open(path, { viewport: PHONE });
    await ask(page, '10052026');
    expect(await reached(page)).toEqual({ id: '2026-09-01', said: sentence });
    expect(new URL(page.url()).hash).toBe('#2026-10-05');
    const heading = page.locator('[id="2026-09-01"]');
    expect((await heading.boundingBox())!.y).toBeLessThan(PHONE.height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  });

  test('is found by its address, also that of a day on which nothing changed', async () => {
    const page = await here.open('en/changes/#2026-11-01', { viewport: DESK });
    await page.locator('#_in-force').waitFor();
    expect(await reached(page)).toEqual({
      id: '2026-09-01',
      said: 'On 1 Nov 2026 this version was in force.',
    });
    expect(await page.inputValue('#_day')).toBe('2026-11-01');
    await page.evaluate(() => {
      location.hash = '#2026-11-20';
    });
    await page.getByText('On 20 Nov 2026 this version was in force.').waitFor();
    expect(await page.locator('#_in-force').count()).toBe(1);
    expect((await reached(page)).id).toBe('2026-11-16');
    await page.goBack();
    await page.getByText('On 1 Nov 2026 this version was in force.').waitFor();
    expect((await reached(page)).id).toBe('2026-09-01');
  });

  test.each([
    [
      '05032026',
      '2026年5月3日 还没有这本手册，它从 2026年5月4日 开始。',
      'There was no handbook on 3 May 2026: it begins on 4 May 2026.',
    ],
    [
      '11232026',
      '2026年11月23日 有效的版本尚不可知：这是 2026年11月22日 的版本。',
      'What will be in force on 23 Nov 2026 is not known yet: this is the edition of 22 Nov 2026.',
    ],
    ['', '请先填写完整的日期：年、月、日。', 'Enter a whole date first: day, month and year.'],
  ])('is not made up where none is known: %s', async (digits, chinese, english) => {
    for (const [path, sentence] of [
      ['changes/', chinese],
      ['en/changes/', english],
    ] as const) {
      const page = await here.open(path, { viewport: PHONE });
      await ask(page, digits);
      expect(await state(page).textContent()).toBe(sentence);
      expect(await page.locator('#_in-force').count()).toBe(0);
      expect((await reached(page)).id).toBe('_day');
    }
  });

  test('is told without a script by the list, each day with its own address', async () => {
    const page = await here.open('en/changes/#2026-09-01', { viewport: PHONE, javaScriptEnabled: false });
    expect(await page.locator('[data-day-choice]').isVisible()).toBe(false);
    expect(await page.locator('main .notice').textContent()).toBe(
      'Each day below says from when to when its version was in force. Choosing a day needs JavaScript, which is switched off.',
    );
    expect(await page.locator('main h3[id]').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      '2026-11-16',
      '2026-09-01',
      '2026-05-04',
    ]);
    expect(await page.locator('[id="2026-09-01"] + p').textContent()).toMatch(
      /^In force from 1 Sept 2026 to 15 Nov 2026 · Commit [0-9a-f]{12} · Files of this version$/,
    );
  });

  test('is reached from the page of what was in force', async () => {
    const page = await here.open('decision-rights/new-pot/', { viewport: PHONE });
    await page.getByRole('link', { name: '2026年9月1日 至 2026年11月15日 有效' }).click();
    await page.waitForURL('**/changes/#2026-09-01');
    expect(await page.locator(':target').textContent()).toBe('2026年9月1日');
  });

  test('stands on paper with its commit, without the question', async () => {
    const page = await here.open('changes/', { viewport: DESK });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-day-choice]').isVisible()).toBe(false);
    const newest = page.getByText(/^自 2026年11月16日 起有效 · 提交 [0-9a-f]{12}/);
    expect(await newest.isVisible()).toBe(true);
  });

  test.each(['light', 'dark'] as const)('is accessible to all when found: %s', async (colorScheme) => {
    for (const viewport of [PHONE, DESK]) {
      const page = await here.open('en/changes/#2026-10-05', { viewport, colorScheme });
      await page.locator('#_in-force').waitFor();
      expect(await violationsOn(page, { within: 'main' })).toEqual([]);
    }
  });
});

test('a page of what changed does not move while its scripts arrive', async () => {
  const page = await here.open('changes/', { viewport: PHONE });
  await page.locator('[data-day-choice]').waitFor();
  expect(await shiftOf(page)).toBe(0);
});
