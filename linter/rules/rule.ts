import type { Handbook } from '../graph/handbook.ts';
import type { Location, Problem, Remedy, Severity } from '../model/finding.ts';
import type { Localised, MessageData, Template } from '../model/message.ts';

export interface RuleMeta {
  /** One sentence that begins with Require, Disallow or Enforce (应、不应 in Chinese). */
  summary: Localised;
  severity: Severity;
  /** Ids of the demands this rule serves. */
  claims: readonly string[];
  /** `automatic`: safe edits; `suggestion`: an author decides; `none`. */
  fix: 'automatic' | 'suggestion' | 'none';
  /** JSON Schema (draft-07, an object) of the rule's options, with a default for each. */
  options?: Record<string, unknown>;
}

/** What a rule says of one place. */
export interface Report<MessageId extends string = string> {
  message: MessageId;
  data?: MessageData;
  at: Location;
  /** What it is about, stable when lines move: `process:check-in#verify`. */
  subject: string;
  related?: { at: Location; template: Template; data?: MessageData }[];
  fix?: Remedy;
  suggest?: Remedy[];
}

/**
 * Goes through items, one pass of the loop for each. A later run repeats only the passes whose reading would
 * give something else, so a pass reads the handbook, its item and what was found before the loop, and reports:
 * it keeps nothing for the passes after it, and never leaves the loop early.
 */
export type Each = <Item>(items: Iterable<Item>) => Iterable<Item>;

export interface RuleContext<MessageId extends string = string, Options = Record<string, never>> {
  handbook: Handbook;
  options: Options;
  each: Each;
  report(report: Report<MessageId>): void;
}

/** A rule sees the handbook and may report: no files, no clock, nothing else. */
export interface Rule<MessageId extends string = string, Options = Record<string, never>> {
  meta: RuleMeta;
  messages: Record<MessageId, Template>;
  check(context: RuleContext<MessageId, Options>): void;
}

/** Ties the message ids a rule reports to those it defines. */
export function defineRule<const MessageId extends string, Options = Record<string, never>>(
  rule: Rule<MessageId, Options>,
): Rule<MessageId, Options> {
  return rule;
}

/** A rule as the engine holds it, with the id its path gives: `flow/step-measured`. */
export interface RegisteredRule {
  id: string;
  // The message ids and options of a rule are its own business.
  rule: Rule<string, never>;
}

export type { Problem };
