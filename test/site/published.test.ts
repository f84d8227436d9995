import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadHandbook } from '../../linter/node.ts';
import { addressesIn, type BuiltSite, buildSite, idsIn } from './built-site.ts';

const base = '/handbook/';
const handbook = await loadHandbook('policies');
const origin = handbook.settings.site!.url!;

let site: BuiltSite;
/** Every file that is read by people or programs, by its path; the search's own index is not. */
let texts: ReadonlyMap<string, string>;

beforeAll(async () => {
  site = await buildSite({ base });
  const read = /\.(?:html|md|txt|json|xml|ics|bpmn)$/;
  const files = readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => read.test(file) && !file.startsWith('pagefind/'));
  texts = new Map(files.map((file) => [file, readFileSync(join(site.folder, file), 'utf8')]));
});

afterAll(() => site?.remove());

describe('what is published under a base path', () => {
  test('names only addresses and anchors that exist, in pages and in files for programs', () => {
    const anchors = new Map([...site.pages].map(([path, html]) => [path, new Set(idsIn(html))]));
    const counts: Record<string, number> = {};
    const broken = new Set<string>();
    for (const [file, text] of texts) {
      for (const address of ownAddresses(file, text)) {
        counts[extname(file)] = (counts[extname(file)] ?? 0) + 1;
        const [path = '', anchor] = decodeURI(address.replace(/\?[^#]*/, '')).split('#');
        const target = path === '' ? file.replace(/index\.html$/, '') : path.slice(base.length);
        const known =
          (path === '' || path.startsWith(base)) &&
          (anchors.has(target) || existsSync(join(site.folder, target)));
        if (!known || (anchor && anchors.has(target) && !anchors.get(target)!.has(anchor)))
          broken.add(`${file} → ${address}`);
      }
    }
    expect([...broken]).toEqual([]);
    // Every form of file has been read, and names something.
    for (const form of ['.html', '.md', '.txt', '.json', '.xml', '.ics'])
      expect(counts[form], form).toBeGreaterThan(30);
  });

  test('is named in the sitemap, every page in every language', () => {
    const map = [...texts].filter(([file]) => /^sitemap-\d+\.xml$/.test(file)).map(([, text]) => text);
    const listed = [...map.join('').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
    const pages = [...site.pages.keys()].filter((path) => path !== '404.html');
    expect(new Set(listed)).toEqual(new Set(pages.map((path) => `${origin}${base}${path}`)));
  });

  test('names itself, and its own in every other language', () => {
    const wrong = [...site.pages].filter(([path, html]) => {
      if (path === '404.html') return false;
      const own = path.replace(/^en\//, '');
      const links = [...html.matchAll(/<link rel="(?:canonical|alternate)"[^>]*>/g)].join('');
      const named = [...links.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, a, b]) => `${a} ${b}`);
      const expected = [
        `zh-CN ${origin}${base}${own}`,
        `en ${origin}${base}en/${own}`,
        `x-default ${origin}${base}${own}`,
      ];
      return (
        !links.includes(`rel="canonical" href="${origin}${base}${path}"`) ||
        named.join() !== expected.join() ||
        !/<meta name="description" content="[^"]+"/.test(html)
      );
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  test('is valid HTML', () => {
    const validator = new HtmlValidate(new StaticConfigLoader({ root: true, ...strict }));
    const wrong = [...site.pages].flatMap(([path, html]) =>
      validator
        .validateStringSync(html, path)
        .results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, selector }) => `${path}: ${ruleId}: ${message} (${selector})`),
        ),
    );
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  test('is well-formed XML where it is XML', () => {
    const files = [...texts].filter(([file]) => /\.(?:xml|bpmn)$/.test(file));
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(([file, text]) => notWellFormed(text).map((why) => `${file}: ${why}`))).toEqual([]);
  });
});

// helpers

/** All that html-validate recommends, but for what is meant otherwise here. */
const strict: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // Ids that begin with “_” are the site's; no author can write one.
    'valid-id': ['error', { relaxed: true }],
    // Rows of a table that are blocks on a phone would no longer be rows to those who listen.
    'no-redundant-role': 'off',
    // A combobox's list is no select; a frame that scrolls is a region without being a section of the text.
    'prefer-native-element': ['error', { exclude: ['listbox', 'region'] }],
  },
};

/** The addresses of this site that a file names, from the base on. */
function ownAddresses(file: string, text: string): Set<string> {
  // Lines of a calendar are folded.
  const whole = file.endsWith('.ics') ? text.replace(/\r?\n /g, '') : text;
  const found = new Set<string>();
  const add = (address: string) => {
    const own = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
    if (!/^(?:[a-z][a-z\d+.-]*:|\?)/i.test(own)) found.add(own);
  };
  if (file.endsWith('.html')) addressesIn(text).forEach(add);
  if (/\.(?:md|txt)$/.test(file)) for (const [, address] of whole.matchAll(/\]\(([^)\s]+)\)/g)) add(address!);
  for (const [address] of whole.matchAll(anywhere)) add(address.replace(/&amp;/g, '&'));
  return found;
}

/** Wherever the base stands after what is no part of another address. */
const anywhere = new RegExp(`(?:${origin}|(?<![\\w./-]))${base}[^\\s"'<>()\\\\，。；、]*`, 'g');

function notWellFormed(text: string): string[] {
  const errors: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => errors.push(error.message));
  parser.write(text).close();
  return errors;
}
