import { digest } from '../model/digest.ts';
import type { Finding, LintResult, Severity } from '../model/finding.ts';
import type { ReportContext } from './context.ts';
import { gravest } from './gravest.ts';
import { jsonText } from './json.ts';
import { sentence } from './sentence.ts';
import { cutNotice } from './summary.ts';

/** GitLab's words for how grave a finding is; a handbook has nothing that stops a program. */
const SEVERITIES: Record<Severity, 'major' | 'minor' | 'info'> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

const MOST_FINDINGS = 100_000;

/**
 * GitLab's code quality report: a list in which each entry has a fingerprint of its own. GitLab tells new
 * from old by it, so what is new needs no other mark.
 */
export function gitlab({ findings }: LintResult, { lang, prefix }: ReportContext): string {
  const kept = gravest(findings, MOST_FINDINGS);
  const seen = new Set<string>();
  const entries = kept.map((finding) => toEntry(finding, prefix, seen));
  const cut = findings.length - kept.length;
  if (cut > 0) {
    entries.push({
      description: cutNotice(cut, lang),
      check_name: 'loopbook',
      fingerprint: digest(`cut ${cut}`, 16),
      severity: 'major',
      location: { path: `${prefix}loopbook.yaml`, lines: { begin: 1, end: 1 } },
    });
  }
  return jsonText(entries);
}

function toEntry(finding: Finding, prefix: string, seen: Set<string>) {
  let { fingerprint } = finding;
  for (let count = 2; seen.has(fingerprint); count++)
    fingerprint = digest(`${finding.fingerprint} ${count}`, 16);
  seen.add(fingerprint);
  return {
    description: sentence(finding.message),
    check_name: finding.rule,
    fingerprint,
    severity: SEVERITIES[finding.severity],
    location: {
      path: sentence(prefix + finding.file),
      lines: { begin: finding.start.line, end: finding.end.line },
    },
  };
}
