import type { Problem, Span } from '../model/finding.ts';
import { type Localised, type MessageData, same } from '../model/message.ts';
import { computeMetric, metricFormulas } from '../model/metric-formulas.ts';
import { type ObservationPeriod, type PeriodResult, parsePeriod } from '../model/observation-period.ts';
import { byCodeUnit } from '../model/order.ts';
import { type CsvCell, type CsvRow, parseCsv } from './csv.ts';
import {
  columnsOf,
  fileProblem,
  type ObservationColumn,
  type ObservationColumns,
} from './observation-columns.ts';
import { observationValueMessages } from './observation-messages.ts';
import type { ProblemCollector } from './problem.ts';

/** One line of data/<metric>.csv: a value of the metric in a period, over `n` cases, for one unit or the like. */
export interface Observation {
  period: string;
  /** First and last day of the period. */
  from: string;
  to: string;
  value: number;
  /** The value as written, which keeps its decimals; as computed where the file holds totals. */
  written: string;
  /** The preset by whose formula the value was computed from totals. */
  preset?: string;
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
  // The same few periods stand in thousands of lines.
  const periods = new Map<string, PeriodResult>();
  for (const row of rows) {
    const observation = observationOf(row, header.length, columns, periods, report);
    if (observation) observations.push(observation);
  }
  return withoutClashes(observations.sort(inOrder), report);
}

// helpers

/** What a line says; undefined, with a problem reported, where one of its cells cannot be read. */
function observationOf(
  row: CsvRow,
  width: number,
  columns: ObservationColumns,
  periods: Map<string, PeriodResult>,
  report: ProblemCollector,
): Observation | undefined {
  const span: Span = [row[0]!.span[0], row.at(-1)!.span[1]];
  const extra = row.slice(width).find(({ text }) => text !== '');
  if (extra) return valueProblem(report, row, 'extraCell', span, { columns: width });
  const { preset } = columns;
  const measured = preset === undefined ? ['value'] : [...metricFormulas[preset]!.totals, 'n'];
  for (const column of ['period', ...measured]) {
    const cell = cellOf(row, columns, column);
    if (!cell?.text)
      return valueProblem(report, row, 'emptyCell', cell?.span ?? [span[1], span[1]], { column });
  }
  const [period, n, by] = ['period', 'n', 'by'].map((column) => cellOf(row, columns, column));
  const time = periodIn(period!, row, periods, report);
  const count = n?.text ? countIn(n, row, report) : undefined;
  if (count === null) return undefined;
  const value =
    preset === undefined ? writtenValue(row, columns, report) : computed(row, columns, count ?? 0, report);
  if (!time || !value) return undefined;
  return {
    period: time.text,
    from: time.from,
    to: time.to,
    value: Number(value.written),
    written: value.written,
    ...(preset !== undefined && { preset }),
    ...(count !== undefined && { n: count }),
    ...(by?.text && { by: by.text }),
    at: { period: period!.span, value: value.span, ...(n && { n: n.span }), ...(by && { by: by.span }) },
  };
}

function cellOf(row: CsvRow, { index }: ObservationColumns, column: string): CsvCell | undefined {
  const place = index.get(column);
  return place === undefined ? undefined : row[place];
}

interface FoundValue {
  written: string;
  span: Span;
}

function writtenValue(
  row: CsvRow,
  columns: ObservationColumns,
  report: ProblemCollector,
): FoundValue | undefined {
  const { text, span } = cellOf(row, columns, 'value')!;
  return numberIn({ text, span }, row, report) === undefined ? undefined : { written: text, span };
}

/** The value that follows from the totals; it stands where the first of them does. */
function computed(
  row: CsvRow,
  columns: ObservationColumns,
  n: number,
  report: ProblemCollector,
): FoundValue | undefined {
  const preset = columns.preset!;
  const { totals, parts } = metricFormulas[preset]!;
  const cells = totals.map((column) => cellOf(row, columns, column)!);
  const numbers: number[] = [];
  for (const cell of cells) {
    const number = numberIn(cell, row, report);
    if (number === undefined) return undefined;
    if (number < 0) return valueProblem(report, row, 'negativeTotal', cell.span, { text: cell.text });
    numbers.push(number);
  }
  const cases = cellOf(row, columns, 'n')!;
  if (n === 0) return valueProblem(report, row, 'noCases', cases.span, {});
  const sum = numbers.reduce((total, each) => total + each, 0);
  if (parts && sum > n) return valueProblem(report, row, 'tooMany', cells[0]!.span, { sum, n });
  return { written: String(computeMetric(preset, numbers, n)), span: cells[0]!.span };
}

function periodIn(
  { text, span }: CsvCell,
  row: CsvRow,
  periods: Map<string, PeriodResult>,
  report: ProblemCollector,
): ObservationPeriod | undefined {
  const result = periods.get(text) ?? parsePeriod(text);
  periods.set(text, result);
  if (result.ok) return result.value;
  const { problem, suggestion } = result;
  return valueProblem(report, row, problem.messageId, span, problem.data, suggestion);
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
  return byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to) || byCodeUnit(a.by ?? '', b.by ?? '');
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
