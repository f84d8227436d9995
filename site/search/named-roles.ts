import type { Answer } from '../data/answers.ts';
import { latinWords, plainText } from './tokens.ts';

/** A role that a question names, and the question without its name. */
export interface NamedRole {
  id: string;
  name: string;
  rest: string;
}

/** The roles of a handbook by what people call them. */
export class RoleNames {
  /** Longer names first: a duty manager is no manager. */
  readonly #names: readonly { id: string; name: string }[];

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
      .sort((a, b) => b.name.length - a.name.length);
  }

  /** The role that a question names besides something else; undefined where it names none, or nothing else. */
  in(question: string): NamedRole | undefined {
    for (const { id, name } of this.#names) {
      const rest = without(question, name);
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

/** A question without a name, be it in the plural; undefined where it does not say it. */
function without(question: string, name: string): string | undefined {
  const plain = plainText(question);
  if (/\p{Script=Han}/u.test(name)) return plain.includes(name) ? plain.replaceAll(name, ' ') : undefined;
  const wanted = latinWords(name);
  const words = plain.split(/[^\p{L}\p{N}'’-]+/u).filter(Boolean);
  const stems = words.map((word) => latinWords(word.replace(/['’]s$/, '')).join(' '));
  const place = stems.findIndex((_, index) => wanted.every((word, offset) => stems[index + offset] === word));
  return place < 0 ? undefined : [...words.slice(0, place), ...words.slice(place + wanted.length)].join(' ');
}
