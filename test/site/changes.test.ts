import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { loadHandbook } from '../../linter/node.ts';
import { changeLogOf } from '../../site/change-log.ts';
import type { Block } from '../../site/data/blocks.ts';
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
import { viewOf } from '../../site/data/view.ts';
import { textOf } from '../../site/data/words.ts';
import { removeFolders } from '../cli/cli.ts';
import { repositoryWith, shallowClone, type TestRepository } from '../git/repository.ts';
import { handbookOf } from '../support/handbook.ts';
import { teaHouse } from './tea-house.ts';

const today = '2026-11-22';

afterAll(removeFolders);

/** The tea house, whose server may decide more from 20 November on, and whose other words changed on the 21st. */
function teaHouseInGit(): TestRepository {
  const repository = repositoryWith(teaHouse);
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
  const view = (locale: string) => viewOf(handbook, locale, { base: '/', changes });
  return { handbook, changes, chinese: view('zh-CN'), english: view('en') };
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
    expect(entityPage(english, handbook.get('decision-right', 'new-pot')!).changes).toHaveLength(1);
    expect(entityPage(english, handbook.get('metric', 'wait')!).changes).toEqual([]);
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
    const lengths = many.map(([first]) =>
      first!.blocks.map((block) => (block.type === 'list' ? block.items.length : textIn(block))),
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

function textIn(block: Block): string {
  return block.type === 'more' ? block.summary : block.type === 'text' ? textOf(block.line) : block.type;
}

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
