/** What is to be drawn: shapes in lanes, and links between them. Lengths are in units of the drawing. */
export interface Diagram {
  /** The first is where time begins. */
  shapes: readonly Shape[];
  /** Of several from one shape, the first is the usual way on and keeps to its row where it can. */
  links: readonly Link[];
  /** How many lanes there are; each is drawn, empty or not. */
  lanes: number;
}

export interface Shape {
  id: string;
  /** From 0, at the top. */
  lane: number;
  width: number;
  height: number;
  /** From the shape's top to the line on which links enter and leave. */
  port: number;
  form: 'box' | 'circle' | 'diamond';
  /** A note stands in the column of this shape; it has no links. */
  beside?: string;
}

export interface Link {
  from: string;
  to: string;
  /** Words that stand on the link where it leaves. */
  label?: Size;
}

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point, Size {}

/** Where everything stands. */
export interface Layout extends Size {
  lanes: readonly { y: number; height: number }[];
  /** In the order of the diagram's shapes. */
  shapes: readonly Place[];
  /** In the order of the diagram's links. */
  links: readonly Route[];
}

export interface Place extends Box {
  shape: Shape;
  /** The column, from 0 in the order of time. */
  column: number;
}

export interface Route {
  link: Link;
  /** Corners of a line whose parts are all level or upright. */
  points: readonly Point[];
  label?: Box;
  /** Whether it leads back to something earlier. */
  back: boolean;
}

export interface Spacing {
  /** From the drawing's left edge to the first column. */
  start: number;
  /** Around what stands in a lane, above and below. */
  lane: number;
  emptyLane: number;
  /** Between two rows of a lane. */
  row: number;
  /** Between links that run side by side. */
  track: number;
  /** Room for an arrow's head before a shape. */
  arrow: number;
}
