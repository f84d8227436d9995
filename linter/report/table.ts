import { toCells, widthOf } from './width.ts';

export type Column = 'left' | 'right';

const GAP = '  ';

/**
 * Rows as lines whose columns align by display width: a Chinese character takes two. Lines have no space at
 * their end.
 *
 * @example
 * table([['标准', '3'], ['roles', '12']], ['left', 'right']);
 * // => ['标准    3', 'roles  12']
 */
export function table(rows: readonly (readonly string[])[], columns: readonly Column[]): string[] {
  const widths = columns.map((_, index) => Math.max(0, ...rows.map((row) => width(row[index] ?? ''))));
  return rows.map((row) => {
    const cells = columns.map((side, index) => {
      const text = row[index] ?? '';
      const space = ' '.repeat(widths[index]! - width(text));
      return side === 'left' ? text + space : space + text;
    });
    return cells.join(GAP).trimEnd();
  });
}

function width(text: string): number {
  return widthOf(toCells(text));
}
