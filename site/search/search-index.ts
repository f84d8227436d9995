import { hash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { bundleName, partOf } from './parts.ts';
import { searchable } from './searchable.ts';

/** What Pagefind ships besides the engine: interfaces that this site does not use. */
const unused = /^pagefind-(?:ui|component-ui|modular-ui|highlight)\./;

/** What an index was made of, for the next build to compare. */
export interface SearchRecord {
  parts: number;
  bundles: Record<string, BundleRecord>;
}

interface BundleRecord {
  /** Digests of what was to be found of each page, by the paths of their files. */
  pages: Record<string, string>;
  /** The names and sizes of its own files, digested; Pagefind names files after what they hold. */
  files: string;
}

/** How many pages may wait for Pagefind. */
const MOST_WAITING = 64;

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
  return Object.values(bundles).every(
    (each) => typeof each?.files === 'string' && typeof each.pages === 'object' && each.pages !== null,
  );
}

// helpers

/** One of Pagefind's indexes. */
class Bundle {
  readonly #name: string;
  readonly #earlier: BundleRecord | undefined;
  readonly #pages = new Map<string, string>();
  readonly #stay: string[] = [];
  /** Pages whose turn comes if the bundle is to be made anew. */
  readonly #waiting: [path: string, content: string][] = [];
  readonly #adding: Promise<unknown>[] = [];
  #index: Promise<PagefindIndex> | undefined;
  #files = '';

  constructor(name: string, earlier: BundleRecord | undefined) {
    this.#name = name;
    this.#earlier = earlier;
  }

  get record(): BundleRecord {
    return { pages: Object.fromEntries(this.#pages), files: this.#files };
  }

  stays(path: string): void {
    this.#stay.push(path);
    const digest = this.#earlier?.pages[path];
    if (digest !== undefined) this.#pages.set(path, digest);
  }

  async add(path: string, content: string): Promise<void> {
    this.#pages.set(path, digestOf(content));
    if (this.#earlier) this.#waiting.push([path, content]);
    else await this.#take(path, content);
  }

  async write(out: string): Promise<void> {
    const folder = join(out, 'pagefind', this.#name);
    this.#files = digestOfFiles(folder);
    if (this.#comesOutTheSame()) return;
    rmSync(folder, { recursive: true, force: true });
    for (const path of this.#stay) {
      const content = searchable(readFileSync(join(out, path)));
      if (content === undefined) continue;
      this.#pages.set(path, digestOf(content));
      await this.#take(path, content);
    }
    for (const [path, content] of this.#waiting.splice(0)) await this.#take(path, content);
    await Promise.all(this.#adding);
    const index = await this.#index;
    if (!index) return;
    check(await index.writeFiles({ outputPath: folder }));
    await index.deleteIndex();
    for (const { name } of entriesIn(folder)) if (unused.test(name)) rmSync(join(folder, name));
    this.#files = digestOfFiles(folder);
  }

  #comesOutTheSame(): boolean {
    if (!this.#earlier || this.#earlier.files !== this.#files) return false;
    const { pages } = this.#earlier;
    const same = [...this.#pages].every(([path, digest]) => pages[path] === digest);
    return same && Object.keys(pages).length === this.#pages.size;
  }

  /** Settles when the next may come. */
  async #take(path: string, content: string): Promise<void> {
    this.#index ??= openIndex();
    const adding = this.#index.then((index) => index.addHTMLFile({ sourcePath: path, content })).then(check);
    // Whoever writes the bundle learns of it.
    adding.catch(() => {});
    if (this.#adding.push(adding) % MOST_WAITING === 0) await adding.catch(() => {});
  }
}

async function openIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  return index;
}

function check({ errors }: { errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind failed: ${errors.join('; ')}`);
}

function digestOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}

function digestOfFiles(folder: string): string {
  const names = entriesIn(folder, true)
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return digestOf(
    JSON.stringify(names.sort().map((name) => [name.slice(folder.length), statSync(name).size])),
  );
}

function entriesIn(folder: string, recursive = false): Dirent[] {
  try {
    return readdirSync(folder, { recursive, withFileTypes: true });
  } catch {
    return [];
  }
}
