import type { Block, Cell } from './blocks.ts';
import type { CircleMark, Matrix, MatrixRow, OverviewBlock, ScoreLayer } from './overview-blocks.ts';
import { type Line, plain } from './words.ts';

/** What an overview shows, as the tables and lists by which it can be told where it cannot be laid out. */
export function overviewInWords(block: Exclude<OverviewBlock, { type: 'tree' | 'day-choice' }>): Block[] {
  switch (block.type) {
    case 'matrix':
      return matrixTables(block.matrix);
    case 'scores':
      return block.layers.map((layer) => scoreTable(block.corner, layer));
    case 'circle':
      return [{ type: 'list', items: block.marks.map((mark) => ({ line: circleLine(mark) })) }];
    case 'signature':
      return [{ type: 'list', items: block.fields.map((field) => ({ line: [plain(`${field} ____`)] })) }];
  }
}

// helpers

/** One table, or one for each group that has a title. */
function matrixTables({ caption, corner, columns, groups }: Matrix): Block[] {
  const head = [corner, ...columns.map(({ text }) => text)];
  return groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => {
      const table: Block = { type: 'table', caption, head, rows: rows.map(rowCells) };
      return title ? { type: 'group', title: [plain(title)], blocks: [table] } : table;
    });
}

function rowCells({ head, notes = [], cells }: MatrixRow): Cell[] {
  return [{ lines: [head, ...notes] }, ...cells.map(({ lines }) => ({ lines }))];
}

function scoreTable(corner: string, { caption, columns, rows }: ScoreLayer): Block {
  const table: Block = {
    type: 'table',
    caption,
    head: [corner, ...columns],
    rows: rows.map(({ head, cells }) => [
      { lines: [[plain(head)]] },
      ...cells.map(({ lines }) => ({ lines })),
    ]),
  };
  return { type: 'group', title: [plain(caption)], blocks: [table] };
}

function circleLine({ name, lines }: CircleMark): Line {
  return [plain(name, 'strong'), ...lines.flatMap((line) => [plain(' · '), ...line])];
}
