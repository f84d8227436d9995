import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { partOf, partsFor } from '../../site/search/parts.ts';
import { isSearchRecord, SearchIndex, type SearchRecord } from '../../site/search/search-index.ts';
import { searchable } from '../../site/search/searchable.ts';
import { folderOf, removeFolders } from '../cli/cli.ts';

const PARTS = 3;
const locales = ['en', 'zh-CN'];
const paths = Array.from({ length: 40 }, (_, index) => `sops/sop-${index}/index.html`);
const all = [...paths, ...paths.map((path) => `zh-CN/${path}`)];

const texts = (): Map<string, string> =>
  new Map(all.map((path) => [path, pageOf(path, `Counter of ${path}`)]));

afterAll(removeFolders);

describe('an index in parts', () => {
  test('has every page in the part that its path alone decides', async () => {
    const { out, record } = await built(texts());
    expect(Object.keys(record.bundles).sort()).toEqual(['en', 'en-2', 'en-3', 'zh-CN', 'zh-CN-2', 'zh-CN-3']);
    const found = Object.values(record.bundles).flatMap(({ pages }) => Object.keys(pages));
    expect(found.sort()).toEqual([...all].sort());
    for (const { pages } of Object.values(record.bundles))
      expect(new Set(Object.keys(pages).map((path) => partOf(path, PARTS))).size).toBe(1);
    expect(fragmentsIn(out).length).toBe(all.length);
  });

  test('one changed page costs its part, and the index is as if made from nothing', async () => {
    const first = await built(texts());
    const before = written(first.out);
    const now = texts().set(paths[7]!, pageOf(paths[7]!, 'Another text'));
    const second = await built(now, { ...first, changed: [paths[7]!] });
    expect(changedIn(before, second.out)).toEqual([bundleOf(paths[7]!, second.record)]);
    await expectAsFromNothing(now, second);
  });

  test('pages that come, go, or come out the same', async () => {
    const first = await built(texts());
    const before = written(first.out);
    const now = texts();
    now.delete(paths[3]!);
    now.set('sops/new/index.html', pageOf('sops/new/index.html', 'New'));
    const second = await built(now, { ...first, changed: [paths[5]!, 'sops/new/index.html'] });
    const expected = [bundleOf(paths[3]!, first.record), bundleOf('sops/new/index.html', second.record)];
    expect(changedIn(before, second.out)).toEqual([...new Set(expected)].sort());
    await expectAsFromNothing(now, second);
  });

  test('a part of which somebody took a file is made anew', async () => {
    const first = await built(texts());
    rmSync(join(first.out, fragmentsIn(first.out)[0]!));
    await expectAsFromNothing(texts(), await built(texts(), { ...first, changed: [] }));
  });

  test('another number of parts, or a record that is none, makes everything anew', async () => {
    const first = await built(texts());
    const other = { ...first, record: { ...first.record, parts: 2 } };
    await expectAsFromNothing(texts(), await built(texts(), { ...other, changed: [] }));
    for (const broken of [
      undefined,
      null,
      3,
      {},
      { parts: 3 },
      { parts: 3, bundles: { en: {} } },
      { parts: 3, bundles: { '../..': { pages: {}, files: '' } } },
    ])
      expect(isSearchRecord(broken)).toBe(false);
    expect(isSearchRecord(JSON.parse(JSON.stringify(first.record)))).toBe(true);
  });

  test('a part that no page belongs to any more is gone', async () => {
    const first = await built(texts());
    const now = new Map([...texts()].filter(([path]) => partOf(path, PARTS) !== 2));
    const second = await built(now, { ...first, changed: [] });
    expect(Object.keys(second.record.bundles).sort()).toEqual(['en', 'en-2', 'zh-CN', 'zh-CN-2']);
    await expectAsFromNothing(now, second);
  });
});

test('a handbook of everyday size has one part', () => {
  expect([0, 1, 2000, 2001, 7000].map(partsFor)).toEqual([1, 1, 1, 2, 4]);
});

// helpers

interface Built {
  out: string;
  record: SearchRecord;
}

/** A site whose pages are these, indexed; after an earlier one if there is one, of which all but some pages stay. */
async function built(
  pages: ReadonlyMap<string, string>,
  earlier?: Built & { changed: readonly string[] },
): Promise<Built> {
  const out = earlier?.out ?? folderOf({}, 'site');
  const again = (path: string) => !earlier || earlier.changed.includes(path);
  const stay = [...pages.keys()].filter((path) => !again(path));
  const index = new SearchIndex({
    out,
    locales,
    parts: PARTS,
    stay,
    ...(earlier && { earlier: earlier.record }),
  });
  const inOrder = [...pages].sort(([a], [b]) => partOf(a, PARTS) - partOf(b, PARTS));
  for (const [path, html] of inOrder) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), html);
    if (again(path)) await index.add(path, searchable(Buffer.from(html))!);
  }
  return { out, record: await index.finish() };
}

async function expectAsFromNothing(
  pages: ReadonlyMap<string, string>,
  { out, record }: Built,
): Promise<void> {
  const anew = await built(pages);
  expect(fragmentsIn(out)).toEqual(fragmentsIn(anew.out));
  const pagesOf = ({ bundles }: SearchRecord) =>
    Object.entries(bundles).map(([name, { pages }]) => [name, pages]);
  expect(Object.fromEntries(pagesOf(record))).toEqual(Object.fromEntries(pagesOf(anew.record)));
}

function pageOf(path: string, text: string): string {
  const lang = path.startsWith('zh-CN/') ? 'zh-CN' : 'en';
  return `<!doctype html><html lang="${lang}"><body><main data-pagefind-body><h1>${path}</h1><p>${text}</p></main></body></html>`;
}

/** What the index holds of each page, by files that are named after a digest of it. */
function fragmentsIn(out: string): string[] {
  return [...written(out).keys()].filter((file) => file.includes('/fragment/')).sort();
}

/** When each file of the index was written, in nanoseconds. */
function written(out: string): Map<string, bigint> {
  const files = readdirSync(join(out, 'pagefind'), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => relative(out, join(each.parentPath, each.name)).split(sep).join('/'));
  return new Map(files.map((file) => [file, statSync(join(out, file), { bigint: true }).mtimeNs]));
}

/** The bundles of which a file was written since. */
function changedIn(before: ReadonlyMap<string, bigint>, out: string): string[] {
  const changed = [...written(out)].filter(([file, time]) => before.get(file) !== time);
  return [...new Set(changed.map(([file]) => file.split('/')[1]!))].sort();
}

function bundleOf(path: string, { bundles }: SearchRecord): string {
  return Object.entries(bundles).find(([, { pages }]) => path in pages)![0];
}
