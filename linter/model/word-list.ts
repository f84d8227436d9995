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

/** Names as authors wrote them, quoted: “a”和“b”. */
export function quotedList(names: readonly string[]): Localised {
  return wordList(names.map(quoted));
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
