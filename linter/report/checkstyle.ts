import { decidingFindings } from '../model/comparison.ts';
import type { Finding, LintResult } from '../model/finding.ts';
import { byFile } from './by-file.ts';
import type { ReportContext } from './context.ts';
import { gravest } from './gravest.ts';
import { sentence } from './sentence.ts';
import { cutNotice } from './summary.ts';
import { element, xmlDocument } from './xml.ts';

const MOST_FINDINGS = 100_000;

/** Checkstyle's XML, which many review tools read: what counts. Line and column count from 1. */
export function checkstyle(result: LintResult, { lang, prefix }: ReportContext): string {
  const findings = decidingFindings(result);
  const kept = gravest(findings, MOST_FINDINGS);
  const files = [...byFile(kept)].map(([file, own]) =>
    element('file', { name: prefix + file }, ['\n', ...own.map((finding) => `${toError(finding)}\n`)]),
  );
  const cut = findings.length - kept.length;
  if (cut > 0) {
    const message = cutNotice(cut, lang);
    files.push(element('file', { name: '' }, [element('error', { line: 1, severity: 'error', message })]));
  }
  const content = files.length > 0 ? ['\n', ...files.map((file) => `${file}\n`)] : [];
  return xmlDocument(element('checkstyle', { version: '10.0' }, content));
}

function toError({ start, severity, message, rule }: Finding): string {
  const { line, column } = start;
  return element('error', { line, column, severity, message: sentence(message), source: `loopbook.${rule}` });
}
