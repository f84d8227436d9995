import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { loadHandbook } from '../../linter/node.ts';
import { violationsOn } from './axe.ts';
import { DESK, openSite, PHONE } from './open-site.ts';

const here = openSite();
const boards = [
  'authority/',
  'metric-board/',
  'loop-map/',
  'improvement-board/',
  'gaps/',
  'metrics/nps/',
  'metrics/seat-wait/',
  'metrics/aht/',
  'feedback-loops/complaints/',
  'feedback-loops/mystery-shopper/',
  'improvements/settle-on-the-spot/',
  'decision-rights/complaint-settlement/',
  'decision-rights/stop-work/',
];

describe.each([
  ['zh-CN', '', 'light', PHONE],
  ['zh-CN', '', 'dark', DESK],
  ['en', 'en/', 'dark', PHONE],
  ['en', 'en/', 'light', DESK],
] as const)('in %s (/%s), %s, %o', (_, prefix, colorScheme, viewport) => {
  test('axe finds nothing, nothing is wider than the screen and nothing is refused', async () => {
    const context = await here.browser.newContext({ viewport, colorScheme });
    const wrong: string[] = [];
    for (const path of boards) {
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && wrong.push(`${path}: ${message.text()}`));
      await page.goto(here.url + prefix + path);
      wrong.push(...(await violationsOn(page)).map((each) => `${path} ${each}`));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > viewport.width) wrong.push(`${path}: ${width} px wide`);
      await page.close();
    }
    expect(wrong).toEqual([]);
  });
});

describe('a chart', () => {
  test('is drawn once for the screen at hand, in letters that can be read', async () => {
    for (const viewport of [PHONE, DESK, { width: 640, height: 900 }]) {
      const page = await here.open('en/metrics/nps/', { viewport });
      const shown = page.locator('.chart svg:visible');
      expect(await shown.count()).toBe(1);
      expect(await smallest(page, '.chart svg:visible text')).toBeGreaterThanOrEqual(11);
    }
  });

  test('says in words what it shows, and every value stands in its table', async () => {
    const page = await here.open('en/metrics/nps/', { viewport: PHONE });
    const handbook = await loadHandbook('policies');
    const values = handbook.files.get('data/nps.csv')!.observations!;
    const newest = values.at(-1)!;
    expect(await page.locator('.chart svg:visible').getAttribute('aria-label')).toContain(
      `${newest.value} points`,
    );
    await page.locator('summary').first().click();
    const cells = await page.locator('details td').allTextContents();
    expect(cells.filter((text) => /^-?[\d.]+$/.test(text))).toHaveLength(values.length);
  });
});

test('no label of a chart or a ring runs into another or out of its picture', async () => {
  const wrong: string[] = [];
  const paths = boards.filter((path) => /^(?:metrics|feedback-loops)\//.test(path));
  for (const viewport of [PHONE, DESK]) {
    for (const path of paths.flatMap((each) => [each, `en/${each}`])) {
      const page = await here.open(path, { viewport });
      const found = await page.evaluate(() => {
        const problems: string[] = [];
        for (const svg of document.querySelectorAll('.chart svg, .ring')) {
          const frame = svg.getBoundingClientRect();
          if (frame.width === 0) continue;
          const texts = [...svg.querySelectorAll('text')].map((text) => ({
            words: text.textContent ?? '',
            box: text.getBoundingClientRect(),
            aim: text.classList.contains('aim-name'),
          }));
          for (const { words, box } of texts) {
            if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)
              problems.push(`${words} is cut`);
          }
          for (const [index, a] of texts.entries()) {
            for (const b of texts.slice(index + 1)) {
              const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
              const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
              // Boxes of letters are taller than the letters.
              if (across > 1 && down > a.box.height * 0.45) problems.push(`${a.words} covers ${b.words}`);
            }
          }
        }
        return problems;
      });
      wrong.push(...found.map((each) => `${path} ${viewport.width}: ${each}`));
      await page.context().close();
    }
  }
  expect(wrong).toEqual([]);
});

test('the limits of a ladder are larger than anything but the title', async () => {
  const page = await here.open('decision-rights/complaint-settlement/', { viewport: PHONE });
  const size = (selector: string) => smallest(page, selector);
  expect(await size('.ladder .limit strong')).toBeGreaterThan(1.4 * (await size('.ladder .who')));
  expect(await page.locator('.ladder.climb > li').count()).toBe(5);
});

test.each(['authority/', 'en/authority/', 'training-plan/', 'en/training-plan/'])(
  'on a desk %s need not be scrolled sideways',
  async (path) => {
    const page = await here.open(path, { viewport: DESK });
    const widths = await page
      .locator('.frame')
      .evaluateAll((all) => all.map((each) => each.scrollWidth - each.clientWidth));
    expect(Math.max(...widths)).toBe(0);
  },
);

test('the matrix of authority keeps its roles in sight while it is scrolled', async () => {
  const page = await here.open('en/authority/', { viewport: { width: 800, height: 900 } });
  const frame = page.locator('.frame').first();
  const first = frame.locator('tbody th[scope="row"]').first();
  const before = await first.boundingBox();
  await frame.evaluate((each) => {
    each.scrollLeft = 100;
  });
  expect(await frame.evaluate((each) => each.scrollLeft)).toBe(100);
  expect((await first.boundingBox())!.x).toBeCloseTo(before!.x, 0);
});

test('on a phone every decision is a list that need not be scrolled sideways', async () => {
  const page = await here.open('en/authority/', { viewport: PHONE });
  const widths = await page
    .locator('.frame')
    .evaluateAll((all) => all.map((each) => each.scrollWidth - each.clientWidth));
  expect(Math.max(...widths)).toBe(0);
});

test('boards, charts and rings stay on their sheet in print', async () => {
  // A4 less its margins, at 96 dots an inch.
  const page = await here.open('en/metrics/nps/', { viewport: { width: 700, height: 1000 } });
  await page.emulateMedia({ media: 'print' });
  const wrong: string[] = [];
  for (const path of boards.filter((each) => each !== 'authority/')) {
    await page.goto(`${here.url}en/${path}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 700) wrong.push(`${path}: ${width}`);
  }
  expect(wrong).toEqual([]);
});

// helpers

/** The smallest letters among these, in pixels of the screen: drawings are scaled. */
async function smallest(page: Page, selector: string): Promise<number> {
  const sizes = await page.locator(selector).evaluateAll((all) =>
    all.map((each) => {
      const size = Number.parseFloat(getComputedStyle(each).fontSize);
      const svg = each.closest('svg');
      return svg ? (size * svg.getBoundingClientRect().width) / svg.viewBox.baseVal.width : size;
    }),
  );
  return Math.min(...sizes);
}
