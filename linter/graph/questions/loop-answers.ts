import type { Entity } from '../entity.ts';

/** Methods in which nobody who spoke waits for an answer. */
const unanswered: ReadonlySet<string> = new Set([
  'mystery-shopper',
  'observation',
  'analytics',
  'social-listening',
]);

/** Methods in which whoever speaks is heard face to face, so that nobody need tell them so. */
const heardInPerson: ReadonlySet<string> = new Set(['interview', 'focus-group']);

/** Whether those who speak wait to be told that they were heard. */
export function awaitsAcknowledgement(loop: Pick<Entity<'feedback-loop'>, 'data'>): boolean {
  return awaitsAnswer(loop) && !heardInPerson.has(loop.data.method ?? '');
}

/** Whether those who are heard in a loop wait to be told that they were, and what came of it. */
export function awaitsAnswer({ data }: Pick<Entity<'feedback-loop'>, 'data'>): boolean {
  return !unanswered.has(data.method ?? '');
}
