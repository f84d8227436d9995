import type { Entity } from '../entity.ts';

/** Methods in which nobody who spoke waits for an answer. */
const unanswered: ReadonlySet<string> = new Set([
  'mystery-shopper',
  'observation',
  'analytics',
  'social-listening',
]);

/** Whether those who are heard in a loop wait to be told that they were, and what came of it. */
export function awaitsAnswer({ data }: Pick<Entity<'feedback-loop'>, 'data'>): boolean {
  return !unanswered.has(data.method ?? '');
}
