import type { ChartDrawing } from './chart/line-chart.ts';
import type { Sparkline } from './chart/sparkline.ts';
import type { Ring } from './ring.ts';
import type { Line, Piece } from './words.ts';

/** A chart in the sizes of a phone and of a desk; its words stand below it. */
export interface ChartView {
  /** What the chart shows, for those who do not see it. */
  words: string;
  narrow: ChartDrawing;
  wide: ChartDrawing;
}

/** How one metric stands, in one row. */
export interface StandingRow {
  name: Piece;
  owner?: Piece;
  value?: string;
  /** Which period and which units the value is of. */
  valueNote?: string;
  target?: string;
  status: Piece;
  /** What is being done about it. */
  notes: readonly Line[];
  spark?: Sparkline;
}

/** From where to where a metric is to go, and how far it has come. */
export interface Track {
  from: string;
  target: string;
  result?: string;
  /** The part of the way that has been gone: 0 at the start, 1 at the target; may lie beyond either. */
  share?: number;
  met?: boolean;
}

export interface Card {
  title: Piece;
  track?: Track;
  /** How it stands to its date. */
  state?: Piece;
  notes: readonly Line[];
}

export interface BoardColumn {
  title: string;
  cards: readonly Card[];
  /** What stands there where there are no cards. */
  empty: string;
  /** Where those are that the column has no room for. */
  more?: Piece;
}

/** One station of a feedback loop; a hole where nobody said who or by when. */
export interface Station {
  name: string;
  who?: Line;
  when?: string;
  hole?: string;
}

export type BoardBlock =
  | { type: 'chart'; chart: ChartView }
  | { type: 'standings'; rows: readonly StandingRow[]; labels: { owner: string; target: string } }
  | { type: 'tally'; entries: readonly { piece: Piece; count: number }[] }
  | { type: 'loop'; stations: readonly Station[]; rings: { narrow: Ring; wide: Ring }; words: string }
  | { type: 'cards'; cards: readonly Card[]; labels: TrackLabels }
  | { type: 'board'; columns: readonly BoardColumn[]; labels: TrackLabels };

/** The words beside the numbers of a track. */
export interface TrackLabels {
  from: string;
  target: string;
  result: string;
}
