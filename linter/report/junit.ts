import { decidingFindings } from '../model/comparison.ts';
import type { Finding, LintResult, SuppressedFinding } from '../model/finding.ts';
import type { Language } from '../model/message.ts';
import { byFile } from './by-file.ts';
import type { ReportContext } from './context.ts';
import { gravest } from './gravest.ts';
import { LABELS, SEVERITY_WORDS, SUPPRESSION_WORDS } from './messages.ts';
import { sentence } from './sentence.ts';
import { cutNotice } from './summary.ts';
import { element, xml, xmlDocument } from './xml.ts';

const MOST_FINDINGS = 100_000;

interface Case {
  file: string;
  name: string;
  outcome: 'failed' | 'passed' | 'skipped';
  line?: number;
  content: string[];
}

/**
 * JUnit's XML: one suite a file, one case a finding, so that GitLab and Jenkins list findings one by one and
 * know again by its name, which holds no line, what was there before. Errors fail, warnings and notes pass with
 * their text, what is answered for is skipped, and what a comparison finds to be old is left out. A handbook without findings is one case that passes: a report
 * without any would count as a broken one.
 */
export function junit(result: LintResult, context: ReportContext): string {
  const cases = casesOf(result, context);
  const suites = [...byFile(cases)].map(([file, own]) => {
    const content = own.map((each) => `${toElement(each)}\n`);
    return element('testsuite', { name: file, ...countsOf(own) }, ['\n', ...content]);
  });
  const content = ['\n', ...suites.map((suite) => `${suite}\n`)];
  return xmlDocument(element('testsuites', { name: 'loopbook', ...countsOf(cases) }, content));
}

function casesOf(result: LintResult, { lang, prefix }: ReportContext): Case[] {
  const { suppressed, notices } = result;
  const findings = decidingFindings(result);
  const kept = gravest(findings, MOST_FINDINGS);
  const keptToo = suppressed.slice(0, MOST_FINDINGS - kept.length);
  const cut = findings.length - kept.length + suppressed.length - keptToo.length;
  const names = new Map<string, number>();
  const cases = [
    ...kept.map((finding) => caseOf(finding, prefix, lang)),
    ...keptToo.map((finding) => skippedCase(finding, prefix, lang)),
  ];
  for (const each of cases) {
    const name = `${each.file}\n${each.name}`;
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    if (count > 1) each.name += ` (${count})`;
  }
  for (const text of notices) cases.push(noteOf(text));
  if (cut > 0)
    cases.push({
      ...noteOf(cutNotice(cut, lang)),
      outcome: findings.length > kept.length ? 'failed' : 'passed',
    });
  return cases.length > 0 ? cases : [{ file: 'loopbook', name: 'loopbook', outcome: 'passed', content: [] }];
}

function caseOf(finding: Finding, prefix: string, lang: Language): Case {
  const message = sentence(finding.message);
  const failed = finding.severity === 'error';
  const text = textOf(finding, prefix, lang);
  return {
    file: prefix + finding.file,
    name: `${finding.rule}: ${message}`,
    outcome: failed ? 'failed' : 'passed',
    line: finding.start.line,
    content: [
      failed
        ? element('failure', { message, type: finding.rule }, [text])
        : element('system-out', {}, [text]),
    ],
  };
}

function skippedCase(finding: SuppressedFinding, prefix: string, lang: Language): Case {
  const { kind, reason } = finding.suppression;
  const message = [SUPPRESSION_WORDS[kind][lang], ...(reason ? [sentence(reason)] : [])].join(': ');
  return {
    file: prefix + finding.file,
    name: `${finding.rule}: ${sentence(finding.message)}`,
    outcome: 'skipped',
    line: finding.start.line,
    content: [element('skipped', { message })],
  };
}

function noteOf(text: string): Case {
  const content = [element('system-out', {}, [xml(sentence(text))])];
  return { file: 'loopbook', name: sentence(text), outcome: 'passed', content };
}

/** Place, severity and remedies, a line each. */
function textOf(finding: Finding, prefix: string, lang: Language): string {
  const { line, column } = finding.start;
  const remedies = [finding.fix, ...(finding.suggest ?? [])].flatMap((remedy) => remedy?.description ?? []);
  const lines = [
    `${prefix}${finding.file}:${line}:${column}`,
    `${SEVERITY_WORDS[finding.severity][lang]}: ${finding.message}`,
    ...remedies.map((text) => `${LABELS.help[lang]}${text}`),
    ...(finding.url ? [finding.url] : []),
  ];
  return lines.map((text) => xml(sentence(text))).join('\n');
}

function toElement({ file, name, line, content }: Case): string {
  return element('testcase', { name, classname: file, file, line }, content);
}

function countsOf(cases: readonly Case[]) {
  const count = (outcome: Case['outcome']) => cases.filter((each) => each.outcome === outcome).length;
  return { tests: cases.length, failures: count('failed'), errors: 0, skipped: count('skipped') };
}
