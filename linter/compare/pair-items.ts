/** Which items of two lists are the same item, by their places. */
export interface Pairing {
  pairs: [before: number, after: number][];
  removed: number[];
  added: number[];
  /** Whether those that are in both lists stand in another order. */
  reordered: boolean;
}

/** An item as it is paired: by its key, and first with what is the very same. */
export interface Keyed {
  key: string;
  value: string;
}

/**
 * Pairs the items of two lists by their keys. Of several with one key, those that are the same go together,
 * the rest in their order. Linear in the length of both.
 *
 * @example
 * pairItems([{ key: 'a', value: '1' }], [{ key: 'b', value: '2' }, { key: 'a', value: '3' }]);
 * // => { pairs: [[0, 1]], removed: [], added: [0], reordered: false }
 */
export function pairItems(before: readonly Keyed[], after: readonly Keyed[]): Pairing {
  const taken = new Map<number, number>();
  const used = new Set<number>();
  const pairBy = (nameOf: (item: Keyed) => string) => {
    const waiting = new Map<string, number[]>();
    for (const [index, item] of after.entries()) {
      if (used.has(index)) continue;
      const list = waiting.get(nameOf(item));
      if (list) list.push(index);
      else waiting.set(nameOf(item), [index]);
    }
    const next = new Map<string, number>();
    for (const [index, item] of before.entries()) {
      if (taken.has(index)) continue;
      const name = nameOf(item);
      const place = next.get(name) ?? 0;
      const found = waiting.get(name)?.[place];
      if (found === undefined) continue;
      next.set(name, place + 1);
      taken.set(index, found);
      used.add(found);
    }
  };
  pairBy(({ key, value }) => JSON.stringify([key, value]));
  pairBy(({ key }) => key);
  const pairs = [...taken].sort((a, b) => a[0] - b[0]);
  return {
    pairs,
    removed: before.flatMap((_, index) => (taken.has(index) ? [] : [index])),
    added: after.flatMap((_, index) => (used.has(index) ? [] : [index])),
    reordered: pairs.some(([, place], index) => index > 0 && place < pairs[index - 1]![1]),
  };
}
