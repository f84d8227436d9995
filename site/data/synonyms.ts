import type { Entity } from '../../linter/index.ts';
import type { View } from './view.ts';
import type { Words } from './words.ts';

/** What the handbook writes in the reader's language, and what else people say for it, in every language. */
export interface GlossarySynonym {
  term: string;
  said: string[];
}

/** The glossary's terms as the search uses them: «客诉» and «grievance» are both looked for as «投诉». */
export function glossarySynonyms(view: View): GlossarySynonym[] {
  // Whoever asks has read it, also where what it says is known.
  const { glossary } = view.handbook;
  const known = made.get(view);
  if (known) return known;
  const synonyms = (glossary.terms ?? []).flatMap(({ term, avoid, aliases }) => {
    const own = view.words(term)?.text;
    if (!own) return [];
    const said = new Set([term, avoid, aliases].flatMap(stringsIn).filter((word) => word.length > 1));
    said.delete(own);
    return said.size > 0 ? [{ term: own, said: [...said] }] : [];
  });
  made.set(view, synonyms);
  return synonyms;
}

/** By which names people know an entity besides its title: its id, its keywords, its names in other languages. */
export function otherNames(entity: Entity, title: string): string[] {
  const found = new Set<string>([
    ...stringsIn(entity.data.name),
    ...stringsIn(entity.data.aliases),
    ...('keywords' in entity.data ? stringsIn(entity.data.keywords) : []),
  ]);
  for (const { data } of entity.translations.values())
    for (const word of [...stringsIn(data.name), ...stringsIn(data.keywords)]) found.add(word);
  found.add(entity.id);
  found.delete(title);
  return [...found];
}

/**
 * Words that people look for an entity by although its page does not say them: its other names, and what the
 * glossary says means the same as a word in one of them.
 */
export function synonymsOf(view: View, entity: Entity, title: string): string[] {
  const found = new Set(otherNames(entity, title));
  const named = [title, ...found].join('\n').toLowerCase();
  for (const { term, said } of glossarySynonyms(view)) {
    const words = [term, ...said];
    if (words.some((word) => named.includes(word.toLowerCase()))) for (const word of words) found.add(word);
  }
  found.delete(title);
  return [...found];
}

/**
 * What else people call an entity, each word in its language: its names and keywords, then what the glossary
 * says means the same as a word of its title. Its title itself may be among them.
 */
export function alsoCalled(view: View, entity: Entity): Words[] {
  const keywords = 'keywords' in entity.data ? entity.data.keywords : undefined;
  const own = [entity.data.name, keywords].flatMap((value) => wordsIn(value));
  for (const [lang, { data }] of entity.translations)
    own.push(...wordsIn(data.name, lang), ...wordsIn(data.keywords, lang));
  const title = view.name(entity).text.toLowerCase();
  const terms = view.handbook.glossary.terms ?? [];
  const meant = terms.filter(({ term }) => {
    const said = view.words(term)?.text;
    return said !== undefined && title.includes(said.toLowerCase());
  });
  return [...own, ...meant.flatMap(wordsForTerm)];
}

/** All words for a term of the glossary, in every language: itself, what is said for it, and what is avoided. */
export function wordsForTerm({ term, aliases, avoid }: Term): Words[] {
  return [term, aliases, avoid].flatMap((value) => wordsIn(value));
}

// helpers

type Term = NonNullable<View['handbook']['glossary']['terms']>[number];

const made = new WeakMap<View, GlossarySynonym[]>();

/** All texts in a value, however deep. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(stringsIn);
  return [];
}

/** The same, each in the language under which it stands. */
function wordsIn(value: unknown, lang?: string): Words[] {
  if (typeof value === 'string') return [lang === undefined ? { text: value } : { text: value, lang }];
  if (Array.isArray(value)) return value.flatMap((each) => wordsIn(each, lang));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([locale, words]) => wordsIn(words, locale));
  return [];
}
