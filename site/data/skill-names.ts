import { type Fact, fact } from './blocks.ts';
import type { View } from './view.ts';
import { joined, type Words } from './words.ts';

const han = /\p{Script=Han}/u;

/** Skills or certificates as one fact, each in the reader's language. */
export function skillFact(view: View, term: string, names: readonly string[] | undefined): Fact[] {
  const words = (names ?? []).map((name) => skillName(view, name));
  return fact(term, joined(words, view.t('comma')));
}

// helpers

/**
 * Skills and certificates are told apart by one name, whatever the language. Where that is written in two, as
 * “急救 · first aid”, or the glossary has it in the reader's, they read their own.
 */
function skillName(view: View, name: string): Words {
  for (const { term } of view.handbook.glossary.terms ?? [])
    if (term && (term === name || Object.values(term).includes(name)))
      return view.words(term) ?? { text: name };
  const parts = name.split(' · ');
  const chinese = parts.filter((part) => han.test(part));
  if (parts.length !== 2 || chinese.length !== 1) return { text: name };
  const own = view.language === 'zh-CN' ? chinese[0] : parts.find((part) => part !== chinese[0]);
  return { text: own ?? name };
}
