import { type Finding, type LintResult, type Severity, severities } from '../model/finding.ts';
import { type Language, render } from '../model/message.ts';
import { counted, SUMMARY } from './messages.ts';

export type Counts = Record<Severity, number>;

const COMMA: Record<Language, string> = { en: ', ', 'zh-CN': '，' };

export function count(findings: readonly Finding[]): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/**
 * One line that says how the check went.
 *
 * @example
 * summaryLine(result, 'en'); // => '✖ 2 errors, 1 warning in 80 files'
 */
export function summaryLine({ files, findings }: LintResult, lang: Language): string {
  const counts = count(findings);
  const data = { files: counted(files, 'file', lang), counts: countsText(counts, lang) };
  if (findings.length > 0) return `${counts.error > 0 ? '✖' : '⚠'} ${render(SUMMARY.found, data, lang)}`;
  return files === 0 ? render(SUMMARY.empty, {}, lang) : `✔ ${render(SUMMARY.clean, data, lang)}`;
}

/** How many there are of each severity, as in `2 errors, 1 warning`; empty where there are none. */
export function countsText(counts: Counts, lang: Language): string {
  const found = severities.filter((severity) => counts[severity] > 0);
  return found.map((severity) => counted(counts[severity], severity, lang)).join(COMMA[lang]);
}

/** What a report says that could not hold all findings. */
export function cutNotice(cut: number, lang: Language): string {
  return render(SUMMARY.tooMany, { count: cut }, lang);
}
