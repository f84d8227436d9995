import { hash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import type { EarlierRun } from '../../linter/graph/earlier.ts';
import type { FileSource } from '../../linter/graph/source.ts';
import {
  buildHandbook,
  type ClaimList,
  type Coverage,
  type Handbook,
  kindNames,
} from '../../linter/index.ts';
import { diskSource } from '../../linter/node.ts';
import { menuOf } from '../../site/data/menu.ts';
import { pageOf, viewOf } from '../../site/data/view.ts';
import { gather } from '../../site/publish.ts';
import { editAtRandom } from '../cache/edits.ts';
import { sourceOf } from '../cache/runs.ts';
import { randomFrom } from '../mutations/random.ts';
import { TODAY } from '../support/handbook.ts';

const root = join(import.meta.dirname, '../..');
const handbooks = ['linter/starters/clinic', 'linter/starters/restaurant', 'policies'];

/** How many edits each handbook gets; more for a long run. */
const steps = Number(process.env.LOOPBOOK_EDITS ?? 12);
const seed = Number(process.env.LOOPBOOK_SEED ?? 1);

// Pages of entities look at neither.
const open = { claims: {} as ClaimList, coverage: {} as Coverage };

describe.each(handbooks)('%s', (folder) => {
  test('after any edit, a page that read nothing of what changed shows what it showed', () => {
    const random = randomFrom(seed * 15_485_863 + handbooks.indexOf(folder));
    const texts = textsIn(folder);
    const first = opened(sourceOf(texts));
    const before = pagesOf(first);
    const menu = menusOf(first);
    const earlier = deserialize(serialize(first.remember()));
    let [kept, all] = [0, 0];
    for (let step = 0; step < steps; step++) {
      const [name, changed] = editAtRandom(texts, first, random);
      const now = opened(sourceOf(changed), earlier);
      // Every page shows the menu: where it is another, none is kept.
      if (menusOf(now) !== menu) continue;
      const clean = [...before].filter(([, { reads }]) => now.answers.areClean(reads));
      const after = pagesOf(now);
      kept += clean.length;
      all += after.size;
      for (const [path, { text }] of clean)
        if (after.get(path)?.text !== text) expect(after.get(path)?.text, `${name}: ${path}`).toBe(text);
    }
    expect(kept / all).toBeGreaterThan(0.25);
  }, 300_000);
});

// helpers

interface Made {
  text: string;
  reads: readonly number[];
}

function textsIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    diskSource(join(root, folder)).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
  );
}

function opened(source: FileSource, earlier?: EarlierRun): Handbook {
  return buildHandbook(source, {
    clock: TODAY,
    digest: (text) => hash('sha256', text),
    ...(earlier && { earlier }),
  });
}

function viewsOf(handbook: Handbook) {
  return handbook.locales.map((locale) => viewOf(handbook, locale, { base: '/', site }));
}

const site = new URL('https://example.com');

function menusOf(handbook: Handbook): string {
  return JSON.stringify(viewsOf(handbook).map(menuOf));
}

/** What every page of an entity shows, in all languages, and what it read. */
function pagesOf(handbook: Handbook): Map<string, Made> {
  const pages = new Map<string, Made>();
  for (const view of viewsOf(handbook)) {
    menuOf(view);
    for (const kind of kindNames) {
      for (const entity of handbook.all(kind)) {
        const [page, reads] = handbook.reads.recorded(() => gather(view, pageOf(entity), open));
        pages.set(`${view.locale} ${entity.key}`, { text: JSON.stringify(page), reads });
      }
    }
  }
  return pages;
}
