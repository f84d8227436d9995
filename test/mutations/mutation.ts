import type { TextEdit } from '../../linter/model/finding.ts';

/** What a mutation does to the meaning of a handbook. */
export const mutationKinds = [
  'drop field',
  'drop item',
  'drop language',
  'drop file',
  'blank text',
  'retarget',
  'retarget to missing',
  'reroute',
  'swap',
  'loosen',
  'tighten',
  'times ten',
  'change unit',
  'change number',
  'change value',
  'flip',
  'shift date',
] as const;

export type MutationKind = (typeof mutationKinds)[number];

/** One small change of what a handbook says. */
export interface Mutation {
  kind: MutationKind;
  /** The field by its schema, such as `process/steps/*` + `/role`; for a body its component. */
  field: string;
  file: string;
  edits: TextEdit[];
  /** Files that are left out. */
  dropped?: string[];
  /** What it does, in words for the report. */
  words: string;
  /** Rules of which one should notice, where that can be said. */
  expected?: readonly string[];
}

/** A mutation that can be made, once it is chosen; undefined where nothing else could stand there. */
export interface Candidate {
  kind: MutationKind;
  field: string;
  make(random: () => number): Mutation | undefined;
}

/** Kinds after which the file still has the shape that its schema asks for. */
export const shapePreserving: ReadonlySet<MutationKind> = new Set<MutationKind>([
  'drop field',
  'drop item',
  'drop language',
  'retarget',
  'reroute',
  'swap',
  'change value',
  'flip',
  'shift date',
]);
