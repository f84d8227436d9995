/** Pagefind in the browser, as far as it is used here: one index a locale, loaded when first asked. */
import { besides, type Counts, facets, type Narrowed } from './narrow.ts';
import { bundleName } from './parts.ts';

interface PagefindResult {
  data(): Promise<PageData>;
}

interface PagefindFound {
  results: PagefindResult[];
  /** How many of the results have each value of each filter. */
  filters: Record<string, Record<string, number>>;
}

interface PagefindInstance {
  /** Takes in the index of another folder: results come from both, best first. */
  mergeIndex(path: string, options: PagefindOptions): Promise<void>;
  /** Loads the filters, without which results are not counted by them. */
  filters(): Promise<unknown>;
  search(query: string, options?: { filters: Narrowed }): Promise<PagefindFound | null>;
}

interface PagefindOptions {
  basePath: string;
  baseUrl: string;
  excerptLength: number;
  ranking: { metaWeights: Record<string, number>; pageLength: number };
}

interface PagefindModule {
  createInstance(options: PagefindOptions): PagefindInstance;
}

/** What a page is called counts most; the name of its kind hardly, since many pages share it. */
const ranking = { metaWeights: { title: 8, keywords: 4, kind: 0.1 }, pageLength: 0.3 };

interface PageData {
  url: string;
  /** HTML of the engine's own making: escaped text with `<mark>`. */
  excerpt: string;
  meta: Record<string, string>;
}

export interface Hit {
  url: string;
  title: string;
  kind: string;
  locale: string;
  excerpt: string;
}

export interface Hits {
  total: number;
  counts: Counts;
  /** The next hits, best first. */
  load(count: number): Promise<Hit[]>;
}

const instances = new Map<string, Promise<PagefindInstance>>();

/** Where the indexes lie. */
export interface Place {
  base: string;
  /** How many each locale has (parts.ts). */
  parts: number;
}

/** Begins to load the indexes, so that they are there when the reader has typed on. */
export function warmUp(place: Place, locales: readonly string[]): void {
  // What cannot be loaded is told by the search itself.
  for (const locale of locales) instanceOf(place, locale).catch(() => undefined);
}

/** The pages whose texts meet a question. Fails where the index cannot be loaded. */
export async function searchIn(
  place: Place,
  locale: string,
  query: string,
  narrowed: Narrowed,
): Promise<Hits> {
  const instance = await instanceOf(place, locale);
  const found = await instance.search(query, { filters: chosen(narrowed) });
  const results = found?.results ?? [];
  let next = 0;
  return {
    total: results.length,
    counts: await countsIn(instance, query, narrowed, found),
    load: async (count) => {
      const some = results.slice(next, next + count);
      next += count;
      const pages = await Promise.all(some.map((result) => result.data()));
      return pages.map(({ url, excerpt, meta }) => ({
        url,
        excerpt,
        title: meta.title ?? url,
        kind: meta.kind ?? '',
        locale,
      }));
    },
  };
}

// helpers

/** What each value would leave, given what is chosen of the other facets. */
async function countsIn(
  instance: PagefindInstance,
  query: string,
  narrowed: Narrowed,
  found: PagefindFound | null,
): Promise<Counts> {
  const counts: Counts = { kind: {}, unit: {}, role: {} };
  for (const facet of facets) {
    const open = narrowed[facet] === undefined;
    const left = open ? found : await instance.search(query, { filters: chosen(besides(narrowed, facet)) });
    counts[facet] = left?.filters[facet] ?? {};
  }
  return counts;
}

/** Without the facets that are left open: the engine takes an absent value for one that no page has. */
function chosen(narrowed: Narrowed): Narrowed {
  return Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== undefined));
}

function instanceOf(place: Place, locale: string): Promise<PagefindInstance> {
  let instance = instances.get(locale);
  if (!instance) {
    instance = start(place, locale);
    instances.set(locale, instance);
    instance.catch(() => instances.delete(locale));
  }
  return instance;
}

async function start({ base, parts }: Place, locale: string): Promise<PagefindInstance> {
  const options = (part: number): PagefindOptions => ({
    basePath: `${base}pagefind/${bundleName(locale, part)}/`,
    baseUrl: base,
    excerptLength: locale.startsWith('zh') ? 24 : 20,
    ranking,
  });
  const first = options(0);
  const pagefind: PagefindModule = await import(/* @vite-ignore */ `${first.basePath}pagefind.js`);
  const instance = pagefind.createInstance(first);
  const others = Array.from({ length: parts - 1 }, (_, index) => options(index + 1));
  await Promise.all(others.map((each) => instance.mergeIndex(each.basePath, each)));
  await instance.filters();
  return instance;
}
