import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { syntaxChecks } from '../../linter/parse/problem.ts';
import { parseClaims } from '../../linter/rules/claims.ts';
import { registry } from '../../linter/rules/registry.gen.ts';
import { rulesFolder } from '../support/handbook.ts';

const text = readFileSync(join(rulesFolder, 'claims.yaml'), 'utf8');
// Fields, values and pages that do not exist are refused here.
const { sources, claims } = parseClaims(text);
const counts = { S1: 23, S2: 28, S3: 42, S4: 28, S5: 22 };

describe('the demands', () => {
  test('are there once each, in order', () => {
    const expected = Object.entries(counts).flatMap(([source, count]) =>
      Array.from({ length: count }, (_, index) => `${source}-${String(index + 1).padStart(2, '0')}`),
    );
    expect(expected).toHaveLength(143);
    expect(claims.map(({ id }) => id)).toEqual(expected);
    expect(Object.keys(sources)).toEqual(Object.keys(counts));
  });

  test('name rules that exist', () => {
    const known = new Set<string>([...registry.map(({ id }) => id), ...syntaxChecks]);
    const unknown = claims.flatMap(({ id, rules }) =>
      rules.filter((rule) => !known.has(rule)).map((rule) => `${id}: ${rule}`),
    );
    expect(unknown).toEqual([]);
  });

  test('agree with what each rule says that it serves', () => {
    const here = claims.flatMap(({ id, rules }) => rules.map((rule) => `${rule} ${id}`));
    const there = registry.flatMap(({ id, rule }) => rule.meta.claims.map((claim) => `${id} ${claim}`));
    const ofRules = here.filter((each) => !each.startsWith('syntax/'));
    expect(ofRules.sort()).toEqual([...new Set(there)].sort());
  });

  test('name each rule once, in order', () => {
    for (const { id, rules } of claims) expect(rules, id).toEqual([...new Set(rules)].sort());
  });

  test('are one line in each language, in its own punctuation, and no two are alike', () => {
    for (const { id, demand } of claims) {
      expect(demand.en, id).toMatch(/^[A-Z][^\n“”，。；：]{15,140}\.$/);
      expect(demand['zh-CN'], id).toMatch(/^[^\n,;!?"]{8,60}。$/);
    }
    expect(new Set(claims.map(({ demand }) => demand.en)).size).toBe(claims.length);
    expect(new Set(claims.map(({ demand }) => demand['zh-CN'])).size).toBe(claims.length);
  });
});

describe('reading demands', () => {
  const entry = `  - id: S1-01
    en: Do it.
    zh-CN: 做到。
    rules: [flow/sound]
    fields: ['process:/steps/*/mode=ai', ['role:/skills', 'role:/certificates']]
    pages: [process]
`;
  const head = 'sources:\n  S1: { en: One, zh-CN: 一 }\nclaims:\n';

  test('keeps what is written', () => {
    const [first] = parseClaims(head + entry).claims;
    expect(first).toEqual({
      id: 'S1-01',
      demand: { en: 'Do it.', 'zh-CN': '做到。' },
      rules: ['flow/sound'],
      fields: [
        [{ kind: 'process', pointer: '/steps/*/mode', value: 'ai', text: 'process:/steps/*/mode=ai' }],
        [
          { kind: 'role', pointer: '/skills', value: undefined, text: 'role:/skills' },
          { kind: 'role', pointer: '/certificates', value: undefined, text: 'role:/certificates' },
        ],
      ],
      when: [],
      pages: ['process'],
    });
  });

  test.each([
    ['a kind that does not exist', 'role:/skills', 'rule:/skills', 'S1-01: there is no field "rule:/skills"'],
    ['a field that does not exist', 'role:/skills', 'role:/skill', 'S1-01: there is no field "role:/skill"'],
    [
      'a value that the field cannot have',
      'mode=ai',
      'mode=magic',
      'S1-01: "process:/steps/*/mode" has no value "magic"',
    ],
    ['a page that does not exist', '[process]', '[proces]', 'S1-01: there is no page "proces"'],
    ['a key that is missing', '    en: Do it.\n', '', 'S1-01: "en" is missing'],
    ['a key that is unknown', 'pages:', 'page: [process]\n    pages:', 'S1-01: "page" is unknown'],
    ['an empty list', '[flow/sound]', '[]', 'S1-01: expected a list that is not empty'],
    ['a text that is none', 'Do it.', '{}', 'S1-01: expected a text'],
  ])('refuses %s', (_, find, replace, message) => {
    expect(() => parseClaims(head + entry.replace(find, replace))).toThrow(message);
  });

  test('refuses what is no YAML', () => {
    expect(() => parseClaims('claims: [')).toThrow('claims.yaml is no sound YAML');
  });
});
