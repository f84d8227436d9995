/** A text as it is to be shown, and in which locale it was found. */
export interface LocalText {
  text: string;
  locale: string;
}

/**
 * A localised text in a locale; a plain string is in the default locale. Where the locale has none, the
 * first locale of the handbook that has one.
 */
export function readText(value: unknown, locale: string, locales: readonly string[]): LocalText | undefined {
  if (typeof value === 'string') return { text: value, locale: locales[0]! };
  if (value === null || typeof value !== 'object') return undefined;
  for (const each of [locale, ...locales]) {
    const text = (value as Record<string, unknown>)[each];
    if (typeof text === 'string' && text !== '') return { text, locale: each };
  }
  return undefined;
}
