import type { Answer } from '../data/answers.ts';
import { latinWords, plainText } from './tokens.ts';

/** A role that a question names, and the question without its name. */
export interface NamedRole {
  id: string;
  name: string;
  rest: string;
}

interface Name {
  id: string;
  name: string;
  /** The stems of a name without Chinese characters; such a name is found as whole words. */
  stems?: readonly string[];
}

/** The roles of a handbook by what people call them. Thousands are looked through at every key. */
export class RoleNames {
  /** Longer names first: a duty manager is no manager. */
  readonly #names: readonly Name[];

  constructor(answers: readonly Answer[]) {
    const roles = answers
      .filter((each) => each.in === 'role')
      .map(({ url, title }) => ({ id: idOf(url), title }));
    const short = new Map<string, string[]>();
    for (const { id, title } of roles) {
      const name = headOf(title);
      if (name) short.set(name, [...(short.get(name) ?? []), id]);
    }
    // “The leader” is understood where there is one.
    const only = [...short].filter(([, ids]) => ids.length === 1).map(([name, [id]]) => ({ id: id!, name }));
    const full = roles.map(({ id, title }) => ({ id, name: plainText(title) }));
    this.#names = [...full, ...only]
      .filter(({ name }) => name.length > 1)
      .sort((a, b) => b.name.length - a.name.length)
      .map((each) => (/\p{Script=Han}/u.test(each.name) ? each : { ...each, stems: latinWords(each.name) }));
  }

  /** The role that a question names besides something else; undefined where it names none, or nothing else. */
  in(question: string): NamedRole | undefined {
    const plain = plainText(question);
    const words = plain.split(/[^\p{L}\p{N}'’-]+/u).filter(Boolean);
    const stems = words.map((word) => latinWords(word.replace(/['’]s$/, '')).join(' '));
    for (const { id, name, stems: wanted } of this.#names) {
      const rest = wanted ? withoutWords(words, stems, wanted) : withoutText(plain, name);
      if (rest !== undefined) return /[\p{L}\p{N}]/u.test(rest) ? { id, name, rest } : undefined;
    }
    return undefined;
  }
}

// helpers

function idOf(url: string): string {
  return url.split('/').filter(Boolean).at(-1) ?? '';
}

/** What a role is called for short: the end of a Chinese name, the last word of another. */
function headOf(title: string): string | undefined {
  const plain = plainText(title);
  const han = /\p{Script=Han}{3,}$/u.exec(plain)?.[0];
  if (han) return [...han].slice(-2).join('');
  const words = plain.split(/\s+/);
  return words.length > 1 ? words.at(-1) : undefined;
}

function withoutText(question: string, name: string): string | undefined {
  return question.includes(name) ? question.replaceAll(name, ' ') : undefined;
}

/** The words of a question without those of a name, be it in the plural; undefined where it does not say it. */
function withoutWords(
  words: readonly string[],
  stems: readonly string[],
  wanted: readonly string[],
): string | undefined {
  const place = stems.findIndex((_, index) => wanted.every((word, offset) => stems[index + offset] === word));
  if (place < 0 || wanted.length === 0) return undefined;
  return [...words.slice(0, place), ...words.slice(place + wanted.length)].join(' ');
}
