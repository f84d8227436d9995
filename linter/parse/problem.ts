import type { Location, Problem, Span } from '../model/finding.ts';
import type { MessageData, Template } from '../model/message.ts';

/** The checks that stand before all rules: what keeps a file, or a part of it, from being read. */
export const syntaxChecks = [
  'syntax/file',
  'syntax/encoding',
  'syntax/yaml',
  'syntax/mdx',
  'syntax/schema',
  'syntax/value',
  'syntax/settings',
  'syntax/suppression',
] as const;

export type SyntaxCheck = (typeof syntaxChecks)[number];

export interface SyntaxProblemInput {
  messageId: string;
  span: Span;
  data?: MessageData;
  /** Pointer or other stable name of the place; the message id alone where there is none. */
  what?: string;
  related?: { span: Span; template: Template; data?: MessageData }[];
  fix?: Problem['fix'];
  suggest?: Problem['suggest'];
}

/** Collects the problems of one file: stages report and carry on, none throws. */
export class ProblemCollector {
  readonly file: string;
  readonly problems: Problem[] = [];

  constructor(file: string) {
    this.file = file;
  }

  add(check: SyntaxCheck, catalogue: Record<string, Template>, input: SyntaxProblemInput): void {
    const { messageId, span, data = {}, what = '', related, fix, suggest } = input;
    const template = catalogue[messageId];
    if (!template) throw new Error(`no message "${messageId}" for ${check}`);
    const at: Location = { file: this.file, span };
    this.problems.push({
      rule: check,
      messageId,
      template,
      data,
      at,
      subject: `${this.file}#${what}`,
      ...(related && {
        related: related.map(({ span, ...words }) => ({ at: { file: this.file, span }, ...words })),
      }),
      ...(fix && { fix }),
      ...(suggest && { suggest }),
    });
  }

  /** Drops the problems that another already tells of. There may be more than one call can take as arguments. */
  drop(isEcho: (problem: Problem) => boolean): void {
    let kept = 0;
    for (const problem of this.problems) if (!isEcho(problem)) this.problems[kept++] = problem;
    this.problems.length = kept;
  }
}
