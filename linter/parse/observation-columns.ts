import type { Span } from '../model/finding.ts';
import type { Localised, MessageData } from '../model/message.ts';
import { metricFormulas } from '../model/metric-formulas.ts';
import { hint, nearest } from '../model/suggest.ts';
import type { CsvCell, CsvRow } from './csv.ts';
import { observationFileMessages } from './observation-messages.ts';
import type { ProblemCollector } from './problem.ts';

export const observationColumns = ['period', 'value', 'n', 'by'] as const;
export type ObservationColumn = (typeof observationColumns)[number];

/** Where each column stands, and the preset whose totals stand in place of `value`, if any do. */
export interface ObservationColumns {
  index: ReadonlyMap<string, number>;
  preset?: string;
}

/** What people head these columns with when they keep their figures in a table. */
const usualNames: Record<ObservationColumn, readonly string[]> = {
  period: ['日期', '月份', '期间', '周期', '时间', 'date', 'month', 'week', 'day', 'time'],
  value: ['值', '数值', '结果', '实际值', 'result', 'actual', 'score'],
  n: ['样本', '样本数', '样本量', '数量', '人数', '次数', 'count', 'sample', 'cases'],
  by: ['部门', '门店', '班组', '岗位', 'unit', 'store', 'department', 'team'],
};

const totals = Object.values(metricFormulas).flatMap((formula) => formula.totals);

/** Reads the header of a file of observations; undefined, with problems reported, where columns are missing. */
export function columnsOf(header: CsvRow, report: ProblemCollector): ObservationColumns | undefined {
  const whole: Span = [header[0]!.span[0], header.at(-1)!.span[1]];
  const separator = header.length === 1 ? separatorIn(header[0]!.text) : undefined;
  if (separator) return fileProblem(report, 'separator', whole, { separator });
  if (header.some(({ text }) => /^\d/.test(text))) return fileProblem(report, 'noHeader', whole);
  const index = indexOf(header, report);
  const preset = Object.keys(metricFormulas).find((name) =>
    metricFormulas[name]!.totals.every((column) => index.has(column)),
  );
  // With totals the number of cases is part of the formula.
  const required = preset === undefined ? ['period', 'value'] : ['period', 'n'];
  const missing = required.filter((column) => !index.has(column));
  for (const column of missing)
    fileProblem(report, 'missingColumn', whole, { column, required: required.join(', ') });
  if (missing.length > 0) return undefined;
  return index.has('value') || preset === undefined ? { index } : { index, preset };
}

/** Reports a problem of the file as a whole or of its header. */
export function fileProblem(
  report: ProblemCollector,
  messageId: keyof typeof observationFileMessages,
  span: Span,
  data: MessageData = {},
): undefined {
  const what = typeof data.column === 'string' ? data.column : '';
  report.add('syntax/file', observationFileMessages, { messageId, span, data, what });
}

// helpers

function indexOf(header: CsvRow, report: ProblemCollector): Map<string, number> {
  const known = [...observationColumns, ...totals];
  const index = new Map<string, number>();
  const unknown: [number, CsvCell][] = [];
  for (const [place, cell] of header.entries()) {
    const column = cell.text;
    if (!known.includes(column)) unknown.push([place, cell]);
    else if (index.has(column)) fileProblem(report, 'twice', cell.span, { column });
    else index.set(column, place);
  }
  for (const [place, { text, span }] of unknown) {
    const usual = observationColumns.find((column) => usualNames[column].includes(text.toLowerCase()));
    const meant = usual ?? nearest(text, known);
    const words = meant === undefined ? hint(text, observationColumns) : hint(meant, [meant]);
    fileProblem(report, 'unknownColumn', span, { column: text, hint: words });
    // What is misspelt is reported once: not missing as well.
    if (meant !== undefined && !index.has(meant)) index.set(meant, place);
  }
  return index;
}

function separatorIn(text: string): Localised | undefined {
  if (text.includes(';')) return { en: 'semicolons', 'zh-CN': '分号' };
  if (text.includes('\t')) return { en: 'tabs', 'zh-CN': '制表符' };
  if (text.includes('，')) return { en: 'full-width commas', 'zh-CN': '全角逗号' };
  return undefined;
}
