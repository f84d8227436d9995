import { hash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createIndex, type PagefindIndex } from 'pagefind';
import { searchable } from './searchable.ts';

/** What a bundle was made of. */
export interface BundleRecord {
  /** Digests of what was to be found of each page, by the paths of their files. */
  pages: Record<string, string>;
  /** The names and sizes of its own files, digested; Pagefind names files after what they hold. */
  files: string;
}

/** What Pagefind ships besides the engine: interfaces that this site does not use. */
const unused = /^pagefind-(?:ui|component-ui|modular-ui|highlight)\./;

/** How many pages may wait for Pagefind. */
const MOST_WAITING = 64;

/** One of Pagefind's indexes, in a folder of its own below `pagefind/`. Stays where it would come out the same. */
export class Bundle {
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

// helpers

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
