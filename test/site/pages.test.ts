import { describe, expect, test } from 'vitest';
import { allPage } from '../../site/data/all-page.ts';
import type { Block, Section } from '../../site/data/blocks.ts';
import { entityPage } from '../../site/data/entity-page.ts';
import { homePage } from '../../site/data/home-page.ts';
import { kindPage } from '../../site/data/kind-page.ts';
import { stepsOf } from '../../site/data/steps.ts';
import { viewOf } from '../../site/data/view.ts';
import { textOf } from '../../site/data/words.ts';
import { handbookOf } from '../support/handbook.ts';
import { openPages } from './open-pages.ts';
import { teaView } from './tea-house.ts';

const { handbook } = teaView('en');
// Which overviews there are depends on what Git remembers: here nothing.
await openPages(handbook);

function sectionOf(sections: readonly Section[], id: string): readonly Block[] {
  return sections.find((each) => each.id === `_${id}`)?.blocks ?? [];
}

describe('the page of a role', () => {
  const view = teaView('zh-CN');
  const page = entityPage(view, view.handbook.get('role', 'server')!);

  test('says what the role may decide, up to how much and who decides beyond', () => {
    expect(sectionOf(page.sections, 'decide')).toEqual([
      {
        type: 'ladder',
        rungs: [
          {
            who: { text: '换茶', href: '/decision-rights/new-pot/' },
            limit: '80 元',
            per: '每次',
            beyond: [{ text: '超出时交' }, { text: '店长', href: '/roles/manager/' }, { text: '，3 分钟内' }],
          },
        ],
      },
    ]);
  });

  test('lists the steps it performs by process, with time and target', () => {
    const [group] = sectionOf(page.sections, 'steps');
    expect(group).toMatchObject({ type: 'group', title: [{ text: '上茶', href: '/processes/serve/' }] });
    const items = group?.type === 'group' && group.blocks[0]?.type === 'list' ? group.blocks[0].items : [];
    expect(items.map(({ line }) => textOf(line))).toEqual(['泡茶', '换一壶']);
    expect(items[0]!.line[0]!.href).toBe('/processes/serve/#brew');
    expect(items[0]!.notes!.map(textOf)).toEqual(['用时：4 分钟', '上茶时限：不超过 6 分钟']);
  });

  test('says whom it turns to, by what it is measured, and which texts are for it', () => {
    const lines = (id: string) =>
      sectionOf(page.sections, id).flatMap((block) =>
        block.type === 'list' ? block.items.map(({ line }) => textOf(line)) : [],
      );
    expect(lines('escalate')).toEqual(['店长']);
    const [turn] = sectionOf(page.sections, 'escalate');
    expect(turn?.type === 'list' && turn.items[0]!.notes!.map(textOf)).toEqual([
      '超出额度时：换茶，3 分钟内',
      '其他事情',
    ]);
    expect(lines('measured')).toEqual(['等茶时长：不超过 6 分钟']);
    expect(lines('texts')).toEqual([]);
    expect(lines('sops')).toEqual(['泡茶', '迎客']);
  });
});

describe('the steps of a process', () => {
  const view = teaView('en');
  const steps = stepsOf(view, view.handbook.get('process', 'serve')!);

  test('say who acts, a customer’s step being the customer’s', () => {
    expect(steps.map(({ who }) => textOf(who))).toEqual(['Customer', 'Server', 'Server']);
  });

  test('name every branch and its condition, and leave out what plainly follows', () => {
    expect(steps[0]!.next).toEqual([]);
    expect(steps[1]!.next.map(textOf)).toEqual(['If the guest is not happy: step 3', 'Otherwise: end']);
    expect(steps[1]!.next[0]!.at(-1)!.href).toBe('#replace');
    expect(steps[2]!.next.map(textOf)).toEqual(['Then: end']);
  });

  test('tell the limit that their own role has in a decision', () => {
    const decision = steps[2]!.facts.find(({ term }) => term === 'Decision right');
    expect(decision?.values.map(textOf)).toEqual(['New pot: CNY 80 per case']);
  });
});

describe('the quiet line', () => {
  test('tells when a review is due, and when it is overdue', () => {
    const of = (reviewed: string) => {
      const view = teaView('en', {
        'units/hall.yaml': `name: Hall\nowner: manager\ntype: store\nreviewed: ${reviewed}\nreviewEvery: 30 d\n`,
      });
      return entityPage(view, view.handbook.get('unit', 'hall')!).envelope;
    };
    expect(of('2026-11-01')).toMatchObject({ due: '1 Dec 2026', overdue: false });
    expect(of('2026-10-01')).toMatchObject({ due: '31 Oct 2026', overdue: true });
  });
});

test('a page in the other language says so only where its text is not translated', () => {
  const view = teaView('en');
  expect(entityPage(view, view.handbook.get('guide', 'welcome')!).fallback).toBe('zh-CN');
  expect(entityPage(view, view.handbook.get('sop', 'brew')!).fallback).toBeUndefined();
});

test('pages can be found by their keywords, other names and the glossary’s synonyms', () => {
  const view = teaView('zh-CN', {
    'glossary.yaml':
      'terms: [{ term: { zh-CN: 泡茶, en: brewing }, aliases: { zh-CN: [沏茶], en: [infusing] } }]\n',
  });
  const { keywords } = entityPage(view, view.handbook.get('sop', 'brew')!);
  expect(keywords).toEqual(expect.arrayContaining(['开水', 'Brewing tea', '沏茶', 'infusing']));
  expect(keywords).not.toContain('泡茶');
});

test('a standard opens with what it asks and with its target, its own or that of its metric', () => {
  const view = teaView('en');
  const page = entityPage(view, view.handbook.get('standard', 'warm')!);
  expect(page.lead).toEqual({ text: 'Tea shall be served in time.' });
  expect(page.figures.map(({ value, label }) => [value, textOf(label)])).toEqual([
    ['at most 6 min', 'Tea wait'],
  ]);
});

test('what refers to an entity is listed by kind, but not what the page shows already', () => {
  const view = teaView('en');
  const standard = entityPage(view, view.handbook.get('standard', 'warm')!);
  expect(standard.usedBy.map(({ term, values }) => [term, values.map(textOf)])).toEqual([
    ['SOPs', ['Brewing tea']],
  ]);
});

test('the home page leads to the roles of those who serve customers first, and to every kind', () => {
  const view = teaView('en');
  const home = homePage(view);
  expect(home.title.text).toBe('Tea house handbook');
  expect(home.roles).toEqual([
    {
      unit: { text: 'Hall' },
      frontline: 1,
      roles: [
        { text: 'Manager', href: '/en/roles/manager/' },
        { text: 'Server', href: '/en/roles/server/' },
      ],
    },
  ]);
  expect(home.kinds.find(({ kind }) => kind === 'sop')).toMatchObject({
    count: 1,
    link: { text: 'SOPs', href: '/en/sops/' },
  });
  expect(home.overviews.map(({ title, links }) => [title, links.length > 0])).toContainEqual([
    'Daily work',
    true,
  ]);
});

test('the list of everything says limits, targets and other names, for those whose search cannot run', () => {
  const said = allPage(teaView('zh-CN')).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'list'
        ? block.items.map(({ line, notes = [] }) => [line, ...notes].map((each) => textOf(each)))
        : [],
    ),
  );
  expect(said).toEqual(
    expect.arrayContaining([
      ['换茶', '茶艺师：每次 80 元；店长：不设上限', 'New pot'],
      ['上茶时限：不超过 6 分钟', 'Serving time'],
      ['茶艺师', 'Server'],
    ]),
  );
});

test('the list of everything stays light and can be jumped through, however many entries there are', () => {
  const long = 'the very long words that people have for SOP';
  const many = Array.from({ length: 1250 }, (_, index) => {
    const number = String(index).padStart(4, '0');
    const keywords = `{ zh-CN: [第${number}号作业], en: ['${long} ${number}', 'others of ${long} ${number}'] }`;
    const text = `---\nname: SOP ${number}\nowner: keeper\nkeywords: ${keywords}\n---\n\nText.\n`;
    return [`sops/sop-${number}.mdx`, text] as const;
  });
  const view = viewOf(handbookOf(Object.fromEntries(many)), 'zh-CN', { base: '/' });
  const list = allPage(view).sections.find(({ id }) => id === '_sop')!;
  const [links, ...groups] = list.blocks;
  const parts = groups.flatMap((block) => (block.type === 'group' ? [block] : []));
  expect(parts.map(({ blocks }) => (blocks[0]?.type === 'list' ? blocks[0].items.length : 0))).toEqual([
    ...Array.from({ length: 12 }, () => 100),
    50,
  ]);
  expect(parts[0]?.title).toEqual([{ text: 'SOP 0000 – SOP 0099' }]);
  const addresses = links?.type === 'text' ? links.line.flatMap(({ href }) => href ?? []) : [];
  expect(addresses).toEqual(parts.map(({ id }) => `#${id}`));
  const names = parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'list' ? block.items.map(({ notes = [] }) => notes) : [])),
  );
  // Each has its share of all the room there is: enough for the shorter names.
  const length = names.flat().reduce((sum, line) => sum + [...textOf(line)].length, 0);
  expect(length).toBeLessThan(120_000);
  expect(names.every((notes) => textOf(notes[0] ?? []).startsWith('第'))).toBe(true);
});

test('lists group entities and show what tells them apart', () => {
  const view = teaView('en');
  const rights = kindPage(view, 'decision-right');
  const [way, list] = rights.sections.flatMap(({ blocks }) => blocks);
  expect(way).toEqual({
    type: 'text',
    line: [{ text: 'Side by side: ' }, { text: 'Who may decide what', href: '/en/authority/' }],
  });
  expect(list?.type === 'list' && textOf(list.items[0]!.line)).toBe('New pot: from CNY 80 per case');
  expect(kindPage(view, 'role').sections.map(({ title }) => title)).toEqual(['', 'Hall']);
});
