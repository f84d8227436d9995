import type { Location } from '../../model/finding.ts';
import { spanAt } from '../../parse/spans.ts';
import type { Handbook } from '../handbook.ts';
import { type WordFinder, wordFinder } from './word-finder.ts';

/** What the glossary says of a word that is not to be used. */
export interface Avoided {
  /** The word to use, in the same number; undefined where the glossary has none in this language. */
  use?: string;
  /** Whether it is one word that can stand in the other's place. */
  single: boolean;
  /** The term as the glossary has it, in every language. */
  reason: unknown;
  /** Where the glossary says so. */
  at: Location;
}

export interface AvoidedWords {
  finder: WordFinder;
  byWord: ReadonlyMap<string, Avoided>;
}

/**
 * The words that the glossary tells to avoid, by locale; locales without any are absent. English words are
 * found in the plural too.
 *
 * @param allow expressions in which any word is right
 */
export function avoidedWords(handbook: Handbook, allow: readonly string[]): Map<string, AvoidedWords> {
  const found = new Map<string, AvoidedWords>();
  const glossary = [...handbook.files.values()].find(({ place }) => place?.role === 'glossary');
  const terms = handbook.glossary.terms ?? [];
  if (!glossary || terms.length === 0) return found;
  for (const locale of handbook.locales) {
    const wordsOf = (value: unknown) => inLocale(value, locale, handbook.locales[0]!);
    const byWord = new Map<string, Avoided>();
    const right = new Set<string>(allow);
    for (const [index, term] of terms.entries()) {
      const uses = wordsOf(term.use ?? term.term);
      for (const each of [...uses, ...wordsOf(term.term), ...wordsOf(term.except)])
        for (const form of formsOf(each)) right.add(form);
      const span = spanAt(glossary.spans, `/terms/${index}/avoid`, 'value') ?? [0, 0];
      const known = { reason: term.reason, at: { file: glossary.path, span } };
      for (const word of wordsOf(term.avoid)) addForms(byWord, word, uses[0], known);
    }
    for (const avoided of byWord.values()) if (avoided.use && byWord.has(avoided.use)) avoided.single = false;
    if (byWord.size === 0) continue;
    const except = [...right].filter((word) => !byWord.has(word));
    found.set(locale, { byWord, finder: wordFinder({ words: [...byWord.keys()], except }) });
  }
  return found;
}

// helpers

/** A text or list of words in a locale; a plain one is in the default locale. */
function inLocale(value: unknown, locale: string, first: string): string[] {
  const own =
    typeof value === 'string' || Array.isArray(value)
      ? locale === first && value
      : (value as Record<string, unknown> | undefined)?.[locale];
  const list = Array.isArray(own) ? own : [own];
  return list.filter((each): each is string => typeof each === 'string' && each.trim() !== '');
}

function addForms(
  byWord: Map<string, Avoided>,
  word: string,
  use: string | undefined,
  known: Pick<Avoided, 'reason' | 'at'>,
): void {
  const uses = use === undefined ? [] : formsOf(use);
  for (const [number, form] of formsOf(word).entries()) {
    const before = byWord.get(form);
    // A word that two terms give up is one for its author to decide.
    if (before) before.single = false;
    else {
      const instead = uses[number] ?? use;
      byWord.set(form, { ...known, ...(instead && { use: instead }), single: isSingle(use) });
    }
  }
}

/** “客人/住客” and "guest or visitor" are a choice. */
function isSingle(use: string | undefined): boolean {
  return use !== undefined && !/[/|、，,；;（(]|\bor\b|或/.test(use);
}

/** A word and its plural. Only English words of letters have one. */
function formsOf(word: string): string[] {
  if (!/[a-z]$/.test(word) || /[^\x20-\x7E]/.test(word)) return [word];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  if (/(?:s|x|z|ch|sh)$/.test(word)) return [word, `${word}es`];
  return [word, `${word}s`];
}
