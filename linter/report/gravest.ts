import { type Finding, severities } from '../model/finding.ts';

/**
 * At most `limit` findings, in the order they came in: of those beyond it the lightest are left out, and of
 * equal ones the last.
 */
export function gravest<Each extends Finding>(findings: readonly Each[], limit: number): readonly Each[] {
  if (findings.length <= limit) return findings;
  const kept = new Set<Each>();
  for (const severity of severities) {
    for (const finding of findings) {
      if (kept.size === limit) return findings.filter((each) => kept.has(each));
      if (finding.severity === severity) kept.add(finding);
    }
  }
  return findings;
}
