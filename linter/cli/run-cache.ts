import { resolve } from 'node:path';
import { memoryOf, type PageMemory, type RuleMemory } from '../engine/memory.ts';
import type { EarlierRun } from '../graph/earlier.ts';
import type { Handbook } from '../graph/handbook.ts';
import type { FileSource } from '../graph/source.ts';
import type { Language } from '../model/message.ts';
import { diskSource, liesInTree, RunCache, userCacheFolder, withDigests } from '../node.ts';
import { failure } from './handbook.ts';
import type { Io } from './io.ts';

export interface CacheFlags {
  /** False for --no-cache. */
  cache?: boolean;
  cacheDir?: string;
}

/** A small handbook is linted before a cache could be of use. */
const LEAST_FILES = 300;

/** What the last run of the same command left, and what this one will leave. */
export class KeptRun {
  readonly source: FileSource;
  readonly earlier: EarlierRun | undefined;
  readonly rules: RuleMemory;
  readonly pages: PageMemory;
  readonly #cache: RunCache;

  constructor(source: FileSource, cache: RunCache) {
    this.#cache = cache;
    this.source = withDigests(source);
    const memory = cache.read();
    this.earlier = memory?.handbook;
    this.rules = { earlier: memory?.rules, now: new Map() };
    this.pages = { earlier: memory?.pages, now: new Map() };
  }

  /** To be called when all is printed: nobody waits for it but who waits for the process. */
  keep(handbook: Handbook): void {
    const { earlier, now } = this.pages;
    if (handbook.answers.isUnchanged && (earlier || now.size === 0)) return;
    this.#cache.write(memoryOf(handbook, this.rules.now, now));
  }
}

/**
 * The run to go on from: kept in the folder that --cache-dir names, else in the user's own one if the
 * handbook is large; undefined where neither will do. A folder of the handbook or its repository is refused:
 * whoever sends a change could send a cache with it.
 */
export function keptRunOf(
  flags: CacheFlags,
  {
    root,
    purpose,
    options,
    language,
  }: { root: string; purpose?: string; options: unknown; language: Language },
  io: Io,
): KeptRun | undefined {
  if (flags.cache === false) return undefined;
  const { cacheDir } = flags;
  const folder = cacheDir === undefined ? userCacheFolder(io.env) : resolve(io.cwd, cacheDir);
  if (folder === undefined) return undefined;
  if (!liesInTree(folder, root)) {
    const leastFiles = cacheDir === undefined ? LEAST_FILES : 0;
    return keptIn(new RunCache({ folder, root, ...(purpose && { purpose }), options, leastFiles }), root);
  }
  if (cacheDir === undefined) return undefined;
  throw failure('cacheInTree', { folder: cacheDir }, language);
}

// helpers

/** Where the handbook cannot be read, whoever opens it next says so. */
function keptIn(cache: RunCache, root: string): KeptRun | undefined {
  try {
    return new KeptRun(diskSource(root), cache);
  } catch {
    return undefined;
  }
}
