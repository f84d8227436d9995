import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadHandbook } from '../../linter/node.ts';
import { pageTypesOf } from '../site/built-site.ts';
import { openSite, PHONE } from './open-site.ts';

/**
 * Each would set `window.hit`, call another host, end the place it stands in, or turn the text around it.
 * Words of every field of the example begin with one of them.
 */
const attacks = [
  '<script>window.hit=1</script>',
  '<img src=x onerror="window.hit=2">',
  '"\'><svg onload=window.hit=3><a href="javascript:window.hit=3">',
  '</title></style></textarea></script><script>window.hit=4</script>',
  '[x](javascript:window.hit=5) ![x](https://elsewhere.example/x.png)',
  '{{constructor.constructor("window.hit=6")()}}{window.hit=6}',
  '\u202Egnp.exe\u2066\u0007\u001B[31mred\u001B[0m',
  'x\nEND:VEVENT\nBEGIN:VALARM\n# heading\n---\n]]>--><script>window.hit=7</script>',
  '&lt;script&gt;window.hit=8&lt;/script&gt;&#0;',
  'null undefined __proto__ constructor NaN [object Object]',
  'W'.repeat(150),
];

const body = `
<script>window.hit=9</script>

[x](javascript:window.hit=9) [y](//elsewhere.example/) [z](data:text/html,hit) ![x](https://elsewhere.example/y.png)

<img src="https://elsewhere.example/z.png" onerror="window.hit=9" />

<iframe src="https://elsewhere.example/" />

${'长'.repeat(10_000)} ${'W'.repeat(10_000)}

| a | b |
| --- | --- |
| ${'W'.repeat(400)} | ${'长'.repeat(400)} |

    ${'code'.repeat(400)}
`;

let folder: string;
let names: ReadonlyMap<string, string>;

const here = openSite(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loopbook-hostile-'));
  cpSync('policies', folder, { recursive: true });
  spoil(folder);
  const handbook = await loadHandbook(folder);
  names = new Map(
    handbook.all('role').map((role) => [role.id, handbook.text(role.data.name, 'zh-CN')?.text ?? '']),
  );
  return { handbook: folder, force: true };
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('a handbook whose every word is an attack, published by force', () => {
  test('runs nothing, calls nobody and fits a phone, on every type of page', async () => {
    const page = await here.browser.newPage({ viewport: PHONE });
    const wrong: string[] = [];
    let at = '';
    page.on('dialog', (dialog) => {
      wrong.push(`${at}: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(here.url)) wrong.push(`${at}: ${request.url()}`);
    });
    for (at of pageTypesOf(here.site)) {
      await page.goto(here.url + at);
      wrong.push(...(await page.evaluate(inspect)).map((what) => `${at}: ${what}`));
    }
    expect(wrong).toEqual([]);
  });

  test('shows names as they were written', async () => {
    expect([...names.values()].some((name) => name.includes('<script>'))).toBe(true);
    const page = await here.browser.newPage();
    const shown: [string, string | null][] = [];
    for (const [id] of [...names].slice(0, attacks.length)) {
      await page.goto(`${here.url}roles/${id}/`);
      shown.push([id, words(await page.locator('h1').textContent())]);
    }
    expect(shown).toEqual([...names].slice(0, attacks.length).map(([id, name]) => [id, words(name)]));
  });

  test('is searched without harm', async () => {
    const page = await here.open('');
    await page.keyboard.press('/');
    await page.keyboard.type('script');
    await page.locator('[role=option]').first().waitFor();
    expect(await page.evaluate(inspect)).toEqual([]);
  });

  test('keeps its role’s page on the front door harmless', async () => {
    const page = await here.open('');
    await page.locator('[data-roles] a').first().click();
    await page.goto(here.url);
    await page.locator('[data-my-page] h2').waitFor();
    expect(await page.evaluate(inspect)).toEqual([]);
  });

  test('leaves files for programs well-formed, and no attack with power in them', () => {
    const wrong: string[] = [];
    for (const [file, text] of filesOf(here.site.folder)) {
      if (file.endsWith('.json')) JSON.parse(text);
      if (/\.(?:xml|bpmn)$/.test(file)) wrong.push(...notWellFormed(text).map((why) => `${file}: ${why}`));
      if (file.endsWith('.ics')) wrong.push(...notCalendar(text).map((line) => `${file}: ${line}`));
      if (/\.(?:md|txt)$/.test(file) && !/(?:^|\/)(?:sops|guides|rules|writing|reference)\//.test(file))
        wrong.push(...powerIn(text).map((line) => `${file}: ${line}`));
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});

// helpers

/** Puts an attack before every text of every entry, and hostile contents into every body. */
function spoil(root: string): void {
  let count = 0;
  const spoilt = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => spoilt(each, key));
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoilt(each, name)]));
    if (typeof value !== 'string' || !isText(value, key)) return value;
    count += 1;
    return `${attacks[count % attacks.length]}${value}`.slice(0, 190);
  };
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const path = join(root, file);
    if (file.endsWith('.yaml')) {
      const data = spoilt(parse(readFileSync(path, 'utf8')), '') as Record<string, unknown>;
      if (file.startsWith('tools')) data.url = 'javascript:window.hit=10';
      writeFileSync(path, stringify(data));
    }
    if (file.endsWith('.mdx')) writeFileSync(path, `${readFileSync(path, 'utf8')}\n${body}`);
  }
}

/** Words, as opposed to ids, quantities and addresses. */
function isText(value: string, key: string): boolean {
  if (['url', 'branch', 'folder', 'timezone', 'email'].includes(key)) return false;
  return /\p{Script=Han}/u.test(value) || (key === 'en' && !/^[<>=]*\s*\d/.test(value));
}

/** What a page must not hold or have done; runs in the page. */
function inspect(): string[] {
  const wrong: string[] = [];
  if ('hit' in window) wrong.push(`ran attack ${String(window.hit)}`);
  const width = document.documentElement.scrollWidth;
  if (width > innerWidth) wrong.push(`${width} px wide`);
  for (const each of document.querySelectorAll('*')) {
    for (const { name, value } of each.attributes) {
      if (/^on/i.test(name)) wrong.push(`<${each.tagName} ${name}>`);
      const leads = ['href', 'src', 'action', 'xlink:href'].includes(name);
      if (name === 'src' && new URL(value, location.href).origin !== location.origin)
        wrong.push(`<${each.tagName} src="${value.slice(0, 60)}">`);
      if (leads && /^\s*(?:javascript|data|vbscript):/i.test(value))
        wrong.push(`<${each.tagName} ${name}="${value.slice(0, 60)}">`);
    }
  }
  const foreign = document.querySelectorAll(
    'main script:not([src]):not([type=module]), iframe, object, embed, base',
  );
  for (const each of foreign) wrong.push(each.outerHTML.slice(0, 80));
  return wrong;
}

function filesOf(root: string): [string, string][] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|txt|json|xml|ics|bpmn)$/.test(file) && !file.startsWith('pagefind'))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]);
}

/** White space is the browser's affair. */
function words(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function notWellFormed(text: string): string[] {
  const errors: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => errors.push(error.message));
  parser.write(text).close();
  return errors;
}

/** Lines that are no property, and components nobody asked for. */
function notCalendar(text: string): string[] {
  const lines = text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter(Boolean);
  return lines.filter(
    (line) => !/^[A-Z-]+[:;]/.test(line) || /^BEGIN:(?!VCALENDAR|VEVENT|VTIMEZONE)/.test(line),
  );
}

/** Tags, links that run and headings that an author's field brought into Markdown. */
function powerIn(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /(?<!\\)<(?:script|img|svg)|(?<!\\)\]\(javascript:|^# heading|^---x/.test(line));
}
