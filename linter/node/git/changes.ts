import type { SourceFile } from '../../graph/source.ts';
import { diskSource } from '../disk.ts';
import type { Repository } from './repository.ts';
import { revisionSource } from './source.ts';

export interface ChangedFile {
  /** Relative to the handbook's root. */
  path: string;
  status: 'added' | 'changed' | 'deleted';
}

/**
 * What differs between a commit and another one, or the files as they lie on disk, by path; a moved file is
 * deleted here and added there. Git is not asked to read the disk: that could run the filters which the tree's
 * own .gitattributes name. Windows line breaks count as equal to Unix ones, since Git turns the one into the
 * other.
 *
 * @param base and `head`: ids of commits. Throws a `GitError`.
 */
export function changedFiles(repository: Repository, base: string, head?: string): ChangedFile[] {
  const before = new Map(revisionSource(repository, base).map((file) => [file.path, file]));
  const after = head === undefined ? diskSource(repository.root) : revisionSource(repository, head);
  const changed: ChangedFile[] = [];
  for (const file of after) {
    const was = before.get(file.path);
    before.delete(file.path);
    if (!was) changed.push({ path: file.path, status: 'added' });
    else if (!isSame(was, file)) changed.push({ path: file.path, status: 'changed' });
  }
  for (const path of before.keys()) changed.push({ path, status: 'deleted' });
  return changed.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isSame(a: SourceFile, b: SourceFile): boolean {
  if (!a.bytes || !b.bytes) return a.unreadable?.reason === b.unreadable?.reason;
  const [one, other] = [Buffer.from(a.bytes), Buffer.from(b.bytes)];
  return one.equals(other) || unixBreaks(one) === unixBreaks(other);
}

function unixBreaks(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\r\n', '\n');
}
