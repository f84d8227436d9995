import type { Location } from './finding.ts';
import type { MessageData, Template } from './message.ts';

/**
 * What a change does to the service, gravest first. `unknown`: it may weaken, and nothing here can tell.
 * `strengthens` is also the mirror of `widens-authority`: an authority that is narrowed.
 * `editorial`: other words, or words alone.
 */
export const effects = [
  'widens-authority',
  'weakens',
  'unknown',
  'changes',
  'strengthens',
  'editorial',
] as const;

export type Effect = (typeof effects)[number];

/** One difference between two revisions of a handbook, as one sentence. */
export interface Change {
  effect: Effect;
  /**
   * An entity's key, with the part: `decision-right:compensation#waiter`, `process:check-in#verify`; a file's
   * path where it is no entity. Of the later revision, or of the earlier where it is gone.
   */
  subject: string;
  /** The JSON pointer of the field in the later revision, or in the earlier where it is gone; '' for the whole. */
  pointer: string;
  template: Template;
  data: MessageData;
  /**
   * Sixteen digits of what changed from what to what, wherever it stands: an approval that names them holds
   * for this very change and no other.
   */
  digest: string;
  /** Where it stood; absent for what is new. */
  before?: Location;
  /** Where it stands; absent for what is gone. */
  after?: Location;
}
