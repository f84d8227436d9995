import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchable } from '../../site/search/searchable.ts';
import { type BuiltSite, buildSite, pageTypesOf } from '../site/built-site.ts';

let site: BuiltSite;

beforeAll(async () => {
  site = await buildSite();
});

afterAll(async () => {
  await close();
  await site?.remove();
});

describe('what the search indexes of a page', () => {
  test('is all that the indexer takes from the whole page', async () => {
    const pages = await Promise.all(
      pageTypesOf(site).map(async (path) => {
        const file = path.endsWith('.html') ? path : `${path}index.html`;
        return { file, html: await readFile(join(site.folder, file)) };
      }),
    );
    const found = pages.filter(({ html }) => searchable(html) !== undefined);
    expect(found.length).toBeGreaterThan(10);
    const whole = await indexed(found.map(({ file, html }) => [file, html]));
    const parts = await indexed(found.map(({ file, html }) => [file, searchable(html)!]));
    expect(parts).toEqual(whole);
  });

  test('leaves out pages that are not to be found', () => {
    const page = (main: string) => Buffer.from(`<!doctype html><html lang="en"><body>${main}</body></html>`);
    expect(searchable(page('<p>no content</p>'))).toBeUndefined();
    expect(searchable(page('<main>a list</main>'))).toBeUndefined();
    expect(searchable(page('<main data-pagefind-body>a text'))).toBeUndefined();
  });
});

// helpers

/** The bytes of every file of an index, by path. */
async function indexed(pages: readonly (readonly [file: string, html: string | Buffer])[]) {
  const { index } = await createIndex({});
  for (const [sourcePath, content] of pages) {
    const { errors } = await index!.addHTMLFile({ sourcePath, content: content.toString() });
    expect(errors).toEqual([]);
  }
  const { files } = await index!.getFiles();
  await index!.deleteIndex();
  return Object.fromEntries(
    files.map(({ path, content }) => [path, Buffer.from(content).toString('base64')]),
  );
}
