import { describe, expect, test } from 'vitest';
import { answersOf } from '../../site/data/answers.ts';
import { situationsOf } from '../../site/data/situations.ts';
import { Answers, type Found } from '../../site/search/answers.ts';
import type { Facet, Narrowed } from '../../site/search/narrow.ts';
import { keptTerms, termsOf } from '../../site/search/tokens.ts';
import { teaView } from '../site/tea-house.ts';

test('terms are Latin words and pairs of Chinese characters', () => {
  expect(termsOf('投诉赔付')).toEqual(['投诉', '诉赔', '赔付']);
  expect(termsOf('茶')).toEqual(['茶']);
  expect(termsOf('Late check-out，延迟退房')).toEqual(['延迟', '迟退', '退房', 'late', 'check', 'out']);
  expect(termsOf('ＡＢＣ 12')).toEqual(['abc', '12']);
  expect(termsOf(' ，。')).toEqual([]);
});

test('English words lose their endings, and are kept as one word where a hyphen joins them', () => {
  expect(termsOf('handling complaints, dishes replaced')).toEqual(termsOf('handle complaint, dishe replace'));
  expect(termsOf('class status boss')).toEqual(['class', 'status', 'boss']);
  expect(keptTerms('check-in 退房')).toEqual(['退房', 'check', 'in', '房', 'checkin']);
});

test('a decision right answers with its limits, a standard with its target, a role with what it stands for', () => {
  const answers = new Map(answersOf(teaView('zh-CN')).answers.map((each) => [each.url, each]));
  expect(answers.get('/decision-rights/new-pot/')).toMatchObject({
    title: '换茶',
    kind: '授权事项',
    note: '茶艺师 80 元 每次；店长 不设上限',
  });
  expect(answers.get('/standards/warm/')?.note).toBe('不超过 6 分钟');
  expect(answers.get('/roles/server/')?.note).toBe('茶凉了就换。');
});

test('of a text its cases come first, then its headings, then the rest, without front matter and tags', () => {
  const text =
    '---\nname: x\n- not: this\n---\n\n## Steps\n\n1. Ask <Role id="a" /> first.\n\n## Exceptions\n\n- It rains: go inside.\n';
  expect(situationsOf(text)).toEqual(['It rains', 'Steps', 'Exceptions', 'Ask   first.', 'go inside.']);
});

test('of few texts the cases are searched, of thousands none: the index stays light', () => {
  const sop =
    '---\nname: Kettle\nowner: manager\nroles: [server]\nprocess: serve\n---\n\n- The kettle is dry: fill it.\n';
  const wordsIn = (count: number) => {
    const files = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`sops/s${index}.mdx`, sop]),
    );
    const { answers } = answersOf(teaView('zh-CN', files));
    return answers.find(({ title }) => title === 'Kettle')!.words;
  };
  expect(wordsIn(1)).toContain('The kettle is dry');
  expect(wordsIn(2000)).toBe('');
});

describe('the search for answers', () => {
  const find = (locale: string, question: string) =>
    new Answers(answersOf(teaView(locale))).find(question).map(({ title }) => title);

  test('finds by name, by part of a name, by the first letters and by a slip', () => {
    expect(find('zh-CN', '换茶')[0]).toBe('换茶');
    expect(find('zh-CN', '谁可以换茶')[0]).toBe('换茶');
    expect(find('zh-CN', '等茶时')[0]).toBe('等茶时长');
    expect(find('en', 'manag')[0]).toBe('Manager');
    expect(find('en', 'mangaer')[0]).toBe('Manager');
  });

  test('finds by the name in the other language', () => {
    expect(find('zh-CN', 'brewing')[0]).toBe('泡茶');
    expect(find('en', '换茶')[0]).toBe('New pot');
  });

  test('finds nothing for nothing', () => {
    expect(find('en', '')).toEqual([]);
    expect(find('en', ' ?')).toEqual([]);
    expect(find('en', 'qqzzxx')).toEqual([]);
  });

  test('finds something by any single character, wherever it stands in a word', () => {
    expect(find('zh-CN', '换')).toContain('换茶');
    expect(find('zh-CN', '茶')).toContain('换茶');
    expect(find('en', 'b')).toContain('Brewing tea');
  });

  test('takes a role that is named beside something else for whom it concerns', () => {
    expect(find('zh-CN', '茶艺师')[0]).toBe('茶艺师');
    expect(find('zh-CN', '茶艺师换茶')[0]).toBe('换茶');
    expect(find('en', 'may servers replace the pot')[0]).toBe('New pot');
    expect(find('en', 'who is the manager')[0]).toBe('Manager');
  });

  test('finds by the kind of page that is asked for', () => {
    const more = {
      'training/kettles.yaml':
        'name: { zh-CN: 水壶课, en: Kettles }\nowner: manager\nroles: [server]\naims: [skill]\n',
      'incentives/cups.yaml':
        'name: { zh-CN: 金杯, en: Golden cup }\nowner: manager\ntype: appraisal\nroles: [server]\n',
    };
    const first = (locale: string, ask: string) =>
      new Answers(answersOf(teaView(locale, more))).find(ask)[0]?.title;
    expect(first('zh-CN', '茶艺师的培训')).toBe('水壶课');
    expect(first('en', 'server bonus')).toBe('Golden cup');
  });

  test('finds a text by the cases it provides for', () => {
    const sop = `---\nname: 泡茶\nowner: manager\nroles: [server]\nprocess: serve\n---\n\n## 例外\n\n- 壶盖摔碎：换一把，碎片装进纸盒。\n`;
    const answers = new Answers(answersOf(teaView('zh-CN', { 'sops/brew.mdx': sop })));
    expect(answers.find('壶盖碎了')[0]?.title).toBe('泡茶');
    const without = new Answers(answersOf(teaView('zh-CN')));
    expect(without.find('壶盖碎了').map(({ title }) => title)).not.toContain('泡茶');
  });

  test('does not count the company’s own word for its customers', () => {
    const more = {
      'glossary.yaml': 'terms: [{ id: tea-friend, term: { zh-CN: 茶友 }, avoid: { zh-CN: [客人] } }]\n',
      'guides/friends.mdx': '---\nname: 茶友来信\nowner: manager\ntype: culture\n---\n\n来信都读。\n',
    };
    const answers = new Answers(answersOf(teaView('zh-CN', more)));
    expect(answers.find('茶友要换茶').map(({ title }) => title)[0]).toBe('换茶');
  });

  test('is narrowed by kind, unit and role', () => {
    const answers = new Answers(answersOf(teaView('zh-CN')));
    const rights = answers.find('茶', { kind: 'decision-right' });
    expect(rights.map(({ title }) => title)).toEqual(['换茶']);
    for (const [narrowed, holds] of [
      [{ role: 'server' }, ({ roles }) => roles.includes('server')],
      [{ unit: 'hall' }, ({ units }) => units.includes('hall')],
    ] satisfies [Narrowed, (each: Found) => boolean][]) {
      const found = answers.find('茶', narrowed);
      expect(found.length).toBeGreaterThan(0);
      expect(found.every(holds)).toBe(true);
      const [facet, value] = Object.entries(narrowed)[0]!;
      expect(answers.counts('茶', {})[facet as Facet][value]).toBe(found.length);
    }
    expect(answers.find('换茶', { kind: 'training' })).toEqual([]);
  });

  test('offers what is nearest to a question that nothing answers', () => {
    const answers = new Answers(answersOf(teaView('en')));
    expect(answers.find('brwxing')).toEqual([]);
    expect(answers.nearest('brwxing').map(({ title }) => title)).toContain('Brewing tea');
  });
});
