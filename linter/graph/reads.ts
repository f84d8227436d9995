/**
 * Who reads what. Everything a check can learn of a handbook has a number, its token; whoever reads it leaves
 * the token in the list of what is being recorded. A later run asks whether any of these changed: if not, the
 * check would come to the same result, and need not run.
 *
 * With n files the tokens are: 0 … n−1 what a file holds; n … 2n−1 which references lead to the entity of a
 * file; 2n … 3n−1 which parts it has and where its own references lead; then `today`, `history` and
 * `everything`; then n for each question (question.ts).
 */
export class Reads {
  /** How many files there are. */
  readonly files: number;
  #list: number[] | undefined;
  /** For each token the recording that has it already. */
  #stamps: Int32Array;
  #recording = 0;
  #last = 0;

  constructor(files: number) {
    this.files = Math.max(1, files);
    this.#stamps = new Int32Array(this.firstQuestion + this.files * 16);
  }

  get today(): number {
    return 3 * this.files;
  }

  get history(): number {
    return 3 * this.files + 1;
  }

  get everything(): number {
    return 3 * this.files + 2;
  }

  get firstQuestion(): number {
    return 3 * this.files + 3;
  }

  incoming(file: number): number {
    return this.files + file;
  }

  links(file: number): number {
    return 2 * this.files + file;
  }

  note(token: number): void {
    const list = this.#list;
    if (list === undefined || this.#stamps[token] === this.#recording) return;
    if (token >= this.#stamps.length) this.#grow(token);
    this.#stamps[token] = this.#recording;
    list.push(token);
  }

  /** Begins a recording inside the present one, if any; what it hands back ends it. */
  begin(): () => number[] {
    const [list, recording] = [this.#list, this.#recording];
    const own: number[] = [];
    this.#list = own;
    this.#recording = ++this.#last;
    return () => {
      this.#list = list;
      this.#recording = recording;
      return own;
    };
  }

  /** Runs something, and hands back its result with the tokens of all that it read. */
  recorded<Value>(run: () => Value): [value: Value, reads: readonly number[]] {
    const end = this.begin();
    let reads: readonly number[] = [];
    let value: Value;
    try {
      value = run();
    } finally {
      reads = end();
    }
    return [value, reads];
  }

  /** Runs what notes its reads itself, or reads only what every reader depends on. */
  unrecorded<Value>(run: () => Value): Value {
    const list = this.#list;
    this.#list = undefined;
    try {
      return run();
    } finally {
      this.#list = list;
    }
  }

  #grow(token: number): void {
    const stamps = new Int32Array(token + this.files * 16);
    stamps.set(this.#stamps);
    this.#stamps = stamps;
  }
}
