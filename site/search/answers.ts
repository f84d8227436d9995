import MiniSearch from 'minisearch';
import type { Answer } from '../data/answers.ts';
import { termsOf } from './tokens.ts';

export interface Found extends Answer {
  /** The terms of the text that the question met. */
  met: string[];
}

/** Searches the answers of one locale: by any part of a Chinese word, and by the beginning of a Latin one. */
export class Answers {
  readonly #index: MiniSearch<Answer>;
  readonly #answers: readonly Answer[];

  constructor(answers: readonly Answer[]) {
    this.#answers = answers;
    this.#index = new MiniSearch({ idField: 'url', fields: ['title', 'names', 'note'], tokenize: termsOf });
    // The same step may stand under two addresses no more than once.
    this.#index.addAll([...new Map(answers.map((answer) => [answer.url, answer])).values()]);
  }

  /** The best answers, none that is far behind the first. */
  find(question: string, most = 5): Found[] {
    const asked = plain(question);
    if (asked === '') return [];
    const byUrl = new Map(this.#answers.map((answer) => [answer.url, answer]));
    const results = this.#index.search(question, {
      boost: { title: 4, names: 2 },
      prefix: (term) => term.length === 1 || /^[a-z]/.test(term),
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.25 : false),
      boostDocument: (url) =>
        byUrl.get(String(url))!.weight * closeness(plain(byUrl.get(String(url))!.title), asked),
    });
    const best = results[0]?.score ?? 0;
    return results
      .filter(({ score }) => score >= best * 0.35)
      .slice(0, most)
      .map(({ id, terms }) => ({ ...byUrl.get(String(id))!, met: terms }));
  }
}

export async function loadAnswers(base: string, locale: string): Promise<Answers> {
  const response = await fetch(`${base}answers/${locale}.json`);
  return new Answers(response.ok ? ((await response.json()) as Answer[]) : []);
}

// helpers

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
}

/** A title that is the question itself is what was asked for; one that holds it, or is held by it, nearly. */
function closeness(title: string, asked: string): number {
  if (title === asked) return 4;
  if (title.startsWith(asked) || asked.includes(title)) return 1.8;
  return title.includes(asked) ? 1.4 : 1;
}
