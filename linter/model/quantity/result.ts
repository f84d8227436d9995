import type { QuantityMessageId } from './messages.ts';

/** What is wrong with a written value, as data for a message template. */
export interface QuantityProblem {
  messageId: QuantityMessageId;
  data: Record<string, string>;
}

export interface QuantityFailure {
  ok: false;
  problem: QuantityProblem;
  /** The right form, where what was meant can be told. It parses, and prints to itself. */
  suggestion?: string;
}

export type QuantityResult<T> = { ok: true; value: T } | QuantityFailure;

export function fail(
  messageId: QuantityMessageId,
  data: Record<string, string>,
  suggestion?: string,
): QuantityFailure {
  const problem = { messageId, data };
  return suggestion === undefined ? { ok: false, problem } : { ok: false, problem, suggestion };
}
