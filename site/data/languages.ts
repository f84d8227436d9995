const known = new Map<string, string>();

/**
 * A language's name, in itself unless told otherwise: “中文”, “English”. The region is left out unless the
 * handbook has the language in several.
 */
export function languageName(locale: string, locales: readonly string[], inLocale = locale): string {
  const language = locale.split('-')[0]!;
  const several = locales.filter((each) => each.split('-')[0] === language).length > 1;
  const tag = several ? locale : language;
  const key = `${tag} ${inLocale}`;
  const name = known.get(key) ?? new Intl.DisplayNames(inLocale, { type: 'language' }).of(tag) ?? locale;
  known.set(key, name);
  return name;
}
