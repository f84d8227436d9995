import type { Entity } from '../../linter/index.ts';
import type { View } from './view.ts';

/**
 * Words that people search an entity by although its page does not say them: its keywords, its names in other
 * languages, and what the glossary says means the same as a word in its name.
 */
export function synonymsOf(view: View, entity: Entity, title: string): string[] {
  const found = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === 'string') found.add(value);
    else if (Array.isArray(value)) for (const each of value) add(each);
    else if (value !== null && typeof value === 'object') for (const each of Object.values(value)) add(each);
  };
  add(entity.data.name);
  if ('keywords' in entity.data) add(entity.data.keywords);
  for (const { data } of entity.translations.values()) {
    add(data.name);
    add(data.keywords);
  }
  const named = [title, ...found].join('\n').toLowerCase();
  for (const words of synonymSets(view)) {
    if (words.some((word) => named.includes(word.toLowerCase()))) for (const word of words) found.add(word);
  }
  found.delete(title);
  return [...found];
}

// helpers

const sets = new WeakMap<object, string[][]>();

/** Each term of the glossary with all its names, in every language. */
function synonymSets({ handbook }: View): string[][] {
  const known = sets.get(handbook.glossary);
  if (known) return known;
  const made = (handbook.glossary.terms ?? []).map(({ term, avoid, aliases }) => {
    const words: string[] = [];
    const add = (value: unknown): void => {
      if (typeof value === 'string' && value.length > 1) words.push(value);
      else if (value !== null && typeof value === 'object')
        for (const each of Object.values(value)) add(each);
    };
    add(term);
    add(avoid);
    add(aliases);
    return words;
  });
  sets.set(handbook.glossary, made);
  return made;
}
