import type { JudgedProblem } from '../../linter/model/finding.ts';
import type { Mutation } from './mutation.ts';

/** How many findings of other rules one wrong thing may bring with it. */
export const MOST_OTHERS = 2;

/** A mutation of which more is wrong than one thing, and why. */
interface Exception {
  why: string;
  fits(mutation: Mutation): boolean;
}

/** Everything else that is done to a handbook is one thing, and is told as one. */
export const exceptions: readonly Exception[] = [
  {
    why: 'with a training its roles, their tiers, its standards and its processes lose what taught them',
    fits: ({ kind, field }) => kind === 'drop file' && field === 'training',
  },
];

/**
 * The findings beside those of the rule that tells of the mutation: a reference to what is gone is told at each
 * place by one rule, and so are the standards that a lost inspection leaves unchecked.
 */
export function othersOf(findings: readonly JudgedProblem[]): JudgedProblem[] {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  const [told] = [...byRule].sort(([, a], [, b]) => b.length - a.length);
  return findings.filter(({ rule }) => rule !== told?.[0]);
}
