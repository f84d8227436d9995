import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Entity, formatQuantity, type Handbook, kindNames, parseLimit } from '../../linter/index.ts';
import { loadHandbook, serve } from '../../linter/node.ts';
import { pathOf } from '../../site/data/routes.ts';
import { addressesIn, type BuiltSite, buildSite, idsIn } from '../site/built-site.ts';
import { teaHouse } from '../site/tea-house.ts';
import { violationsOn } from './axe.ts';
import { openSite, PHONE, poll } from './open-site.ts';

const locales = ['zh-CN', 'en'] as const;
const prefix = { 'zh-CN': '', en: 'en/' };

const here = openSite();
let handbook: Handbook;
let below: BuiltSite;

beforeAll(async () => {
  handbook = await loadHandbook('policies');
  below = await buildSite({ base: '/handbook/' });
});

afterAll(async () => {
  await below?.remove();
});

describe('every page', () => {
  test('links only to pages, anchors and files that exist, also under a base path', () => {
    for (const built of [here.site, below]) {
      expect(brokenIn(built)).toEqual([]);
      expect(built.pages.size).toBeGreaterThan(2 * handbook.entities.length);
    }
  });

  test('has every id once, one title, one first heading and no inline style', () => {
    const wrong = [...here.site.pages].flatMap(([path, html]) => {
      const ids = idsIn(html);
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      const titles = [...html.matchAll(/<title>([^<]+)<\/title>/g)].length;
      const heads = [...html.matchAll(/<h1[\s>]/g)].length;
      const styles = [...html.matchAll(/\sstyle="/g)].length;
      return twice.length || titles !== 1 || heads !== 1 || styles
        ? [{ path, twice, titles, heads, styles }]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  test('shows no gap, no placeholder, no component and no error of a tool', () => {
    const bad =
      /class="missing"|\{[a-z]+\}|\bundefined\b|\[object |&lt;(?:Limit|Target|Role|Metric|Note|Script)\b|NaN/;
    const wrong = [...here.site.pages].flatMap(([path, html]) => {
      // Rules and the authors' guide show code, and the search box keeps its sentences with their placeholders.
      const text = html.replace(/<(dialog|pre)[\s>][\s\S]*?<\/\1>/g, '');
      const match = /(?:^|\/)(?:rules|writing|reference)\//.test(path) ? undefined : bad.exec(text);
      return match ? [`${path}: ${text.slice(Math.max(0, match.index - 60), match.index + 60)}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ['an SOP', 20, 'sop', () => true],
    ['a process of at most twelve steps', 20.5, 'process', ({ data }) => (data.steps?.length ?? 0) <= 12],
  ] as [string, number, 'sop' | 'process', (entity: Entity<'process'>) => boolean][])(
    'of %s weighs at most %s kB with its styles and scripts, before the search is used',
    (_, most, kind, counts) => {
      const paths = (handbook.all(kind) as Entity<'process'>[])
        .filter(counts)
        .flatMap(({ id }) =>
          locales.map((locale) => `${prefix[locale]}${pathOf({ type: 'entity', kind, id })}/`),
        );
      const sizes = paths.map((path) => {
        const html = here.site.pages.get(path)!;
        const files = stylesAndScriptsIn(html).map((address) =>
          readFileSync(join(here.site.folder, address)),
        );
        return {
          path,
          bytes: [Buffer.from(html), ...files].reduce((sum, file) => sum + gzipSync(file).length, 0),
        };
      });
      expect(sizes.length).toBeGreaterThan(10);
      expect(sizes.filter(({ bytes }) => bytes > most * 1000)).toEqual([]);
    },
  );

  test('links the styles of everything it shows', () => {
    const named = new Map(
      readdirSync(join(here.site.folder, '_assets'))
        .filter((file) => file.endsWith('.css'))
        .map((file) => [
          `/_assets/${file}`,
          classesIn(readFileSync(join(here.site.folder, '_assets', file), 'utf8')),
        ]),
    );
    expect(named.size).toBeGreaterThan(3);
    const wrong = [...here.site.pages].flatMap(([path, html]) => {
      const linked = stylesAndScriptsIn(html).flatMap((address) => [...(named.get(address) ?? [])]);
      const used = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names]) => names!.split(' '));
      return [...new Set(used)]
        .filter((name) => !linked.includes(name) && [...named.values()].some((names) => names.has(name)))
        .map((name) => `${path} .${name}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe.each(locales)('in %s', (locale) => {
  const scheme = { 'zh-CN': 'light', en: 'dark' } as const;

  test('nothing is wider than a phone, nothing is refused by the security policy, nothing comes from elsewhere', async () => {
    const context = await here.browser.newContext({ viewport: PHONE, colorScheme: scheme[locale] });
    const wrong: string[] = [];
    for (const path of pageTypes()) {
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && wrong.push(`${path}: ${message.text()}`));
      page.on('pageerror', (error) => wrong.push(`${path}: ${error.message}`));
      page.on(
        'request',
        (request) => request.url().startsWith(here.url) || wrong.push(`${path}: ${request.url()}`),
      );
      await page.goto(here.url + prefix[locale] + path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) wrong.push(`${path}: ${width} px wide`);
      await page.close();
    }
    expect(wrong).toEqual([]);
  });

  test('a role’s page shows the limit that the decision right states', async () => {
    const right = handbook.get('decision-right', 'complaint-settlement')!;
    const page = await here.open(`${prefix[locale]}roles/waiter/`);
    const grant = right.data.grants!.find(({ role }) => role === 'waiter')!;
    const limit = parseLimit(grant.limit!);
    const shown = limit.ok ? formatQuantity(limit.value, locale) : '';
    const name = handbook.text(right.data.name, locale)!.text;
    const rung = page.locator('.ladder > li').filter({ has: page.getByRole('link', { name, exact: true }) });
    expect(await rung.locator('.limit strong').textContent()).toBe(shown);
    const size = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize));
    expect(await size('.limit strong')).toBeGreaterThan(await size('.ladder .who'));
    expect(await size('.limit strong')).toBeGreaterThanOrEqual(await size('h1'));
  });
});

describe('the switch of the language', () => {
  test('stays on the page, there and back', async () => {
    const page = await here.open('processes/check-in/');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(`${here.url}en/processes/check-in/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: '中文' }).click();
    await page.waitForURL(`${here.url}processes/check-in/`);
  });
});

describe('the search', () => {
  const questions = [
    { start: '', keys: '/', query: '投诉赔付', expected: 'decision-rights/complaint-settlement/' },
    { start: '', keys: 'Control+k', query: '入住办理时限', expected: 'standards/checkin-duration/' },
    {
      start: 'roles/waiter/',
      keys: '/',
      query: 'late check-out',
      expected: 'decision-rights/late-check-out/',
    },
    {
      start: 'en/',
      keys: '/',
      query: 'complaint settlement',
      expected: 'en/decision-rights/complaint-settlement/',
    },
    {
      start: 'en/company/',
      keys: 'Control+k',
      query: 'check-in time limit',
      expected: 'en/standards/checkin-duration/',
    },
  ];

  test.each(questions)(
    '$query, from “$start” with the keyboard alone',
    async ({ start, keys, query, expected }) => {
      const page = await here.open(start);
      await page.keyboard.press(keys);
      await page.keyboard.type(query);
      await page.locator('[role=option]').first().waitFor();
      const hrefs = () =>
        page
          .locator('[role=option]')
          .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
      await poll(async () => (await hrefs()).indexOf(here.url + expected)).toBeGreaterThanOrEqual(0);
      expect((await hrefs()).indexOf(here.url + expected)).toBeLessThan(3);
      for (let press = 0; press <= (await hrefs()).indexOf(here.url + expected); press++)
        await page.keyboard.press('ArrowDown');
      const active = await page.locator('#_search-query').getAttribute('aria-activedescendant');
      expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
      await page.waitForURL(here.url + expected);
    },
  );

  test('loads nothing before a reader reaches for it, and says how much it found', async () => {
    const page = await here.browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(here.url);
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => url.includes('pagefind'))).toEqual([]);
    await page.locator('[data-search]').first().click();
    await page.keyboard.type('投诉');
    await page.locator('[role=option] mark').first().waitFor();
    await poll(() => page.getByRole('status').textContent()).toMatch(/^\d+ 条结果$/);
    expect(requests.filter((url) => !url.startsWith(here.url))).toEqual([]);
  });

  test.each([
    { start: '', query: '谁能批准退款', locale: 'zh-CN' },
    { start: 'en/', query: 'who may approve a refund', locale: 'en' },
  ])('answers “$query” with the right and its limits', async ({ start, query, locale }) => {
    const right = handbook.get('decision-right', 'refund')!;
    const limit = parseLimit(right.data.grants![0]!.limit!);
    const page = await here.open(start);
    await page.keyboard.press('/');
    await page.keyboard.type(query);
    const first = page.locator('[role=option]').first();
    const name = handbook.text(right.data.name, locale)!.text;
    await poll(() => first.locator('.search-title').textContent()).toBe(name);
    expect(await first.textContent()).toContain(limit.ok ? formatQuantity(limit.value, locale) : '');
  });

  test('finds pages of the other language, marked as such and below the reader’s own', async () => {
    const page = await here.open('');
    await page.keyboard.press('/');
    await page.keyboard.type('complaint');
    const foreign = page.locator('[role=option][lang=en]');
    await foreign.first().waitFor();
    const order = await page
      .locator('[role=option]')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).lang));
    expect(order).toEqual([...order].sort((a, b) => Number(a === 'en') - Number(b === 'en')));
  });

  test('says that nothing was found, closes with Escape and gives the focus back', async () => {
    const page = await here.open('en/');
    const link = page.locator('.bar [data-search]');
    await link.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('qqzzxx');
    await poll(() => page.getByRole('status').textContent()).toContain('Nothing found for “qqzzxx”');
    await page.keyboard.press('Escape');
    expect(await page.locator('#_search').evaluate((each) => (each as HTMLDialogElement).open)).toBe(false);
    expect(await link.evaluate((each) => each === document.activeElement)).toBe(true);
  });

  test('has no violation of its own while it is open', async () => {
    const page = await here.open('');
    await page.keyboard.press('/');
    await page.keyboard.type('投诉');
    await page.locator('[role=option]').first().waitFor();
    expect(await violationsOn(page, { within: '#_search' })).toEqual([]);
  });

  test('works under a base path', async () => {
    const running = await serve(below.folder, { port: 0, base: '/handbook/' });
    const page = await here.browser.newPage();
    await page.goto(running.url);
    await page.keyboard.press('/');
    await page.keyboard.type('投诉赔付');
    await page.locator('[role=option]').first().click();
    await page.waitForURL(/\/handbook\/[a-z-]+\/[a-z-]+\/$/);
    expect(await page.locator('h1').textContent()).toMatch(/投诉|赔付/);
    await running.close();
  });

  test('without scripts leads to a list of everything', async () => {
    const page = await here.open('', { javaScriptEnabled: false });
    await page.locator('main [data-search]').click();
    await page.waitForURL((url) => url.pathname === '/all/');
    expect(await page.locator('main a').count()).toBeGreaterThan(handbook.entities.length);
  });
});

describe('an address that leads nowhere', () => {
  test('is answered in every language, with a way on', async () => {
    const page = await here.browser.newPage();
    const response = await page.goto(`${here.url}no/such/page/`);
    expect(response?.status()).toBe(404);
    expect(await page.locator('main [lang=en]').textContent()).toContain('does not exist');
    expect(await page.locator('h1').textContent()).toBe('没有这个页面');
  });
});

describe('a hostile handbook, published by force', () => {
  const attack = '<script>alert(1)</script><img src=x onerror=alert(1)>';

  test('comes out as harmless text, and says that it has errors', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loopbook-hostile-'));
    const files = {
      ...teaHouse,
      'roles/server.yaml': `name: ${JSON.stringify(attack)}\nowner: manager\nunit: hall\ncommitment: ${JSON.stringify(`\u202E${attack}`)}\n`,
      'tools/till.yaml': `name: Till\nowner: manager\ntype: pos\npurpose: ${JSON.stringify('long'.repeat(400))}\nurl: 'javascript:alert(1)'\n`,
      'guides/welcome.mdx': `---\nname: 迎客\nowner: manager\ntype: script\nroles: [all]\n---\n\n${attack}\n\n[x](javascript:alert(1)) <svg onload="alert(1)" />\n`,
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const built = await buildSite({ handbook: folder, force: true });
    const running = await serve(built.folder, { port: 0 });
    const page = await here.browser.newPage({ viewport: PHONE });
    const wrong: string[] = [];
    page.on('dialog', (dialog) => {
      wrong.push(dialog.message());
      void dialog.dismiss();
    });
    for (const path of ['', 'roles/server/', 'tools/till/', 'guides/welcome/', 'all/']) {
      await page.goto(running.url + path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) wrong.push(`${path}: ${width} px wide`);
      const programs = await page
        .locator(
          'main script:not([src^="/_assets/"]), main [onerror], main [onload], main svg[onload], a[href^="javascript:"]',
        )
        .count();
      if (programs > 0) wrong.push(`${path}: ${programs} programs`);
    }
    expect(await page.locator('.forced[role=note]').textContent()).toMatch(/已知错误/);
    await page.goto(`${running.url}roles/server/`);
    expect(await page.locator('h1').textContent()).toBe(attack);
    await page.keyboard.press('/');
    await page.keyboard.type('script');
    await page.locator('[role=option]').first().waitFor();
    expect(wrong).toEqual([]);
    await running.close();
    await built.remove();
    await rm(folder, { recursive: true });
  });

  test('is not published without force', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loopbook-broken-'));
    await writeFile(join(folder, 'loopbook.yaml'), 'title: Broken\nlocales: [en]\nnonsense: 1\n');
    await expect(buildSite({ handbook: folder })).rejects.toThrow(/loopbook lint/);
    await rm(folder, { recursive: true });
  });
});

// helpers

function stylesAndScriptsIn(html: string): string[] {
  return [...new Set(addressesIn(html).filter((address) => /\.(?:css|js)$/.test(address)))];
}

/** The classes that begin a selector of a style sheet: those after them are told apart by where they stand. */
function classesIn(css: string): Set<string> {
  return new Set([...css.matchAll(/[{},]\s*\.([a-z][a-z0-9-]*)(?=[^{}]*\{)/g)].map(([, name]) => name!));
}

/** One page of every type: the first of each kind, a list of each shape, and those that are alone. */
function pageTypes(): string[] {
  const kinds = kindNames.flatMap((kind) => {
    const first = handbook.all(kind)[0];
    if (!first) return [];
    const page = pathOf({ type: 'entity', kind, id: first.id });
    return [page];
  });
  const others = [
    'roles',
    'decision-rights',
    'roles/waiter',
    'processes/check-in',
    'glossary',
    'rules',
    'rules/ownership/owner',
    'demands',
    'writing',
    'all',
  ];
  return ['', ...[...others, ...kinds].map((path) => `${path}/`)];
}

function brokenIn({ pages, folder, base }: BuiltSite): string[] {
  const ids = new Map([...pages].map(([path, html]) => [path, new Set(idsIn(html))]));
  const broken = new Set<string>();
  for (const [path, html] of pages) {
    for (const address of new Set(addressesIn(html))) {
      if (/^(?:https?|mailto|tel|data):/.test(address)) continue;
      const [named = '', anchor] = address.split('#');
      const file = named.replace(/\?.*$/, '');
      const target =
        file === '' ? path : file.startsWith(base) ? decodeURIComponent(file.slice(base.length)) : undefined;
      const known = target !== undefined && (ids.has(target) || existsSync(join(folder, target)));
      if (!known || (anchor && !ids.get(target)?.has(decodeURIComponent(anchor))))
        broken.add(`${path} → ${address}`);
    }
  }
  return [...broken];
}
