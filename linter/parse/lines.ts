import type { Position, Range, Span } from '../model/finding.ts';

/** Turns offsets into lines and columns (both from 1, columns in UTF-16 units, CRLF ends one line). */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #contentStart: number;

  constructor(text: string) {
    // A byte order mark takes an offset, yet no editor counts it as a column.
    this.#contentStart = text.startsWith('\uFEFF') ? 1 : 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const lineStart = low === 0 ? this.#contentStart : this.#starts[low]!;
    return { line: low + 1, column: Math.max(0, offset - lineStart) + 1, offset };
  }

  range([start, end]: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}
