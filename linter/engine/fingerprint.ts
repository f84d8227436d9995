import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import { digest } from '../model/digest.ts';
import type { Problem } from '../model/finding.ts';
import { tokensOf } from '../model/pointer.ts';
import { bodyStart } from '../parse/front-matter.ts';

/** A problem and its names: one for programs, one for people. */
export interface NamedProblem<P extends Problem = Problem> {
  problem: P;
  /** Same as long as the same thing is wrong with the same entity. */
  fingerprint: string;
  /** What it is about, as `stableSubject` says it. */
  about: string;
  /** What it was called while the entity had an id that an alias keeps alive. */
  former: readonly Name[];
}

/** How a file that outlives a run names a problem. */
export type Name = Pick<NamedProblem, 'fingerprint' | 'about'>;

/**
 * Names a problem so that the name survives moved lines and edited neighbours: by rule, message, what it is
 * about, and, where it is about words, the sentence they stand in; never by a position. Only where all of that
 * is the same twice do the later ones carry a number.
 *
 * @param seen counts names within one run; pass the same map for every problem of a run.
 * @param present the key that an entity bears now, for the problems of an earlier revision.
 */
export function nameProblem<P extends Problem>(
  problem: P,
  handbook: Handbook,
  seen: Map<string, number>,
  present: (key: string) => string = (key) => key,
): NamedProblem<P> {
  const about = stableSubject(problem.subject, handbook).replace(/^[^#/]+/, present);
  const words = wordsOf(problem, handbook);
  const nameFor = (about: string) => [problem.rule, problem.messageId, about, ...words].join('\n');
  const name = nameFor(about);
  const count = (seen.get(name) ?? 0) + 1;
  seen.set(name, count);
  const fingerprintOf = (name: string) => digest(count === 1 ? name : `${name}\n${count}`, 16);
  const former = formerSubjects(about, handbook).map((about) => ({
    fingerprint: fingerprintOf(nameFor(about)),
    about,
  }));
  return { problem, fingerprint: fingerprintOf(name), about, former };
}

/**
 * What a problem is about, with the items of lists named by what they hold and not by their place, which moves
 * when another is added: `service:stay/needs/1` → `service:stay/needs/quick-answer`.
 */
function stableSubject(subject: string, handbook: Handbook): string {
  const slash = subject.indexOf('/');
  if (slash === -1) return subject;
  const entity = handbook.find(subject.slice(0, slash));
  if (!entity) return subject;
  return subject.slice(0, slash) + stablePointer(entity, tokensOf(subject.slice(slash)));
}

// helpers

/** The same with each id that an alias ties to the entity; one that another entity bears is none of its own. */
function formerSubjects(about: string, handbook: Handbook): string[] {
  const [key = ''] = about.split(/[#/]/, 1);
  const entity = handbook.find(key);
  if (!entity || entity.key !== key) return [];
  const keys = entity.aliases.map((alias) => `${entity.kind}:${alias}`);
  return keys.filter((each) => handbook.find(each) === entity).map((each) => each + about.slice(key.length));
}

function stablePointer(entity: Entity, tokens: readonly string[]): string {
  let value: unknown = entity.data;
  let pointer = '';
  for (const token of tokens) {
    const isItem = Array.isArray(value) && /^\d+$/.test(token);
    const next: unknown =
      value !== null && typeof value === 'object' && Object.hasOwn(value, token)
        ? (value as Record<string, unknown>)[token]
        : undefined;
    pointer += `/${(isItem && nameOfItem(next)) || token}`;
    value = next;
  }
  return pointer;
}

/** An item's id, or the first text in it. */
function nameOfItem(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  if (item === null || typeof item !== 'object') return undefined;
  const { id } = item as { id?: unknown };
  const found = typeof id === 'string' ? id : Object.values(item).find((each) => typeof each === 'string');
  return found as string | undefined;
}

/** The sentence that a problem of wording, or of a body, points into; which words of it; and the language. */
function wordsOf({ rule, at }: Problem, handbook: Handbook): string[] {
  const facts = handbook.files.get(at.file);
  const text = facts?.text;
  if (text === undefined) return [];
  const [start, end] = at.span;
  if (!rule.startsWith('wording/') && !isInBody(at.file, text, start)) return [];
  const locale = facts?.place?.role === 'translation' ? [facts.place.locale] : [];
  return [
    ...locale,
    fold(text.slice(start, Math.min(end, start + LONGEST))),
    fold(sentenceAt(text, start, end)),
  ];
}

const LONGEST = 500;

function isInBody(file: string, text: string, at: number): boolean {
  if (!file.endsWith('.mdx')) return false;
  return at >= (bodyStart(text) ?? Infinity);
}

/** From the end of the sentence before to the end of this one, all on one line. */
function sentenceAt(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const after = text.slice(end, end + LONGEST);
  // A full stop ends a sentence only before a space; it also stands in numbers.
  const head = before.split(/[。！？；!?;\n]|\.\s/).at(-1)!;
  const tail = after.split(/[。！？；!?;\n]|\.\s/)[0]!;
  return head + text.slice(start, Math.min(end, start + LONGEST)) + tail;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
