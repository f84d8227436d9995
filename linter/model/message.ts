/** The languages findings are written in. Handbooks may be in any language; messages come in these. */
export type Language = 'en' | 'zh-CN';

export const languages: readonly Language[] = ['en', 'zh-CN'];

/** One text in every language of the messages. */
export type Localised = Record<Language, string>;

/** A sentence with `{name}` placeholders, in every language. */
export type Template = Localised;

/** What a finding knows, kept apart from how it is said. Words that need translating are `Localised`. */
export type MessageData = Record<string, string | number | Localised>;

/**
 * Fills a template. A placeholder without data stays visible, so that a slip shows in tests and not as
 * a hole in a sentence.
 *
 * @example
 * render({ en: 'Unknown role "{id}".', 'zh-CN': '没有岗位“{id}”。' }, { id: 'waitr' }, 'en')
 * // => 'Unknown role "waitr".'
 */
export function render(template: Template, data: MessageData, language: Language): string {
  return template[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = data[name];
    if (value === undefined) return placeholder;
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** The same words in every language: ids, numbers, what an author wrote. */
export function same(text: string): Localised {
  return { en: text, 'zh-CN': text };
}
