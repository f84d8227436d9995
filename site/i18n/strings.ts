import boardsEn from './boards.en.json' with { type: 'json' };
import boardsZh from './boards.zh-CN.json' with { type: 'json' };
import deviceEn from './device.en.json' with { type: 'json' };
import deviceZh from './device.zh-CN.json' with { type: 'json' };
import frameEn from './frame.en.json' with { type: 'json' };
import frameZh from './frame.zh-CN.json' with { type: 'json' };
import peopleEn from './people.en.json' with { type: 'json' };
import peopleZh from './people.zh-CN.json' with { type: 'json' };
import processEn from './process.en.json' with { type: 'json' };
import processZh from './process.zh-CN.json' with { type: 'json' };
import searchEn from './search.en.json' with { type: 'json' };
import searchZh from './search.zh-CN.json' with { type: 'json' };
import strategyEn from './strategy.en.json' with { type: 'json' };
import strategyZh from './strategy.zh-CN.json' with { type: 'json' };

/** The strings by what they belong to: the frame of every page, and groups of pages. */
export const en = {
  ...boardsEn,
  ...deviceEn,
  ...frameEn,
  ...peopleEn,
  ...processEn,
  ...searchEn,
  ...strategyEn,
};
export const zh: Record<keyof typeof en, string> = {
  ...boardsZh,
  ...deviceZh,
  ...frameZh,
  ...peopleZh,
  ...processZh,
  ...searchZh,
  ...strategyZh,
};

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
  return (key, data) => {
    if (!data) return strings[key];
    const one = data.count === 1 ? (strings as Record<string, string>)[`${key}.one`] : undefined;
    return (one ?? strings[key]).replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
  };
}

/** Whether the interface speaks a locale itself. */
export function speaks(locale: string): boolean {
  return locale.split('-')[0]!.toLowerCase() in languages;
}
