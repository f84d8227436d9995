import { type Entity, FileEntity } from './entity.ts';
import { type Question, questions } from './question-registry.ts';
import type { Reads } from './reads.ts';
import type { Part } from './references.ts';

/** An answer as one run leaves it to the next: what was read to find it, and the answer or a print of it. */
export interface RememberedAnswer {
  reads: ArrayLike<number>;
  /** JSON of a plain answer, else the digest of what it is made of. */
  print: string;
}

interface Answer extends RememberedAnswer {
  value: unknown;
}

export interface EarlierAnswers {
  /** Names of questions; their place is part of their token. */
  names: readonly string[];
  byToken: ReadonlyMap<number, RememberedAnswer>;
}

export interface AnswersOptions {
  /** The entity of a file, by the file's index. */
  entity(file: number): Entity | undefined;
  digest(text: string): string;
}

/**
 * The answers to questions about one handbook, and whether they differ from those of an earlier run.
 *
 * A token is clean if reading it now gives what it gave then. What files hold and what refers to what is
 * compared before any check runs; an answer is clean if all that was read to find it is, or if it is found
 * again and comes out the same.
 */
export class Answers {
  readonly reads: Reads;
  readonly #handbook: () => { reads: Reads };
  readonly #entity: (file: number) => Entity | undefined;
  readonly #digest: (text: string) => string;
  readonly #slots = new Map<string, number>();
  readonly #answers = new Map<number, Answer>();
  readonly #clean = new Map<number, boolean>();
  #earlier: EarlierAnswers | undefined;
  #dirty: Uint8Array | undefined;

  constructor(
    reads: Reads,
    /** Of which the answers are themselves a part, so it is asked for when the first is found. */
    handbook: () => { reads: Reads },
    { entity, digest }: AnswersOptions,
  ) {
    this.reads = reads;
    this.#handbook = handbook;
    this.#entity = entity;
    this.#digest = digest;
  }

  /** Takes over what an earlier run left. `dirty` has a mark for each token that is no question's. */
  continueFrom(earlier: EarlierAnswers, dirty: Uint8Array): void {
    this.#earlier = earlier;
    this.#dirty = dirty;
    for (const name of earlier.names) this.#slotOf(name);
  }

  ask(name: string, file: number): unknown {
    const token = this.reads.firstQuestion + this.#slotOf(name) * this.reads.files + file;
    this.reads.note(token);
    const known = this.#answers.get(token);
    if (known) return known.value;
    const question = questions.get(name)!;
    const earlier = this.#earlier?.byToken.get(token);
    // Whether it is clean may have been found by answering it again.
    if (question.plain && earlier && this.isClean(token) && !this.#answers.has(token)) {
      this.#answers.set(token, { ...earlier, value: JSON.parse(earlier.print) });
    }
    return (this.#answers.get(token) ?? this.#find(token, question, file)).value;
  }

  /** Whether everything is as it was in the earlier run, so that there is nothing new to keep. */
  get isUnchanged(): boolean {
    return (
      this.#dirty !== undefined &&
      this.#dirty[this.reads.everything] === 0 &&
      this.#dirty[this.reads.today] === 0
    );
  }

  /** Whether reading all of these gives what it gave in the earlier run. */
  areClean(tokens: ArrayLike<number>, start = 0, end = tokens.length): boolean {
    if (!this.#dirty) return false;
    const { firstQuestion } = this.reads;
    for (let index = start; index < end; index++) {
      const token = tokens[index]!;
      if (token < firstQuestion ? this.#dirty[token] === 1 : !this.isClean(token)) return false;
    }
    return true;
  }

  isClean(token: number): boolean {
    let clean = this.#clean.get(token);
    if (clean === undefined) {
      clean = this.#compare(token);
      this.#clean.set(token, clean);
    }
    return clean;
  }

  #compare(token: number): boolean {
    const earlier = this.#earlier?.byToken.get(token);
    if (!earlier) return false;
    if (this.areClean(earlier.reads)) return true;
    const place = token - this.reads.firstQuestion;
    const name = [...this.#slots.keys()][Math.floor(place / this.reads.files)]!;
    const question = questions.get(name);
    if (!question) return false;
    const file = place % this.reads.files;
    const now = this.#answers.get(token) ?? this.#find(token, question, file);
    return now.print === earlier.print;
  }

  #find(token: number, { find, plain }: Question, file: number): Answer {
    const end = this.reads.begin();
    let value: unknown;
    let reads: number[];
    try {
      value = find(this.#handbook(), plain ? this.#entity(file) : undefined);
    } finally {
      reads = end();
    }
    const print = () => (plain ? JSON.stringify(value) : this.#digest(printOf(value)));
    const answer = new FoundAnswer(value, reads, print);
    this.#answers.set(token, answer);
    return answer;
  }

  /** What a later run may take over: what was found now, and what was found earlier and still holds. */
  remember(): EarlierAnswers {
    const byToken = new Map<number, RememberedAnswer>();
    for (const [token, earlier] of this.#earlier?.byToken ?? []) {
      if (!this.#answers.has(token) && this.isClean(token)) byToken.set(token, earlier);
    }
    for (const [token, { reads, print }] of this.#answers)
      byToken.set(token, { reads: Int32Array.from(reads), print });
    return { names: [...this.#slots.keys()], byToken };
  }

  #slotOf(name: string): number {
    let slot = this.#slots.get(name);
    if (slot === undefined) {
      slot = this.#slots.size;
      this.#slots.set(name, slot);
    }
    return slot;
  }
}

// helpers

class FoundAnswer implements Answer {
  readonly value: unknown;
  readonly reads: readonly number[];
  readonly #make: () => string;
  #print: string | undefined;

  constructor(value: unknown, reads: readonly number[], make: () => string) {
    this.value = value;
    this.reads = reads;
    this.#make = make;
  }

  /** Made only where somebody compares or keeps it. */
  get print(): string {
    this.#print ??= this.#make();
    return this.#print;
  }
}

/** Everything that a reader of an answer can tell apart, the order of sets and maps included. */
function printOf(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new Error('an answer holds a function');
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  }
  if (value instanceof FileEntity) return `entity ${value.index}`;
  if (isPart(value))
    return `part ${value.owner.index} ${JSON.stringify([value.type, value.id, value.pointer])}`;
  if (Array.isArray(value)) return `[${value.map(printOf).join()}]`;
  if (value instanceof Set) return `set(${[...value].map(printOf).join()})`;
  if (value instanceof Map) return `map(${[...value].map((each) => printOf(each)).join()})`;
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('an answer holds what has no print');
  return `{${Object.entries(value)
    .map(([name, each]) => `${JSON.stringify(name)}:${printOf(each)}`)
    .join()}}`;
}

function isPart(value: object): value is Part {
  return 'owner' in value && value.owner instanceof FileEntity;
}
