import type { Line, Words } from '../words.ts';

/** A process as a service blueprint: what is drawn where, ready for markup. Lengths in units of the drawing. */
export interface Blueprint {
  title: string;
  description: string;
  width: number;
  height: number;
  lanes: readonly { name: string; y: number; height: number }[];
  /** The lines between lanes, by name. */
  borders: readonly { kind: Border; name: string; y: number }[];
  dots: readonly { kind: 'start' | 'end'; x: number; y: number }[];
  /** All of a kind as one path; the most important last, so that it lies on top. */
  ways: readonly { kind: WayKind; path: string }[];
  legend: readonly { kind: 'slowest' | 'recovery' | 'hole'; text: string }[];
  /** From left to right, each at most as wide as a sheet of paper; every cell stands on one of them. */
  sheets: readonly Sheet[];
}

export type Border = 'interaction' | 'visibility' | 'internal';
export type WayKind = 'usual' | 'recovery' | 'slowest';

export interface Sheet {
  x: number;
  width: number;
  /** In the order of time. */
  cells: readonly BlueprintCell[];
  labels: readonly BlueprintLabel[];
}

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface BlueprintCell extends Frame {
  kind: 'step' | 'note' | 'lost';
  lines: readonly CellLine[];
  slowest: boolean;
  hole: boolean;
}

/** One line of a cell, and what it says. */
export interface CellLine {
  kind: 'name' | 'who' | 'note' | 'flow' | 'mark' | 'hole';
  line: Line;
}

/** Words on a way: a condition, a recovery, a handoff that is missing. */
export interface BlueprintLabel extends Frame {
  kind: 'condition' | 'recovery' | 'hole';
  words: readonly Words[];
}
