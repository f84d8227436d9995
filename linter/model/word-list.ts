import { type Language, type Localised, same } from './message.ts';

const marks: Record<Language, { comma: string; last: string }> = {
  en: { comma: ', ', last: ' and ' },
  'zh-CN': { comma: '、', last: '和' },
};

/** @example wordList([same('a'), same('b'), same('c')]) // => { en: 'a, b and c', 'zh-CN': 'a、b和c' } */
export function wordList(items: readonly Localised[]): Localised {
  return { en: join(items, 'en'), 'zh-CN': join(items, 'zh-CN') };
}

/** Names of fields as authors type them, unquoted. */
export function fieldList(fields: readonly string[]): Localised {
  return { ...wordList(fields.map(same)), 'zh-CN': fields.join('、') };
}

/**
 * Names as authors wrote them, quoted: “a”和“b”. A long list is cut, since nobody reads forty names in a
 * sentence.
 *
 * @param most how many names are written out
 */
export function quotedList(names: readonly string[], most = 6): Localised {
  const more = names.length - most;
  // One more name takes no more room than the word that there is one more.
  if (more < 2) return wordList(names.map(quoted));
  const shown = names.slice(0, most).map(quoted);
  return {
    en: `${shown.map(({ en }) => en).join(marks.en.comma)} and ${more} more`,
    'zh-CN': `${shown.map((each) => each['zh-CN']).join(marks['zh-CN'].comma)}等 ${names.length} 个`,
  };
}

/** @example quoted('waiter') // => { en: '"waiter"', 'zh-CN': '“waiter”' } */
export function quoted(name: string): Localised {
  return { ...same(`"${name}"`), 'zh-CN': `“${name}”` };
}

function join(items: readonly Localised[], language: Language): string {
  const { comma, last } = marks[language];
  const words = items.map((item) => item[language]);
  return [words.slice(0, -1).join(comma), ...words.slice(-1)].filter((part) => part !== '').join(last);
}
