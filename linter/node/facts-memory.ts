import { type FileFacts, readFacts } from '../graph/facts.ts';
import type { FileSource, SourceFile } from '../graph/source.ts';

/** What the files of the last run held: a file whose bytes are the same yields the same facts. */
export class FactsMemory {
  #source: FileSource = [];
  #known = new Map<string, { file: SourceFile; locales: string; facts: FileFacts }>();

  /** Whether a source has the same files, with the same bytes, as the one kept last. */
  holds(source: FileSource): boolean {
    if (source.length !== this.#source.length) return false;
    return source.every((file, index) => isSame(file, this.#source[index]!));
  }

  /** Remembers a source, and forgets the facts of files that it no longer has. */
  keep(source: FileSource): void {
    this.#source = source;
    const paths = new Set(source.map(({ path }) => path));
    for (const path of this.#known.keys()) if (!paths.has(path)) this.#known.delete(path);
  }

  /** The facts of a file, worked out where its bytes or the handbook's locales are not those known. */
  readonly facts = (file: SourceFile, locales: readonly string[]): FileFacts => {
    const known = this.#known.get(file.path);
    const tags = locales.join(' ');
    if (known && known.locales === tags && isSame(known.file, file)) return known.facts;
    const facts = readFacts(file, locales);
    this.#known.set(file.path, { file, locales: tags, facts });
    return facts;
  };
}

function isSame(one: SourceFile, other: SourceFile): boolean {
  if (one.path !== other.path || JSON.stringify(one.unreadable) !== JSON.stringify(other.unreadable))
    return false;
  if (!one.bytes || !other.bytes) return one.bytes === other.bytes;
  return Buffer.compare(one.bytes, other.bytes) === 0;
}
