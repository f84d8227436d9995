// This build brings what it needs of Node along, so that it runs in a browser too.
import { type CastingContext, parse } from 'csv-parse/browser/esm/sync';
import type { Span } from '../model/finding.ts';
import { csvMessages } from './csv-messages.ts';
import type { ProblemCollector } from './problem.ts';

/** One cell: its text without quotes and outer blanks, and where it stands, quotes included. */
export interface CsvCell {
  text: string;
  span: Span;
}

export type CsvRow = CsvCell[];

const OPTIONS = {
  trim: true,
  skip_empty_lines: true,
  relax_column_count: true,
  // Named, since the library would take the first line end it meets for all of them.
  record_delimiter: ['\r\n', '\n', '\r'],
};

const encoder = new TextEncoder();

/**
 * Reads comma-separated text (RFC 4180) into rows of cells with their places in the file. Blank rows, and rows
 * of commas alone as spreadsheets leave them, are no rows. Where a quote is out of place the rows before it
 * are returned and one problem is reported; reading never throws.
 *
 * @param contentStart 1 where the text begins with a byte order mark, else 0
 */
export function parseCsv(text: string, contentStart: 0 | 1, report: ProblemCollector): CsvRow[] {
  const rows: CsvRow[] = [];
  let row: CsvRow = [];
  const content = contentStart ? text.slice(contentStart) : text;
  const toOffset = offsetCounter(content);
  let cursor = 0;
  const finish = () => {
    if (row.some((cell) => cell.text !== '')) rows.push(row);
    row = [];
  };
  // The parser counts bytes; each cell ends where the next delimiter or line end begins.
  const cast = (value: string, { bytes, index }: CastingContext): string => {
    if (index === 0) {
      finish();
      cursor = skipBlanks(content, cursor);
    }
    const end = toOffset(bytes as number);
    const [start, stop] = trimmed(content, Math.min(cursor, end), end);
    row.push({ text: value, span: [start + contentStart, stop + contentStart] });
    cursor = content[end] === ',' ? end + 1 : end;
    return '';
  };
  try {
    // The library's own way from text to bytes is slow.
    parse(encoder.encode(content), { ...OPTIONS, cast });
    finish();
  } catch (error) {
    reportQuote(error, content, skipBlanks(content, cursor), contentStart, report);
    // The row that holds the slip is left out.
  }
  return rows;
}

// helpers

const BLANK = /[ \t\r\n\f\v]/;

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && BLANK.test(text[at]!)) at++;
  return at;
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && BLANK.test(text[from]!)) from++;
  while (to > from && BLANK.test(text[to - 1]!)) to--;
  return [from, to];
}

/** Turns growing byte positions of UTF-8 into offsets of UTF-16, going through the text once. */
function offsetCounter(text: string): (bytes: number) => number {
  let [offset, counted] = [0, 0];
  return (bytes) => {
    while (counted < bytes && offset < text.length) {
      const code = text.codePointAt(offset)!;
      counted += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      offset += code < 0x10000 ? 1 : 2;
    }
    return offset;
  };
}

/** What is wrong is shown from the cell that opens the quote to the end of its line. */
function reportQuote(
  error: unknown,
  content: string,
  from: number,
  contentStart: number,
  report: ProblemCollector,
): void {
  const messageId = (error as { code?: string }).code === 'CSV_QUOTE_NOT_CLOSED' ? 'quoteOpen' : 'quote';
  const lineEnd = content.slice(from).search(/\r?\n/);
  const end = lineEnd < 0 ? content.length : from + lineEnd;
  const span = [from + contentStart, end + contentStart] as const;
  report.add('syntax/file', csvMessages, { messageId, span });
}
