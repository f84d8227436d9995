import type { Range, Suppression } from './finding.ts';

/** One place that hides findings, or means to: a comment, an exception or a line of the baseline. */
export interface SuppressionEntry {
  kind: Suppression['kind'];
  /** `expired` and `invalid` ones hide nothing; `unused` ones find nothing to hide. */
  state: 'active' | 'unused' | 'expired' | 'invalid';
  rules: string[];
  /** What it is about: `process:check-in#verify`; a comment is about the lines below it. */
  entity?: string;
  reason?: string;
  /** Ids of roles. */
  owner?: string;
  approvedBy?: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  until?: string;
  /** Until that day; negative once it is past. */
  daysLeft?: number;
  /** `YYYY-MM-DD`, when a line of the baseline was written. */
  since?: string;
  /** What a line of the baseline hides, in the words of the day it was written. */
  message?: string;
  at: Range & { file: string };
  /** How many findings it hides. */
  hides: number;
}
