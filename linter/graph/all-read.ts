import type { Handbook } from './handbook.ts';

/**
 * Whether every file could be read. Where one could not, what nothing seems to refer to may well be referred
 * to there: its author should mend the file first.
 */
export function allRead(handbook: Handbook): boolean {
  return handbook.entities.every(({ sound }) => sound);
}
