/** Pagefind in the browser, as far as it is used here: one index a locale, loaded when first asked. */
interface PagefindResult {
  data(): Promise<PageData>;
}

interface PagefindInstance {
  search(query: string): Promise<{ results: PagefindResult[] } | null>;
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
  /** The next hits, best first. */
  load(count: number): Promise<Hit[]>;
}

const instances = new Map<string, Promise<PagefindInstance>>();

export async function searchIn(base: string, locale: string, query: string): Promise<Hits> {
  const instance = await instanceOf(base, locale);
  const found = await instance.search(query);
  const results = found?.results ?? [];
  let next = 0;
  return {
    total: results.length,
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

function instanceOf(base: string, locale: string): Promise<PagefindInstance> {
  let instance = instances.get(locale);
  if (!instance) {
    instance = start(base, locale);
    instances.set(locale, instance);
    instance.catch(() => instances.delete(locale));
  }
  return instance;
}

async function start(base: string, locale: string): Promise<PagefindInstance> {
  const basePath = `${base}pagefind/${locale}/`;
  const pagefind: PagefindModule = await import(/* @vite-ignore */ `${basePath}pagefind.js`);
  return pagefind.createInstance({
    basePath,
    baseUrl: base,
    excerptLength: locale.startsWith('zh') ? 24 : 20,
    ranking,
  });
}
