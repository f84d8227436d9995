import type { Line, Piece } from './words.ts';

/** One crossing of a row and a column; `gap` is something that is missing, `none` something that need not be. */
export interface MatrixCell {
  lines: readonly Line[];
  state?: 'gap' | 'none';
}

export interface MatrixRow {
  head: Line;
  id?: string;
  notes?: readonly Line[];
  /** As many as the matrix has columns. */
  cells: readonly MatrixCell[];
}

/** A table that is read across on a wide screen and row by row on a phone. */
export interface Matrix {
  caption: string;
  /** What the rows are. */
  corner: string;
  columns: readonly Piece[];
  /** What columns have in common, over as many of them as it spans. */
  bands?: readonly { title: string; span: number }[];
  groups: readonly { title?: string; rows: readonly MatrixRow[] }[];
  /** Whether cells hold so little that they stand close together. */
  tight?: boolean;
  /** Whether a desk shows the values alone, without what else cells say. */
  brief?: boolean;
  /** Whether cells are counts, which stand side by side on a phone too. */
  counts?: boolean;
  /** Whether rows are fields, named as in a file. */
  fields?: boolean;
}

/** One entry of a tree, with what lies below it. */
export interface TreeNode {
  line: Line;
  /** What it is, in a word. */
  label?: string;
  notes?: readonly Line[];
  /** How it stands, at the end of its row. */
  aside?: Line;
  children: readonly TreeNode[];
}

/** Who falls into which cell of one layer of RFM scores: rows are recency, columns frequency. */
export interface ScoreLayer {
  /** “Monetary 3–5”. */
  caption: string;
  columns: readonly string[];
  rows: readonly { head: string; cells: readonly ScoreCell[] }[];
}

export interface ScoreCell {
  lines: readonly Line[];
  state: 'one' | 'gap' | 'double';
  /** From 1, the lowest scores, to 4, the highest. */
  heat: 1 | 2 | 3 | 4;
}

/** One mark of the quality circle: what keeps the standard in it, or that nothing does. */
export interface CircleMark {
  name: string;
  met: boolean;
  lines: readonly Line[];
}

/** A question for a day, and what is said of it; `%date%` stands for the day. */
export interface DayChoice {
  /** The last day of which anything is known, `YYYY-MM-DD`. */
  last: string;
  label: string;
  button: string;
  found: string;
  before: string;
  future: string;
  none: string;
  /** What is said where no script runs. */
  script: string;
}

export type OverviewBlock =
  | { type: 'matrix'; matrix: Matrix }
  | { type: 'tree'; nodes: readonly TreeNode[] }
  | { type: 'scores'; corner: string; layers: readonly ScoreLayer[] }
  | { type: 'circle'; marks: readonly CircleMark[] }
  | { type: 'signature'; fields: readonly string[] }
  | ({ type: 'day-choice' } & DayChoice);

/** Whether nothing would be seen of a block. */
export function isBlank(block: OverviewBlock): boolean {
  switch (block.type) {
    case 'matrix':
      return block.matrix.groups.every(({ rows }) => rows.length === 0);
    case 'tree':
      return block.nodes.length === 0;
    case 'scores':
      return block.layers.length === 0;
    case 'circle':
      return block.marks.length === 0;
    case 'signature':
      return block.fields.length === 0;
    case 'day-choice':
      return false;
  }
}
