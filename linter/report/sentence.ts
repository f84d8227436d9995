import { visible } from './visible.ts';

const LONGEST_SENTENCE = 1000;

/** A text from a finding on one line, safe to print; one that quotes half a file is cut. */
export function sentence(text: string, longest = LONGEST_SENTENCE): string {
  const shown = visible(text.slice(0, longest));
  return text.length > longest ? `${shown}…` : shown;
}
