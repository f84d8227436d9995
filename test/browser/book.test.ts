import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { destinations, findInstalledChrome, pageCount } from '../../linter/node.ts';
import { cli } from '../cli/cli.ts';
import { type BuiltSite, buildSite } from '../site/built-site.ts';
import { fontEnvironment } from './fonts.ts';
import { unpackChromium } from './packed-chromium.ts';

let site: BuiltSite;
let folder: string;
let chrome: string;

beforeAll(async () => {
  site = await buildSite();
  folder = await mkdtemp(join(tmpdir(), 'loopbook-book-'));
  chrome = (await findInstalledChrome()) ?? (await packedProgram(folder));
});

afterAll(async () => {
  await site?.remove();
  await rm(folder, { recursive: true, force: true });
});

describe('loopbook pdf', () => {
  const print = (...args: string[]) =>
    cli(['pdf', '--lang', 'en', '--out', site.folder, ...args], {
      cwd: folder,
      env: { LOOPBOOK_CHROME: chrome },
    });

  test('prints one role’s part as a book whose contents name the pages of its chapters', async () => {
    const { code, err } = await print('--role', 'waiter', '--locale', 'en', '--file', 'waiter.pdf');
    expect(err).toMatch(/^The book is in ".*waiter\.pdf": \d+ pages\.\n$/);
    expect(code).toBe(0);
    const pdf = readFileSync(join(folder, 'waiter.pdf'));
    const chapters = [...destinations(pdf)].filter(([id]) => /^chapter-\d+$/.test(id));
    const pages = chapters.map(([, page]) => page);
    expect(chapters.length).toBeGreaterThan(10);
    expect(pages[0]).toBeGreaterThan(2);
    expect(pages.every((page, index) => index === 0 || page > pages[index - 1]!)).toBe(true);
    expect(pages.at(-1)).toBeLessThanOrEqual(pageCount(pdf));
  });

  test('names what is missing: a built site, a role, a browser', async () => {
    expect(await cli(['pdf', '--lang', 'en', '--out', join(folder, 'none')], { cwd: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining('none'),
    });
    const nobody = await print('--role', 'nobody');
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('offline/nobody.json')]);
    const browserless = await cli(['pdf', '--lang', 'en', '--out', site.folder], {
      cwd: folder,
      env: { LOOPBOOK_CHROME: 'packed' },
    });
    expect([browserless.code, browserless.err]).toEqual([2, expect.stringContaining('LOOPBOOK_CHROME')]);
  });
});

// helpers

/** The packed browser needs variables and options: a program of its own that sets them. */
async function packedProgram(into: string): Promise<string> {
  const packed = await unpackChromium();
  const env = { ...(await fontEnvironment(packed.fonts)), LD_LIBRARY_PATH: packed.libraries };
  const settings = Object.entries(env).map(([name, value]) => `export ${name}='${value}'`);
  const program = join(into, 'chrome');
  writeFileSync(
    program,
    ['#!/bin/sh', ...settings, `exec '${packed.program}' --no-zygote "$@"`, ''].join('\n'),
  );
  chmodSync(program, 0o755);
  return program;
}
