import type { LintResult, Severity } from '../model/finding.ts';
import type { Localised } from '../model/message.ts';
import type { PrettyOptions } from './pretty.ts';

/** What a report may tell of a rule besides its findings, in the reader's language. */
export interface RuleText {
  /** One sentence. */
  summary: string;
  /** Why the rule stands, Markdown. */
  why: string;
  /** The whole page, Markdown that reads well as it is. */
  text: string;
  /** In the recommended preset. */
  severity: Severity;
}

/** What reports are made of besides the result. */
export interface ReportContext extends PrettyOptions {
  /** Of Loopbook. */
  version: string;
  /** The handbook's folder in its repository, `policies/`; empty where it is the root. */
  prefix: string;
  rule(id: string): RuleText | undefined;
  /** Files that the change under review touches, relative to the handbook's root. */
  changed?: ReadonlySet<string>;
}

export interface Reporter {
  /** What it is for: one line in a list of formats. */
  summary: Localised;
  /** Same result, same context: same text, which ends in a line break. */
  render(result: LintResult, context: ReportContext): string;
}
