import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en, translator, zh } from '../../site/i18n/strings.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('both languages have the same strings, none of them empty', () => {
  expect(Object.keys(zh)).toEqual(Object.keys(en));
  expect(Object.entries({ ...en, ...zh }).filter(([, text]) => text === '')).toEqual([]);
});

test('no string belongs to two groups', () => {
  const folder = new URL('../../site/i18n/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.en.json'));
  const keys = files.flatMap((name) => Object.keys(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
  expect(keys.length).toBe(new Set(keys).size);
  expect(new Set(keys)).toEqual(new Set(Object.keys(en)));
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

test('Chinese strings set numbers and Latin words apart from Chinese ones alike', () => {
  const tight = /\p{Script=Han}(?:[A-Za-z0-9]|\{count\})|(?:[A-Za-z0-9%]|\{count\})\p{Script=Han}/u;
  expect(Object.entries(zh).filter(([, text]) => tight.test(text))).toEqual([]);
});

test('no string speaks of one trade alone: clinics and banks read them, too', () => {
  const trade = /\b(?:guests?|hotels?|rooms?|patients?|check-?(?:in|out))\b|客人|酒店|客房|患者|入住|退房/i;
  const all = [...Object.entries(en), ...Object.entries(zh)];
  expect(all.filter(([, text]) => trade.test(text))).toEqual([]);
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
