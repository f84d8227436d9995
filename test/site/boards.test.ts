import { describe, expect, test } from 'vitest';
import type { Block, Section } from '../../site/data/blocks.ts';
import type { BoardBlock } from '../../site/data/board-blocks.ts';
import { entityPage } from '../../site/data/entity-page.ts';
import { shareOf } from '../../site/data/improvement-words.ts';
import type { Matrix } from '../../site/data/overview-blocks.ts';
import { overviews } from '../../site/data/overviews/index.ts';
import type { View } from '../../site/data/view.ts';
import { textOf } from '../../site/data/words.ts';
import { pageMarkdown } from '../../site/machine/markdown.ts';
import type { MemoryFiles } from '../support/handbook.ts';
import { teaView } from './tea-house.ts';

const survey = `
name: { zh-CN: 茶后一问, en: A word after tea }
owner: manager
method: survey
touchpoints: [service:tea#table]
collect: server
every: 1 d
ack: 5 min
resolve: 24 h
analyse: { by: manager, every: 7 d }
act: manager
improves: [process:serve]
reply: true
metrics: [wait]
`;

const quicker = `
name: { zh-CN: 上茶提速, en: Quicker tea }
owner: manager
trigger: feedback-loop:survey
metric: wait
baseline: 12 min
target: "<= 6 min"
due: 2026-11-12
phase: do
gap: 3
`;

const closed = quicker
  .replace('上茶提速, en: Quicker tea', '备杯, en: Cups at hand')
  .replace('phase: do', 'phase: closed\nresult: 9 min\nchecked: 2026-10-23');

const more: MemoryFiles = {
  'feedback-loops/survey.yaml': survey,
  'improvements/quicker.yaml': quicker,
  'improvements/cups.yaml': closed,
  'units/garden.yaml': 'name: { zh-CN: 园中店, en: Garden }\nowner: manager\ntype: store\nparent: hall\n',
  'data/wait.csv':
    'period,value,n,by\n2026-W45,9,40,hall\n2026-W46,7,41,hall\n2026-W45,5,20,garden\n2026-W46,5.5,22,garden\n',
};

function blockOf<T extends Block['type']>(
  sections: readonly Section[],
  id: string,
  type: T,
): Extract<Block, { type: T }> {
  const block = sections.find((each) => each.id === `_${id}`)?.blocks.find((each) => each.type === type);
  expect(block, `${type} in ${id}`).toBeDefined();
  return block as Extract<Block, { type: T }>;
}

function pageOf(view: View, kind: 'metric' | 'feedback-loop' | 'decision-right', id: string) {
  return entityPage(view, view.handbook.get(kind, id)!);
}

describe('the page of a metric', () => {
  const view = teaView('en', more);
  const page = pageOf(view, 'metric', 'wait');

  test('opens with where it stands, in words, and with its target', () => {
    expect(page.figures).toEqual([
      {
        value: '5.5 to 7 min',
        label: [{ text: 'week 46 of 2026, 2 units' }],
        note: [{ text: 'Missed (1 of 2)', tone: 'state-missed' }],
      },
      { value: 'at most 6 min', label: [{ text: 'Target' }] },
    ]);
  });

  test('draws a line for each unit, for a phone and for a desk, and says the same in words', () => {
    const { chart } = blockOf(page.sections, 'standing', 'chart');
    expect(chart.narrow.lines.map(({ label }) => label.text)).toEqual(['Garden 5.5', 'Hall 7']);
    expect(chart.wide.width).toBeGreaterThan(chart.narrow.width);
    expect(chart.wide.target?.label.text).toBe('Target ≤ 6 min');
    expect(chart.words).toBe(
      'Garden: 5 min in week 45 of 2026, 5.5 min in week 46 of 2026; ' +
        'Hall: 9 min in week 45 of 2026, 7 min in week 46 of 2026; Target ≤ 6 min',
    );
  });

  test('tells how each unit stands, those that miss first, and holds all values in a table', () => {
    const { rows } = blockOf(page.sections, 'standing', 'standings');
    expect(rows.map(({ name, value, status }) => [name.text, value, status.text])).toEqual([
      ['Hall', '7 min', 'Missed'],
      ['Garden', '5.5 min', 'Met'],
    ]);
    const [table] = blockOf(page.sections, 'standing', 'more').blocks;
    expect(table).toMatchObject({ head: ['Period', 'Garden', 'Hall'] });
    const cells =
      table?.type === 'table' ? table.rows.map((row) => row.map(({ lines }) => textOf(lines[0]!))) : [];
    expect(cells).toEqual([
      ['week 46 of 2026', '5.5', '7'],
      ['week 45 of 2026', '5', '9'],
    ]);
  });

  test('says that a unit has a target of its own, so that nobody wonders at its value', () => {
    const view = teaView('en', {
      ...more,
      'units/hall.yaml':
        'name: Hall\nowner: manager\ntype: store\ndeviations: [{ standard: warm, value: "<= 8 min", why: x }]\n',
    });
    const { figures, sections } = pageOf(view, 'metric', 'wait');
    expect(figures.map(({ note }) => note && textOf(note))).toEqual([
      'Met',
      '1 unit has a target of its own',
    ]);
    const { rows } = blockOf(sections, 'standing', 'standings');
    expect(rows.map(({ name, target }) => [name.text, target])).toEqual([
      ['Garden', '≤ 6 min'],
      ['Hall', '≤ 8 min'],
    ]);
  });

  test('without observations says where they belong, and draws nothing', () => {
    const { sections, figures } = pageOf(teaView('zh-CN'), 'metric', 'wait');
    expect(figures).toHaveLength(1);
    const [text] = sections.find(({ id }) => id === '_standing')!.blocks;
    expect(text).toMatchObject({ type: 'text', line: [{ text: expect.stringContaining('data/wait.csv') }] });
  });

  test('shows many units as rows on one scale instead of lines that nobody could tell apart', () => {
    const units = [...Array(6).keys()].map((index) => `shop-${index}`);
    const files: MemoryFiles = {
      ...more,
      'data/wait.csv': `period,value,by\n${units.map((id, index) => `2026-W45,${index},${id}\n2026-W46,${index + 1},${id}`).join('\n')}\n`,
    };
    for (const id of units)
      files[`units/${id}.yaml`] = `name: ${id}\nowner: manager\ntype: store\nparent: hall\n`;
    const { sections } = pageOf(teaView('en', files), 'metric', 'wait');
    const { blocks } = sections.find(({ id }) => id === '_standing')!;
    expect(blocks.map(({ type }) => type)).not.toContain('chart');
    const { rows } = blockOf(sections, 'standing', 'standings');
    const heights = rows.map(({ value, spark }) => [Number.parseFloat(value!), spark!.ends[0]!.y] as const);
    for (const [value, height] of heights)
      for (const [other, its] of heights) if (value > other) expect(height).toBeLessThan(its);
    expect(heights).toHaveLength(6);
  });

  test('takes formula, unit and direction from its preset, and says where they come from', () => {
    const view = teaView('zh-CN', {
      'metrics/nps.yaml':
        'name: NPS\nowner: manager\npreset: nps\nsource: 问卷\nevery: 30 d\ntarget: ">= 50 point"\n',
    });
    const { facts } = blockOf(pageOf(view, 'metric', 'nps').sections, 'definition', 'facts');
    const said = Object.fromEntries(facts.map(({ term, values }) => [term, values.map(textOf).join(' ')]));
    expect(said).toMatchObject({
      公式: '（9–10 分占比 − 0–6 分占比）× 100',
      单位: '分',
      取值范围: '-100～100 分',
    });
    expect(said.预设).toContain('Reichheld');
  });
});

describe('the board of metrics', () => {
  const page = overviews['metric-board'].page(
    teaView('en', {
      ...more,
      'metrics/smile.yaml':
        'name: Smile\nowner: manager\nformula: x\nunit: "%"\ndirection: higher\nkind: customer\nsource: x\nevery: 7 d\n',
    }),
  );

  test('counts how many stand how, in words', () => {
    const { entries } = page.sections[0]!.blocks[0] as Extract<BoardBlock, { type: 'tally' }>;
    expect(entries.map(({ count, piece }) => `${count} ${piece.text}`)).toEqual(['1 Missed', '1 No data']);
  });

  test('names value, target and what is being done about a miss', () => {
    const { rows } = blockOf(page.sections, 'group-other', 'standings');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      name: { text: 'Tea wait', href: '/en/metrics/wait/' },
      owner: { text: 'Manager' },
      value: '5.5 to 7 min',
      target: '≤ 6 min',
      status: { text: 'Missed (1 of 2)' },
    });
    expect(rows[0]!.notes.map(textOf)).toEqual(['Quicker tea: 10 days overdue']);
    expect(rows[0]!.spark!.paths).toHaveLength(2);
    expect(blockOf(page.sections, 'group-customer', 'standings').rows[0]!.status.text).toBe('No data');
  });

  test('puts what misses its target before what meets it', () => {
    const line = (name: string) =>
      `name: ${name}\nowner: manager\nformula: x\nunit: "%"\ndirection: higher\nkind: cost\nsource: x\nevery: 7 d\ntarget: ">= 80 %"\n`;
    const { sections } = overviews['metric-board'].page(
      teaView('en', {
        'metrics/a.yaml': line('A'),
        'metrics/b.yaml': line('B'),
        'metrics/c.yaml': line('C'),
        'data/a.csv': 'period,value\n2026-W46,90\n',
        'data/b.csv': 'period,value\n2026-W46,70\n',
      }),
    );
    const { rows } = blockOf(sections, 'group-cost', 'standings');
    expect(rows.map(({ name }) => name.text)).toEqual(['B', 'A', 'C']);
  });
});

describe('a feedback loop', () => {
  test('is a circle of stations, each with who and when', () => {
    const { stations, rings, words } = blockOf(
      pageOf(teaView('en', more), 'feedback-loop', 'survey').sections,
      'circle',
      'loop',
    );
    expect(stations.map(({ name, who, when }) => [name, who && textOf(who), when])).toEqual([
      ['Collect', 'Server', 'every day'],
      ['Acknowledge', 'Server', 'within 5 min'],
      ['Resolve', 'Manager', 'within 24 h'],
      ['Analyse', 'Manager', 'every 7 days'],
      ['Improve', 'Serving tea', undefined],
      ['Tell the customer what changed', undefined, undefined],
    ]);
    expect(stations.filter(({ hole }) => hole)).toEqual([]);
    expect(rings.narrow.stations).toHaveLength(6);
    for (const { name } of stations) expect(words).toContain(name);
  });

  test('shows a hole where nobody said who, by when or to what end', () => {
    const open = survey.replace(/^(?:act|ack|improves|reply):.*\n/gm, '').replace(', every: 7 d', '');
    const view = teaView('en', { ...more, 'feedback-loops/survey.yaml': open });
    const { stations, rings } = blockOf(pageOf(view, 'feedback-loop', 'survey').sections, 'circle', 'loop');
    expect(stations.map(({ hole }) => hole)).toEqual([
      undefined,
      'No time is set',
      'Nobody is named',
      'No time is set',
      'Leads to no improvement',
      'Nobody is told what changed',
    ]);
    expect(rings.wide.stations.map(({ hole }) => hole)).toEqual([false, true, true, true, true, true]);
  });

  test('asks for no answer where nobody who spoke waits for one', () => {
    const silent = survey
      .replace('method: survey', 'method: mystery-shopper')
      .replace(/^(?:ack|reply):.*\n/gm, '');
    const view = teaView('en', { ...more, 'feedback-loops/survey.yaml': silent });
    const { stations } = blockOf(pageOf(view, 'feedback-loop', 'survey').sections, 'circle', 'loop');
    expect(stations.map(({ name }) => name)).toEqual(['Collect', 'Resolve', 'Analyse', 'Improve']);
  });

  test('says what it last improved and how long ago, and what is past its date', () => {
    const { sections } = pageOf(teaView('en', more), 'feedback-loop', 'survey');
    const { facts } = blockOf(sections, 'improved', 'facts');
    expect(facts.map(({ values }) => values.map(textOf))).toEqual([
      ['Cups at hand (23 Oct 2026, 30 days ago)'],
      ['Quicker tea'],
    ]);
    const { cards } = blockOf(sections, 'improved', 'cards');
    expect(cards.map(({ title, track, state }) => [title.text, track?.share, state?.text])).toEqual([
      ['Cups at hand', 0.5, 'Closed short of the target'],
      ['Quicker tea', undefined, '10 days overdue'],
    ]);
  });

  test('that set off nothing says so', () => {
    const view = teaView('en', { 'feedback-loops/survey.yaml': survey });
    const { facts } = blockOf(pageOf(view, 'feedback-loop', 'survey').sections, 'improved', 'facts');
    expect(facts.map(({ values }) => values.map(textOf))).toEqual([['None recorded yet']]);
  });
});

describe('the map of feedback', () => {
  const service = `
name: { zh-CN: 喝茶, en: Tea }
owner: manager
goal: calm
nature: basic
customer: individual
mode: traditional
touchpoints:
  - { id: table, name: { zh-CN: 茶桌, en: Table }, channel: in-person }
  - { id: gate, name: { zh-CN: 大门, en: Gate }, channel: in-person }
`;
  const { sections } = overviews['loop-map'].page(teaView('en', { ...more, 'services/tea.yaml': service }));
  const { matrix } = blockOf(sections, 'map', 'matrix');

  test('has a row for each touchpoint and a column for each method in use', () => {
    expect(matrix.columns.map(({ text }) => text)).toEqual(['Survey']);
    const [{ title, rows } = { title: '', rows: [] }] = matrix.groups;
    expect(title).toBe('Tea');
    expect(
      rows.map(({ head, cells }) => [textOf(head), cells.map(({ lines }) => lines.map(textOf))]),
    ).toEqual([
      ['Table', [['A word after tea']]],
      ['Gate', [[]]],
    ]);
    expect(rows[1]!.head[0]!.href).toBe('/en/services/tea/#gate');
  });

  test('says where nobody listens', () => {
    const { entries } = sections[0]!.blocks[0] as Extract<BoardBlock, { type: 'tally' }>;
    expect(entries.map(({ count, piece }) => `${count} ${piece.text}`)).toEqual([
      '1 touchpoints are heard',
      '1 are not',
    ]);
    expect(matrix.groups[0]!.rows[1]!.notes!.map(textOf)).toEqual(['In no feedback loop']);
    expect(matrix.groups[0]!.rows[0]!.notes).toEqual([]);
  });

  test('leaves a hole where no time is set', () => {
    const view = teaView('en', { 'feedback-loops/survey.yaml': survey.replace(/^ack.*\n/m, '') });
    const times = blockOf(overviews['loop-map'].page(view).sections, 'times', 'matrix').matrix;
    const cells = times.groups[0]!.rows[0]!.cells.map(({ lines, state }) => [
      lines.map(textOf).join(),
      state,
    ]);
    expect(cells).toEqual([
      ['No time is set', 'gap'],
      ['24 h', undefined],
      ['every 7 days', undefined],
      ['None recorded yet', undefined],
    ]);
  });
});

describe('the board of improvements', () => {
  const { sections } = overviews.pdca.page(teaView('en', more));
  const { columns } = blockOf(sections, 'board', 'board');

  test('has a column for each phase, empty ones too', () => {
    expect(columns.map(({ title, cards }) => [title, cards.map((each) => each.title.text)])).toEqual([
      ['Plan', []],
      ['Do', ['Quicker tea']],
      ['Check', []],
      ['Act', []],
      ['Closed', ['Cups at hand']],
    ]);
  });

  test('says from where to where, how far, and that it is late', () => {
    expect(columns[1]!.cards[0]).toMatchObject({
      track: { from: '12 min', target: '≤ 6 min' },
      state: { text: '10 days overdue', tone: 'state-missed' },
    });
    expect(columns[4]!.cards[0]!.track).toEqual({
      from: '12 min',
      target: '≤ 6 min',
      result: '9 min',
      share: 0.5,
      met: false,
    });
  });

  test.each([
    ['12 min', '<= 6 min', '360 s', 1],
    ['12 min', '<= 6 min', '15 min', -0.5],
    ['70 %', '>= 90 %', '95 %', 1.25],
    ['1:4', '>= 50 %', '50 %', 1],
    ['12 min', '<= 6 min', undefined, undefined],
    ['12 min', '>= 50 point', '6 min', undefined],
    ['6 min', '<= 6 min', '6 min', undefined],
  ])('from %s to %s, %s is %s of the way', (baseline, target, result, share) => {
    expect(shareOf(baseline, target, result)).toEqual(share);
  });
});

describe('the page of the gaps', () => {
  const of = (files: MemoryFiles) =>
    overviews.gaps
      .page(teaView('en', files))
      .sections.map(({ title, blocks }) => [
        title,
        blocks.flatMap((block) =>
          block.type === 'group' ? [textOf(block.title)] : block.type === 'text' ? [textOf(block.line)] : [],
        ),
      ]);

  test('has all five, each with what shows it and what is done about it, or that nothing is', () => {
    expect(of(more)).toEqual([
      [
        'Gap 1: knowledge',
        [expect.any(String), 'Services without a stated need (1)', 'No improvement works on this gap.'],
      ],
      ['Gap 2: standards', [expect.any(String), expect.stringMatching(/^The handbook shows no sign/)]],
      [
        'Gap 3: delivery',
        [expect.any(String), 'Standards whose metric misses its target (1)', 'Improvements'],
      ],
      ['Gap 4: communication', [expect.any(String), expect.stringMatching(/^The handbook shows no sign/)]],
      ['Gap 5: customer', [expect.any(String), expect.stringMatching(/^The handbook shows no sign/)]],
    ]);
  });

  test('counts a standard that nothing measures as gap 2 and a promise not kept as gap 4', () => {
    const found = of({
      ...more,
      'standards/calm.yaml':
        'name: Calm\nowner: manager\nlevel: should\nstatement: Voices should be low.\nappliesTo: [role:server]\n',
      'company.yaml': `
name: Spring
owner: manager
concept: x
positioning: differentiation
goals: [{ id: calm, name: Calm, area: quality, metrics: [wait] }]
promises: [{ id: soon, statement: Tea within six minutes, metric: wait }]
`,
    });
    expect(found[1]![1]).toContain('Standards that nothing measures (1)');
    expect(found[3]![1]).toContain('Promises whose metric misses its target (1)');
  });
});

describe('the ladder of a decision', () => {
  const right = (grants: string) => ({
    'decision-rights/new-pot.yaml': `name: New pot\nowner: manager\nsubject: x\ngrants:\n${grants}`,
    'roles/cook.yaml': 'name: Cook\nowner: manager\nunit: hall\ncommitment: x\nreportsTo: manager\n',
    'roles/head.yaml': 'name: Head waiter\nowner: manager\nunit: hall\ncommitment: x\nreportsTo: manager\n',
  });

  test('climbs from the frontline up, however the file is ordered, roles that may do the same together', () => {
    const view = teaView(
      'en',
      right(`
  - { role: manager, limit: none }
  - { role: head, limit: 200 CNY, per: case, escalate: manager, within: 10 min }
  - { role: server, limit: 80 CNY, per: case, escalate: head, within: 3 min }
  - { role: cook, limit: 80 CNY, per: case, escalate: head, within: 3 min }
`),
    );
    const ladder = blockOf(pageOf(view, 'decision-right', 'new-pot').sections, 'grants', 'ladder');
    expect(ladder.climb).toBe(true);
    expect(
      ladder.rungs.map(({ who, others = [], limit, beyond }) => [
        [who, ...others].map(({ text }) => text).join(' + '),
        limit,
        beyond && textOf(beyond),
      ]),
    ).toEqual([
      ['Server + Cook', 'CNY 80', 'Beyond that: Head waiter within 3 min'],
      ['Head waiter', 'CNY 200', 'Beyond that: Manager within 10 min'],
      ['Manager', 'no limit', undefined],
    ]);
  });

  test('ends where cases are handed round in a circle', () => {
    const view = teaView(
      'en',
      right(`
  - { role: server, limit: 80 CNY, per: case, escalate: head, within: 3 min }
  - { role: head, limit: 90 CNY, per: case, escalate: server, within: 3 min }
`),
    );
    const { rungs } = blockOf(pageOf(view, 'decision-right', 'new-pot').sections, 'grants', 'ladder');
    expect(rungs.map(({ who }) => who.text)).toEqual(['Server', 'Head waiter']);
  });
});

describe('what is drawn', () => {
  const view = teaView('en', more);

  test('stands in the Markdown of its page too', () => {
    const metric = pageMarkdown(view, pageOf(view, 'metric', 'wait'));
    expect(metric).toMatch(/- \[Hall\]\(\/en\/units\/hall\/\) · \*\*7 min\*\* \(week 46 of 2026, n\s=\s41\)/);
    expect(metric).toContain('Target ≤ 6 min');
    const loop = pageMarkdown(view, pageOf(view, 'feedback-loop', 'survey'));
    expect(loop).toContain('2. **Acknowledge** · [Server](/en/roles/server/) · **within 5 min**');
    const board = pageMarkdown(view, overviews.pdca.page(view));
    expect(board).toMatch(
      /### Do\n\n- \[Quicker tea\]\(\S+\) · Baseline 12 min · Target ≤ 6 min · 10 days overdue/,
    );
    expect(board).toContain('### Check\n\nNone');
  });

  test('leaves nobody out who stands on a rung with others', () => {
    const view = teaView('en', {
      'roles/cook.yaml': 'name: Cook\nowner: manager\nunit: hall\ncommitment: x\nreportsTo: manager\n',
      'decision-rights/new-pot.yaml':
        'name: New pot\nowner: manager\nsubject: x\ngrants:\n' +
        ['server', 'cook']
          .map((role) => `  - { role: ${role}, limit: 80 CNY, per: case, escalate: manager }\n`)
          .join('') +
        '  - { role: manager, limit: none }\n',
    });
    const text = pageMarkdown(view, pageOf(view, 'decision-right', 'new-pot'));
    expect(text).toContain('- **[Server](/en/roles/server/), [Cook](/en/roles/cook/)**: CNY 80 per case');
  });
});

describe('the matrix of authority', () => {
  const matrixOf = (sections: readonly Section[], id = 'matrix'): Matrix =>
    blockOf(sections, id, 'matrix').matrix;

  test('has those who serve before those who lead them, on the same height of the ladder', () => {
    const role = (name: string, level: string) =>
      `name: ${name}\nowner: manager\nunit: hall\nreportsTo: manager\nfrontline: true\nlevel: ${level}\ncommitment: x\n`;
    const right = `name: New pot
owner: manager
subject: Replacing tea
grants:
  - { role: anna-lead, limit: 200 CNY, escalate: manager, within: 3 min }
  - { role: zoe-staff, limit: 80 CNY, escalate: manager, within: 3 min }
  - { role: manager, limit: none }
`;
    const view = teaView('en', {
      'roles/anna-lead.yaml': role('Anna', 'supervisor'),
      'roles/zoe-staff.yaml': role('Zoe', 'staff'),
      'decision-rights/new-pot.yaml': right,
    });
    const matrix = matrixOf(overviews.authority.page(view).sections);
    expect(matrix.columns.map(({ text }) => text)).toEqual(['Zoe', 'Anna', 'Manager']);
  });

  test('has a row for each decision and a column for each role with a say, the frontline first', () => {
    const matrix = matrixOf(overviews.authority.page(teaView('en')).sections);
    expect(matrix.columns.map(({ text }) => text)).toEqual(['Server', 'Manager']);
    const [row] = matrix.groups[0]!.rows;
    expect(textOf(row!.head)).toBe('New pot');
    expect(row!.cells.map(({ lines }) => lines.map(textOf))).toEqual([
      ['CNY 80', 'per case; then Manager, within 3 min'],
      ['no limit'],
    ]);
  });

  test('stands under units where roles are many, and each unit has its own', () => {
    const { sections } = overviews.authority.page(teaView('en', manyRoles(60)));
    // Four decisions are read across, sixty-two roles down.
    const { columns, groups } = matrixOf(sections);
    expect(columns.map(({ text }) => text)).toEqual(['Gift', 'New pot', 'Refund', 'Repair']);
    expect(groups).toHaveLength(7);
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(62);
    const shop = matrixOf(sections, 'unit-shop-0');
    expect(shop.columns.map(({ text }) => text)).toEqual(
      [...Array(10).keys()].map((index) => `Seller ${index * 6}`),
    );
    // Decisions in which nobody of the unit has a say are left out.
    expect(shop.groups[0]!.rows.map(({ head }) => textOf(head))).toEqual(['Gift', 'Refund', 'Repair']);
  });

  test('is left to the units where nobody could read across all roles', () => {
    const { sections } = overviews.authority.page(teaView('en', manyRoles(120)));
    expect(sections.map(({ id }) => id)).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((n) => `_unit-shop-${n}`),
      '_unit-hall',
    ]);
  });
});

// helpers

/** Sellers in six shops, and three decisions that each third of them may take. */
function manyRoles(count: number): MemoryFiles {
  const files: MemoryFiles = {};
  const grants: string[] = [];
  for (let index = 0; index < count; index++) {
    const unit = `shop-${index % 6}`;
    files[`units/${unit}.yaml`] = `name: Shop ${index % 6}\nowner: manager\ntype: store\nparent: hall\n`;
    files[`roles/seller-${index}.yaml`] =
      `name: Seller ${index}\nowner: manager\nunit: ${unit}\nfrontline: true\nreportsTo: manager\ncommitment: x\n`;
    grants.push(`  - { role: seller-${index}, limit: 50 CNY, per: case, escalate: manager, within: 3 min }`);
  }
  const third = count / 3;
  for (const [index, name] of ['Gift', 'Repair', 'Refund'].entries()) {
    const own = grants.slice(index * third, (index + 1) * third).join('\n');
    files[`decision-rights/${name.toLowerCase()}.yaml`] =
      `name: ${name}\nowner: manager\nsubject: x\ngrants:\n${own}\n  - { role: manager, limit: none }\n`;
  }
  return files;
}
