import type { Finding, LintResult, Position, Range, RemedyText, TextEdit } from '../model/finding.ts';
import { count } from './summary.ts';

/** Characters that JSON may hold as they are but a terminal or a log should not. */
const HIDDEN = /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu;

/**
 * Findings for machines, as one JSON document that ends in a line break. Keys always stand in the same
 * order; keys without a value are left out. Hidden characters are written as escapes, which JSON readers
 * turn back into what the handbook holds.
 */
export function json({ files, findings }: LintResult): string {
  const counts = count(findings);
  const report = {
    version: 1,
    summary: { files, errors: counts.error, warnings: counts.warning, infos: counts.info },
    findings: findings.map(toEntry),
  };
  return jsonText(report);
}

/** A value as JSON text that ends in a line break, hidden characters as escapes. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(HIDDEN, escapeHidden)}\n`;
}

function toEntry(finding: Finding) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    file: finding.file,
    ...toRange(finding),
    fingerprint: finding.fingerprint,
    url: finding.url,
    related: finding.related?.map(({ file, message, ...range }) => ({ file, message, ...toRange(range) })),
    fix: finding.fix && toRemedy(finding.fix),
    suggest: finding.suggest?.map(toRemedy),
  };
}

function toRange({ start, end }: Range): Range {
  return { start: toPosition(start), end: toPosition(end) };
}

function toPosition({ line, column, offset }: Position): Position {
  return { line, column, offset };
}

function toRemedy({ description, edits }: RemedyText): RemedyText {
  return { description, edits: edits?.map(toEdit) };
}

function toEdit({ file, start, end, text }: TextEdit): TextEdit {
  return { file, start, end, text };
}

function escapeHidden(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
