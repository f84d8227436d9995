import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { type NormativeText, normativeTexts, type Sentence } from './normative-text.ts';
import { type FoundWord, type WordFinder, type WordList, wordFinder } from './word-finder.ts';

/** What a company adds to a rule's words, and what it takes out of them. */
export interface WordChoice {
  words: string[];
  /** Words, and expressions that hold one, that are right as they are. */
  allow: string[];
}

/** The schema of one option that lists words. */
export function wordListSchema() {
  const items = { type: 'string', minLength: 1, maxLength: 60 };
  return { type: 'array', items, maxItems: 200, uniqueItems: true, default: [] };
}

/** The options of a rule that looks for words. */
export function wordChoiceSchema() {
  return {
    type: 'object',
    additionalProperties: false,
    properties: { words: wordListSchema(), allow: wordListSchema() },
  };
}

/** A search for a rule's words as a company chose them. */
export function chosenWords(list: WordList, { words, allow }: WordChoice): WordFinder {
  const allowed = new Set(allow.map((word) => word.toLowerCase()));
  return wordFinder({
    words: [...list.words, ...words].filter((word) => !allowed.has(word.toLowerCase())),
    except: [...list.except, ...allow],
  });
}

export interface SentenceWithWords {
  text: NormativeText;
  sentence: Sentence;
  /** Where they stand in the sentence; there is at least one. */
  found: FoundWord[];
}

/**
 * The sentences of the normative texts that hold one of the words.
 *
 * @param roles the texts looked at, all unless given
 * @param entities whose texts, all unless given
 */
export function* wordsInTexts(
  handbook: Handbook,
  finder: WordFinder,
  roles?: readonly NormativeText['role'][],
  entities?: Iterable<Entity>,
): Generator<SentenceWithWords> {
  for (const text of normativeTexts(handbook, finder.mayOccurIn, roles, entities)) {
    if (!finder.mayOccurIn(text.raw)) continue;
    for (const sentence of text.sentences) {
      const found = finder.find(sentence.text);
      if (found.length > 0) yield { text, sentence, found };
    }
  }
}
