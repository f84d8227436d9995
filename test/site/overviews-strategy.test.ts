import { describe, expect, test } from 'vitest';
import { fieldsOf, kindNames, lint, registry } from '../../linter/index.ts';
import type { Block, Section } from '../../site/data/blocks.ts';
import { entityPage } from '../../site/data/entity-page.ts';
import type { Matrix, MatrixCell, TreeNode } from '../../site/data/overview-blocks.ts';
import { awareness } from '../../site/data/overviews/awareness.ts';
import { bandsOf, customers } from '../../site/data/overviews/customers.ts';
import { dataKept } from '../../site/data/overviews/data-kept.ts';
import { organisation, treeOf } from '../../site/data/overviews/organisation.ts';
import { dimensionsOf, scorecard } from '../../site/data/overviews/scorecard.ts';
import { placeOf, standardsSystem } from '../../site/data/overviews/standards-system.ts';
import { strategy } from '../../site/data/overviews/strategy.ts';
import { trainingMatrix } from '../../site/data/overviews/training-matrix.ts';
import { referencePage, schemaPage } from '../../site/data/reference-page.ts';
import { pagesOf } from '../../site/data/routes.ts';
import { textOf } from '../../site/data/words.ts';
import { teaView } from './tea-house.ts';

describe('the strategy', () => {
  test('leads from a goal through service and process to the standard and its target', () => {
    const goal = blocksOf(strategy.page(teaView('zh-CN')).sections, 'goal-calm');
    const trees = goal.flatMap((block) => (block.type === 'tree' ? block.nodes : []));
    expect(outline(trees)).toEqual(['等茶时长：不超过 6 分钟', '喝茶', ' 上茶', '  上茶时限：不超过 6 分钟']);
  });

  test('says in words that a goal has no service, a service no process and a process no standard', () => {
    const view = teaView('en', {
      'company.yaml': `
name: { zh-CN: 山泉茶馆, en: Spring Tea House }
owner: manager
concept: { zh-CN: 一杯好茶。, en: A good cup. }
positioning: differentiation
goals:
  - { id: calm, name: { zh-CN: 从容, en: Calm }, area: quality, metrics: [wait] }
  - { id: far, name: { zh-CN: 远方, en: Far away }, area: growth, metrics: [wait] }
`,
      'services/shop.yaml':
        'name: Shop\nowner: manager\ngoal: calm\nnature: basic\ncustomer: individual\nmode: traditional\ntouchpoints: [{ id: till, name: Till, channel: in-person }]\n',
      'processes/wash.yaml':
        'name: Washing up\nowner: manager\nservice: tea\ngoal: calm\nsteps: [{ id: wash, lane: support, role: server, do: Wash the cups, next: end }]\n',
    });
    const words = allText(strategy.page(view).sections);
    expect(words).toContain('No service or process serves this goal yet.');
    expect(words).toContain('This service has no process yet.');
    expect(words).toContain('No standard holds for this process yet.');
    expect(words).toContain('No money is set aside');
  });

  test('adds up what is invested by area, and names the goals without money', () => {
    const view = teaView('en', {
      'company.yaml': `
name: { zh-CN: 山泉茶馆, en: Spring Tea House }
owner: manager
concept: { zh-CN: 一杯好茶。, en: A good cup. }
goals:
  - { id: calm, name: { zh-CN: 从容, en: Calm }, area: quality, metrics: [wait] }
  - { id: far, name: { zh-CN: 远方, en: Far away }, area: growth, metrics: [wait] }
investments:
  - { area: people, amount: 1000 CNY, period: "2027", goal: calm }
  - { area: people, amount: 2500 CNY, period: "2027", goal: calm }
`,
    });
    const blocks = blocksOf(strategy.page(view).sections, 'investments');
    expect(cells(matrixOf(blocks))[0]?.[0]).toBe('CNY 3,500');
    expect(allText([{ id: '', title: '', blocks }])).toContain(
      'Goals without an investment of their own: Far away',
    );
  });
});

describe('the customers', () => {
  const segment = (id: string, rfm: string) => ({
    [`segments/${id}.yaml`]: `name: ${id}\nowner: manager\nrfm: ${rfm}\nstrategy: { owner: manager, trigger: At every visit, benefits: [Tea] }\nmetrics: [wait]\n`,
  });

  test('are cut where any range begins or ends', () => {
    expect(
      bandsOf(
        [
          { low: 3, high: 5 },
          { low: 1, high: 3 },
        ],
        5,
      ),
    ).toEqual([
      { low: 1, high: 2 },
      { low: 3, high: 3 },
      { low: 4, high: 5 },
    ]);
  });

  test('each belong to one segment where ranges neither overlap nor leave a gap', () => {
    const view = teaView('en', {
      ...segment('often', '{ r: [1, 5], f: [3, 5], m: [1, 5] }'),
      ...segment('seldom', '{ r: [1, 5], f: [1, 2], m: [1, 5] }'),
    });
    const blocks = blocksOf(customers.page(view).sections, 'scores');
    expect(allText([{ id: '', title: '', blocks }])).toContain(
      'Each of the 125 combinations belongs to exactly one',
    );
    expect(scoreCells(blocks)).toEqual([['seldom', 'often']]);
  });

  test('show which combinations nobody holds, and which are held twice', () => {
    const view = teaView('en', {
      ...segment('new', '{ r: [4, 5], f: [1, 1], m: [1, 5] }'),
      ...segment('old', '{ r: [4, 5], f: [1, 2], m: [1, 5] }'),
    });
    const blocks = blocksOf(customers.page(view).sections, 'scores');
    const text = allText([{ id: '', title: '', blocks }]);
    expect(text).toContain(`${125 - 20} of 125 combinations belong to no segment`);
    expect(text).toContain('10 of 125 combinations belong to more than one segment');
    expect(scoreCells(blocks)).toEqual([
      ['More than one new old', 'old', 'No segment'],
      ['No segment', 'No segment', 'No segment'],
    ]);
  });

  test('have a page only where there are segments', () => {
    expect(customers.has(teaView('en').handbook)).toBe(false);
  });
});

describe('the scorecard', () => {
  test('says what is missing in every dimension that the linter finds empty', () => {
    const view = teaView('en');
    const { findings } = lint(view.handbook, { language: 'en', registry, preset: 'strict' });
    const message = findings.find(({ rule }) => rule === 'alignment/dimensions')?.message ?? '';
    const named = dimensionsOf(view).filter(({ name }) => message.split(';')[0]!.includes(name));
    expect(named.map(({ name }) => name)).toEqual([
      'strategy',
      'people',
      'customer',
      'technology',
      'culture',
    ]);
    expect(named.filter(({ lacks }) => lacks.length === 0)).toEqual([]);
  });

  test('says what is missing in every dimension', () => {
    const words = allText(scorecard.page(teaView('en')).sections);
    expect(words).toContain('There is no tool.');
    expect(words).toContain('Customers are not divided into segments.');
    expect(words).toContain('Roles without training');
  });
});

test('the awareness of a unit shows what it has and, in words, what it lacks', () => {
  const view = teaView('en', {
    'training/tasting.yaml':
      'name: Tasting\nowner: manager\nroles: [server]\naims: [skill]\ncovers: [warm]\nevery: 30 d\nmethod: [drill]\nevaluate: 2\n',
    'units/office.yaml': 'name: Office\nowner: manager\ntype: department\nparent: hall\n',
  });
  const matrix = matrixOf(awareness.page(view).sections.flatMap(({ blocks }) => blocks));
  expect(cells(matrix)).toEqual([
    ['No commitment yet', 'Serving time', 'Tasting', 'No incentive yet', 'Nobody inspects it yet'],
    ['No commitment yet', ...Array<string>(4).fill('no role of its own')],
  ]);
  const states = matrix.groups[0]!.rows.map((row) => row.cells.map(({ state }) => state));
  expect(states[0]).toEqual(['gap', undefined, undefined, 'gap', 'gap']);
});

describe('the system of standards', () => {
  const standard = (more: string) =>
    teaView('en', {
      'standards/warm.yaml': `name: Serving time\nowner: manager\nlevel: shall\nstatement: Tea shall be served.\nappliesTo: [role:server]\n${more}`,
    });
  const placed = (more: string) => placeOf(standard(more).handbook.get('standard', 'warm')!);

  test('takes the place that a standard states, else that of its stage', () => {
    expect(placed('stage: problem\nsystem: support-safety\n')).toEqual({
      system: 'support-safety',
      stated: true,
    });
    expect(placed('stage: problem\n')).toEqual({ system: 'provision-evaluation', stated: false });
    expect(placed('stage: reception\n')).toEqual({ system: 'provision-service', stated: false });
    expect(placed('')).toBeUndefined();
  });

  test('shows the five marks of the circle with words for those that lack', () => {
    const view = standard('metric: wait\n');
    const matrix = matrixOf(blocksOf(standardsSystem.page(view).sections, 'system'));
    expect(matrix.groups[0]?.title).toBe('Not placed yet: 1');
    const [row] = matrix.groups[0]!.rows;
    const marks = row!.cells[4]!.lines[0]!.filter(({ text }) => text !== ' ');
    expect(marks.map(({ text, tone }) => `${text} ${tone}`)).toEqual([
      'Measured state-met',
      'Trained state-open',
      'Inspected state-open',
      'Fed back state-open',
      'Improved state-open',
    ]);
    const page = entityPage(view, view.handbook.get('standard', 'warm')!);
    expect(allText(page.sections)).toContain('No training covers it yet.');
  });
});

describe('the training plan', () => {
  const training = (id: string, topics: string, given: string) => ({
    [`training/${id}.yaml`]: `name: ${id}\nowner: manager\nroles: [server]\naims: [skill]\ncovers: [warm]\ntopics: [${topics}]\ntier: new\nevery: 30 d\nmethod: [drill]\nevaluate: 2\n${given}`,
  });
  const view = teaView('en', {
    'loopbook.yaml': 'title: Tea\nlocales: [en]\ntoday: 2026-11-22\n',
    ...training('late', 'product', 'lastDelivered: { date: 2026-09-01 }\n'),
    ...training('fresh', 'norms, product', 'lastDelivered: { date: 2026-11-20 }\n'),
    ...training('planned', 'emotion', ''),
  });
  const page = trainingMatrix.page(view);

  test('says what is due, the most urgent first, and what is overdue in words', () => {
    const matrix = matrixOf(blocksOf(page.sections, 'due'));
    expect(matrix.groups[0]!.rows.map(({ head, cells }) => `${textOf(head)}: ${say(cells[0]!)}`)).toEqual([
      'late: overdue since 1 Oct 2026',
      'planned: not given yet',
      'fresh: due by 20 Dec 2026',
    ]);
  });

  test('shows for each role and topic the training that is due first; roles without any are told', () => {
    const matrix = matrixOf(blocksOf(page.sections, 'matrix'));
    expect(matrix.columns.map(({ text }) => text)).toEqual(['Product', 'Norms', 'Emotion']);
    const [server, manager] = matrix.groups[0]!.rows;
    expect(server!.cells.map(say)).toEqual(['overdue since 1 Oct 2026', '20 Dec 2026', 'not given yet']);
    expect(manager!.cells.every(({ state }) => state === 'none')).toBe(true);
    expect(textOf(manager!.notes![0]!)).toBe('No training yet');
  });
});

describe('the organisation', () => {
  test('shows every entry once, also where superiors form a circle', () => {
    const view = teaView('en', {
      'units/one.yaml': 'name: One\nowner: manager\ntype: team\nparent: two\n',
      'units/two.yaml': 'name: Two\nowner: manager\ntype: team\nparent: one\n',
      'units/bar.yaml': 'name: Bar\nowner: manager\ntype: team\nparent: hall\n',
    });
    const nodes = treeOf(
      view.handbook.all('unit'),
      (unit) => view.handbook.referenceAt(unit, '/parent')?.target,
      (unit, children) => ({ line: [view.link(unit)], children }),
    );
    expect(outline(nodes)).toEqual(['Hall', ' Bar', 'One', ' Two']);
  });

  test('tells whom a unit serves within which time, and what is not stated', () => {
    const view = teaView('en', {
      'units/kitchen.yaml':
        'name: Kitchen\nowner: manager\ntype: team\nparent: hall\nserves: [{ unit: hall, what: Clean cups, within: 10 min }]\n',
    });
    const matrix = matrixOf(blocksOf(organisation.page(view).sections, 'serves'));
    expect(cells(matrix)).toEqual([
      ['Serves nobody yet', '', '', ''],
      ['Hall', 'Clean cups', '10 min', 'Not measured yet'],
    ]);
  });
});

test('what data is kept says its purpose, ground and term, and where one is missing', () => {
  const view = teaView('en', {
    'tools/till.yaml':
      'name: Till\nowner: manager\ntype: pos\npurpose: Takes money.\nstores: [{ id: phone, field: Phone number, purpose: Calling back, keepFor: 30 d }]\n',
  });
  expect(cells(matrixOf(dataKept.page(view).sections[0]!.blocks))).toEqual([
    ['Calling back', 'No ground stated', '30 days'],
  ]);
  expect(dataKept.has(teaView('en').handbook)).toBe(false);
});

test('a standard says when it was last inspected, and plainly where no result says so', () => {
  const inspected = (results: string) => {
    const view = teaView('en', {
      'inspections/round.yaml': `name: Round\nowner: manager\nchecks: [warm]\nmethod: walk-through\nevery: 1 d\nby: manager\n${results}`,
    });
    const { sections } = entityPage(view, view.handbook.get('standard', 'warm')!);
    const marks = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'circle' ? block.marks : [])),
    );
    return marks.find(({ name }) => name === 'Inspected')!.lines.map(textOf);
  };
  expect(inspected('results: [{ date: 2026-11-02 }, { date: 2026-11-20 }]\n')).toEqual([
    'Round, every day (last on 20 Nov 2026)',
  ]);
  expect(inspected('')).toEqual(['Round, every day (no result recorded yet)']);
});

describe('an inspection', () => {
  const page = (more: string) => {
    const view = teaView('en', {
      'inspections/round.yaml': `name: Round\nowner: manager\nchecks: [warm]\nmethod: walk-through\nevery: 7 d\nby: manager\nonFail: { act: Serve again, within: 1 h }\n${more}`,
    });
    return entityPage(view, view.handbook.get('inspection', 'round')!);
  };
  const boxes = (sections: readonly Section[]) =>
    sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'checklist' ? block.items.map(({ line }) => textOf(line)) : []));

  test('is a checklist of its items, with lines to sign', () => {
    const { sections } = page('items: [{ id: cups, text: Cups are warm, standard: warm }]\n');
    expect(boxes(sections)).toEqual(['Cups are warm']);
    expect(sections.some(({ blocks }) => blocks.some(({ type }) => type === 'signature'))).toBe(true);
    expect(allText(sections)).toContain('Serve again');
  });

  test('without items is a checklist of what its standards ask for', () => {
    expect(boxes(page('').sections)).toEqual(['Tea shall be served in time.']);
  });
});

describe.each(['en', 'zh-CN'])('the reference in %s', (locale) => {
  const view = teaView(locale);
  const schemas = [...kindNames, 'settings', 'glossary'] as const;

  test.each(schemas)('of %s has every field with its meaning and form', (schema) => {
    const rows = schemaPage(view, schema).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.type === 'matrix' ? block.matrix.groups.flatMap((group) => group.rows) : [],
      ),
    );
    const named = fieldsOf(schema).filter(({ name }) => name !== '*');
    expect(rows).toHaveLength(named.length);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const empty = rows.filter(({ cells }) => say(cells[0]!).trim() === '' || say(cells[1]!).trim() === '');
    expect(empty.map(({ id }) => id)).toEqual([]);
  });

  test('has a page for every schema, all of them listed', () => {
    const listed = allText(referencePage(view).sections);
    for (const schema of schemas) expect(listed).toContain(schemaPage(view, schema).title.text);
    const paths = pagesOf(view.handbook, [], []).filter(
      ({ type }) => type === 'schema' || type === 'reference',
    );
    expect(paths).toHaveLength(schemas.length + 1);
  });
});

test('the reference says what a field refers to, which values it takes and how it is written', () => {
  const process = schemaPage(teaView('en'), 'process');
  const rows = process.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'matrix' ? block.matrix.groups.flatMap((group) => group.rows) : [],
    ),
  );
  const row = (id: string) => rows.find((each) => each.id === id)!;
  expect(say(row('steps.role').cells[1]!)).toBe('text or list refers to Role');
  expect(say(row('steps.lane').cells[2]!)).toContain('frontstage');
  expect(textOf(row('steps.next.to').head)).toBe('steps › next › to');
  expect(textOf(row('steps.lane').notes![0]!)).toBe('required');
  expect(say(row('metrics').cells[3]!)).toBe('[ checkin-time, csat ]');
});

// helpers

function blocksOf(sections: readonly Section[], id: string): readonly Block[] {
  return sections.find((each) => each.id === `_${id}`)?.blocks ?? [];
}

function matrixOf(blocks: readonly Block[]): Matrix {
  return blocks.flatMap((block) => (block.type === 'matrix' ? [block.matrix] : []))[0]!;
}

function cells({ groups }: Matrix): string[][] {
  return groups.flatMap(({ rows }) => rows.map((row) => row.cells.map(say)));
}

function say({ lines }: MatrixCell): string {
  return lines.map(textOf).join(' ');
}

function outline(nodes: readonly TreeNode[], depth = 0): string[] {
  return nodes.flatMap(({ line, children }) => [
    ' '.repeat(depth) + textOf(line),
    ...outline(children, depth + 1),
  ]);
}

/** The cells of the first layer, row by row. */
function scoreCells(blocks: readonly Block[]): string[][] {
  const [layer] = blocks.flatMap((block) => (block.type === 'scores' ? block.layers : []));
  return layer!.rows.map((row) => row.cells.map(({ lines }) => lines.map(textOf).join(' ')));
}

/** Every word of some sections, whatever holds it. */
function allText(sections: readonly Section[]): string {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    else if (value && typeof value === 'object') {
      if ('text' in value && typeof value.text === 'string') found.push(value.text);
      for (const each of Object.values(value)) visit(each);
    }
  };
  visit(sections satisfies readonly { blocks: readonly unknown[] }[] as readonly unknown[]);
  return found.join('\n');
}
