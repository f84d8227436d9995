import { describe, expect, test } from 'vitest';
import { coverageOf, parseClaims, registry } from '../../linter/index.ts';
import { readClaimsText } from '../../linter/node.ts';
import type { Block } from '../../site/data/blocks.ts';
import { demandsPage } from '../../site/data/demands-page.ts';
import { textOf } from '../../site/data/words.ts';
import { teaView } from './tea-house.ts';

const list = parseClaims(`
sources:
  S1: { en: First text, zh-CN: 第一篇 }
  S2: { en: Second text, zh-CN: 第二篇 }
  S3: { en: Text without demands, zh-CN: 没有要求的一篇 }
claims:
  - { id: S1-01, en: Say who decides., zh-CN: 写明由谁决定。, rules: [authority/limit, syntax/schema], fields: ['decision-right:/grants'], pages: [decision-right, company] }
  - { id: S1-02, en: Answer feedback., zh-CN: 答复反馈。, rules: [loops/closed], fields: ['role:/unit', ['feedback-loop:/reply', 'process:/steps/*/mode=ai']], pages: [feedback-loop, glossary, answers] }
  - { id: S2-01, en: People beside machines., zh-CN: 机器旁有人。, rules: [flow/human-fallback], fields: ['tool:/purpose'], when: ['tool:/purpose'], pages: [all] }
  - { id: S2-02, en: Tell units apart., zh-CN: 区分部门。, rules: [flow/lanes], fields: ['unit:/type'], pages: [unit] }
`);
const overrides = { rules: { 'loops/closed': 'off' } } as const;
const findings = [{ rule: 'flow/lanes' }, { rule: 'flow/lanes' }];

function pageIn(locale: string) {
  const view = teaView(locale);
  const coverage = coverageOf(view.handbook, findings, { registry, claims: list.claims, ...overrides });
  return demandsPage(view, { ...list, coverage });
}

function blocksOf(locale: string, id: string): readonly Block[] {
  return pageIn(locale).sections.find((each) => each.id === `_${id}`)?.blocks ?? [];
}

function demandsOf(locale: string, id: string) {
  return blocksOf(locale, id).flatMap((block) => (block.type === 'list' ? block.items : []));
}

describe('the page of demands', () => {
  test('groups demands by the text they come from, in the reader’s language', () => {
    const titles = (locale: string) => pageIn(locale).sections.map(({ title }) => title);
    expect(titles('en')).toEqual(['Coverage', 'First text', 'Second text']);
    expect(titles('zh-CN')).toEqual(['覆盖情况', '第一篇', '第二篇']);
    expect(demandsOf('zh-CN', 's1').map(({ line }) => textOf(line))).toEqual([
      '写明由谁决定。',
      '答复反馈。',
    ]);
  });

  test('says of each whether it is met, by a word and a shape', () => {
    const stands = ['s1', 's2'].flatMap((id) =>
      demandsOf('en', id).map(({ id, notes }) => [id, notes![0]![0]!.text, notes![0]![0]!.tone]),
    );
    expect(stands).toEqual([
      ['S1-01', 'Met', 'state-met'],
      ['S1-02', 'Open', 'state-open'],
      ['S2-01', 'Not applicable', 'state-none'],
      ['S2-02', 'Open', 'state-open'],
    ]);
  });

  test('says why a demand is open', () => {
    const notesOf = (locale: string, index: number, id: string) =>
      demandsOf(locale, id)[index]!.notes!.map(textOf);
    expect(notesOf('en', 1, 's1')).toEqual([
      'Open · S1-02',
      'Not checked, turned off: loops/closed',
      expect.stringMatching(/^Not used yet: Feedback loop · .+ or Process · .+: AI/i),
      'Rules: loops/closed',
      'Shown under: Search',
    ]);
    expect(notesOf('en', 1, 's2')).toContain('Found: flow/lanes (2)');
    expect(notesOf('zh-CN', 1, 's2')).toContain('发现问题：flow/lanes（2）');
  });

  test('links to the rules and to the lists that have entries', () => {
    const links = (locale: string, id: string) =>
      demandsOf(locale, id).map(({ notes }) => notes!.flat().flatMap(({ href }) => href ?? []));
    expect(links('en', 's1')).toEqual([
      ['/en/rules/authority/limit/', '/en/rules/syntax/schema/', '/en/decision-rights/', '/en/company/'],
      ['/en/rules/loops/closed/'],
    ]);
    expect(links('zh-CN', 's2')[0]).toEqual(['/rules/flow/human-fallback/', '/all/']);
  });

  test('opens with how many demands are met, and with every share', () => {
    const [counts, table] = blocksOf('en', 'coverage');
    expect(counts?.type === 'text' && textOf(counts.line)).toBe(
      'As of 22 Nov 2026: 1 met · 2 open · 1 not applicable',
    );
    const rows = table?.type === 'table' ? table.rows : [];
    const texts = rows.map((row) => row.map(({ lines }) => lines.map(textOf).join()));
    expect(texts).toContainEqual(['Demands met', '1 of 3', '33 %']);
    expect(texts).toContainEqual(['Standards with a metric', '1 of 1', '100 %']);
    expect(texts).toContainEqual(['Standards trained', '0 of 1', '0 %']);
    expect(texts).toContainEqual(['Processes measured', '0 of 1', '0 %']);
    expect(texts).toContainEqual(['Roles with a decision right', '2 of 2', '100 %']);
    expect(texts).toContainEqual(['Touchpoints in a feedback loop', '0 of 1', '0 %']);
  });

  test('names what is not covered, with a way there', () => {
    const more = blocksOf('zh-CN', 'coverage').find((block) => block.type === 'more');
    const facts = more?.type === 'more' && more.blocks[0]?.type === 'facts' ? more.blocks[0].facts : [];
    expect(facts.find(({ term }) => term === '标准有培训')?.values).toEqual([
      [{ text: '上茶时限', href: '/standards/warm/' }],
    ]);
    expect(facts.find(({ term }) => term === '触点在反馈闭环中')?.values).toEqual([
      [{ text: '茶桌', href: '/services/tea/#table' }],
    ]);
  });

  test('only counts the rest where many lack something', () => {
    const more = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `roles/helper-${index}.yaml`,
        `name: Helper ${index}\nowner: manager\nunit: hall\n`,
      ]),
    );
    const view = teaView('en', more);
    const coverage = coverageOf(view.handbook, [], { registry, claims: list.claims });
    const [section] = demandsPage(view, { ...list, coverage }).sections;
    const text = JSON.stringify(section);
    expect(text).toContain('and 12 more');
    expect(text.match(/"Helper \d+"/g)!.length).toBeLessThan(100);
  });
});

test('every demand of the list is on the page once, with links to all its rules', async () => {
  const all = parseClaims(await readClaimsText());
  const view = teaView('zh-CN');
  const coverage = coverageOf(view.handbook, [], { registry, claims: all.claims });
  const { sections } = demandsPage(view, { ...all, coverage });
  const items = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'list' ? block.items : [])),
  );
  expect(items.map(({ id }) => id)).toEqual(all.claims.map(({ id }) => id));
  const linked = items.map(({ notes }) =>
    notes!.flat().flatMap(({ href, text }) => (href?.startsWith('/rules/') ? [text] : [])),
  );
  expect(linked).toEqual(all.claims.map((claim) => claim.rules));
  expect(linked.flat().length).toBeGreaterThan(all.claims.length);
});
