import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../linter/engine/coverage.ts';
import type { Coverage } from '../../linter/model/coverage.ts';
import { coverageJson, coverageText, sharesBelow } from '../../linter/report/coverage.ts';
import { parseClaims } from '../../linter/rules/claims.ts';
import { registry } from '../../linter/rules/registry.gen.ts';
import { handbookOf, type MemoryFiles } from '../support/handbook.ts';
import { smallClaims, smallHandbook } from './small-handbook.ts';

const { claims } = parseClaims(smallClaims);
const findings = [{ rule: 'loops/closed' }, { rule: 'people/care' }, { rule: 'loops/closed' }];

function coverage(files: MemoryFiles = smallHandbook): Coverage {
  return coverageOf(handbookOf(files), findings, { registry, claims });
}

function without(...paths: string[]): MemoryFiles {
  return Object.fromEntries(Object.entries(smallHandbook).filter(([path]) => !paths.includes(path)));
}

const small = coverage();

test('JSON, key by key', () => {
  const share = (group: string, measure: string, covered: number, total: number, percent: number | null) => {
    return { group, measure, covered, total, percent };
  };
  const expected = {
    version: 1,
    today: '2026-11-22',
    shares: [
      { ...share('standards', 'metric', 1, 2, 50), missing: ['standard:farewell'] },
      { ...share('standards', 'trained', 1, 2, 50), missing: ['standard:farewell'] },
      { ...share('standards', 'inspected', 1, 2, 50), missing: ['standard:farewell'] },
      { ...share('standards', 'inLoop', 1, 2, 50), missing: ['standard:farewell'] },
      { ...share('processes', 'measured', 1, 2, 50), missing: ['process:refund'] },
      { ...share('roles', 'decisionRight', 1, 2, 50), missing: ['role:head'] },
      { ...share('roles', 'training', 1, 2, 50), missing: ['role:head'] },
      { ...share('roles', 'incentive', 2, 2, 100), missing: [] },
      { ...share('touchpoints', 'inLoop', 1, 2, 50), missing: ['service:help#chat'] },
      {
        ...share('documents', 'reviewed', 3, 6, 50),
        missing: ['decision-right:gift', 'process:refund', 'standard:farewell'],
      },
    ],
    units: [
      {
        unit: 'desk',
        name: 'Help desk',
        shares: [
          share('standards', 'metric', 1, 1, 100),
          share('standards', 'trained', 1, 1, 100),
          share('standards', 'inspected', 1, 1, 100),
          share('standards', 'inLoop', 1, 1, 100),
          share('processes', 'measured', 1, 1, 100),
          share('roles', 'decisionRight', 1, 1, 100),
          share('roles', 'training', 1, 1, 100),
          share('roles', 'incentive', 1, 1, 100),
          share('touchpoints', 'inLoop', 1, 2, 50),
          share('documents', 'reviewed', 3, 3, 100),
        ],
        complete: [
          { group: 'standards', covered: 1, total: 1 },
          { group: 'processes', covered: 1, total: 1 },
          { group: 'roles', covered: 1, total: 1 },
          { group: 'touchpoints', covered: 1, total: 2 },
          { group: 'documents', covered: 3, total: 3 },
        ],
      },
      {
        unit: 'office',
        name: 'Office',
        shares: [
          share('standards', 'metric', 0, 1, 0),
          share('standards', 'trained', 0, 1, 0),
          share('standards', 'inspected', 0, 1, 0),
          share('standards', 'inLoop', 0, 1, 0),
          share('processes', 'measured', 0, 1, 0),
          share('roles', 'decisionRight', 0, 1, 0),
          share('roles', 'training', 0, 1, 0),
          share('roles', 'incentive', 1, 1, 100),
          share('touchpoints', 'inLoop', 0, 0, null),
          share('documents', 'reviewed', 0, 2, 0),
        ],
        complete: [
          { group: 'standards', covered: 0, total: 1 },
          { group: 'processes', covered: 0, total: 1 },
          { group: 'roles', covered: 0, total: 1 },
          { group: 'touchpoints', covered: 0, total: 0 },
          { group: 'documents', covered: 0, total: 2 },
        ],
      },
      {
        unit: null,
        name: null,
        shares: [
          share('standards', 'metric', 0, 0, null),
          share('standards', 'trained', 0, 0, null),
          share('standards', 'inspected', 0, 0, null),
          share('standards', 'inLoop', 0, 0, null),
          share('processes', 'measured', 0, 0, null),
          share('roles', 'decisionRight', 0, 0, null),
          share('roles', 'training', 0, 0, null),
          share('roles', 'incentive', 0, 0, null),
          share('touchpoints', 'inLoop', 0, 0, null),
          share('documents', 'reviewed', 0, 1, 0),
        ],
        complete: [
          { group: 'standards', covered: 0, total: 0 },
          { group: 'processes', covered: 0, total: 0 },
          { group: 'roles', covered: 0, total: 0 },
          { group: 'touchpoints', covered: 0, total: 0 },
          { group: 'documents', covered: 0, total: 1 },
        ],
      },
    ],
    claims: {
      met: 2,
      open: 2,
      notApplicable: 1,
      percent: 50,
      list: [
        {
          id: 'S1-01',
          demand: 'Standards apply to something.',
          status: 'met',
          findings: [],
          off: [],
          unused: [],
        },
        {
          id: 'S1-02',
          demand: 'Whoever gives feedback is answered.',
          status: 'open',
          findings: [{ rule: 'loops/closed', count: 2 }],
          off: [],
          unused: [['feedback-loop:/reply'], ['role:/skills', 'role:/certificates']],
        },
        {
          id: 'S1-03',
          demand: 'Steps are worth something.',
          status: 'open',
          findings: [],
          off: ['flow/value'],
          unused: [],
        },
        {
          id: 'S1-04',
          demand: 'Machines have people beside them.',
          status: 'notApplicable',
          findings: [],
          off: [],
          unused: [],
        },
        {
          id: 'S1-05',
          demand: 'Customers take part.',
          status: 'met',
          findings: [],
          off: [],
          unused: [],
        },
      ],
    },
  };
  // The text, not the value: the order of keys is part of the format.
  expect(coverageJson(small, 'en')).toBe(`${JSON.stringify(expected, null, 2)}\n`);
});

test('JSON in Chinese differs in names and demands alone', () => {
  const chinese = JSON.parse(coverageJson(small, 'zh-CN'));
  const english = JSON.parse(coverageJson(small, 'en'));
  expect(chinese.units.map(({ name }: { name: string }) => name)).toEqual(['服务台', '办公室', null]);
  expect(chinese.claims.list[0].demand).toBe('标准有适用对象。');
  for (const each of [chinese, english]) {
    for (const unit of each.units) delete unit.name;
    for (const claim of each.claims.list) delete claim.demand;
  }
  expect(chinese).toEqual(english);
});

test('text in English', () => {
  expect(coverageText(small, { lang: 'en', colour: false })).toBe(`Coverage on 2026-11-22
  standards    with a metric          1 of 2   50 %
               trained                1 of 2   50 %
               inspected              1 of 2   50 %
               in a feedback loop     1 of 2   50 %
  processes    measured               1 of 2   50 %
  roles        with a decision right  1 of 2   50 %
               with training          1 of 2   50 %
               with an incentive      2 of 2  100 %
  touchpoints  in a feedback loop     1 of 2   50 %
  documents    with a valid review    3 of 6   50 %

Not covered
  standards with a metric         standard:farewell
  standards trained               standard:farewell
  standards inspected             standard:farewell
  standards in a feedback loop    standard:farewell
  processes measured              process:refund
  roles with a decision right     role:head
  roles with training             role:head
  touchpoints in a feedback loop  service:help#chat
  documents with a valid review   decision-right:gift, process:refund, standard:farewell

By unit: entries that lack nothing
                  standards  processes  roles  touchpoints  documents
  Help desk             1/1        1/1    1/1          1/2        3/3
  Office                0/1        0/1    0/1            –        0/2
  without a unit          –          –      –            –        0/1

Demands: 2 met, 2 open, 1 not applicable
  S1-02  Whoever gives feedback is answered.
         found: loops/closed (2)
         not used: feedback-loop: reply, role: skills or role: certificates
  S1-03  Steps are worth something.
         not checked, turned off: flow/value
`);
});

test('text in Chinese, aligned by display width', () => {
  expect(coverageText(small, { lang: 'zh-CN', colour: false })).toBe(`覆盖情况（2026-11-22）
  标准  有指标        1 / 2   50 %
        有培训        1 / 2   50 %
        有检查        1 / 2   50 %
        在反馈闭环中  1 / 2   50 %
  流程  有指标        1 / 2   50 %
  岗位  有授权        1 / 2   50 %
        有培训        1 / 2   50 %
        有激励        2 / 2  100 %
  触点  在反馈闭环中  1 / 2   50 %
  文件  复审有效      3 / 6   50 %

未覆盖
  标准有指标        standard:farewell
  标准有培训        standard:farewell
  标准有检查        standard:farewell
  标准在反馈闭环中  standard:farewell
  流程有指标        process:refund
  岗位有授权        role:head
  岗位有培训        role:head
  触点在反馈闭环中  service:help#chat
  文件复审有效      decision-right:gift、process:refund、standard:farewell

按部门：各项齐备的条目
              标准  流程  岗位  触点  文件
  服务台       1/1   1/1   1/1   1/2   3/3
  办公室       0/1   0/1   0/1     –   0/2
  未归属部门     –     –     –     –   0/1

要求：已满足 2 项，待完善 2 项，不适用 1 项
  S1-02  反馈的人得到答复。
         发现问题：loops/closed (2)
         未使用：feedback-loop: reply、role: skills 或 role: certificates
  S1-03  步骤有价值。
         已关闭、未检查：flow/value
`);
});

describe('what counts', () => {
  const coveredIn = (files: MemoryFiles, group: string, measure: string) =>
    coverage(files).shares.find((each) => each.group === group && each.measure === measure)!.covered;

  test.each([
    ['standards', 'metric', 'metrics/speed.yaml'],
    ['standards', 'trained', 'training/basics.yaml'],
    ['standards', 'inspected', 'inspections/visit.yaml'],
    ['standards', 'inLoop', 'feedback-loops/survey.yaml'],
    ['processes', 'measured', 'metrics/speed.yaml'],
    ['roles', 'decisionRight', 'decision-rights/gift.yaml'],
    ['roles', 'training', 'training/basics.yaml'],
    ['roles', 'incentive', 'incentives/star.yaml'],
    ['touchpoints', 'inLoop', 'feedback-loops/survey.yaml'],
  ])('%s: %s is gone with %s, or when that retires', (group, measure, path) => {
    expect(coveredIn(smallHandbook, group, measure)).toBeGreaterThan(0);
    expect(coveredIn(without(path), group, measure)).toBe(0);
    const retired = `${smallHandbook[path]}status: retired\n`;
    expect(coveredIn({ ...smallHandbook, [path]: retired }, group, measure)).toBe(0);
  });

  test('a review is valid up to the day it is due', () => {
    const service = (reviewed: string) =>
      `${smallHandbook['services/help.yaml']}`.replace('2026-06-01', reviewed);
    const count = (reviewed: string) =>
      coveredIn({ ...smallHandbook, 'services/help.yaml': service(reviewed) }, 'documents', 'reviewed');
    expect(count('2025-11-22')).toBe(3);
    expect(count('2025-11-21')).toBe(2);
  });
});

describe('an empty handbook', () => {
  const empty = coverage({ 'loopbook.yaml': 'title: Empty\nlocales: [en]\n' });

  test('has shares of nothing, and no percentage', () => {
    expect(new Set(empty.shares.map(({ total }) => total))).toEqual(new Set([0]));
    expect(JSON.parse(coverageJson(empty, 'en')).shares[0].percent).toBeNull();
    expect(empty.units).toEqual([]);
  });

  test('prints as text', () => {
    const lines = coverageText(empty, { lang: 'en', colour: false }).split('\n');
    expect(lines[1]).toBe('  standards    with a metric          none  –');
    expect(lines).not.toContain('Not covered');
  });
});

test('fields are named as authors write them', () => {
  const state = { findings: [], off: [], unused: [['process:/steps/*/fallback/role', 'tool:/type=crm']] };
  const claim = {
    id: 'S1-01',
    demand: { en: 'Do it.', 'zh-CN': '做到。' },
    status: 'open' as const,
    ...state,
  };
  const text = coverageText({ ...small, claims: [claim] }, { lang: 'en', colour: false });
  expect(text).toContain('not used: process: steps › fallback › role or tool: type = crm\n');
});

test('what lies below a percentage is named, exactly, and what is empty does not count', () => {
  expect(sharesBelow(small, 50, 'en')).toEqual([]);
  expect(sharesBelow(small, 50.1, 'en')).toHaveLength(10);
  expect(sharesBelow(small, 50.1, 'en')).toContain('demands met 50 %');
  expect(sharesBelow(small, 100, 'zh-CN')).toContain('岗位有授权 50 %');
  expect(sharesBelow(small, 100, 'en').join()).not.toContain('incentive');
});

test('names cannot steer the terminal, nor long lists fill it', () => {
  const many = Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [
      `standards/s${index}.yaml`,
      `name: S${index}\nowner: head\nlevel: should\nstatement: Do.\n`,
    ]),
  );
  const text = coverageText(
    coverage({
      ...smallHandbook,
      ...many,
      'units/desk.yaml': 'name: "a\\e[31mb"\nowner: agent\ntype: team\n',
    }),
    { lang: 'en', colour: false },
  );
  expect(text).not.toContain('\u001b');
  expect(text).toContain(
    'standards trained               standard:farewell, standard:s0, standard:s1, standard:s2, standard:s3 and 4 more\n',
  );
});
