import stringWidth from 'string-width';
import { visible } from './visible.ts';

/** One character as a reader sees it, where it stands in its line, and how many columns it takes. */
export interface Cell {
  text: string;
  width: number;
  /** UTF-16 offsets in the line. */
  start: number;
  end: number;
}

const TAB_STOP = 4;
/** Letters that are one UTF-16 unit, one character and of a known width, as nearly all lines consist of. */
const PLAIN = /^[\x20-\x7e\u2018-\u201d\u3001-\u3020\u4e00-\u9fff\uff01-\uff60]*$/;
const GRAPHEMES = new Intl.Segmenter();
const WIDE_FROM = 0x3001;

/**
 * Cut a line into cells. Tabs become spaces up to the next stop, hidden characters become visible.
 *
 * @param first offset of the text in its line, when only a part of the line is given
 */
export function toCells(text: string, first = 0): Cell[] {
  return PLAIN.test(text) ? plainCells(text, first) : graphemeCells(text, first);
}

/** The number of terminal columns a text takes. */
export function widthOf(cells: readonly Cell[]): number {
  let total = 0;
  for (const cell of cells) total += cell.width;
  return total;
}

function plainCells(text: string, first: number): Cell[] {
  return Array.from(text, (character, index) => ({
    text: character,
    width: plainWidth(character),
    start: first + index,
    end: first + index + 1,
  }));
}

function plainWidth(character: string): number {
  return character.charCodeAt(0) >= WIDE_FROM ? 2 : 1;
}

function graphemeCells(text: string, first: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    const start = first + index;
    const shown = show(segment, start, column);
    const width = shown.length === 1 && PLAIN.test(shown) ? plainWidth(shown) : stringWidth(shown);
    cells.push({ text: shown, width, start, end: start + segment.length });
    column += width;
  }
  return cells;
}

function show(segment: string, start: number, column: number): string {
  if (segment === '\t') return ' '.repeat(TAB_STOP - (column % TAB_STOP));
  // The byte order mark that opens a file is no part of what its author wrote.
  return segment === '\ufeff' && start === 0 ? '' : visible(segment);
}
