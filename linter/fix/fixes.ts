import type { Finding, TextEdit } from '../model/finding.ts';
import { type Applied, applyEdits } from './apply.ts';

/**
 * The texts of the files after the safe fixes of the findings, by path; files without one are not in it. A
 * fix over several files is left to its author: it could be applied by half.
 *
 * @param textOf a file's text as the findings' offsets count it
 */
export function fixTexts(
  findings: readonly Finding[],
  textOf: (file: string) => string | undefined,
): Map<string, Applied> {
  const groups = new Map<string, TextEdit[][]>();
  for (const { fix } of findings) {
    const edits = fix?.edits ?? [];
    const file = edits[0]?.file;
    if (file === undefined || edits.some((edit) => edit.file !== file)) continue;
    groups.set(file, [...(groups.get(file) ?? []), edits]);
  }
  const fixed = new Map<string, Applied>();
  for (const [file, edits] of groups) {
    const text = textOf(file);
    if (text !== undefined) fixed.set(file, applyEdits(text, edits));
  }
  return fixed;
}
