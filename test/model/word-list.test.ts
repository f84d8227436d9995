import { expect, test } from 'vitest';
import { quotedList, wordList } from '../../linter/model/word-list.ts';

test('lists words as each language does', () => {
  expect(quotedList([])).toEqual({ en: '', 'zh-CN': '' });
  expect(quotedList(['a'])).toEqual({ en: '"a"', 'zh-CN': '“a”' });
  expect(quotedList(['a', 'b', 'c'])).toEqual({ en: '"a", "b" and "c"', 'zh-CN': '“a”、“b”和“c”' });
  expect(wordList([{ en: 'time', 'zh-CN': '时限' }])).toEqual({ en: 'time', 'zh-CN': '时限' });
});

test('cuts a long list', () => {
  expect(quotedList(['a', 'b', 'c', 'd'], 2)).toEqual({
    en: '"a", "b" and 2 more',
    'zh-CN': '“a”、“b”等 4 个',
  });
  expect(quotedList(['a', 'b', 'c'], 2)).toEqual({ en: '"a", "b" and "c"', 'zh-CN': '“a”、“b”和“c”' });
});
