import { expect, test } from 'vitest';
import { quotedList, wordList } from '../../linter/model/word-list.ts';

test('lists words as each language does', () => {
  expect(quotedList([])).toEqual({ en: '', 'zh-CN': '' });
  expect(quotedList(['a'])).toEqual({ en: '"a"', 'zh-CN': '“a”' });
  expect(quotedList(['a', 'b', 'c'])).toEqual({ en: '"a", "b" and "c"', 'zh-CN': '“a”、“b”和“c”' });
  expect(wordList([{ en: 'time', 'zh-CN': '时限' }])).toEqual({ en: 'time', 'zh-CN': '时限' });
});
