import { describe, expect, test } from 'vitest';
import en from '../../site/i18n/en.json' with { type: 'json' };
import { translator } from '../../site/i18n/strings.ts';
import zh from '../../site/i18n/zh-CN.json' with { type: 'json' };

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('both languages have the same strings, none of them empty', () => {
  expect(Object.keys(zh)).toEqual(Object.keys(en));
  expect(Object.entries({ ...en, ...zh }).filter(([, text]) => text === '')).toEqual([]);
});

describe.each(Object.keys(en) as (keyof typeof en)[])('%s', (key) => {
  test('takes the same data in both languages', () => {
    expect(placeholders(zh[key])).toEqual(placeholders(en[key]));
  });
});

test('Chinese strings use Chinese punctuation', () => {
  const wrong = Object.entries(zh).filter(([, text]) => /[\p{Script=Han}}][,;:?!()"]|\.\.\./u.test(text));
  expect(wrong).toEqual([]);
});

test('one thing is said of one thing', () => {
  expect(translator('en')('count', { count: 1 })).toBe('1 entry');
  expect(translator('en')('count', { count: 2 })).toBe('2 entries');
  expect(translator('zh-CN')('count', { count: 2 })).toBe('2 项');
});

test('a handbook in another language has its frame in English, one in any Chinese in Chinese', () => {
  expect(translator('fr')('home')).toBe('Home');
  expect(translator('zh-Hant')('home')).toBe('首页');
});
