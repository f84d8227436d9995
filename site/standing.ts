import {
  type ClaimList,
  coverageOf,
  type Finding,
  type Handbook,
  judge,
  type Language,
  lint,
  registry,
} from '../linter/index.ts';
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
): Pick<OpenHandbook, 'errors' | 'coverage' | 'findings'> {
  return {
    errors: findings.filter(({ severity }) => severity === 'error').length,
    coverage: coverageOf(handbook, findings, { registry, claims }),
    findings: findings.length === 0 ? () => [] : findingsIn(handbook),
  };
}

/** The findings in a language; the rules run again only for who asks. */
function findingsIn(handbook: Handbook): OpenHandbook['findings'] {
  const known = new Map<Language, readonly Finding[]>();
  return (language) => {
    const found = known.get(language) ?? lint(handbook, { language, registry }).findings;
    known.set(language, found);
    return found;
  };
}
