import { hash } from 'node:crypto';
import { type FileFacts, readFacts } from '../graph/facts.ts';
import type { SourceFile } from '../graph/source.ts';

/**
 * What a file yields, and by what an asset, whose content nothing reads, is known again in another revision.
 * One that is too large to be read is known by its size alone.
 */
export function comparedFacts(file: SourceFile, locales: readonly string[]): FileFacts {
  const facts = readFacts(file, locales);
  if (facts.place?.role !== 'asset') return facts;
  const { bytes, unreadable } = file;
  if (bytes) return { ...facts, digest: hash('sha256', bytes) };
  return unreadable?.reason === 'too-large' ? { ...facts, digest: `${unreadable.size} bytes` } : facts;
}
