import { expect, test } from 'vitest';
import { languageName } from '../../site/data/languages.ts';
import { joined, plain, shorten, textOf } from '../../site/data/words.ts';
import { teaView } from './tea-house.ts';

test('a text in another language than the page says so', () => {
  const zh = teaView('zh-CN');
  const en = teaView('en');
  expect(zh.words({ 'zh-CN': '从容', en: 'Calm' })).toEqual({ text: '从容' });
  expect(en.words({ 'zh-CN': '从容' })).toEqual({ text: '从容', lang: 'zh-CN' });
  expect(en.words('从容')).toEqual({ text: '从容', lang: 'zh-CN' });
  expect(en.words(' ')).toBeUndefined();
});

test('the name of an MDX file is that of its translation', () => {
  const en = teaView('en');
  expect(en.name(en.handbook.get('sop', 'brew')!)).toEqual({ text: 'Brewing tea' });
  expect(en.name(en.handbook.get('guide', 'welcome')!)).toEqual({ text: '迎客', lang: 'zh-CN' });
});

test('values and dates are said in the reader’s language', () => {
  expect(teaView('zh-CN').value('comparison', '<= 6 min')).toBe('不超过 6 分钟');
  expect(teaView('en').value('comparison', '<= 6 min')).toBe('at most 6 min');
  expect(teaView('zh-CN').date('2026-03-09')).toBe('2026年3月9日');
  expect(teaView('en').date('2026-03-09')).toBe('9 Mar 2026');
});

test('things that a company counts have its own names, in English with their plural', () => {
  const settings =
    'title: T\nlocales: [zh-CN, en]\nunits:\n  pot: { zh-CN: 壶, en: pot }\n  story: { zh-CN: 篇, en: story }\n  odds: { zh-CN: 次, en: odds }\n';
  const said = (locale: string, text: string) =>
    teaView(locale, { 'loopbook.yaml': settings }).value('comparison', text);
  expect(said('en', '>= 60 pot')).toBe('at least 60 pots');
  expect(said('en', '>= 1 pot')).toBe('at least 1 pot');
  expect(said('en', '>= 2 story')).toBe('at least 2 stories');
  expect(said('en', '>= 2 odds')).toBe('at least 2 odds');
  expect(said('zh-CN', '>= 60 pot')).toBe('不少于 60 壶');
});

test('long words are cut between words, and between characters without leaving punctuation', () => {
  expect(shorten('Bring another pot of tea', 16)).toBe('Bring another…');
  expect(shorten('换一壶，再道歉', 5)).toBe('换一壶…');
  expect(shorten('换一壶', 5)).toBe('换一壶');
});

test('pieces are joined by what the language puts between them', () => {
  expect(textOf(joined([plain('茶'), plain('水')], teaView('zh-CN').t('comma')))).toBe('茶、水');
});

test('a language is named in itself, with its region only where there are several', () => {
  expect(languageName('zh-CN', ['zh-CN', 'en'])).toBe('中文');
  expect(languageName('en', ['zh-CN', 'en'], 'zh-CN')).toBe('英语');
  expect(languageName('en-GB', ['en-GB', 'en-US'])).toMatch(/British|United Kingdom/);
});
