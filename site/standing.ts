import { type ClaimList, coverageOf, type Finding, type Handbook, judge, registry } from '../linter/index.ts';
import type { OpenHandbook } from './handbook.ts';

/** What a build needs to know of a finding. */
export type Found = Pick<Finding, 'rule' | 'severity'>;

/**
 * How a handbook stands: its errors, and its coverage of the demands. Reckoned once for all pages.
 *
 * @param findings all that `lint` found with the handbook's own settings, where that is known already
 */
export function standingOf(
  handbook: Handbook,
  { claims }: ClaimList,
  findings: readonly Found[] = judge(handbook, { registry }),
): Pick<OpenHandbook, 'errors' | 'coverage'> {
  return {
    errors: findings.filter(({ severity }) => severity === 'error').length,
    coverage: coverageOf(handbook, findings, { registry, claims }),
  };
}
