import type { Handbook } from './handbook.ts';

/**
 * Finds something once for each key, and lets whoever asks again have read what it was found by, as if it had
 * been found anew (reads.ts).
 *
 * @param find may read the handbook that the key belongs to, and nothing else
 */
export function readOnce<Key extends object, Value>(
  find: (handbook: Handbook, key: Key) => Value,
): (handbook: Handbook, key: Key) => Value {
  const known = new WeakMap<Key, { value: Value; reads: readonly number[] }>();
  return (handbook, key) => {
    let found = known.get(key);
    if (!found) {
      const [value, reads] = handbook.reads.recorded(() => find(handbook, key));
      found = { value, reads };
      known.set(key, found);
    }
    for (const token of found.reads) handbook.reads.note(token);
    return found.value;
  };
}
