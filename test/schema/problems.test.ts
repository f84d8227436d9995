import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindNames } from '../../linter/model/kinds.ts';
import { render } from '../../linter/model/message.ts';
import { parentOf, tokensOf, valueAt } from '../../linter/model/pointer.ts';
import type { SchemaName } from '../../linter/schema/fields.ts';
import { schemaMessages } from '../../linter/schema/messages.ts';
import { type SchemaProblem, validate } from '../../linter/schema/validate.ts';
import { exampleDocument } from './example-document.ts';
import { subschemas } from './walk.ts';

const role = { name: 'Waiter', owner: 'floor-manager', unit: 'floor', commitment: 'No guest waits unseen.' };
const step = { id: 'greet', lane: 'frontstage' };
const process = { name: 'Dinner', owner: 'floor-manager', service: 'dinner', goal: 'loyalty', steps: [step] };
const training = { name: 'Service', owner: 'trainer', roles: ['waiter'] };
const settings = { title: 'Handbook', locales: ['en'] };
const withStep = (fields: object) => ({ ...process, steps: [{ ...step, ...fields }, step] });

interface Case {
  keyword: string;
  schema: SchemaName;
  data: unknown;
  pointer: string;
  at: 'key' | 'value';
  en: string;
  zh: string;
}

const cases: Case[] = [
  {
    keyword: 'additionalProperties',
    schema: 'role',
    data: { ...role, skils: ['wine'] },
    pointer: '/skils',
    at: 'key',
    en: 'Unknown field "skils" in role; did you mean "skills"?',
    zh: '岗位中没有字段“skils”；是否应为“skills”？',
  },
  {
    keyword: 'additionalProperties',
    schema: 'process',
    data: withStep({ next: { al: ['a', 'b'] } }),
    pointer: '/steps/0/next/al',
    at: 'key',
    en: 'Unknown field "al" in next; did you mean "all"?',
    zh: '下一步中没有字段“al”；是否应为“all”？',
  },
  {
    keyword: 'additionalProperties',
    schema: 'decision-right',
    // { role: waiter, limit: 2,000 CNY }
    data: {
      name: 'Refund',
      owner: 'floor-manager',
      subject: 'A refund',
      grants: [{ role: 'waiter', limit: 2, '000 CNY': null }],
    },
    pointer: '/grants/0/000 CNY',
    at: 'key',
    en: 'A comma within { } ends a text, so "000 CNY" stands by itself; expected the whole text in quotes: write limit: "2000 CNY"',
    zh: '花括号内的英文逗号会截断文字，使“000 CNY”自成一项；应给整段文字加引号：请写成 limit: "2000 CNY"',
  },
  {
    keyword: 'additionalProperties',
    schema: 'process',
    // do: Greet, name the wait, then seat
    data: withStep({ do: 'Greet', 'name the wait': null, 'then seat': null }),
    pointer: '/steps/0/name the wait',
    at: 'key',
    en: 'A comma within { } ends a text, so "name the wait" stands by itself; expected the whole text in quotes: write do: "Greet, name the wait, then seat"',
    zh: '花括号内的英文逗号会截断文字，使“name the wait”自成一项；应给整段文字加引号：请写成 do: "Greet, name the wait, then seat"',
  },
  {
    keyword: 'required',
    schema: 'role',
    data: { name: 'Waiter', unit: 'floor', commitment: 'No guest waits unseen.' },
    pointer: '',
    at: 'value',
    en: 'Field "owner" is missing in role; add it, for example owner: guest-relations-manager',
    zh: '岗位缺少字段“owner”；请补上，例如 owner: guest-relations-manager',
  },
  {
    keyword: 'required',
    schema: 'inspection',
    data: { name: 'Rooms', owner: 'a', checks: ['clean'], score: {} },
    pointer: '/score',
    at: 'key',
    en: 'Fields "max" and "pass" are missing in score; add them.',
    zh: '评分缺少字段“max”、“pass”；请补上。',
  },
  {
    keyword: 'type',
    schema: 'role',
    data: { ...role, owner: null },
    pointer: '/owner',
    at: 'key',
    en: '"owner" is empty; expected a role, such as guest-relations-manager.',
    zh: '“owner”为空；应为岗位，例如 guest-relations-manager。',
  },
  {
    keyword: 'type',
    schema: 'role',
    data: { ...role, reviewEvery: 180 },
    pointer: '/reviewEvery',
    at: 'value',
    en: '"reviewEvery" is the number 180; expected a duration, such as 180 d.',
    zh: '“reviewEvery”是数字 180；应为时长，例如 180 d。',
  },
  {
    keyword: 'type',
    schema: 'role',
    data: { ...role, version: 2.1 },
    pointer: '/version',
    at: 'value',
    en: '"version" is the number 2.1; expected text: put it in quotes, "2.1".',
    zh: '“version”是数字 2.1；应为文本：请加上英文引号，写成 "2.1"。',
  },
  {
    keyword: 'type',
    schema: 'role',
    data: { ...role, frontline: 'true' },
    pointer: '/frontline',
    at: 'value',
    en: '"frontline" is text; expected true or false: write true without quotes.',
    zh: '“frontline”是文本；应为 true 或 false：请去掉引号，写成 true。',
  },
  {
    keyword: 'type',
    schema: 'training',
    data: { ...training, roles: 'waiter' },
    pointer: '/roles',
    at: 'value',
    en: '"roles" is text; expected a list: write [waiter].',
    zh: '“roles”是文本；应为列表：请写成 [waiter]。',
  },
  {
    keyword: 'type',
    schema: 'role',
    data: ['a', 'list'],
    pointer: '',
    at: 'value',
    en: 'The file holds a list; expected fields with values, such as name: Account opening',
    zh: '文件内容为列表；应为带值的字段，例如 name: Account opening',
  },
  {
    keyword: 'enum',
    schema: 'role',
    data: { ...role, status: 'retird' },
    pointer: '/status',
    at: 'value',
    en: '"status" cannot be "retird"; did you mean "retired"?',
    zh: '“status”不能取值“retird”；是否应为“retired”？',
  },
  {
    keyword: 'enum',
    schema: 'role',
    data: { ...role, level: '经理' },
    pointer: '/level',
    at: 'value',
    en: '"level" cannot be "经理"; did you mean "manager"?',
    zh: '“level”不能取值“经理”；是否应为“manager”？',
  },
  {
    keyword: 'enum',
    schema: 'role',
    data: { ...role, level: 'boss' },
    pointer: '/level',
    at: 'value',
    en: '"level" cannot be "boss"; expected one of staff, supervisor, manager, executive, board.',
    zh: '“level”不能取值“boss”；应为 staff、supervisor、manager、executive、board 之一。',
  },
  {
    keyword: 'const',
    schema: 'process',
    data: withStep({ next: [{ to: 'end', otherwise: false }] }),
    pointer: '/steps/0/next/0/otherwise',
    at: 'value',
    en: '"otherwise" can only be true; write true or leave it out.',
    zh: '“otherwise”只能为 true；请写 true 或删去该字段。',
  },
  {
    keyword: 'pattern',
    schema: 'role',
    data: { ...role, aliases: ['Table_Waiter'] },
    pointer: '/aliases/0',
    at: 'value',
    en: '"Table_Waiter" does not fit "aliases"; expected kebab-case, such as front-desk: lower-case letters, digits and single hyphens.',
    zh: '“Table_Waiter”不符合“aliases”的写法；应为小写字母、数字和单个连字符，例如 front-desk。',
  },
  {
    keyword: 'propertyNames',
    schema: 'role',
    // { zh-CN: 微笑,再问候 }
    data: { ...role, name: { 'zh-CN': '微笑', 再问候: null, en: 'Smile' } },
    pointer: '/name/再问候',
    at: 'key',
    en: 'A comma within { } ends a text, so "再问候" stands by itself; expected the whole text in quotes: write zh-CN: "微笑，再问候"',
    zh: '花括号内的英文逗号会截断文字，使“再问候”自成一项；应给整段文字加引号：请写成 zh-CN: "微笑，再问候"',
  },
  {
    keyword: 'propertyNames',
    schema: 'role',
    data: { ...role, name: { zh_CN: '服务员' } },
    pointer: '/name/zh_CN',
    at: 'key',
    en: '"zh_CN" cannot be a key of "name"; expected a language tag such as en or zh-CN.',
    zh: '“zh_CN”不能作为“name”的键；应为语言标签，例如 en 或 zh-CN。',
  },
  {
    keyword: 'format',
    schema: 'role',
    data: { ...role, reviewed: '２０２６/9/1' },
    pointer: '/reviewed',
    at: 'value',
    en: 'Dates have one form; write "2026-09-01" instead of "２０２６/9/1" in "reviewed".',
    zh: '日期只有一种写法：“reviewed”的“２０２６/9/1”应写作“2026-09-01”。',
  },
  {
    keyword: 'format',
    schema: 'role',
    data: { ...role, reviewed: '2026-02-30' },
    pointer: '/reviewed',
    at: 'value',
    en: '"2026-02-30" in "reviewed" is no day of the calendar; write YYYY-MM-DD, such as 2026-09-01.',
    zh: '“reviewed”的“2026-02-30”不是有效日期；请写成 YYYY-MM-DD，例如 2026-09-01。',
  },
  {
    keyword: 'minLength',
    schema: 'role',
    data: { ...role, unit: '' },
    pointer: '/unit',
    at: 'value',
    en: '"unit" is empty; expected a unit, such as front-office.',
    zh: '“unit”为空；应为部门与门店，例如 front-office。',
  },
  {
    keyword: 'minLength',
    schema: 'company',
    data: {
      name: 'Lake Bank',
      owner: 'ceo',
      concept: 'Clear words.',
      positioning: 'cost',
      goals: [{ id: 'trust', name: 'Trust', area: 'brand' }],
      investments: [{ area: 'people', amount: '5 CNY', period: '27' }],
    },
    pointer: '/investments/0/period',
    at: 'value',
    en: '"period" is too short: it needs at least 4 characters. Expected text or a whole number, such as 2027.',
    zh: '“period”太短，至少需要 4 个字符；应为文本或整数，例如 2027。',
  },
  {
    keyword: 'maxLength',
    schema: 'role',
    data: { ...role, name: '客'.repeat(201) },
    pointer: '/name',
    at: 'value',
    en: '"name" has 201 characters; at most 200 are allowed. Shorten it.',
    zh: '“name”有 201 个字符，最多允许 200 个；请缩短。',
  },
  {
    keyword: 'minItems',
    schema: 'process',
    data: withStep({ next: { all: ['greet'] } }),
    pointer: '/steps/0/next/all',
    at: 'value',
    en: '"all" has too few items (1); the least is 2. Add what is missing.',
    zh: '“all”只有 1 项，至少需要 2 项；请补足。',
  },
  {
    keyword: 'maxItems',
    schema: 'training',
    data: { ...training, tags: Array.from({ length: 31 }, (_, i) => `tag-${i}`) },
    pointer: '/tags',
    at: 'value',
    en: '"tags" has too many items (31); the most is 30. Remove some.',
    zh: '“tags”有 31 项，最多允许 30 项；请删减。',
  },
  {
    keyword: 'minProperties',
    schema: 'role',
    data: { ...role, commitment: {} },
    pointer: '/commitment',
    at: 'value',
    en: '"commitment" has too few entries (0); the least is 1. Add what is missing.',
    zh: '“commitment”只有 0 个条目，至少需要 1 个；请补足。',
  },
  {
    keyword: 'maxProperties',
    schema: 'incentive',
    data: {
      name: 'Appraisal',
      owner: 'hr',
      type: 'appraisal',
      roles: ['waiter'],
      weights: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`metric-${i}`, 1])),
    },
    pointer: '/weights',
    at: 'value',
    en: '"weights" has too many entries (51); the most is 50. Remove some.',
    zh: '“weights”有 51 个条目，最多允许 50 个；请删减。',
  },
  {
    keyword: 'minimum',
    schema: 'process',
    data: withStep({ maxRepeats: -1 }),
    pointer: '/steps/0/maxRepeats',
    at: 'value',
    en: '"maxRepeats" is -1; the least that is allowed is 0.',
    zh: '“maxRepeats”为 -1；最小为 0，请改正。',
  },
  {
    keyword: 'maximum',
    schema: 'training',
    data: { ...training, evaluate: 5 },
    pointer: '/evaluate',
    at: 'value',
    en: '"evaluate" is 5; the most that is allowed is 4.',
    zh: '“evaluate”为 5；最大为 4，请改正。',
  },
  {
    keyword: 'uniqueItems',
    schema: 'role',
    data: { ...role, tags: ['night', 'day', 'night'] },
    pointer: '/tags/2',
    at: 'value',
    en: '"night" stands twice in "tags"; remove one.',
    zh: '“tags”中“night”重复；请删去一个。',
  },
  {
    keyword: 'anyOf',
    schema: 'settings',
    data: { ...settings, rules: { 'flow/value': 'eror' } },
    pointer: '/rules/flow~1value',
    at: 'value',
    en: '"flow/value" cannot be "eror"; did you mean "error"?',
    zh: '“flow/value”不能取值“eror”；是否应为“error”？',
  },
  {
    keyword: 'anyOf',
    schema: 'settings',
    data: { ...settings, rules: { 'flow/value': 2 } },
    pointer: '/rules/flow~1value',
    at: 'value',
    en: '"flow/value" is the number 2; expected one of off, info, warning, error.',
    zh: '“flow/value”是数字 2；应为 off、info、warning、error 之一。',
  },
  {
    keyword: 'items',
    schema: 'settings',
    data: { ...settings, rules: { 'flow/value': ['warn', {}] } },
    pointer: '/rules/flow~1value/0',
    at: 'value',
    en: '"flow/value" cannot be "warn"; did you mean "warning"?',
    zh: '“flow/value”不能取值“warn”；是否应为“warning”？',
  },
  {
    keyword: 'additionalItems',
    schema: 'settings',
    data: { ...settings, rules: { 'flow/value': ['warning', {}, {}] } },
    pointer: '/rules/flow~1value',
    at: 'value',
    en: '"flow/value" has too many items (3); the most is 2. Remove some.',
    zh: '“flow/value”有 3 项，最多允许 2 项；请删减。',
  },
];

const said = (problem: SchemaProblem, language: 'en' | 'zh-CN') =>
  render(schemaMessages[problem.messageId], problem.data, language);

describe('each keyword', () => {
  test.each(cases)('$keyword: $en', ({ schema, data, pointer, at, en, zh }) => {
    const problems = validate(schema, data);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ pointer, at });
    expect(said(problems[0]!, 'en')).toBe(en);
    expect(said(problems[0]!, 'zh-CN')).toBe(zh);
  });

  test('that the schemas use is covered above', () => {
    const structure = [
      '$schema',
      '$id',
      '$ref',
      'title',
      'description',
      'examples',
      'default',
      'properties',
      'definitions',
    ];
    const used = new Set(subschemas().flatMap(({ schema }) => Object.keys(schema)));
    const checked = [...used].filter((keyword) => !structure.includes(keyword) && !keyword.startsWith('x-'));
    expect(checked.sort()).toEqual([...new Set(cases.map(({ keyword }) => keyword))].sort());
  });

  test('and every message is said above', () => {
    const ids = new Set<string>(
      cases.flatMap(({ schema, data }) => validate(schema, data).map((problem) => problem.messageId)),
    );
    expect(Object.keys(schemaMessages).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('one slip, one problem', () => {
  test('a misspelt required field is not also missing', () => {
    const { owner, ...rest } = role;
    const problems = validate('role', { ...rest, onwer: owner });
    expect(problems).toMatchObject([{ pointer: '/onwer', at: 'key', suggestion: 'owner' }]);
  });

  test('a wrong value is not judged by its other keywords', () => {
    expect(validate('role', { ...role, aliases: [7] })).toMatchObject([
      { pointer: '/aliases/0', messageId: 'typeQuotes' },
    ]);
    expect(validate('role', { ...role, status: false })).toMatchObject([
      { pointer: '/status', messageId: 'type' },
    ]);
  });

  test('the forms of `next` do not blame each other', () => {
    expect(validate('process', withStep({ next: [{ too: 'end' }] }))).toMatchObject([
      { pointer: '/steps/0/next/0/too', messageId: 'unknownField', suggestion: 'to' },
    ]);
    expect(validate('process', withStep({ next: 3 }))).toMatchObject([
      { pointer: '/steps/0/next', messageId: 'type' },
    ]);
  });

  test('two slips are two problems', () => {
    const problems = validate('role', { ...role, unit: 3, sumary: 'x' });
    expect(problems.map(({ pointer }) => pointer).sort()).toEqual(['/sumary', '/unit']);
  });
});

describe('what to drop', () => {
  test.each([
    ['a field that is not required goes alone', 'role', { ...role, level: 'boss' }, '/level'],
    [
      'a list item goes alone',
      'process',
      { ...process, steps: [step, { id: 'pay', lane: 'till' }] },
      '/steps/1',
    ],
    ['the only item takes its list along', 'role', { ...role, aliases: ['A'] }, '/aliases'],
    ['a required top-level field goes alone', 'role', { ...role, unit: 3 }, '/unit'],
    [
      'an object that lacks a field goes',
      'inspection',
      { name: 'a', owner: 'b', checks: ['c'], score: { max: 1 } },
      '/score',
    ],
  ] as const)('%s', (_, schema, data, drop) => {
    expect(validate(schema, data)).toMatchObject([{ drop }]);
  });

  test('nothing, where the document lacks a field', () => {
    expect(validate('unit', { name: 'Bar', owner: 'a' })[0]).not.toHaveProperty('drop');
  });

  /** Anything an author might put in the wrong place. */
  const junk = fc.constantFrom<unknown>(null, '', 0, -3, true, [], {}, 'x', ['', 5], { x: 1 }, '2026-13-01', [
    [],
  ]);

  test('property: dropping leaves only what is missing or empty at the top', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kindNames),
        fc.array(fc.tuple(fc.nat(), junk), { maxLength: 6 }),
        (kind, edits) => {
          let data = structuredClone(exampleDocument(kind));
          for (const [n, value] of edits) data = replaceAt(data, n, value);
          const pointers = new Set(validate(kind, data).map(({ pointer }) => pointer));
          for (const pointer of pointers) expect(valueAt(data, pointer), pointer).not.toBeUndefined();

          for (let round = 0; round < 20; round++) {
            const drop = validate(kind, data).find((problem) => problem.drop !== undefined)?.drop;
            if (drop === undefined) break;
            remove(data, drop);
          }
          for (const problem of validate(kind, data)) {
            expect(problem).toMatchObject({ pointer: '', messageId: expect.stringMatching(/^required/) });
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('property: every sentence is whole, in both languages', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kindNames), fc.nat(), junk, (kind, n, value) => {
        const data = replaceAt(structuredClone(exampleDocument(kind)), n, value);
        for (const problem of validate(kind, data)) {
          for (const language of ['en', 'zh-CN'] as const) {
            expect(said(problem, language)).not.toMatch(/\{\w+\}|undefined|NaN|\[object|^""|“”[是为]/);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Puts a value at the n-th place of the data. */
function replaceAt(data: Record<string, unknown>, n: number, value: unknown): Record<string, unknown> {
  const places: [Record<string, unknown>, string][] = [];
  const visit = (node: unknown) => {
    if (node === null || typeof node !== 'object') return;
    for (const [key, child] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit(child);
    }
  };
  visit(data);
  const [holder, key] = places[n % places.length]!;
  holder[key] = structuredClone(value);
  return data;
}

function remove(data: unknown, pointer: string): void {
  const holder = valueAt(data, parentOf(pointer)) as Record<string, unknown> | unknown[];
  const key = tokensOf(pointer).at(-1)!;
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}
