/** Something that keeps a process from always ending well. Steps are named by id, paths run from the start. */
export type Violation = {
  /** The step that it is about. */
  step: string;
  /** Where to show it, in the data of the process. */
  pointer: string;
} & (
  | { kind: 'missing-next'; path: string[] }
  /** Every branch has a condition: what if none holds? */
  | { kind: 'no-otherwise'; path: string[] }
  | { kind: 'no-condition'; to: string }
  | { kind: 'several-otherwise'; count: number; to: string }
  /** `all` with one branch. */
  | { kind: 'single-parallel'; to: string }
  /** A step called `end` cannot be told from the end. */
  | { kind: 'named-end' }
  /** No step leads here, and it is not the first. */
  | { kind: 'second-start'; start: string }
  /** Only steps that are never reached lead here. */
  | { kind: 'unreachable'; from: string[] }
  /** `path` ends where the loop begins; `loop` lists its steps once. */
  | { kind: 'dead-loop'; path: string[]; loop: string[] }
  /** A join whose other branches may never come. */
  | { kind: 'join-waits'; path: string[]; missing: string[] }
  /** The end is reached while a join still waits. */
  | { kind: 'left-behind'; path: string[]; join: string; missing: string[] }
  /** Parallel branches meet at a step that does not wait for all of them. */
  | { kind: 'runs-twice'; paths: [string[], string[]] }
  /** Parallel branches reach the end one by one. */
  | { kind: 'ends-twice'; paths: [string[], string[]] }
  /** More combinations than were looked at. */
  | { kind: 'undecided'; markings: number }
);
