import type { MessageData, Template } from './message.ts';

export type Severity = 'error' | 'warning' | 'info';

/** From gravest to lightest; the order findings of one place are listed in. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** A place as editors show it: line and column count from 1, columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** A range of UTF-16 offsets into a file as it lies on disk, end exclusive. */
export type Span = readonly [start: number, end: number];

/** A span in a file, named by its path relative to the handbook's root. */
export interface Location {
  file: string;
  span: Span;
}

/** Replaces `[start, end)` of a file by `text`; offsets as in `Span`. */
export interface TextEdit {
  file: string;
  start: number;
  end: number;
  text: string;
}

/** A remedy. As a `fix` it is safe to apply unseen; as a suggestion an author decides. */
export interface Remedy {
  description: Template;
  data?: MessageData;
  edits?: TextEdit[];
}

/** A problem as a check reports it: data and a place, no words yet. */
export interface Problem {
  /** `theme/name` of the rule, or `syntax/…` for what keeps a file from being read. */
  rule: string;
  messageId: string;
  template: Template;
  data: MessageData;
  at: Location;
  /** What the problem is about, stable when lines move: an entity's key with a part or field. */
  subject: string;
  related?: { at: Location; template: Template; data?: MessageData }[];
  fix?: Remedy;
  suggest?: Remedy[];
}

/** A problem and how severe the configuration makes it. */
export interface JudgedProblem extends Problem {
  severity: Severity;
}

export interface Related extends Range {
  file: string;
  message: string;
}

export interface RemedyText {
  description: string;
  edits?: TextEdit[];
}

/** A problem with severity, words and positions: what reporters print. */
export interface Finding extends Range {
  rule: string;
  severity: Severity;
  message: string;
  messageId: string;
  file: string;
  /** Same as long as the same thing is wrong with the same entity, wherever its lines move. */
  fingerprint: string;
  url?: string;
  related?: Related[];
  fix?: RemedyText;
  suggest?: RemedyText[];
}

/** Why a finding does not count, and who answers for that. */
export interface Suppression {
  kind: 'comment' | 'exception' | 'baseline';
  /** In the words of whoever wrote it; a baseline has none. */
  reason?: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  until?: string;
  /** Where it is written. */
  at?: Range & { file: string };
}

/** A finding that was there, and does not count. */
export interface SuppressedFinding extends Finding {
  suppression: Suppression;
}

/** How the findings of a revision differ from those of an earlier one, told by their fingerprints. */
export interface Comparison {
  /** The earlier revision as the user named it. */
  base: string;
  /** Fingerprints of the findings that the earlier revision did not have. */
  added: ReadonlySet<string>;
  /** Fingerprints of what was there before and counts all the same: what keeps others from being checked. */
  neverOld?: ReadonlySet<string>;
  /** What the earlier revision had and this one has not. */
  fixed: Finding[];
}

export interface LintResult {
  /** How many files were read. */
  files: number;
  /** What counts: errors among these fail. With a comparison, those that were there before stand here too. */
  findings: Finding[];
  /** What a comment, an exception or the baseline answers for. */
  suppressed: SuppressedFinding[];
  /** Present where an earlier revision was compared with. */
  comparison?: Comparison;
  /** What could not be checked, and why, in words for the reader. */
  notices: string[];
}
