import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { close } from 'pagefind';
import { Bundle, type BundleRecord } from './bundle.ts';
import { bundleName, partOf } from './parts.ts';

/** What an index was made of, for the next build to compare. */
export interface SearchRecord {
  parts: number;
  bundles: Record<string, BundleRecord>;
}

export interface SearchOptions {
  /** The folder of the site. */
  out: string;
  /** The handbook's; the pages of the first lie at the root, those of the others in their folder. */
  locales: readonly string[];
  /** How many parts there are in each language (parts.ts). */
  parts: number;
  /** The files that stay from the last build, by their paths in the site. */
  stay?: readonly string[];
  /** What the last build left, where its index lies still there. */
  earlier?: SearchRecord | undefined;
}

/**
 * The index of all texts, one or more bundles a locale below `pagefind/`: each locale is segmented and stemmed by
 * its own language, and a reader's browser can search all of them. Pages are taken in while others are still
 * being made, part by part: a part is written as soon as a page of a later one comes. What the last build left
 * of a part stays if it would come out the same.
 */
export class SearchIndex {
  readonly #options: SearchOptions;
  readonly #bundles = new Map<string, Bundle>();
  /** Work for Pagefind, which does one thing at a time. */
  #working: Promise<void> = Promise.resolve();
  #part = 0;

  constructor(options: SearchOptions) {
    this.#options = options;
    for (const path of options.stay ?? []) if (path.endsWith('.html')) this.#bundleOf(path).stays(path);
  }

  /**
   * Takes in a page; the pages of a part follow each other. What fails, fails `finish`.
   *
   * @param path of the page's file in the site: `en/roles/waiter/index.html`
   * @param content what is to be found of it (searchable.ts)
   * @returns settles when the next may come: whoever has all pages at hand waits
   */
  add(path: string, content: string): Promise<void> {
    const part = partOf(path, this.#options.parts);
    if (part > this.#part) this.#settle(part);
    return this.#bundleOf(path).add(path, content);
  }

  /** Writes what is not written yet when all pages are taken in, and ends Pagefind. */
  async finish(): Promise<SearchRecord> {
    const { out, parts } = this.#options;
    this.#settle(parts);
    try {
      await this.#working;
    } finally {
      await close();
    }
    for (const name of Object.keys(this.#options.earlier?.bundles ?? {}))
      if (!this.#bundles.has(name)) rmSync(join(out, 'pagefind', name), { recursive: true, force: true });
    const records = [...this.#bundles].map(([name, bundle]) => [name, bundle.record] as const);
    return { parts, bundles: Object.fromEntries(records) };
  }

  /** Ends Pagefind, whatever is written by then. */
  async discard(): Promise<void> {
    await this.#working.catch(() => {});
    await close();
  }

  /** Writes all parts before this one. */
  #settle(part: number): void {
    const { parts, out, locales } = this.#options;
    for (; this.#part < Math.min(part, parts); this.#part++) {
      const names = locales.map((locale) => bundleName(locale, this.#part));
      const bundles = names.flatMap((name) => this.#bundles.get(name) ?? []);
      this.#working = this.#working.then(async () => {
        for (const bundle of bundles) await bundle.write(out);
      });
    }
    // Whoever finishes learns of it.
    this.#working.catch(() => {});
  }

  #bundleOf(path: string): Bundle {
    const { locales, parts, earlier } = this.#options;
    const folder = path.split('/')[0]!;
    const locale = locales.slice(1).includes(folder) ? folder : locales[0]!;
    const name = bundleName(locale, partOf(path, parts));
    const found = this.#bundles.get(name);
    if (found) return found;
    const record = earlier?.parts === parts ? earlier.bundles[name] : undefined;
    const bundle = new Bundle(name, record);
    this.#bundles.set(name, bundle);
    return bundle;
  }
}

/** Whether a value that was kept is what `finish` returned. */
export function isSearchRecord(value: unknown): value is SearchRecord {
  const { parts, bundles } = (value ?? {}) as Partial<SearchRecord>;
  if (typeof parts !== 'number' || typeof bundles !== 'object' || bundles === null) return false;
  return Object.entries(bundles).every(
    ([name, each]) =>
      // It names a folder, which may be removed.
      /^[\w-]+$/.test(name) &&
      typeof each?.files === 'string' &&
      typeof each.pages === 'object' &&
      each.pages !== null,
  );
}
