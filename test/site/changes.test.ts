import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { loadHandbook } from '../../linter/node.ts';
import { changeLogOf } from '../../site/change-log.ts';
import type { Block, Section } from '../../site/data/blocks.ts';
import {
  changeItems,
  changesFor,
  changesOf,
  feedPath,
  sentenceOf,
  versionAddress,
} from '../../site/data/changes.ts';
import { entityPage } from '../../site/data/entity-page.ts';
import { changes as changesPage } from '../../site/data/overviews/changes.ts';
import { spanOf, versionsOf } from '../../site/data/versions.ts';
import { viewOf } from '../../site/data/view.ts';
import { textOf } from '../../site/data/words.ts';
import { removeFolders } from '../cli/cli.ts';
import { repositoryWith, shallowClone, type TestRepository } from '../git/repository.ts';
import { handbookOf } from '../support/handbook.ts';
import { teaHouse } from './tea-house.ts';

const today = '2026-11-22';

afterAll(removeFolders);

/** The tea house, whose server may decide more from 20 November on, and whose other words changed on the 21st. */
function teaHouseInGit(files = teaHouse): TestRepository {
  const repository = repositoryWith(files);
  const right = teaHouse['decision-rights/new-pot.yaml'] as string;
  repository.commit(
    { 'decision-rights/new-pot.yaml': right.replace('80 CNY', '120 CNY') },
    { date: '2026-11-20', message: 'Let servers decide more' },
  );
  const role = teaHouse['roles/manager.yaml'] as string;
  repository.commit(
    { 'roles/manager.yaml': role.replace('我在。', '我一直在。') },
    { date: '2026-11-21', message: 'Say it better' },
  );
  return repository;
}

async function viewsOf({ root }: TestRepository) {
  const handbook = await loadHandbook(root, { today });
  const changes = changeLogOf(root, handbook);
  const versions = versionsOf(root);
  const view = (locale: string) => viewOf(handbook, locale, { base: '/', changes, versions });
  return { handbook, changes, versions, chinese: view('zh-CN'), english: view('en') };
}

describe('what changed', () => {
  test('is told by day in sentences; words alone are no news', async () => {
    const { changes, chinese, english } = await viewsOf(teaHouseInGit());
    expect(changes?.complete).toBe(true);
    expect(changes?.days.map(({ date, changes }) => [date, changes.map(({ effect }) => effect)])).toEqual([
      ['2026-11-20', ['widens-authority']],
    ]);
    const dated = changes!.days.flatMap(({ date, commit, changes }) =>
      changes.map((change) => ({ date, commit, change })),
    );
    expect(changeItems(chinese, dated).map(({ line }) => textOf(line))).toEqual([
      '换茶：茶艺师的权限由 80 元提高到 120 元/次',
    ]);
    expect(changeItems(english, dated).map(({ line }) => textOf(line))).toEqual([
      'New pot: Server may decide up to 120 CNY per case (was 80 CNY)',
    ]);
  });

  test('names in its sentences what files refer to, as far as it is there', async () => {
    const { english, changes } = await viewsOf(teaHouseInGit());
    const change = { ...changes!.days[0]!.changes[0]!, data: { what: 'metric:wait and metric:gone' } };
    const template = { en: 'Removed {what}.', 'zh-CN': '删除{what}。' };
    expect(sentenceOf(english, { ...change, template })).toBe('Removed Tea wait and metric:gone.');
  });

  test('is told to the role whose work it touches, and on the page of what changed', async () => {
    const { handbook, changes, english } = await viewsOf(teaHouseInGit());
    const server = handbook.get('role', 'server')!;
    expect(changesFor(changes, server)).toHaveLength(1);
    expect(changesOf(changes, handbook.get('decision-right', 'new-pot')!)).toHaveLength(1);
    expect(changesOf(changes, server)).toEqual([]);
    const section = entityPage(english, server).sections.find(({ id }) => id === '_changes');
    expect(section?.title).toBe('What changed for this role');
  });

  test('opens with what one reads of a day, keeps the rest within reach, and leads to each role’s part', async () => {
    const { handbook, english } = await viewsOf(teaHouseInGit());
    const [day] = english.changes!.days;
    const many = [1, 5, 100].map((count) => {
      const view = {
        ...english,
        changes: { complete: true, days: [{ ...day!, changes: Array(count).fill(day!.changes[0]) }] },
      };
      return changesPage.page(view).sections;
    });
    const lengths = many.map((sections) =>
      dayOf(sections, '2026-11-20')
        .blocks.slice(1)
        .map((block) => (block.type === 'list' ? block.items.length : textIn(block))),
    );
    expect(lengths).toEqual([
      [1],
      [5],
      [12, '48 more on this day', 'and 40 more on this day, not listed here'],
    ]);
    const roles = many[1]!.find(({ id }) => id === '_by-role')!.blocks[0]!;
    expect(
      roles.type === 'facts' && roles.facts.map(({ term, values }) => [term, textOf(values[0]!)]),
    ).toEqual([['Hall', 'Manager (5), Server (5)']]);
    expect(roles.type === 'facts' && roles.facts[0]!.values[0]![0]!.href).toBe('/en/roles/manager/#_changes');
    const { sections } = entityPage(english, handbook.get('role', 'manager')!);
    expect(sections.some(({ id }) => id === '_changes')).toBe(true);
  });

  test('leaves on every page the day from which it is as it stands, with a permanent address', async () => {
    const settings = `${teaHouse['loopbook.yaml']}repository: { url: "https://git.example.com/tea" }\n`;
    const repository = repositoryWith({ ...teaHouse, 'loopbook.yaml': settings });
    const right = teaHouse['decision-rights/new-pot.yaml'] as string;
    const commit = repository.commit(
      { 'decision-rights/new-pot.yaml': right.replace('80 CNY', '120 CNY') },
      { date: '2026-11-20', message: 'Let servers decide more' },
    );
    const { handbook, english } = await viewsOf(repository);
    const { record } = entityPage(english, handbook.get('decision-right', 'new-pot')!);
    expect(record.find(({ term }) => term === 'Unchanged since')?.values).toEqual([
      [
        {
          text: '20 Nov 2026',
          href: `https://git.example.com/tea/blob/${commit}/decision-rights/new-pot.yaml`,
        },
      ],
    ]);
  });

  test('is known only as far back as a shallow clone reaches, and says so', async () => {
    const { changes } = await viewsOf(shallowClone(teaHouseInGit(), '--no-single-branch', 2));
    expect(changes?.complete).toBe(false);
    expect(changes?.days).toEqual([]);
  });

  test('is unknown where there is no Git', async () => {
    const folder = repositoryWith(teaHouse);
    rmSync(`${folder.top}/.git`, { recursive: true });
    expect((await viewsOf(folder)).changes).toBeUndefined();
  });
});

type Group = Extract<Block, { type: 'group' }>;

/** The days that a page lists, in its order. */
function daysOf(sections: readonly Section[]): Group[] {
  return sections.flatMap(({ blocks }) => blocks).filter((block) => block.type === 'group');
}

function dayOf(sections: readonly Section[], date: string): Group {
  return daysOf(sections).find(({ id }) => id === date)!;
}

function textIn(block: Block): string {
  return block.type === 'more' ? block.summary : block.type === 'text' ? textOf(block.line) : block.type;
}

describe('the version in force on a day', () => {
  const inGit = `${teaHouse['loopbook.yaml']}repository: { url: "https://git.example.com/tea", folder: policies }\n`;

  /** The tea house in a repository whose address is known. */
  const teaHouseOnServer = () => teaHouseInGit({ ...teaHouse, 'loopbook.yaml': inGit });

  const linesOf = (sections: readonly Section[]) =>
    daysOf(sections).map(({ id, title, blocks }) => [
      id,
      textOf(title),
      ...blocks.map((block) =>
        block.type === 'list' ? block.items.map(({ line }) => textOf(line)).join('\n') : textIn(block),
      ),
    ]);

  test('is told of every day on which anything was committed, with its span and its commit', async () => {
    const { versions, english, chinese } = await viewsOf(teaHouseOnServer());
    const [third, second, first] = versions!.days.map(({ commit }) => commit.slice(0, 12));
    expect(linesOf(changesPage.page(english).sections)).toEqual([
      [
        '2026-11-21',
        '21 Nov 2026',
        `In force since 21 Nov 2026 · Commit ${third} · Files of this version`,
        'Only the wording changed, or files beside the rules.',
      ],
      [
        '2026-11-20',
        '20 Nov 2026',
        `In force on 20 Nov 2026 alone · Commit ${second} · Files of this version`,
        'New pot: Server may decide up to 120 CNY per case (was 80 CNY)',
      ],
      [
        '2026-05-04',
        '4 May 2026',
        `In force from 4 May 2026 to 19 Nov 2026 · Commit ${first} · Files of this version`,
        'The handbook begins.',
      ],
    ]);
    expect(linesOf(changesPage.page(chinese).sections)).toEqual([
      [
        '2026-11-21',
        '2026年11月21日',
        `自 2026年11月21日 起有效 · 提交 ${third} · 该版本的文件`,
        '只改了措辞，或规定以外的文件。',
      ],
      [
        '2026-11-20',
        '2026年11月20日',
        `仅 2026年11月20日 当天有效 · 提交 ${second} · 该版本的文件`,
        '换茶：茶艺师的权限由 80 元提高到 120 元/次',
      ],
      [
        '2026-05-04',
        '2026年5月4日',
        `2026年5月4日 至 2026年11月19日 有效 · 提交 ${first} · 该版本的文件`,
        '手册从这一天开始。',
      ],
    ]);
  });

  test('leads to the files of its commit, where the settings name a repository', async () => {
    const { versions, english } = await viewsOf(teaHouseOnServer());
    const files = daysOf(changesPage.page(english).sections).map(({ blocks: [first] }) =>
      first?.type === 'text' ? first.line.at(-1)?.href : undefined,
    );
    expect(files).toEqual(
      versions!.days.map(({ commit }) => `https://git.example.com/tea/tree/${commit}/policies`),
    );
    const without = await viewsOf(teaHouseInGit());
    const text = daysOf(changesPage.page(without.english).sections).map(({ blocks: [first] }) =>
      textIn(first!),
    );
    expect(text[0]).toMatch(/^In force since 21 Nov 2026 · Commit [0-9a-f]{12}$/);
  });

  test('is listed by year, with a question for a day above, and the roles below', async () => {
    const { english, chinese } = await viewsOf(teaHouseInGit());
    const titles = ({ sections }: { sections: readonly Section[] }) =>
      sections.map(({ id, title }) => [id, title]);
    expect(titles(changesPage.page(english))).toEqual([
      ['_choose', ''],
      ['_2026', '2026'],
      ['_by-role', 'By role'],
    ]);
    expect(titles(changesPage.page(chinese))[1]).toEqual(['_2026', '2026年']);
    const [question] = changesPage.page(english).sections[0]!.blocks;
    expect(question).toEqual({
      type: 'day-choice',
      last: '2026-11-22',
      label: 'Version in force on',
      button: 'Show',
      found: 'On %date% this version was in force.',
      before: 'There was no handbook on %date%: it begins on 4 May 2026.',
      future: 'What will be in force on %date% is not known yet: this is the edition of 22 Nov 2026.',
      none: 'Enter a whole date first: day, month and year.',
      script:
        'Each day below says from when to when its version was in force. Choosing a day needs JavaScript, which is switched off.',
    });
    expect(changesPage.page(chinese).sections[0]!.blocks[0]).toEqual({
      type: 'day-choice',
      last: '2026-11-22',
      label: '查某日有效的版本',
      button: '查看',
      found: '%date% 有效的是这个版本。',
      before: '%date% 还没有这本手册，它从 2026年5月4日 开始。',
      future: '%date% 有效的版本尚不可知：这是 2026年11月22日 的版本。',
      none: '请先填写完整的日期：年、月、日。',
      script: '下面每一天都写明该版本的有效期间。按日期查找需要 JavaScript，当前没有启用。',
    });
  });

  test('is unknown before a shallow clone begins, which the page says of its oldest day and of any before', async () => {
    const { versions, english, chinese } = await viewsOf(
      shallowClone(teaHouseInGit(), '--no-single-branch', 2),
    );
    expect(versions!.before).toBe('unknown');
    expect(linesOf(changesPage.page(english).sections).at(-1)?.[2]).toMatch(
      /^In force from 20 Nov 2026 or earlier to 20 Nov 2026 · Commit [0-9a-f]{12}$/,
    );
    expect(linesOf(changesPage.page(chinese).sections).at(-1)?.[2]).toMatch(
      /^2026年11月20日 或更早至 2026年11月20日 有效 · 提交 [0-9a-f]{12}$/,
    );
    const last = changesPage
      .page(english)
      .sections.find(({ id }) => id === '_2026')!
      .blocks.at(-1)!;
    expect(textIn(last)).toBe(
      'Older versions are unknown: this site was published from a shortened history.',
    );
    const [question] = changesPage.page(english).sections[0]!.blocks;
    expect(question).toMatchObject({
      before:
        'What was in force on %date% is unknown here: this site was published from a shortened history, which reaches back to 20 Nov 2026. The full Git history has it.',
    });
  });

  test('is not listed beyond as many commits as are looked at, and the page says so', async () => {
    const { root } = teaHouseInGit();
    const handbook = await loadHandbook(root, { today });
    const versions = versionsOf(root, 2);
    expect(versions).toMatchObject({
      days: [{ date: '2026-11-21' }, { date: '2026-11-20' }],
      before: 'unlisted',
    });
    const view = viewOf(handbook, 'zh-CN', { base: '/', versions });
    const { sections } = changesPage.page(view);
    expect(textIn(sections.at(-1)!.blocks.at(-1)!)).toBe('更早的版本未在此列出，可在 Git 历史中查到。');
    expect(sections[0]!.blocks[0]).toMatchObject({
      before: '%date% 有效的版本未在此列出：这里只追溯到 2026年11月20日。更早的版本可在 Git 历史中查到。',
    });
    // Nothing was compared here: that only words changed would be a guess.
    expect(linesOf(sections)[0]!.at(-1)).toBe('未列出改动：只改了措辞，或时间较早、没有比对。');
  });

  test('is told on the page of each entry: from when to when, what it changed, and the file as it was', async () => {
    const { handbook, english, chinese, versions } = await viewsOf(teaHouseOnServer());
    const right = handbook.get('decision-right', 'new-pot')!;
    const told = (view: typeof english) =>
      entityPage(view, right).versions.map(({ line, notes = [] }) => [textOf(line), ...notes.map(textOf)]);
    expect(told(english)).toEqual([
      [
        'In force since 20 Nov 2026',
        'New pot: Server may decide up to 120 CNY per case (was 80 CNY) · Widens an authority',
        'Version of that day',
      ],
      ['In force from 4 May 2026 to 19 Nov 2026', 'First version', 'Version of that day'],
    ]);
    expect(told(chinese)).toEqual([
      ['自 2026年11月20日 起有效', '换茶：茶艺师的权限由 80 元提高到 120 元/次 · 扩大授权', '当日版本'],
      ['2026年5月4日 至 2026年11月19日 有效', '首个版本', '当日版本'],
    ]);
    const links = entityPage(english, right).versions.flatMap(({ line, notes = [] }) =>
      [...line, ...notes.flat()].flatMap(({ href }) => href ?? []),
    );
    const [, second, first] = versions!.days.map(({ commit }) => commit);
    expect(links).toEqual([
      '/en/changes/#2026-11-20',
      `https://git.example.com/tea/blob/${second}/policies/decision-rights/new-pot.yaml`,
      '/en/changes/#2026-05-04',
      `https://git.example.com/tea/blob/${first}/policies/decision-rights/new-pot.yaml`,
    ]);
    // Words alone changed of this one: its newest version is known, too.
    const manager = entityPage(english, handbook.get('role', 'manager')!).versions;
    expect(manager.map(({ line }) => textOf(line))).toEqual([
      'In force since 21 Nov 2026',
      'In force from 4 May 2026 to 20 Nov 2026',
    ]);
  });

  test('of an entry is not called its first where the history is cut off', async () => {
    const { handbook, english } = await viewsOf(shallowClone(teaHouseInGit(), '--no-single-branch', 2));
    const said = [...handbook.all('role'), ...handbook.all('decision-right')].flatMap((entity) =>
      entityPage(english, entity).versions.map(({ line, notes = [] }) => [
        textOf(line),
        ...notes.map(textOf),
      ]),
    );
    expect(said).toEqual([['In force since 21 Nov 2026']]);
  });

  test('ends on the day before the next one begins, over the end of a month and of a year', () => {
    const days = [{ date: '2027-01-01' }, { date: '2024-03-01' }, { date: '2024-02-29' }];
    expect(days.map((_, index) => spanOf(days, index))).toEqual([
      { from: '2027-01-01' },
      { from: '2024-03-01', until: '2026-12-31' },
      { from: '2024-02-29', until: '2024-02-29' },
    ]);
  });
});

describe('a sentence of change', () => {
  const units = `units:\n  idea: { zh-CN: 个, en: idea }\n  pot: { zh-CN: 壶, en: pot of tea }\n`;
  const view = (locale: string) =>
    viewOf(handbookOf({ ...teaHouse, 'loopbook.yaml': `${teaHouse['loopbook.yaml']}${units}` }), locale, {
      base: '/',
    });
  const of = (en: string, zh: string, locale: string) =>
    sentenceOf(view(locale), {
      effect: 'changes',
      subject: 'metric:wait',
      pointer: '/target',
      template: { en: 'target is {after}', 'zh-CN': '目标值改为{after}以上' },
      data: { after: { en, 'zh-CN': zh } },
      digest: '',
      roles: [],
    });

  test('says the company’s own units as its pages do', () => {
    expect(of('at least 5 idea', ' 5 idea ', 'en')).toBe('target is at least 5 ideas');
    expect(of('at least 5 idea', ' 5 idea ', 'zh-CN')).toBe('目标值改为 5 个以上');
    expect(of('1 idea', '', 'en')).toBe('target is 1 idea');
    expect(of('1,200 pot', ' 1,200 pot ', 'zh-CN')).toBe('目标值改为 1,200 壶以上');
  });

  test('leaves units of everybody and words of authors as they are', () => {
    expect(of('5 min', ' 5 分钟', 'en')).toBe('target is 5 min');
    expect(of('"5 ideas-of-mine"', ' 5 idea-x ', 'zh-CN')).toBe('目标值改为 5 idea-x 以上');
    expect(of('an idea', 'idea ', 'zh-CN')).toBe('目标值改为idea 以上');
  });

  test('does so for what the comparison of two revisions says', async () => {
    const metric = `name: { zh-CN: 金点子, en: Ideas }
owner: manager
formula: ideas
unit: idea
direction: higher
source: box
every: 7 d
target: ">= 5 idea"
`;
    const repository = repositoryWith({
      ...teaHouse,
      'loopbook.yaml': `${teaHouse['loopbook.yaml']}${units}`,
      'metrics/ideas.yaml': metric,
    });
    repository.commit({ 'metrics/ideas.yaml': metric.replace('5 idea', '3 idea') }, { date: '2026-11-20' });
    const { english, chinese, changes } = await viewsOf(repository);
    const said = (each: typeof english) =>
      changes!.days.flatMap((day) => day.changes.map((change) => sentenceOf(each, change)));
    expect(said(english)).toEqual(['Ideas: target loosened from at least 5 ideas to at least 3 ideas']);
    expect(said(chinese)).toEqual(['金点子：目标值由不少于 5 个放宽到不少于 3 个']);
  });
});

describe('the address of a version', () => {
  const at = (repository: string) => {
    const handbook = handbookOf({ 'loopbook.yaml': `title: T\nlocales: [en]\n${repository}` });
    return versionAddress(viewOf(handbook, 'en', { base: '/' }), 'abc123', 'roles/a b.yaml');
  };

  test('is that of the server’s own form, or of the pattern in the settings', () => {
    expect(at('repository: { url: "https://git.example.com/o/h", folder: policies }\n')).toBe(
      'https://git.example.com/o/h/blob/abc123/policies/roles/a%20b.yaml',
    );
    expect(at('repository: { permalink: "https://g.example.com/-/blob/{commit}/{path}" }\n')).toBe(
      'https://g.example.com/-/blob/abc123/roles/a%20b.yaml',
    );
    expect(at('')).toBeUndefined();
  });

  test('of a feed lies beside what it follows', () => {
    const handbook = handbookOf(teaHouse);
    const view = viewOf(handbook, 'en', { base: '/' });
    expect(feedPath(view)).toBe('en/changes.xml');
    expect(feedPath(view, handbook.get('role', 'server')!)).toBe('en/roles/server/changes.xml');
  });
});
