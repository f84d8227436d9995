import type { Entity } from './entity.ts';
import type { Handbook } from './handbook.ts';
import { type Question, questions } from './question-registry.ts';

/** What can be written as JSON and read again without loss. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/**
 * A question about the whole handbook that several checks ask: it is answered once for each handbook. Who
 * asks depends on the answer and not on all that was read to find it.
 *
 * @param name unlike all others, and the same in every run
 * @param find may read the handbook and nothing else; its answer is made of entities, parts, plain values,
 *   lists, sets and maps of these
 */
export function question<Value>(
  name: string,
  find: (handbook: Handbook) => Value,
): (handbook: Handbook) => Value {
  questions.set(name, { find: find as Question['find'], plain: false });
  return ({ answers }) => answers.ask(name, 0) as Value;
}

/**
 * A question about one entity, which is answered once. Its answer is kept as JSON from run to run, so that a
 * question about all entities can be put together from theirs without reading their files again.
 */
export function entityQuestion<E extends Entity, Value extends Plain>(
  name: string,
  find: (handbook: Handbook, entity: E) => Value,
): (handbook: Handbook, entity: E) => Value {
  questions.set(name, { find: find as Question['find'], plain: true });
  return ({ answers }, entity) => answers.ask(name, entity.index) as Value;
}
