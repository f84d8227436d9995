import type { Answers } from '../graph/answers.ts';
import type { Report, RuleContext } from '../rules/rule.ts';

/**
 * What a rule read and reported. The passes of its loops over `each` are kept apart, so that a later run
 * repeats only those whose reading would give something else.
 */
export interface RuleRun {
  /** Tokens (graph/reads.ts) of what was read outside all passes; every pass depends on them too. */
  outside: ArrayLike<number>;
  /** For each pass, one after the other, how many tokens it read and which. */
  passes: ArrayLike<number>;
  /** What was reported, in order, and in which pass; −1 outside all of them. */
  reports: readonly (readonly [pass: number, report: Report])[];
}

/**
 * Runs a rule, or as much of it as may come out other than in an earlier run, and reports everything as if
 * all of it had run.
 *
 * @returns what a later run may use, if anything
 * @throws what the rule throws
 */
export function runRecorded(
  answers: Answers,
  earlier: RuleRun | undefined,
  report: (report: Report) => void,
  check: (context: Pick<RuleContext<string>, 'each' | 'report'>) => void,
): RuleRun | undefined {
  const known = earlier && answers.areClean(earlier.outside) ? earlier : undefined;
  const clean = known && cleanPasses(answers, known);
  if (known && clean?.every((each) => each)) {
    for (const [, each] of known.reports) report(each);
    return known;
  }
  const recorder = new Recorder(answers, known, clean, report);
  const end = answers.reads.begin();
  let outside: number[] = [];
  try {
    check(recorder);
  } finally {
    outside = end();
  }
  const { isBroken, passes, reports } = recorder;
  return isBroken ? undefined : { outside, passes, reports };
}

// helpers

class Recorder implements Pick<RuleContext<string>, 'each' | 'report'> {
  readonly passes: number[] = [];
  readonly reports: [number, Report][] = [];
  /** A loop that was left early says nothing of the passes that it did not come to. */
  isBroken = false;
  readonly #answers: Answers;
  readonly #known: RuleRun | undefined;
  readonly #clean: readonly boolean[] | undefined;
  readonly #earlierReports: ReadonlyMap<number, readonly Report[]>;
  readonly #report: (report: Report) => void;
  #pass = 0;
  #cursor = 0;
  #isInside = false;

  constructor(
    answers: Answers,
    known: RuleRun | undefined,
    clean: readonly boolean[] | undefined,
    report: (report: Report) => void,
  ) {
    this.#answers = answers;
    this.#known = known;
    this.#clean = clean;
    this.#report = report;
    this.#earlierReports = known ? byPass(known.reports) : new Map();
  }

  readonly report = (report: Report): void => {
    this.reports.push([this.#isInside ? this.#pass : -1, report]);
    this.#report(report);
  };

  readonly each = <Item>(items: Iterable<Item>): Iterable<Item> => this.#passesOver(items);

  *#passesOver<Item>(items: Iterable<Item>): Generator<Item> {
    if (this.#isInside) throw new Error('a pass of a loop over each() holds another');
    for (const item of items) {
      if (this.#clean?.[this.#pass]) {
        this.#repeat();
      } else {
        this.#isInside = true;
        const end = this.#answers.reads.begin();
        let finished = false;
        try {
          yield item;
          finished = true;
        } finally {
          const reads = end();
          this.passes.push(reads.length);
          for (const token of reads) this.passes.push(token);
          this.#isInside = false;
          this.isBroken ||= !finished;
        }
        this.#cursor += 1 + (this.#known?.passes[this.#cursor] ?? 0);
      }
      this.#pass++;
    }
  }

  #repeat(): void {
    const { passes } = this.#known!;
    const end = this.#cursor + 1 + passes[this.#cursor]!;
    for (; this.#cursor < end; this.#cursor++) this.passes.push(passes[this.#cursor]!);
    for (const each of this.#earlierReports.get(this.#pass) ?? []) {
      this.reports.push([this.#pass, each]);
      this.#report(each);
    }
  }
}

function cleanPasses(answers: Answers, { passes }: RuleRun): boolean[] {
  const clean: boolean[] = [];
  for (let cursor = 0; cursor < passes.length; ) {
    const end = cursor + 1 + passes[cursor]!;
    clean.push(answers.areClean(passes, cursor + 1, end));
    cursor = end;
  }
  return clean;
}

function byPass(reports: RuleRun['reports']): Map<number, Report[]> {
  const found = new Map<number, Report[]>();
  for (const [pass, report] of reports) {
    const list = found.get(pass);
    if (list) list.push(report);
    else found.set(pass, [report]);
  }
  return found;
}
