import type { Browser } from 'playwright-core';

export interface Printer {
  /** Path of a Chrome, Chromium or Edge. */
  program: string;
  /** Variables it needs besides those of this process. */
  env?: Record<string, string>;
  /** Options of its own. */
  options?: readonly string[];
}

/** A page may take as long as this to put itself together, in milliseconds. */
const PATIENCE = 10 * 60_000;

/**
 * Prints pages of a local server to PDF, one after another. Rejects where the browser does not start, or the
 * page does not become what is waited for.
 *
 * @param url the page
 * @param ready a CSS selector that the page matches once it is whole
 * @param redo given the PDF and where each element with an id begins (page count from 1), the address to print
 *   instead, as for a list of contents that names the pages
 */
export async function printPdf(
  url: string,
  ready: string,
  { program, env = {}, options = [] }: Printer,
  redo?: (pdf: Buffer) => string,
): Promise<Buffer> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: program,
    args: [...options],
    // Root may not use the sandbox; the pages are the company's own, served by this process.
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const pdf = await print(browser, url, ready);
    return redo ? await print(browser, redo(pdf), ready) : pdf;
  } finally {
    await browser.close();
  }
}

async function print(browser: Browser, url: string, ready: string): Promise<Buffer> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  await page.waitForSelector(ready, { state: 'attached' });
  const pdf = await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true });
  await page.close();
  return pdf;
}
