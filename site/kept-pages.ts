import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entity, type Handbook, kindNames, type PageMemory } from '../linter/index.ts';
import type { ChangeLog } from './change-log.ts';
import { lastChange } from './data/last-change.ts';
import { pathOf } from './data/routes.ts';
import type { Versions } from './data/versions.ts';
import { pageOf } from './data/view.ts';

export interface KeptPagesOptions {
  handbook: Handbook;
  /** What all pages show. */
  shared: unknown;
  changes: ChangeLog | undefined;
  versions: Versions | undefined;
  /** What the last build left, and where to put what this one leaves. */
  memory: PageMemory;
  /** The folder of the site. */
  out: string;
}

/**
 * Which pages of entities would come out as in the last build, and what those of this one are made of. A page
 * depends on what it read of the handbook, on what Git remembers of its entity, and on what all pages show.
 * It stays only if its files are still what was written. Pages of other types look at the whole handbook, and
 * are made anew in every build.
 */
export class KeptPages {
  /** Addresses of the pages that stay, without slashes at either end: `en/sops/welcome`. */
  readonly paths: ReadonlySet<string>;
  readonly #handbook: Handbook;
  readonly #memory: PageMemory;
  readonly #besides: (path: string) => string | undefined;

  constructor(options: KeptPagesOptions) {
    const { handbook, memory, out } = options;
    this.#handbook = handbook;
    this.#memory = memory;
    this.#besides = besidesOf(options);
    const kept = new Set<string>();
    for (const [path, made] of memory.earlier ?? []) {
      if (made.besides !== this.#besides(path) || !handbook.answers.areClean(made.reads)) continue;
      if ([...made.files].some(([file, digest]) => digestOfFile(join(out, file)) !== digest)) continue;
      kept.add(path);
      memory.now.set(path, made);
    }
    this.paths = kept;
  }

  /** The files that stay, by their paths in the site. */
  get files(): string[] {
    return [...this.paths].flatMap((path) => [...this.#memory.now.get(path)!.files.keys()]);
  }

  /** Gathers what a page shows, and notes what that was made of. */
  record<Value>(path: string, make: () => Value): Value {
    const besides = this.#besides(path);
    if (besides === undefined) return make();
    const [value, reads] = this.#handbook.reads.recorded(make);
    this.#memory.now.set(path, { reads: Int32Array.from(reads), besides, files: new Map() });
    return value;
  }

  /** Notes a file that belongs to a page. */
  wrote(file: string, content: string | Uint8Array): void {
    const made = this.#memory.now.get(file.slice(0, file.lastIndexOf('/')));
    if (made) (made.files as Map<string, string>).set(file, hash('sha256', content, 'base64url'));
  }
}

// helpers

/** A digest of all that the page of an address shows and does not read from the handbook. */
function besidesOf({
  handbook,
  shared,
  changes,
  versions,
}: KeptPagesOptions): (path: string) => string | undefined {
  const common = hash('sha256', JSON.stringify(shared));
  const log = changesByEntity(changes);
  const inForceFrom = new Map(versions?.days.map(({ date, commit }) => [date, commit]));
  const entities = new Map<string, Entity>();
  for (const [index, locale] of handbook.locales.entries()) {
    const folder = index === 0 ? '' : `${locale}/`;
    for (const kind of kindNames)
      for (const entity of handbook.all(kind)) entities.set(folder + pathOf(pageOf(entity)), entity);
  }
  return (path) => {
    const entity = entities.get(path);
    if (!entity) return undefined;
    const last = lastChange(handbook, entity.file);
    const days = last && [last.created, last.changed].map((date) => inForceFrom.get(date) ?? null);
    const remembered = [log.get(entity.key) ?? [], last ?? null, days ?? null];
    return hash('sha256', JSON.stringify([common, remembered]), 'base64url');
  };
}

/** What is remembered of the changes to each entity, or to what a role works by. */
function changesByEntity(log: ChangeLog | undefined): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { date, commit, changes } of log?.days ?? []) {
    for (const change of changes) {
      const text = JSON.stringify([date, commit, change]);
      for (const key of new Set([change.subject.split('#')[0]!, ...change.roles])) {
        const list = found.get(key);
        if (list) list.push(text);
        else found.set(key, [text]);
      }
    }
  }
  return found;
}

function digestOfFile(path: string): string | undefined {
  try {
    return hash('sha256', readFileSync(path), 'base64url');
  } catch {
    return undefined;
  }
}
