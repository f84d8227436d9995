import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInstalledChrome } from '../../linter/node/chrome.ts';
import { launchBrowser } from './launch.ts';

describe('launchBrowser', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
  });

  it('runs the scripts of a page', async () => {
    await page.setContent('<title>Rooms</title><p></p><script>document.title += " 101"</script>');
    expect(await page.title()).toBe('Rooms 101');
  });

  it('draws Chinese characters, not the box for a missing one', async () => {
    const box = await picture('\uffff');
    expect(await picture('\ufdd0')).toEqual(box);

    const characters = [...'中文标准为客人登记，“前厅”。'];
    const pictures = new Map<string, string>();
    for (const character of characters) {
      const drawn = (await picture(character)).toString('base64');
      expect(drawn, `${character} is drawn as the box`).not.toBe(box.toString('base64'));
      expect(pictures.get(drawn), `drawn like ${character}`).toBeUndefined();
      pictures.set(drawn, character);
    }
  });

  it('draws Chinese in more than one weight', async () => {
    expect(await picture('<b>重</b>')).not.toEqual(await picture('重'));
  });

  /** A picture of one character in a square of fixed size. */
  async function picture(character: string): Promise<Buffer> {
    const style = 'font: 48px/64px sans-serif; width: 64px; height: 64px; overflow: hidden';
    await page.setContent(`<html lang="zh-CN"><div style="${style}">${character}</div></html>`);
    return page.locator('div').screenshot();
  }
});

describe('findInstalledChrome', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopbook-chrome-'));
    for (const name of ['chromium', 'my-browser']) {
      await writeFile(join(folder, name), '');
      await chmod(join(folder, name), 0o755);
    }
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('finds a program on the path', async () => {
    const environment = { PATH: folder };
    expect(await findInstalledChrome(environment, 'linux')).toBe(join(folder, 'chromium'));
  });

  it('prefers the program that LOOPBOOK_CHROME names', async () => {
    const environment = { PATH: folder, LOOPBOOK_CHROME: join(folder, 'my-browser') };
    expect(await findInstalledChrome(environment, 'linux')).toBe(join(folder, 'my-browser'));
  });

  it('refuses a LOOPBOOK_CHROME that is no program', async () => {
    const environment = { PATH: folder, LOOPBOOK_CHROME: join(folder, 'absent') };
    await expect(findInstalledChrome(environment, 'linux')).rejects.toThrow('absent');
  });

  it('finds none when the packed one is asked for', async () => {
    expect(await findInstalledChrome({ PATH: folder, LOOPBOOK_CHROME: 'packed' }, 'linux')).toBeUndefined();
  });
});
