import type { TextEdit } from '../../linter/model/finding.ts';
import type { MemoryFiles } from './handbook.ts';

/** The files after the edits, whose offsets all refer to the files before. */
export function applyEdits(files: MemoryFiles, edits: readonly TextEdit[]): MemoryFiles {
  const result = { ...files };
  for (const { file, start, end, text } of [...edits].sort((a, b) => b.start - a.start)) {
    const before = result[file];
    if (typeof before !== 'string')
      throw new Error(`an edit of "${file}", which is no text file of the handbook`);
    result[file] = before.slice(0, start) + text + before.slice(end);
  }
  return result;
}
