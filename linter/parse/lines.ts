import type { Position, Range, Span } from '../model/finding.ts';

/** Turns offsets into lines and columns (both from 1, columns in UTF-16 units, CRLF ends one line). */
export class LineIndex {
  readonly #text: string;
  readonly #starts: number[] = [0];
  readonly #contentStart: number;

  constructor(text: string) {
    this.#text = text;
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

  /** A block of YAML ends behind its last line break; what is shown ends with its last line. */
  range([start, end]: Span): Range {
    const last = end - this.#breakBefore(end);
    return { start: this.position(start), end: this.position(last > start ? last : end) };
  }

  #breakBefore(offset: number): number {
    if (this.#text[offset - 1] !== '\n') return 0;
    return this.#text[offset - 2] === '\r' ? 2 : 1;
  }
}
