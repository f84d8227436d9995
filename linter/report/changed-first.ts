import { type Finding, type LintResult, severities } from '../model/finding.ts';

/**
 * Findings in the order in which their reader can act on them: what the change brought, then what stands in
 * the files it touches, then the rest; graver ones first within each.
 */
export function changedFirst(
  { findings, comparison }: Pick<LintResult, 'findings' | 'comparison'>,
  changed: ReadonlySet<string> = new Set(),
): Finding[] {
  const distance = (finding: Finding) => {
    if (comparison?.added.has(finding.fingerprint)) return 0;
    return changed.has(finding.file) ? 1 : 2;
  };
  const grave = ({ severity }: Finding) => severities.indexOf(severity);
  return [...findings].sort((a, b) => distance(a) - distance(b) || grave(a) - grave(b));
}
