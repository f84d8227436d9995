import type { Span } from '../../model/finding.ts';
import { MASK } from '../../parse/prose.ts';

/** Words with a full stop that rarely end a sentence. */
const abbreviations = new Set(
  'e.g i.e cf vs approx incl excl resp no nos fig min max hr hrs mr mrs ms dr st dept ext tel ca'.split(' '),
);

/**
 * The sentences of a text, Chinese or English, without the blanks around them. A semicolon ends one too:
 * what stands before and after it is a requirement of its own. A single line break does not.
 *
 * @example sentencesOf('立即道歉。10分钟内答复。') // => [[0, 5], [5, 13]]
 */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    const whole = text.slice(start, end);
    const first = start + whole.length - whole.trimStart().length;
    const last = start + whole.trimEnd().length;
    if (first < last) sentences.push([first, last]);
    start = end;
  };
  for (const match of text.matchAll(
    /[。！？；…]+[”’」』）)]*|[.!?;]+["”’)]*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)、])\s?)/g,
  )) {
    if (match[0].startsWith('.') && !endsSentence(text, match.index, match.index + match[0].length)) continue;
    close(match.index + match[0].length);
  }
  close(text.length);
  return sentences;
}

/** Hides quoted words and titles, character by character, so that offsets stay. */
export function maskQuotes(text: string): string {
  return text.replace(/“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|(?<![\p{L}\d])"[^"\n]*"/gu, (quoted) =>
    MASK.repeat(quoted.length),
  );
}

// helpers

function endsSentence(text: string, dot: number, after: number): boolean {
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, dot - 20), dot))?.[0].toLowerCase() ?? '';
  const next = text.slice(after).trimStart()[0] ?? '';
  // "at 10 a.m. The guest …" ends a sentence, "at 10 a.m. on weekdays" does not.
  if (/^[ap]\.m$|^etc$/.test(word)) return !/[\p{Ll}\d]/u.test(next);
  return !abbreviations.has(word);
}
