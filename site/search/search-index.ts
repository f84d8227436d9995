import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';

/** What Pagefind ships besides the engine: interfaces that this site does not use. */
const unused = /^pagefind-(?:ui|component-ui|modular-ui|highlight)\./;

/**
 * The index of all texts, one bundle a locale under `pagefind/<locale>/`: each is segmented and stemmed by its
 * own language, and a reader's browser can search both. Pages are taken in while others are still being made.
 */
export class SearchIndex {
  readonly #locales: readonly string[];
  readonly #indexes = new Map<string, Promise<PagefindIndex>>();
  readonly #adding: Promise<unknown>[] = [];
  readonly #failures: string[] = [];

  /** @param locales the handbook's; the pages of the first lie at the root, those of the others in their folder */
  constructor(locales: readonly string[]) {
    this.#locales = locales;
  }

  /**
   * Takes in a page. Settles when the next may come; a page that cannot be indexed makes `write` fail.
   *
   * @param path of the page's file in the site: `en/roles/waiter/index.html`
   * @param content what is to be found of it (searchable.ts)
   */
  async add(path: string, content: string): Promise<void> {
    const adding = this.#indexOf(path)
      .then((index) => index.addHTMLFile({ sourcePath: path, content }))
      .then(({ errors }) => this.#failures.push(...errors))
      .catch((error) => this.#failures.push(String(error)));
    this.#adding.push(adding);
    await adding;
  }

  /**
   * Writes the bundles when all pages are taken in, and ends the indexer.
   *
   * @param out the folder of the site
   */
  async write(out: string): Promise<void> {
    try {
      await Promise.all(this.#adding);
      for (const [locale, opening] of this.#indexes) {
        const index = await opening;
        const bundle = join(out, 'pagefind', locale);
        const { errors } = await index.writeFiles({ outputPath: bundle });
        this.#failures.push(...errors);
        await index.deleteIndex();
        for (const name of await readdir(bundle)) if (unused.test(name)) await rm(join(bundle, name));
      }
    } finally {
      await close();
    }
    if (this.#failures.length > 0) throw new Error(`Pagefind failed: ${this.#failures.join('; ')}`);
  }

  /** Ends the indexer without writing anything. */
  async discard(): Promise<void> {
    await Promise.all(this.#adding);
    await close();
  }

  #indexOf(path: string): Promise<PagefindIndex> {
    const folder = path.split('/')[0]!;
    const locale = this.#locales.slice(1).includes(folder) ? folder : this.#locales[0]!;
    let index = this.#indexes.get(locale);
    if (!index) {
      index = openIndex();
      this.#indexes.set(locale, index);
    }
    return index;
  }
}

// helpers

async function openIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  return index;
}
