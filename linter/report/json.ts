import type {
  Finding,
  LintResult,
  Position,
  Range,
  RemedyText,
  Suppression,
  TextEdit,
} from '../model/finding.ts';
import { gravest } from './gravest.ts';
import { count } from './summary.ts';

/** Characters that JSON may hold as they are but a terminal or a log should not. */
const HIDDEN = /[\u007f-\u009f\p{Cf}\u2028\u2029\p{Noncharacter_Code_Point}]/gu;

/** What build logs take for an order, wherever it stands; the second sign is written as an escape. */
const ORDER = /##(?=\[|vso\[)/g;

/** More would not fit into one text. */
const MOST_FINDINGS = 100_000;

/**
 * Findings for machines, as one JSON document that ends in a line break. Keys always stand in the same
 * order; keys without a value are left out. Hidden characters are written as escapes, which JSON readers
 * turn back into what the handbook holds.
 */
export function json({ files, findings, suppressed, comparison, notices }: LintResult): string {
  const counts = count(findings);
  const kept = gravest(findings, MOST_FINDINGS);
  const cut = findings.length - kept.length;
  const report = {
    version: 1,
    summary: {
      files,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      ...(cut > 0 && { omitted: cut }),
    },
    findings: kept.map((finding) => ({
      ...toEntry(finding),
      ...(comparison && { new: comparison.added.has(finding.fingerprint) }),
    })),
    ...(suppressed.length > 0 && {
      suppressed: suppressed.slice(0, MOST_FINDINGS).map((finding) => ({
        ...toEntry(finding),
        suppression: toSuppression(finding.suppression),
      })),
    }),
    ...(comparison && {
      comparison: {
        base: comparison.base,
        added: comparison.added.size,
        fixed: comparison.fixed.slice(0, MOST_FINDINGS).map(toEntry),
      },
    }),
    ...(notices.length > 0 && { notices }),
  };
  return jsonText(report);
}

/** A value as JSON text that ends in a line break, hidden characters as escapes. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(HIDDEN, escapeHidden);
  return `${text.replace(ORDER, '#\\u0023')}\n`;
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

function toSuppression({ kind, reason, until, at }: Suppression) {
  return { kind, reason, until, at: at && { file: at.file, ...toRange(at) } };
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
