import en from './en.json' with { type: 'json' };
import zh from './zh-CN.json' with { type: 'json' };

export type StringKey = keyof typeof en;
export type StringData = Record<string, string | number>;

/** Says a string of the interface in one locale; `{name}` stands for data. */
export type Translate = (key: StringKey, data?: StringData) => string;

const languages: Record<string, Record<StringKey, string>> = { en, zh };

/**
 * The interface's strings in a locale; in English where it is not one of the interface's languages. With
 * `count` in the data, a key with a variant `key.one` says it of one thing.
 *
 * @example translator('zh-CN')('search.open') // => '搜索'
 */
export function translator(locale: string): Translate {
  const strings = languages[locale.split('-')[0]!.toLowerCase()] ?? en;
  return (key, data = {}) => {
    const one = data.count === 1 ? (strings as Record<string, string>)[`${key}.one`] : undefined;
    return (one ?? strings[key]).replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
  };
}

/** Whether the interface speaks a locale itself. */
export function speaks(locale: string): boolean {
  return locale.split('-')[0]!.toLowerCase() in languages;
}
