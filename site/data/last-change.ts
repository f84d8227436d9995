import type { FileHistory, Handbook } from '../../linter/index.ts';

/**
 * What Git remembers last of a file. Not noted as read: every commit makes another history, and what it says of
 * one file seldom changes with it. Who keeps pages compares this by itself (kept-pages.ts).
 */
export function lastChange(handbook: Handbook, file: string): FileHistory | undefined {
  return handbook.reads.unrecorded(() => handbook.history)?.files.get(file);
}
