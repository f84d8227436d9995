import type { TextEdit } from '../model/finding.ts';

/** What of the edits of one file was applied: those that would touch an earlier one's range wait. */
export interface Applied {
  text: string;
  applied: number;
  waiting: number;
}

/**
 * Applies text edits to one file's text and leaves everything else as it is, byte for byte. Groups are applied
 * whole or not at all: half a fix is no fix.
 */
export function applyEdits(text: string, groups: readonly (readonly TextEdit[])[]): Applied {
  const taken: TextEdit[] = [];
  let waiting = 0;
  for (const group of groups) {
    if (group.some((edit) => taken.some((each) => overlap(edit, each)))) waiting++;
    else taken.push(...group);
  }
  let result = text;
  for (const { start, end, text: insert } of taken.sort((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, start) + insert + result.slice(end);
  }
  return { text: result, applied: groups.length - waiting, waiting };
}

/** Two insertions at one place overlap too: which came first would be a matter of luck. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
