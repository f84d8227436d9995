import type { Field } from '../../linter/index.ts';

/** All that is written in the text fields of an entity, with the place of each. */
export function textsOf(
  data: unknown,
  fields: readonly Field[],
  place: string,
): { place: string; value: unknown }[] {
  const patterns = fields.filter(({ text }) => text).map(({ pointer }) => pointer.split('/').slice(1));
  return patterns.flatMap((tokens) => valuesAt(data, tokens, place));
}

// helpers

function valuesAt(
  data: unknown,
  tokens: readonly string[],
  place: string,
): { place: string; value: unknown }[] {
  const [token, ...rest] = tokens;
  if (data === undefined || data === null) return [];
  if (token === undefined) return [{ place, value: data }];
  if (typeof data !== 'object') return [];
  const entries = token === '*' ? Object.entries(data) : [[token, (data as Record<string, unknown>)[token]]];
  return entries.flatMap(([key, value]) => valuesAt(value, rest, `${place}/${key}`));
}
