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

export interface WordFinder {
  /** Whether a text may hold one of the words: a quick look that never misses one. */
  mayOccurIn(text: string): boolean;
  find(text: string): FoundWord[];
}

/**
 * Makes a search for words. Where several fit at one place the longest wins, exceptions included, so that
 * «以及时间» is no «及时» and "immediate supervisor" no "immediate".
 *
 * @example
 * wordFinder({ words: ['及时'], except: ['及时率'] }).find('及时告知，及时率') // => [{ word: '及时', start: 0, … }]
 */
export function wordFinder({ words, except }: WordList): WordFinder {
  const wanted = new Map(words.filter((word) => word.trim() !== '').map((word) => [fold(word), word]));
  if (wanted.size === 0) return { mayOccurIn: () => false, find: () => [] };
  const longestFirst = [...wanted.values(), ...except.filter((word) => word.trim() !== '')].sort(
    (a, b) => b.length - a.length,
  );
  const pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'giu');
  const quick = quickPatterns([...wanted.values()]);
  return {
    mayOccurIn: (text) => quick.some((each) => each.test(text)),
    find(text) {
      const found: FoundWord[] = [];
      for (const match of text.matchAll(pattern)) {
        const word = wanted.get(fold(match[0]));
        if (word === undefined) continue;
        found.push({ word, written: match[0], start: match.index, end: match.index + match[0].length });
      }
      return found;
    },
  };
}

// helpers

/**
 * The words without the flags and look-arounds that make a search slow; whatever is no letter may stand
 * between the parts of one. Most texts of a large handbook hold none of them.
 */
function quickPatterns(words: readonly string[]): RegExp[] {
  const latin = words.filter((word) => /^[a-z]/i.test(word.trim()));
  const other = words.filter((word) => !latin.includes(word));
  // To ignore the case makes a search slow; most other words are Han, which has none.
  const cased = other.some((word) => word.toLowerCase() !== word.toUpperCase());
  const loosely = (list: readonly string[]) =>
    list.map((word) => word.trim().split(/\s+/).map(literal).join('[^a-z]+'));
  const patterns: RegExp[] = [];
  if (latin.length > 0) patterns.push(new RegExp(`(?:\\b|_)(?:${loosely(latin).join('|')})`, 'i'));
  if (other.length > 0) patterns.push(new RegExp(loosely(other).join('|'), cased ? 'i' : ''));
  return patterns;
}

/** Latin letters need an end of the word beside them, Han do not. */
function patternOf(word: string): string {
  const left = /^[\p{Script=Latin}\d]/u.test(word) ? '(?<![\\p{Script=Latin}\\d-])' : '';
  const right = /[\p{Script=Latin}\d]$/u.test(word) ? '(?![\\p{Script=Latin}\\d-])' : '';
  return left + lettersOf(word) + right;
}

/** The letters of a word as a pattern; blanks may be any blank, also a line break. */
function lettersOf(word: string): string {
  return word.trim().split(/\s+/).map(literal).join('\\s+');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function fold(word: string): string {
  return word.trim().toLowerCase().replace(/\s+/g, ' ');
}
