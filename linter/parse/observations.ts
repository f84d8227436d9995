import type { Problem, Span } from '../model/finding.ts';
import { type Localised, type MessageData, same } from '../model/message.ts';
import { type ObservationPeriod, parsePeriod } from '../model/observation-period.ts';
import { hint, nearest } from '../model/suggest.ts';
import { type CsvCell, type CsvRow, parseCsv } from './csv.ts';
import { observationFileMessages, observationValueMessages } from './observation-messages.ts';
import type { ProblemCollector } from './problem.ts';

export const observationColumns = ['period', 'value', 'n', 'by'] as const;
export type ObservationColumn = (typeof observationColumns)[number];

/** One line of data/<metric>.csv: a value of the metric in a period, over `n` cases, for one unit or the like. */
export interface Observation {
  period: string;
  /** First and last day of the period. */
  from: string;
  to: string;
  value: number;
  /** The value as written, which keeps its decimals. */
  written: string;
  /** Number of cases behind the value. */
  n?: number;
  /** Id of the unit (or what the metric is broken down by); undefined for the whole company. */
  by?: string;
  /** Where the cells stand in the file. */
  at: Partial<Record<ObservationColumn, Span>>;
}

/**
 * Reads a file of observations; lines in which something is wrong are reported and left out.
 *
 * @returns the observations sorted by period and then by `by`
 */
export function readObservations(text: string, contentStart: 0 | 1, report: ProblemCollector): Observation[] {
  const [header, ...rows] = parseCsv(text, contentStart, report);
  if (!header) {
    if (report.problems.length === 0) fileProblem(report, 'empty', [contentStart, contentStart]);
    return [];
  }
  const columns = columnsOf(header, report);
  if (!columns) return [];
  const observations: Observation[] = [];
  for (const row of rows) {
    const observation = observationOf(row, header.length, columns, report);
    if (observation) observations.push(observation);
  }
  return withoutClashes(observations.sort(inOrder), report);
}

// helpers

type Columns = Map<ObservationColumn, number>;

function columnsOf(header: CsvRow, report: ProblemCollector): Columns | undefined {
  const whole: Span = [header[0]!.span[0], header.at(-1)!.span[1]];
  const separator = header.length === 1 ? separatorIn(header[0]!.text) : undefined;
  if (separator) return fileProblem(report, 'separator', whole, { separator });
  if (header.some(({ text }) => /^\d/.test(text))) return fileProblem(report, 'noHeader', whole);
  const columns: Columns = new Map();
  const unknown: [number, CsvCell][] = [];
  for (const [index, cell] of header.entries()) {
    const column = observationColumns.find((each) => each === cell.text);
    if (!column) unknown.push([index, cell]);
    else if (columns.has(column)) fileProblem(report, 'twice', cell.span, { column });
    else columns.set(column, index);
  }
  for (const [index, { text, span }] of unknown) {
    const free = observationColumns.filter((each) => !columns.has(each));
    fileProblem(report, 'unknownColumn', span, { column: text, hint: hint(text, observationColumns) });
    // What is misspelt is reported once: not missing as well.
    const meant = free.find((each) => each === nearest(text, free));
    if (meant) columns.set(meant, index);
  }
  let complete = true;
  for (const column of ['period', 'value'] as const) {
    if (columns.has(column)) continue;
    fileProblem(report, 'missingColumn', whole, { column });
    complete = false;
  }
  return complete ? columns : undefined;
}

function separatorIn(text: string): Localised | undefined {
  if (text.includes(';')) return { en: 'semicolons', 'zh-CN': '分号' };
  if (text.includes('\t')) return { en: 'tabs', 'zh-CN': '制表符' };
  if (text.includes('，')) return { en: 'full-width commas', 'zh-CN': '全角逗号' };
  return undefined;
}

function fileProblem(
  report: ProblemCollector,
  messageId: keyof typeof observationFileMessages,
  span: Span,
  data: MessageData = {},
): undefined {
  const what = typeof data.column === 'string' ? data.column : '';
  report.add('syntax/file', observationFileMessages, { messageId, span, data, what });
}

/** What a line says; undefined, with a problem reported, where one of its cells cannot be read. */
function observationOf(
  row: CsvRow,
  width: number,
  columns: Columns,
  report: ProblemCollector,
): Observation | undefined {
  const extra = row.slice(width).find(({ text }) => text !== '');
  if (extra) {
    const span: Span = [row[0]!.span[0], row.at(-1)!.span[1]];
    return valueProblem(report, row, 'extraCell', span, { columns: width });
  }
  const cellOf = (column: ObservationColumn) => {
    const index = columns.get(column);
    return index === undefined ? undefined : row[index];
  };
  const end = row.at(-1)!.span[1];
  const [period, value, n, by] = observationColumns.map(cellOf);
  for (const [column, cell] of [['period', period] as const, ['value', value] as const]) {
    if (!cell?.text) return valueProblem(report, row, 'emptyCell', cell?.span ?? [end, end], { column });
  }
  const time = periodIn(period!, row, report);
  const number = numberIn(value!, row, report);
  const count = n?.text ? countIn(n, row, report) : undefined;
  if (!time || number === undefined || count === null) return undefined;
  return {
    period: time.text,
    from: time.from,
    to: time.to,
    value: number,
    written: value!.text,
    ...(count !== undefined && { n: count }),
    ...(by?.text && { by: by.text }),
    at: {
      period: period!.span,
      value: value!.span,
      ...(n && { n: n.span }),
      ...(by && { by: by.span }),
    },
  };
}

function periodIn(cell: CsvCell, row: CsvRow, report: ProblemCollector): ObservationPeriod | undefined {
  const result = parsePeriod(cell.text);
  if (result.ok) return result.value;
  const { problem, suggestion } = result;
  return valueProblem(report, row, problem.messageId, cell.span, problem.data, suggestion);
}

const NUMBER = /^-?\d{1,15}(?:\.\d{1,6})?$/;

function numberIn({ text, span }: CsvCell, row: CsvRow, report: ProblemCollector): number | undefined {
  if (NUMBER.test(text)) return Number(text);
  const expected = text.normalize('NFKC').replaceAll('−', '-').replace(/^\+/, '');
  const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(expected) ? expected.replaceAll(',', '') : expected;
  if (!NUMBER.test(plain)) return valueProblem(report, row, 'notNumber', span, { text: text.slice(0, 40) });
  return valueProblem(report, row, 'numberForm', span, { text, expected: plain }, plain);
}

/** The number of cases; null where it is none. */
function countIn({ text, span }: CsvCell, row: CsvRow, report: ProblemCollector): number | null {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  valueProblem(report, row, 'notCount', span, { text: text.slice(0, 40) });
  return null;
}

function valueProblem(
  report: ProblemCollector,
  row: CsvRow,
  messageId: keyof typeof observationValueMessages,
  span: Span,
  data: MessageData,
  suggestion?: string,
): undefined {
  const suggest: Problem['suggest'] = suggestion
    ? [
        {
          description: observationValueMessages.replace,
          data: { suggestion },
          edits: [{ file: report.file, start: span[0], end: span[1], text: suggestion }],
        },
      ]
    : undefined;
  const what = row[0]?.text ?? '';
  report.add('syntax/value', observationValueMessages, {
    messageId,
    span,
    data,
    what,
    ...(suggest && { suggest }),
  });
}

function inOrder(a: Observation, b: Observation): number {
  return compare(a.from, b.from) || compare(a.to, b.to) || compare(a.by ?? '', b.by ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two values for one time say that one of them is wrong; which, only the author knows. The first is kept. */
function withoutClashes(sorted: readonly Observation[], report: ProblemCollector): Observation[] {
  const last = new Map<string, Observation>();
  return sorted.filter((each) => {
    const before = last.get(each.by ?? '');
    if (!before || each.from > before.to) {
      last.set(each.by ?? '', each);
      return true;
    }
    const [first, second] = before.at.period![0] < each.at.period![0] ? [before, each] : [each, before];
    const same = first.from === second.from && first.to === second.to;
    report.add('syntax/value', observationValueMessages, {
      messageId: same ? 'duplicate' : 'overlap',
      span: second.at.period!,
      data: { period: second.period, other: first.period, by: byWords(each.by) },
      what: `${second.period}/${each.by ?? ''}`,
      related: [{ span: first.at.period!, template: observationValueMessages.otherHere }],
    });
    return false;
  });
}

function byWords(by: string | undefined): Localised {
  return by === undefined ? same('') : { en: ` for "${by}"`, 'zh-CN': `（${by}）` };
}
