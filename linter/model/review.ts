import type { Change, Effect } from './change.ts';
import type { Range } from './finding.ts';
import type { Localised } from './message.ts';

/** An entity, or a part of one, as its readers call it. */
export interface Named {
  /** `process:check-in`, `process:check-in#verify`. */
  key: string;
  name: Localised;
}

/** What a change touches beside the entity itself. Each list is sorted by key. */
export interface BlastRadius {
  /** Who works differently from now on. */
  roles: Named[];
  steps: Named[];
  sops: Named[];
  /** Translations that no longer follow their source; the key carries the locale: `sop:check-in (en)`. */
  translations: Named[];
  /** Training in force that teaches what changed. */
  trainings: Named[];
  /** Pages that hang on walls and lie on desks: SOPs, processes and decision rights. */
  cards: Named[];
  metrics: Named[];
}

/** A role that may approve, with the accounts that stand for it. */
export interface Approver extends Named {
  handles: readonly string[];
}

/** Why an entry in approvals/ does not count. */
export type Refusal =
  /** The role is neither the owner nor above, nor above the role whose authority is widened. */
  | 'not-entitled'
  /** The role whose own authority is widened. */
  | 'own-authority'
  /** The account that made the change stands for the role. */
  | 'own-change'
  /** The entry names another entity or effect than the change it means. */
  | 'other-change'
  /** The entry stood there before the change did. */
  | 'used-before';

/** Whether a change needs approval, and has it. */
export interface Approval {
  needed: boolean;
  /** Who may approve, nearest first; empty where nobody can be named. */
  entitled: Approver[];
  /** Where the nearest of them writes its entry, and whether that begins the file. */
  write?: { file: string; isNew: boolean };
  /** The role that approved, and the file that says so. */
  by?: { role: string; file: string };
  /** Entries that were written for this change and do not count. */
  refused: { role: string; file: string; why: Refusal }[];
}

/** A place by lines and columns. */
export interface Placed extends Range {
  file: string;
}

export interface ReviewedChange {
  change: Change;
  /** Where it stood and stands. */
  before?: Placed;
  after?: Placed;
  radius: BlastRadius;
  approval: Approval;
}

export interface Review {
  changes: ReviewedChange[];
  /** Effects that need approval. */
  failOn: readonly Effect[];
}
