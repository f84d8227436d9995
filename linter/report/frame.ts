import type { Range } from '../model/finding.ts';
import { type Cell, toCells, widthOf } from './width.ts';

export interface FrameOptions {
  /** Columns the frame may take. */
  width: number;
  /** Paints line numbers and the rule beside them. */
  gutter(text: string): string;
  /** Paints the marks below the range. */
  mark(text: string): string;
}

interface Line {
  number: number;
  text: string;
  /** The marked part, as UTF-16 offsets in the line. */
  from: number;
  to: number;
}

const ELLIPSIS: Cell = { text: '…', width: 1, start: -1, end: -1 };
/** How many characters of a long line are looked at on either side of the range. */
const WINDOW = 300;
/** How many lines of a long range are shown before its last one. */
const FIRST_LINES = 2;

/**
 * The lines of a range with the range marked below them, or nothing when the source is shorter than the
 * range says. Marks align by display width: a Chinese character takes two columns.
 *
 * @example
 * frame('a\n- id: verify\n', range, options);
 * // =>   2 │ - id: verify
 * //        │       ^^^^^^
 */
export function frame(source: string, range: Range, options: FrameOptions): string[] {
  if (range.start.offset > source.length) return [];
  const lines = linesOf(source, range);
  const digits = String(lines.at(-1)?.number ?? 0).length;
  const room = Math.max(20, options.width - digits - 5);
  const printed: string[] = [];
  let previous = 0;
  for (const line of lines) {
    if (previous !== 0 && line.number > previous + 1)
      printed.push(options.gutter(`  ${' '.repeat(digits)} ⋮`));
    previous = line.number;
    const [text, marks] = printLine(line, room);
    const bar = options.gutter(`  ${String(line.number).padStart(digits)} │`);
    printed.push(text === '' ? bar : `${bar} ${text}`);
    printed.push(`${options.gutter(`  ${' '.repeat(digits)} │`)} ${marks.replace(/\^+/g, options.mark)}`);
  }
  return printed;
}

/** The first lines of the range and its last one. */
function linesOf(source: string, { start, end }: Range): Line[] {
  const lines: Line[] = [];
  let begin = source.lastIndexOf('\n', start.offset - 1) + 1;
  if (start.offset === 0) begin = 0;
  for (let number = start.line; number < start.line + FIRST_LINES; number++) {
    const line = lineAt(source, begin, number, start.offset, end.offset);
    lines.push(line.line);
    // A range that ends with the line break ends on its own line.
    if (line.next >= end.offset || line.next > source.length) return lines;
    begin = line.next;
  }
  // The break that closes the range belongs to the line before it.
  const lastBegin = source.lastIndexOf('\n', end.offset - 2) + 1;
  const number = end.column === 1 ? end.line - 1 : end.line;
  lines.push(lineAt(source, lastBegin, number, start.offset, end.offset).line);
  return lines;
}

function lineAt(source: string, begin: number, number: number, from: number, to: number) {
  const found = source.indexOf('\n', begin);
  const stop = found === -1 ? source.length : found;
  const length = (source[stop - 1] === '\r' && stop > begin ? stop - 1 : stop) - begin;
  const clamp = (offset: number) => Math.min(Math.max(offset - begin, 0), length);
  const line: Line = { number, text: source.slice(begin, begin + length), from: clamp(from), to: clamp(to) };
  return { line, next: found === -1 ? source.length + 1 : found + 1 };
}

/** The line, cut around its range when it is long, and the marks below it. */
function printLine(line: Line, room: number): [text: string, marks: string] {
  const cells = window(line);
  const all = (cells[0]?.start ?? 0) === 0 && (cells.at(-1)?.end ?? 0) === line.text.length;
  const shown = all && widthOf(cells) <= room ? cells : cut(cells, line, room);
  // Indentation of a later line is not what is wrong with it.
  const from = line.from === 0 && line.to > 0 ? Math.min(line.text.search(/\S|$/), line.to) : line.from;
  let marks = '';
  for (const cell of shown) {
    const inside = cell.start < line.to && cell.end > from;
    const at = line.to <= from && cell.start <= from && from < cell.end;
    marks += (inside || at ? '^' : ' ').repeat(cell.width);
  }
  if (!marks.includes('^')) marks = `${' '.repeat(widthOf(shown))}^`;
  return [
    shown
      .map((cell) => cell.text)
      .join('')
      .trimEnd(),
    marks.trimEnd(),
  ];
}

/** The cells near the range; a line of a megabyte is never cut up whole. */
function window({ text, from, to }: Line): Cell[] {
  const begin = boundary(text, from - WINDOW);
  return toCells(text.slice(begin, boundary(text, Math.min(to, from + WINDOW) + WINDOW)), begin);
}

/** An offset within the text that splits no surrogate pair. */
function boundary(text: string, offset: number): number {
  const inside = Math.min(Math.max(offset, 0), text.length);
  const low = text.charCodeAt(inside);
  return low >= 0xdc00 && low <= 0xdfff ? inside - 1 : inside;
}

/** As many cells as fit, starting a little before the range. */
function cut(cells: readonly Cell[], line: Line, room: number): Cell[] {
  const target = cells.findIndex((cell) => cell.end > line.from);
  const rangeStart = target === -1 ? cells.length : target;
  let start = rangeStart;
  for (let before = 0; start > 0; start--) {
    before += cells[start - 1]?.width ?? 0;
    if (before > room / 3) break;
  }
  // Near the end of the line there is room for more of what stands before.
  let tail = widthOf(cells.slice(start));
  while (start > 0 && tail + (cells[start - 1]?.width ?? 0) <= room - 2) {
    start--;
    tail += cells[start]?.width ?? 0;
  }
  const shown: Cell[] = (cells[start]?.start ?? 0) > 0 ? [ELLIPSIS] : [];
  let used = shown.length;
  for (const cell of cells.slice(start)) {
    if (used + cell.width > room - 1) break;
    shown.push(cell);
    used += cell.width;
  }
  return shown.at(-1)?.end === line.text.length ? shown : [...shown, ELLIPSIS];
}
