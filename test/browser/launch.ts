import { type Browser, chromium } from 'playwright-core';
import { findInstalledChrome } from '../../linter/node/chrome.ts';
import { fontEnvironment, pinnedFontEnvironment } from './fonts.ts';
import { type PackedChromium, unpackChromium } from './packed-chromium.ts';

/** Keep the browser from calling anyone: no updates, no reports, no sign-in. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/**
 * Starts a headless browser: the Chrome, Chromium or Edge of this machine, else (or when that one does
 * not start) the Chromium that `@sparticuz/chromium` carries. `LOOPBOOK_CHROME` chooses outright: the
 * path of a program, or `packed`. Chinese renders on Linux machines without a Chinese font, too.
 *
 * Close it with `browser.close()`, which also removes its temporary files.
 *
 * @param flags more for the command line of the browser
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const installed = await findInstalledChrome();
  if (!installed) return launchPacked(flags);
  try {
    return await launch(installed, await fontEnvironment(), flags);
  } catch (error) {
    // A program on the path may be a mere stub that asks to install the real one.
    if (process.env.LOOPBOOK_CHROME) throw error;
    return launchPacked(flags);
  }
}

/**
 * Starts the browser for pictures that are compared: always the Chromium of `@sparticuz/chromium`, with the
 * fonts of npm packages and no other, so that the same page is the same picture on every Linux x64 machine.
 */
export async function launchPinned(): Promise<Browser> {
  const packed = await unpackChromium();
  return launchUnpacked(packed, await pinnedFontEnvironment(packed.fonts), []);
}

// helpers

async function launchPacked(flags: readonly string[]): Promise<Browser> {
  const packed = await unpackChromium();
  return launchUnpacked(packed, await fontEnvironment(packed.fonts), flags);
}

function launchUnpacked(
  { program, libraries }: PackedChromium,
  fonts: Record<string, string>,
  flags: readonly string[],
): Promise<Browser> {
  const path = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const environment = { ...fonts, LD_LIBRARY_PATH: path };
  return launch(program, environment, ['--no-zygote', '--font-render-hinting=none', ...flags]);
}

/** Without its sandbox, which needs rights that containers and root lack: the pages are our own. */
function launch(
  program: string,
  environment: Record<string, string>,
  more: readonly string[],
): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    args: [...QUIET, ...more],
    chromiumSandbox: false,
    env: { ...process.env, ...environment },
  });
}
