import { describe, expect, test } from 'vitest';
import { blueprintOf, MOST_DRAWN } from '../../site/data/blueprint/blueprint.ts';
import type { Blueprint, BlueprintCell } from '../../site/data/blueprint/drawing.ts';
import { lineCount, widthInEm } from '../../site/data/blueprint/text-size.ts';
import { timeFigures } from '../../site/data/blueprint/times.ts';
import { secondsIn } from '../../site/data/blueprint/timing.ts';
import { entityPage } from '../../site/data/entity-page.ts';
import { stepsOf } from '../../site/data/steps.ts';
import type { View } from '../../site/data/view.ts';
import { textOf } from '../../site/data/words.ts';
import { teaView } from './tea-house.ts';

test('times of hours are said in hours and minutes, those of minutes and days alone', () => {
  const said = [90, 45 * 60, 90 * 60, 225 * 60, 2 * 3600, 50 * 3600].map((seconds) =>
    secondsIn(teaView('zh-CN'), seconds),
  );
  expect(said).toEqual(['1.5 分钟', '45 分钟', '1.5 小时', '3 小时 45 分钟', '2 小时', '50 小时']);
  expect(secondsIn(teaView('en'), 225 * 60)).toBe('3 h 45 min');
});

describe('a process', () => {
  const view = teaView('en');
  const drawing = drawn(view);

  test('has its steps as cells in the order of time, each a link to its words', () => {
    const steps = cellsOf(drawing).filter(({ kind }) => kind === 'step');
    expect(steps.map((cell) => nameOf(cell))).toEqual([
      ['1 The guest orders', '#order'],
      ['2 Brewing tea', '#brew'],
      ['3 Bring another pot', '#replace'],
    ]);
    expect(steps.map(({ x }) => x)).toEqual([...steps.map(({ x }) => x)].sort((a, b) => a - b));
  });

  test('links role, SOP and measure, and says how long a step takes', () => {
    const brew = cellsOf(drawing).find((cell) => nameOf(cell)?.[1] === '#brew')!;
    const links = brew.lines.flatMap(({ line }) => line.flatMap(({ href }) => href ?? []));
    expect(links).toEqual(['#brew', '/en/roles/server/', '/en/standards/warm/']);
    expect(brew.lines.map(({ line }) => textOf(line))).toContain('Time 4\u00A0min');
    expect(brew.lines.map(({ line }) => textOf(line))).toContain('Serving time ≤\u00A06\u00A0min');
  });

  test('names the line between what customers and what staff do', () => {
    expect(drawing.lanes.map(({ name }) => name)).toEqual(['Customer actions', 'Frontstage actions']);
    expect(drawing.borders.map(({ kind, name }) => [kind, name])).toEqual([
      ['interaction', 'Line of interaction'],
    ]);
    const [customer, frontstage] = drawing.lanes;
    expect(drawing.borders[0]!.y).toBe(frontstage!.y);
    expect(frontstage!.y).toBe(customer!.y + customer!.height);
  });

  test('says on each way when it is taken', () => {
    const labels = drawing.sheets.flatMap((sheet) => sheet.labels);
    expect(labels.map(({ words }) => textOf(words))).toEqual(['If the guest is not happy', 'Otherwise']);
  });

  test('shows as holes what nobody measures', () => {
    const replace = cellsOf(drawing).find((cell) => nameOf(cell)?.[1] === '#replace')!;
    expect(replace.hole).toBe(true);
    expect(holesIn(replace)).toEqual(['Not measured']);
    expect(drawing.legend.map(({ kind }) => kind)).toContain('hole');
    const [, , step] = stepsOf(view, process(view));
    expect(step!.lacks).toEqual(['Not measured']);
  });
});

describe('the critical path', () => {
  const steps = `
  - { id: order, lane: customer, do: Order, time: 1 min, next: { all: [brew, warm] } }
  - { id: brew, lane: frontstage, role: server, standard: warm, do: Brew, time: 4 min, wait: 2 min, next: serve }
  - { id: warm, lane: frontstage, role: server, standard: warm, do: Warm the cup, time: 1 min, next: serve }
  - { id: serve, lane: frontstage, role: server, standard: warm, do: Serve, time: 1 min, join: all, next: [{ to: again, when: cold, recovery: true }, { to: end, otherwise: true }] }
  - { id: again, lane: frontstage, role: server, standard: warm, do: Do it again, time: 5 min, next: end }
`;
  const view = withSteps(steps);
  const drawing = drawn(view);

  test('is marked on cells and ways', () => {
    const slowest = cellsOf(drawing).filter((cell) => cell.slowest);
    expect(slowest.map((cell) => nameOf(cell)?.[1])).toEqual(['#order', '#brew', '#serve']);
    expect(waysOf(drawing, 'slowest')).toBe(4);
    expect(waysOf(drawing, 'recovery')).toBe(1);
  });

  test('is what the page says the process takes', () => {
    const figures = timeFigures(view, process(view));
    // Side by side, the slower way counts: 1 + (2 + 4) + 1, at best and at worst.
    expect(figures.map(({ value }) => value)).toEqual(['8 min']);
    const page = entityPage(view, process(view));
    const [facts, more] = page.sections.find(({ id }) => id === '_times')!.blocks;
    expect(facts).toMatchObject({ type: 'facts' });
    const said = facts?.type === 'facts' ? facts.facts.map(({ values }) => values.map(textOf)) : [];
    expect(said).toEqual([['Order → Brew → Serve'], ['13 min']]);
    const table = more?.type === 'more' && more.blocks[0]?.type === 'table' ? more.blocks[0].rows : [];
    const slack = table.map((cells) => textOf(cells.at(-1)!.lines[0]!));
    expect(slack).toEqual([
      'none: on the critical path',
      'none: on the critical path',
      '5 min',
      'none: on the critical path',
      '–',
    ]);
  });

  test('marks where one can fail, where ways part and where all are waited for', () => {
    const marks = (id: string) =>
      cellsOf(drawing)
        .find((cell) => nameOf(cell)?.[1] === `#${id}`)!
        .lines.filter(({ kind }) => kind === 'mark' || kind === 'flow')
        .map(({ line }) => textOf(line));
    expect(marks('order')).toEqual(['Then at the same time']);
    expect(marks('serve')).toEqual(['Fail point', 'Waits for all branches']);
  });
});

describe('holes', () => {
  const view = withSteps(`
  - { id: a, lane: frontstage, do: Nobody does it, next: b }
  - { id: b, lane: frontstage, role: ghost, metric: wait, next: nowhere }
  - { id: c, lane: backstage, role: server, metric: wait, do: x, next: d }
  - { id: d, lane: backstage, role: manager, metric: wait, do: x }
`);
  const drawing = drawn(view);
  const of = (id: string) =>
    holesIn(cellsOf(drawing).find((cell) => nameOf(cell)?.[1] === `#${id}`) ?? cellsOf(drawing)[0]!);

  test('are steps without role, measure or instruction', () => {
    expect(of('a')).toEqual(['No role answers for it', 'Not measured']);
    expect(of('b')).toEqual(['The role does not exist', 'No instruction']);
    expect(of('c')).toEqual([]);
  });

  test('are ways that lead nowhere', () => {
    const lost = cellsOf(drawing).filter(({ kind }) => kind === 'lost');
    expect(lost.map(({ lines }) => textOf(lines[0]!.line)).sort()).toEqual([
      'Leads nowhere: nowhere',
      'Nothing says what follows',
    ]);
  });

  test('are handoffs between roles of which nothing is said', () => {
    const labels = drawing.sheets.flatMap((sheet) => sheet.labels);
    expect(labels.map(({ kind, words }) => [kind, textOf(words)])).toEqual([['hole', 'No handoff']]);
    expect(stepsOf(view, process(view))[2]!.lacks).toEqual(['No handoff']);
  });
});

describe('a blueprint of any process', () => {
  const many = (count: number) =>
    withSteps(
      Array.from({ length: count }, (_, index) => {
        const next = index === count - 1 ? 'end' : `s${index + 1}`;
        return `  - { id: s${index}, lane: backstage, role: server, metric: wait, do: x, time: 1 min, next: ${next} }\n`;
      }).join(''),
    );

  test('of one step has one cell, a beginning and an end, and no line where there is one lane', () => {
    const drawing = drawn(many(1));
    expect(cellsOf(drawing)).toHaveLength(1);
    expect(drawing.dots.map(({ kind }) => kind)).toEqual(['start', 'end']);
    expect(drawing.lanes).toHaveLength(1);
    expect(drawing.borders).toEqual([]);
  });

  test('of 200 steps is drawn on several sheets, every step on one of them', () => {
    const drawing = drawn(many(200));
    expect(new Set(cellsOf(drawing).map((cell) => nameOf(cell)?.[1])).size).toBe(200);
    expect(drawing.sheets.length).toBeGreaterThan(20);
    for (const sheet of drawing.sheets) expect(sheet.width).toBeLessThanOrEqual(1300);
  });

  test('of too many steps is a table that says why', () => {
    const view = many(MOST_DRAWN + 1);
    const page = entityPage(view, process(view));
    const [block] = page.sections.find(({ id }) => id === '_blueprint')!.blocks;
    expect(block).toMatchObject({ type: 'blueprint', note: expect.stringContaining(String(MOST_DRAWN + 1)) });
    expect(block?.type === 'blueprint' && block.drawing).toBeFalsy();
    expect(block?.type === 'blueprint' && block.table.steps).toHaveLength(MOST_DRAWN + 1);
  });

  test('with a loop that states no bound says so instead of a time', () => {
    const view = withSteps(`
  - { id: a, lane: backstage, role: server, metric: wait, do: x, time: 1 min, next: [{ to: a, when: again }, { to: end, otherwise: true }] }
`);
    const drawing = drawn(view);
    expect(cellsOf(drawing)).toHaveLength(1);
    expect(waysOf(drawing, 'usual')).toBe(3);
    expect(cellsOf(drawing)[0]!.slowest).toBe(false);
    const two = withSteps(`
  - { id: a, lane: backstage, role: server, metric: wait, do: x, time: 1 min, next: b }
  - { id: b, lane: backstage, role: server, metric: wait, do: x, next: [{ to: a, when: again }, { to: end, otherwise: true }] }
`);
    const [text] = entityPage(two, process(two)).sections.find(({ id }) => id === '_times')!.blocks;
    expect(text?.type === 'text' && textOf(text.line)).toMatch(/no bound/);
  });

  test('without customers’ contact keeps its lines', () => {
    const view = withSteps(`
  - { id: a, lane: customer, do: x, next: b }
  - { id: b, lane: support, role: server, metric: wait, do: x, next: end }
`);
    expect(drawn(view).borders.map(({ kind }) => kind)).toEqual(['interaction', 'visibility', 'internal']);
  });

  test('shows what customers see above a step and the systems in use below it', () => {
    const view = withSteps(
      '  - { id: a, lane: frontstage, role: server, metric: wait, do: x, evidence: A warm cup, tool: till, next: end }\n',
      { 'tools/till.yaml': 'name: Till\nowner: manager\ntype: pos\npurpose: x\n' },
    );
    const drawing = drawn(view);
    const notes = cellsOf(drawing).filter(({ kind }) => kind === 'note');
    expect(notes.map(({ lines }) => textOf(lines[0]!.line))).toEqual(['1 A warm cup', '1 Till']);
    const [evidence, step, tool] = [...cellsOf(drawing)].sort((a, b) => a.y - b.y);
    expect([evidence!.kind, step!.kind, tool!.kind]).toEqual(['note', 'step', 'note']);
    expect(new Set(cellsOf(drawing).map(({ x }) => x)).size).toBe(1);
  });
});

describe('the room that texts take', () => {
  test('counts Han letters as wide and breaks anywhere between them', () => {
    expect(widthInEm('办理入住')).toBeGreaterThan(widthInEm('ab cd'));
    expect(lineCount('办理入住办理入住', 4.2)).toBe(2);
    expect(lineCount('', 10)).toBe(1);
  });

  test('breaks Latin text between words, and a word only where no line could hold it', () => {
    expect(lineCount('one two', widthInEm('one two') + 0.1)).toBe(1);
    expect(lineCount('one two', widthInEm('one two') - 0.1)).toBe(2);
    expect(lineCount('x'.repeat(100), 10)).toBeGreaterThanOrEqual(5);
    // A value keeps together: both of it on the second line.
    expect(lineCount('Tea ≤\u00A05', widthInEm('Tea ≤') + 0.1)).toBe(2);
  });
});

// helpers

function withSteps(steps: string, more: Record<string, string> = {}): View {
  return teaView('en', {
    'processes/serve.yaml': `name: Serving\nowner: manager\nservice: tea\ngoal: calm\nsteps:\n${steps}`,
    ...more,
  });
}

function process(view: View) {
  return view.handbook.get('process', 'serve')!;
}

function drawn(view: View): Blueprint {
  return blueprintOf(view, process(view), stepsOf(view, process(view)))!;
}

function cellsOf({ sheets }: Blueprint): BlueprintCell[] {
  return sheets.flatMap(({ cells }) => cells);
}

/** A cell's title and where it leads. */
function nameOf({ lines }: BlueprintCell): [string, string | undefined] | undefined {
  const name = lines.find(({ kind }) => kind === 'name');
  return name && [textOf(name.line), name.line.at(-1)!.href];
}

/** How many ways of a kind are drawn. */
function waysOf({ ways }: Blueprint, kind: 'usual' | 'recovery' | 'slowest'): number {
  return ways.find((each) => each.kind === kind)?.path.match(/M/g)?.length ?? 0;
}

function holesIn({ lines }: BlueprintCell): string[] {
  return lines.filter(({ kind }) => kind === 'hole').map(({ line }) => textOf(line));
}
