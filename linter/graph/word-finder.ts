/** Words to look for: Chinese by longest match, English by whole words whatever their case. */
export interface WordList {
  words: readonly string[];
  /** Longer words or phrases that hold one of them and mean something else. */
  except: readonly string[];
}

export interface FoundWord {
  /** As the list writes it. */
  word: string;
  /** As the text writes it. */
  written: string;
  start: number;
  end: number;
}

/**
 * Makes a search for words. Where several fit at one place the longest wins, exceptions included, so that
 * «以及时间» is no «及时» and "immediate supervisor" no "immediate".
 *
 * @example wordFinder({ words: ['及时'], except: ['及时率'] })('及时告知，及时率') // => [{ word: '及时', start: 0, … }]
 */
export function wordFinder({ words, except }: WordList): (text: string) => FoundWord[] {
  const wanted = new Map(words.map((word) => [fold(word), word]));
  const all = [...new Set([...words, ...except])].filter((word) => word.trim() !== '');
  if (all.length === 0) return () => [];
  const longestFirst = all.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'giu');
  // Looking around each place is slow; most texts hold none of the letters in the first place.
  const possible = new RegExp(longestFirst.map(lettersOf).join('|'), 'iu');
  return (text) => {
    const found: FoundWord[] = [];
    if (!possible.test(text)) return found;
    for (const match of text.matchAll(pattern)) {
      const word = wanted.get(fold(match[0]));
      if (word === undefined) continue;
      found.push({ word, written: match[0], start: match.index, end: match.index + match[0].length });
    }
    return found;
  };
}

// helpers

/** Latin letters need an end of the word beside them, Han do not. */
function patternOf(word: string): string {
  const left = /^[\p{Script=Latin}\d]/u.test(word) ? '(?<![\\p{Script=Latin}\\d-])' : '';
  const right = /[\p{Script=Latin}\d]$/u.test(word) ? '(?![\\p{Script=Latin}\\d-])' : '';
  return left + lettersOf(word) + right;
}

/** The letters of a word as a pattern; blanks may be any blank, also a line break. */
function lettersOf(word: string): string {
  return word
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
}

function fold(word: string): string {
  return word.trim().toLowerCase().replace(/\s+/g, ' ');
}
