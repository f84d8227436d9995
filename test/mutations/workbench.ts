import { judge } from '../../linter/engine/lint.ts';
import { type FileFacts, readFacts } from '../../linter/graph/facts.ts';
import type { FileSource, SourceFile } from '../../linter/graph/source.ts';
import { buildHandbook, type Handbook, registry } from '../../linter/index.ts';
import type { JudgedProblem } from '../../linter/model/finding.ts';
import { diskSource } from '../../linter/node.ts';
import { applyEdits } from '../support/edits.ts';
import { TODAY } from '../support/handbook.ts';
import { candidatesOf } from './candidates.ts';
import type { Candidate, Mutation } from './mutation.ts';

/** What came of a mutation. */
export interface Outcome {
  root: string;
  mutation: Mutation;
  /** The findings that were not there before. */
  findings: JudgedProblem[];
  handbook: Handbook;
}

/** A handbook that is read once and mutated often. */
export class Workbench {
  readonly root: string;
  readonly handbook: Handbook;
  readonly candidates: Candidate[];
  /** The findings before any mutation. */
  readonly before: ReadonlySet<string>;
  readonly #source: FileSource;
  readonly #texts: Record<string, string> = {};
  readonly #known = new Map<SourceFile, FileFacts>();

  constructor(root: string) {
    this.root = root;
    this.#source = diskSource(root);
    this.handbook = this.#build(this.#source);
    for (const { path, text } of this.handbook.files.values())
      if (text !== undefined) this.#texts[path] = text;
    this.before = new Set(this.#judge(this.handbook).map(nameOf));
    this.candidates = candidatesOf(this.handbook);
  }

  /** Reads only what the mutation changed, and judges the whole handbook by every rule, strictly. */
  try(mutation: Mutation): Outcome {
    const changed = applyEdits(this.#texts, mutation.edits);
    const source = this.#source
      .filter(({ path }) => !mutation.dropped?.includes(path))
      .map((file) => {
        const text = changed[file.path] as string;
        return text === this.#texts[file.path]
          ? file
          : { path: file.path, bytes: new TextEncoder().encode(text) };
      });
    const handbook = this.#build(source);
    const findings = this.#judge(handbook).filter((problem) => !this.before.has(nameOf(problem)));
    return { root: this.root, mutation, findings, handbook };
  }

  #build(source: FileSource): Handbook {
    return buildHandbook(source, { clock: TODAY, facts: (file, locales) => this.#facts(file, locales) });
  }

  #facts(file: SourceFile, locales: readonly string[]): FileFacts {
    const facts = this.#known.get(file) ?? readFacts(file, locales);
    if (this.#source.includes(file)) this.#known.set(file, facts);
    return facts;
  }

  #judge(handbook: Handbook): JudgedProblem[] {
    return judge(handbook, { registry, preset: 'strict' });
  }
}

function nameOf({ rule, messageId, at, subject, data }: JudgedProblem): string {
  return JSON.stringify([rule, messageId, at.file, subject, data]);
}
