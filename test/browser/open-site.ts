import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type RunningServer, serve } from '../../linter/node.ts';
import { type BuiltSite, buildSite } from '../site/built-site.ts';
import { launchBrowser } from './launch.ts';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

/** Asks again until the answer is as expected: a loaded machine takes its time. */
export const poll = <T>(value: () => T) => expect.poll(value, { timeout: 20_000 });

type BuildOptions = Parameters<typeof buildSite>[0];

/** A built site that is served, and a browser that looks at it. There from the first test on. */
export interface OpenSite {
  readonly site: BuiltSite;
  /** The address of its front door, with the slash at its end. */
  readonly url: string;
  readonly browser: Browser;
  /** A page as a reader sees it who has never been here: with a browser's memory of its own. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Opens a site for the tests of the file or the block this is called in, and closes it after them. What a test
 * has opened is closed when it ends, whether it passes or not.
 *
 * @param prepare what to build, called once; without it the site of the example
 */
export function openSite(prepare: () => BuildOptions | Promise<BuildOptions> = () => ({})): OpenSite {
  let site: BuiltSite;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    site = await buildSite(await prepare());
    server = await serve(site.folder, { port: 0, base: site.base });
    browser = await launchBrowser();
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await site?.remove();
  });

  return {
    get site() {
      return site;
    },
    get url() {
      return server.url;
    },
    get browser() {
      return browser;
    },
    async open(path, options) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await page.goto(server.url + path);
      return page;
    },
  };
}
