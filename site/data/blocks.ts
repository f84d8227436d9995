import type { CardText } from '../markup/card-text.ts';
import type { Blueprint } from './blueprint/drawing.ts';
import type { BoardBlock } from './board-blocks.ts';
import { isBlank, type OverviewBlock } from './overview-blocks.ts';
import type { Line, Piece, Words } from './words.ts';

/** The number a page is about, in large type, with what it says. */
export interface Figure {
  value: string;
  label: Line;
  note?: Line;
  id?: string;
}

export interface Fact {
  term: string;
  values: readonly Line[];
}

export interface Item {
  line: Line;
  id?: string;
  notes?: readonly Line[];
}

/** One rung of a ladder of authority. */
export interface Rung {
  who: Piece;
  /** Those who may decide the same. */
  others?: readonly Piece[];
  /** The limit, in large type; undefined where only a condition binds. */
  limit?: string;
  /** What the limit is counted for. */
  per?: string;
  condition?: Words;
  beyond?: Line;
}

export interface Cell {
  lines: readonly Line[];
  id?: string;
}

/** One step of a process, ready to be read by whoever performs it. */
export interface StepView {
  id: string;
  number: number;
  lane: string;
  laneName: string;
  stage?: string;
  who: readonly Piece[];
  name?: Words;
  what?: Words;
  sop?: Piece;
  critical: boolean;
  /** How it is done, how long it takes, how long a customer waits. */
  times: Line;
  facts: readonly Fact[];
  /** Whether everything that leads here must be done first. */
  waits: boolean;
  next: readonly Line[];
  /** What somebody would look for and nobody has written. */
  lacks: readonly string[];
}

export interface LaneTable {
  lanes: readonly { id: string; name: string; border?: string }[];
  steps: readonly StepView[];
}

/** The service blueprint, drawn unless it would help nobody, and the same as a table. */
export interface BlueprintBlock {
  type: 'blueprint';
  drawing?: Blueprint;
  table: LaneTable;
  caption: string;
  /** Why nothing is drawn. */
  note?: string;
}

export type Block =
  | BoardBlock
  | OverviewBlock
  | { type: 'text'; line: Line; quiet?: boolean }
  | { type: 'figures'; figures: readonly Figure[] }
  | { type: 'facts'; facts: readonly Fact[] }
  | { type: 'list'; items: readonly Item[]; ordered?: boolean }
  | { type: 'table'; caption: string; head: readonly string[]; rows: readonly (readonly Cell[])[] }
  | { type: 'ladder'; rungs: readonly Rung[]; climb?: boolean }
  | { type: 'steps'; steps: readonly StepView[] }
  | BlueprintBlock
  | { type: 'checklist'; items: readonly Item[] }
  | {
      type: 'prose';
      html: string;
      source: string;
      lang?: string;
      headings?: readonly { id: string; title: string }[];
      /** What a printed card shows of it. */
      card?: readonly CardText[];
    }
  | { type: 'code'; path: string; html: string }
  | { type: 'group'; id?: string; title: Line; blocks: readonly Block[] }
  | { type: 'more'; summary: string; blocks: readonly Block[] };

export interface Section {
  id: string;
  title: string;
  blocks: readonly Block[];
}

// helpers for building

/** Facts whose values are empty are left out. */
export function fact(term: string, ...values: (Line | Piece | string | undefined)[]): Fact[] {
  const lines: Line[] = [];
  for (const value of values) {
    if (value === undefined || value === '') continue;
    if (typeof value === 'string') lines.push([{ text: value }]);
    else if ('text' in value) lines.push([value]);
    else if (value.length > 0) lines.push(value);
  }
  return lines.length > 0 ? [{ term, values: lines }] : [];
}

/** A section without contents is left out. */
export function section(id: string, title: string, ...blocks: Block[]): Section[] {
  const full = blocks.filter((block) => !isEmpty(block));
  return full.length > 0 ? [{ id: `_${id}`, title, blocks: full }] : [];
}

export function items(lines: readonly (Piece | undefined)[]): Item[] {
  return lines.filter((each) => each !== undefined).map((each) => ({ line: [each] }));
}

function isEmpty(block: Block): boolean {
  switch (block.type) {
    case 'figures':
      return block.figures.length === 0;
    case 'facts':
      return block.facts.length === 0;
    case 'list':
    case 'checklist':
      return block.items.length === 0;
    case 'table':
      return block.rows.length === 0;
    case 'ladder':
      return block.rungs.length === 0;
    case 'steps':
      return block.steps.length === 0;
    case 'blueprint':
      return block.table.steps.length === 0;
    case 'standings':
      return block.rows.length === 0;
    case 'cards':
      return block.cards.length === 0;
    case 'prose':
      return block.html === '';
    case 'group':
    case 'more':
      return block.blocks.every(isEmpty);
    case 'matrix':
    case 'tree':
    case 'scores':
    case 'circle':
    case 'signature':
      return isBlank(block);
    default:
      return false;
  }
}
