import type { Finding, LintResult } from './finding.ts';

/**
 * The findings that decide whether a check passes. Without a comparison, all of them; with one, those that the
 * change brought, and what is never old: files that cannot be read and references that lead nowhere.
 */
export function decidingFindings({
  findings,
  comparison,
}: Pick<LintResult, 'findings' | 'comparison'>): readonly Finding[] {
  if (!comparison) return findings;
  const { added, neverOld } = comparison;
  return findings.filter(({ fingerprint }) => added.has(fingerprint) || neverOld?.has(fingerprint));
}
