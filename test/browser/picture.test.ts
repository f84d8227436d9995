import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchPinned } from './launch.ts';
import { compressed, differenceOf, type Picture } from './picture.ts';

let browser: Browser;
let studio: Page;
let page: Page;

beforeAll(async () => {
  browser = await launchPinned();
  studio = await browser.newPage();
  page = await browser.newPage({ viewport: { width: 240, height: 80 } });
}, 60_000);

afterAll(() => browser?.close());

async function draw(body: string): Promise<Picture> {
  await page.setContent(`<html lang="zh-CN"><body style="margin: 0; background: #fff">${body}</body></html>`);
  return { bytes: await page.screenshot(), type: 'image/png' };
}

describe('the browser for pictures', () => {
  test.each([
    'system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif',
    'serif',
    'ui-monospace, Menlo, monospace',
  ])('has the fonts of the packages and no other: %s', async (family) => {
    await page.setContent(`<p lang="zh-CN">Service 20 “标准”客人</p>`);
    await page.locator('p').evaluate((p, name) => {
      p.style.fontFamily = name;
    }, family);
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const names = fonts.map(({ postScriptName }) => postScriptName).sort();
    expect(names).toEqual(['NotoSansHans-Regular', 'OpenSans-Regular']);
  });
});

describe('pictures', () => {
  const text = '<p style="font: 17px sans-serif; color: #0a6454">入住办理时长 Check-in time 5.5</p>';

  test('are the same as they are kept', async () => {
    const picture = await draw(text);
    const kept = await compressed(studio, picture);
    expect(kept.bytes.length).toBeLessThan(picture.bytes.length);
    expect(await differenceOf(studio, kept, await draw(text))).toBeUndefined();
  });

  test('differ where a word, a colour or a place does', async () => {
    const kept = await compressed(studio, await draw(text));
    for (const other of [
      text.replace('5.5', '5.6'),
      text.replace('#0a6454', '#0a5064'),
      text.replace('17px', '17.5px'),
      `<div style="height: 1px"></div>${text}`,
    ]) {
      const difference = await differenceOf(studio, kept, await draw(other));
      expect(difference?.pixels, other).toBeGreaterThan(5);
      expect(difference?.shown.type).toBe('image/webp');
    }
  });

  test('do not differ by what a processor rounds otherwise', async () => {
    const kept = await compressed(studio, await draw('<div style="height: 80px; background: #778899">'));
    expect(
      await differenceOf(studio, kept, await draw('<div style="height: 80px; background: #79879b">')),
    ).toBeUndefined();
  });

  test('differ in all that only one of them has', async () => {
    const kept = await compressed(studio, await draw(''));
    await page.setViewportSize({ width: 240, height: 90 });
    const taller = await draw('');
    await page.setViewportSize({ width: 240, height: 80 });
    expect((await differenceOf(studio, kept, taller))?.pixels).toBe(240 * 10);
  });
});
