/** A value as text that is the same for the same data, in whatever order its fields are written. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) => {
      if (each === null || typeof each !== 'object' || Array.isArray(each)) return each;
      return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? 'undefined'
  );
}

/** Whether two values are the same data. */
export function alike(before: unknown, after: unknown): boolean {
  return before === after || canonical(before) === canonical(after);
}
