import type { Kind } from '../../linter/index.ts';
import { empty, everyday, manners, particles, people } from './everyday.ts';
import { latinWords, plainText, termsOf } from './tokens.ts';

/** A term of a company's glossary: what its handbook writes, and what else people say for it. */
export interface Synonym {
  term: string;
  said: readonly string[];
}

/** A question as the search understands it. */
export interface Asked {
  /** The question without the words that only ask. */
  core: string;
  /** What to look for, how much each term counts, and for which word of the question it stands. */
  terms: ReadonlyMap<string, Term>;
  /** What a title may be: the question without its manner, and with the company's own words. */
  subjects: readonly string[];
  /** Which kinds of page the manner of asking calls for. */
  kinds: Readonly<Partial<Record<Kind, number>>>;
}

export interface Term {
  weight: number;
  /** Terms for the same word count once, however many of them are met. */
  group: string;
}

const OTHER_WORD = 0.8;
const EVERYDAY = 0.55;
const PEOPLE = 0.15;

/**
 * Reads a question: the words that only ask are taken out and tell what kind of answer is meant; what the
 * glossary and everyday speech call otherwise is looked for under both names.
 */
export function understand(question: string, synonyms: readonly Synonym[]): Asked {
  const whole = spaced(question);
  const kinds: Partial<Record<Kind, number>> = {};
  let rest = whole;
  for (const { words, kinds: called, named } of manners) {
    const met = words.filter((word) => says(rest, word));
    if (met.length === 0) continue;
    for (const [kind, factor] of Object.entries(called) as [Kind, number][])
      kinds[kind] = Math.max(kinds[kind] ?? 1, factor);
    if (!named) for (const word of met) rest = without(rest, word);
  }
  for (const word of empty) rest = without(rest, word);
  rest = rest.replace(particles, ' ');
  const core = termsOf(rest).length > 0 ? rest : whole;

  const terms = new Map<string, Term>();
  const add = (text: string, weight: number, group?: string) => {
    for (const term of termsOf(text))
      if ((terms.get(term)?.weight ?? 0) < weight) terms.set(term, { weight, group: group ?? term });
  };
  add(core, 1);
  const compounds = latinWords(whole);
  for (let index = 1; index < compounds.length; index++)
    add(compounds[index - 1]! + compounds[index]!, OTHER_WORD);
  const subjects = [bare(whole), bare(core)];
  for (const { term, said } of synonyms) {
    const met = said.find((word) => says(whole, word) || begins(whole, word));
    if (met === undefined) continue;
    add(term, OTHER_WORD, met);
    subjects.push(bare(core.replace(spaced(met).trim(), term)));
  }
  for (const { said, written } of everyday) {
    const met = said.find((word) => says(whole, word));
    if (met !== undefined) for (const word of written) add(word, EVERYDAY, met);
  }
  // The company's own word for those it serves says as little as everybody's.
  const served = synonyms.filter(({ said }) => said.some((word) => people.includes(word)));
  if ([...terms.values()].filter(({ weight }) => weight === 1).length > 1)
    for (const term of [...people, ...served.map(({ term }) => term)].flatMap(termsOf))
      if (terms.has(term)) terms.set(term, { weight: PEOPLE, group: term });
  return { core: core.trim(), terms, subjects: [...new Set(subjects.filter(Boolean))], kinds };
}

/** A text without spaces and signs, as titles are compared. */
export function bare(text: string): string {
  return plainText(text).replace(/[\s\p{P}]+/gu, '');
}

// helpers

/** Latin words apart from Chinese ones and from each other, with a space at either end. */
function spaced(text: string): string {
  const apart = plainText(text).replace(/(\p{Script=Han}+)/gu, ' $1 ');
  return ` ${apart.replace(/[^\p{L}\p{N}'’]+/gu, ' ').trim()} `;
}

/** Whether a text says a word: a Chinese one anywhere, Latin ones as whole words, in the singular or plural. */
function says(text: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return text.includes(plainText(word));
  const latin = latinWords(word).join(' ');
  return (
    latin !== '' && (text.includes(` ${latin} `) || ` ${latinWords(text).join(' ')} `.includes(` ${latin} `))
  );
}

/** Whether somebody is about to write a Latin word: its first four letters or more stand last. */
function begins(text: string, word: string): boolean {
  const last = /(?<= )[a-z]{4,} $/.exec(text)?.[0].trim();
  return last !== undefined && plainText(word).startsWith(last);
}

function without(text: string, word: string): string {
  if (/\p{Script=Han}/u.test(word)) return text.replaceAll(word, ' ');
  return text.replaceAll(` ${word} `, ' ');
}
