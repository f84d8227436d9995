/** What one side has more of than the other, by key and how often it stands there; the first ones are common. */
export function surplus<Item extends { key: string }>(here: readonly Item[], there: readonly Item[]): Item[] {
  const left = new Map<string, number>();
  for (const { key } of there) left.set(key, (left.get(key) ?? 0) + 1);
  return here.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
