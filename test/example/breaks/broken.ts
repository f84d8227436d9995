import { expect } from 'vitest';
import type { FileSource } from '../../../linter/graph/source.ts';
import type { Break, Edit } from './break.ts';

/** The files with the edits of an entry made, each of which must find its place; other files stay the same. */
export function broken(
  source: FileSource,
  { file, find, replace, rename, also = [] }: Omit<Break, 'rule' | 'quoted'>,
): FileSource {
  const edits = [{ file, find, replace }, ...also];
  return source.map((each) => {
    const own = edits.filter((edit) => edit.file === each.path);
    if (own.length === 0) return each;
    const text = own.reduce(applied, new TextDecoder().decode(each.bytes));
    return {
      path: (each.path === file && rename) || each.path,
      bytes: new TextEncoder().encode(text),
    };
  });
}

function applied(text: string, { file, find, replace }: Edit): string {
  if (typeof find === 'string') expect(text.split(find).length, `"${find}" stands once in ${file}`).toBe(2);
  else expect(text, `${file} before the edit`).toMatch(find);
  return text.replace(find, () => replace);
}
