import MiniSearch from 'minisearch';
import type { Answer, SearchData } from '../data/answers.ts';
import { RoleNames } from './named-roles.ts';
import { type Counts, countsOf, isNarrowed, type Narrowed, passes } from './narrow.ts';
import { type Asked, bare, understand } from './question.ts';
import { keptTerms, latinWords, termsOf } from './tokens.ts';

export interface Found extends Answer {
  /** The terms of the text that the question met. */
  met: string[];
}

/** How far behind the first an answer may be. */
const FAR = 0.3;
/** The first few may be further: one that is called what was asked must not stand alone. */
const FEW = 3;
const FURTHER = 0.1;

/** What is said of a role is more than its page; what else concerns it is nearer, and its name tells little. */
const NAMED = { itself: 0.5, concerned: 1.5, name: 0.3 };

/** Searches the answers of one locale: by any part of a Chinese word, and by the beginning of a Latin one. */
export class Answers {
  readonly data: SearchData;
  readonly #index: MiniSearch<Indexed>;
  readonly #answers: readonly Answer[];
  readonly #role: string | undefined;
  readonly #roles: RoleNames;
  #last: { question: string; found: Scored[] } | undefined;
  readonly #bare: readonly { title: string; names: readonly string[] }[];

  /**
   * @param role the reader's own: what concerns it comes a little earlier
   * @param index of these answers, where one was made already
   */
  constructor(data: SearchData, role?: string, index?: MiniSearch<Indexed>) {
    this.data = data;
    this.#role = role;
    this.#roles = new RoleNames(data.answers);
    this.#answers = data.answers;
    this.#bare = data.answers.map(({ title, names }) => ({
      title: bare(title),
      names: names.split(' · ').map(bare),
    }));
    this.#index = index ?? emptyIndex();
    if (!index) this.#index.addAll(indexed(data));
  }

  /**
   * The answers to a question, best first. None is far behind the first, unless the reader narrowed the search:
   * then all that the question meets.
   */
  find(question: string, narrowed: Narrowed = {}): Found[] {
    const met = this.#meet(question);
    const best = isNarrowed(narrowed) ? 0 : (met[0]?.score ?? 0);
    return met
      .filter(({ score }, index) => score >= best * (index < FEW ? FURTHER : FAR))
      .filter(({ id }) => passes(this.#answers[id]!, narrowed))
      .map(({ id, terms }) => ({ ...this.#answers[id]!, met: terms }));
  }

  /** What to look for in the texts of pages: the question without the words that only ask. */
  textQuery(question: string): string {
    return understand(question, this.data.synonyms).core;
  }

  /** How many answers each way to narrow the search would leave. */
  counts(question: string, narrowed: Narrowed): Counts {
    return countsOf(
      this.#meet(question).map(({ id }) => this.#answers[id]!),
      narrowed,
    );
  }

  /** What is nearest to a question that nothing answers: words alike, or a part of it. */
  nearest(question: string, most = 3): Found[] {
    const parts = [...latinWords(question), ...(question.match(/\p{Script=Han}/gu) ?? [])];
    const results = this.#index.search(parts.join(' '), {
      tokenize: () => parts,
      boost: { title: 3, names: 2 },
      fuzzy: (term) => (term.length > 3 ? 0.5 : false),
      prefix: true,
    });
    return results.slice(0, most).map(({ id }) => ({ ...this.#answers[id]!, met: [] }));
  }

  /** All that a question meets, kept until the next one. */
  #meet(question: string): Scored[] {
    if (this.#last?.question !== question) {
      const found = bare(question) === '' ? [] : this.#search(this.#understand(question));
      this.#last = { question, found };
    }
    return this.#last.found;
  }

  /** “What may a waiter give away?” asks for what may be given away, and by a waiter. */
  #understand(question: string): Asked & { about?: string } {
    const whole = understand(question, this.data.synonyms);
    const named = this.#roles.in(question);
    if (!named) return whole;
    const rest = understand(named.rest, this.data.synonyms);
    const terms = new Map(rest.terms);
    for (const term of termsOf(named.name))
      if (!terms.has(term)) terms.set(term, { weight: NAMED.name, group: term });
    return { ...rest, terms, subjects: [...new Set([...whole.subjects, ...rest.subjects])], about: named.id };
  }

  #search({ terms, subjects, kinds, about }: Asked & { about?: string }): Scored[] {
    const results = this.#index.search(subjects[0] ?? '', {
      tokenize: () => [...terms.keys()],
      processTerm: (term) => term,
      boost: { title: 4, names: 2.5, words: 0.6, sort: 0.6 },
      boostTerm: (term) => terms.get(term)?.weight ?? 1,
      prefix: (term) => term.length === 1 || /^[a-z]/.test(term),
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) && terms.get(term)?.weight === 1 ? 0.25 : false),
      weights: { fuzzy: 0.25, prefix: 0.4 },
      boostDocument: (id) => {
        const answer = this.#answers[id]!;
        const own = this.#role && answer.roles.includes(this.#role) ? 1.15 : 1;
        return (
          answer.weight *
          own *
          (about ? nearness(answer, about) : 1) *
          (answer.in === 'glossary' ? 1 : (kinds[answer.in] ?? 1)) *
          this.#closeness(id, subjects, about !== undefined || kinds['decision-right'] !== undefined)
        );
      },
    });
    // The index counts every term met alike; here another word for it counts less than the word itself.
    return results
      .map(({ id, score, terms: met, queryTerms }) => {
        const groups = new Map(queryTerms.map((term) => [terms.get(term)!.group, terms.get(term)!.weight]));
        const counted = [...groups.values()].reduce((sum, weight) => sum + weight, 0);
        return { id, terms: met, score: (score * counted) / queryTerms.length };
      })
      .sort((a, b) => b.score - a.score);
  }

  /** A name that is the question itself is what was asked for; one that holds it, or is held by it, nearly. */
  #closeness(id: number, subjects: readonly string[], beyondRoles: boolean): number {
    const { title, names } = this.#bare[id]!;
    let best = 1;
    // “What may a waiter give away?” is not about the waiter.
    const aside = beyondRoles && this.#answers[id]!.in === 'role';
    for (const subject of subjects) {
      if (aside && !title.includes(subject)) continue;
      best = Math.max(best, likeness(title, subject));
      if (subject.length > 1 && names.includes(subject)) best = Math.max(best, 2.5);
    }
    return best;
  }
}

export async function loadAnswers(base: string, locale: string, role?: string): Promise<Answers> {
  const response = await fetch(`${base}answers/${locale}.json`);
  if (!response.ok) throw new Error(`No answers: ${response.status}`);
  const data = (await response.json()) as SearchData;
  const index = emptyIndex();
  // In pieces, between which the browser can show what is typed.
  await index.addAllAsync(indexed(data), { chunkSize: 500 });
  return new Answers(data, role, index);
}

// helpers

function nearness(answer: Answer, role: string): number {
  if (!answer.roles.includes(role)) return 1;
  return answer.in === 'role' ? NAMED.itself : NAMED.concerned;
}

interface Indexed extends Answer {
  id: number;
  /** The name of the kind, by which “training of waiters” meets every training; a step says more than that. */
  sort: string;
}

interface Scored {
  id: number;
  score: number;
  terms: string[];
}

function emptyIndex(): MiniSearch<Indexed> {
  return new MiniSearch({ fields: ['title', 'names', 'note', 'words', 'sort'], tokenize: keptTerms });
}

function indexed({ answers, labels }: SearchData): Indexed[] {
  return answers.map((answer, id) => ({
    ...answer,
    id,
    sort: labels.kind[answer.in] === answer.kind ? answer.kind : '',
  }));
}

function likeness(title: string, subject: string): number {
  if (title === subject) return 4;
  if (subject.length < 2) return title.startsWith(subject) ? 1.3 : 1;
  if (title.startsWith(subject)) return 1.2 + subject.length / title.length;
  if (title.includes(subject)) return 1.1 + (0.7 * subject.length) / title.length;
  if (title.length > 1 && subject.includes(title)) return 1.1 + title.length / subject.length;
  return 1;
}
