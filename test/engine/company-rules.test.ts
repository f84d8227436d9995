import { describe, expect, test } from 'vitest';
import { lintMemory } from '../support/handbook.ts';

const settings = (rules: string) =>
  `title: { en: A clinic, zh-CN: 诊所 }\nlocales: [en, zh-CN]\ncustomRules:\n${rules}`;

const rule = (given: string, must: string) =>
  settings(
    `  - id: own-rule\n    given: ${given}\n    must: ${must}\n    message: { en: Mend it., zh-CN: 请修改。 }\n`,
  );

const nurse = 'name: { en: Nurse, zh-CN: 护士 }\nowner: nurse\nunit: ward\nskills: [first aid, triage]\n';

function found(loopbook: string, files: Record<string, string> = {}) {
  const all = { 'loopbook.yaml': loopbook, 'roles/nurse.yaml': nurse, ...files };
  return lintMemory(all, { rules: [] })
    .filter(({ rule: id }) => id.startsWith('company/') || id === 'syntax/settings')
    .filter(({ messageId }) => messageId !== 'noCompany')
    .map(({ rule: id, quoted, message }) => [id, quoted, message.en]);
}

describe('a company’s own rules', () => {
  test.each([
    [
      'a field that must be present',
      '{ kind: role, field: /commitment }',
      '{ present: true }',
      '{ en: Nurse, zh-CN: 护士 }',
    ],
    [
      'a field that must not be present',
      '{ kind: role, field: /skills }',
      '{ present: false }',
      '[first aid, triage]',
    ],
    ['a value', '{ kind: role, field: /unit }', '{ equal: clinic }', 'ward'],
    ['one of several values', '{ kind: [role, unit], field: /unit }', '{ oneOf: [clinic, lab] }', 'ward'],
    ['a pattern', '{ kind: role, field: "/skills/*" }', '{ match: "aid$" }', 'triage'],
    [
      'a forbidden pattern, in every language',
      '{ kind: role, field: /name }',
      '{ notMatch: "护" }',
      '{ en: Nurse, zh-CN: 护士 }',
    ],
    ['a least number of items', '{ kind: role, field: /skills }', '{ atLeast: 3 }', '[first aid, triage]'],
    ['a reference to a kind', '{ kind: role, field: /owner }', '{ reference: unit }', 'nurse'],
    [
      'entries with a value',
      '{ kind: role, field: /unit, where: { status: active } }',
      '{ equal: lab }',
      'ward',
    ],
  ])('%s', (_, given, must, quoted) => {
    expect(found(rule(given, must))).toContainEqual(['company/own-rule', quoted, 'Mend it.']);
  });

  test.each([
    ['it holds', '{ kind: role, field: /unit }', '{ equal: ward }'],
    ['the entry is not meant', '{ kind: role, field: /unit, where: { status: retired } }', '{ equal: lab }'],
    ['the field is not there and need not be', '{ kind: role, field: /commitment }', '{ match: x }'],
  ])('nothing where %s', (_, given, must) => expect(found(rule(given, must))).toEqual([]));

  test('a pattern that explodes elsewhere runs in linear time', () => {
    const long = nurse.replace('triage', `${'a'.repeat(60)}!`);
    const own = rule('{ kind: role, field: "/skills/*" }', '{ match: "^(a+)+$" }');
    expect(found(own, { 'roles/nurse.yaml': long })).toHaveLength(2);
  });

  test('a pattern that cannot be read is named where it stands', () => {
    const own = rule('{ kind: role, field: /unit }', '{ match: "(a" }');
    expect(found(own)).toEqual([
      ['syntax/settings', '"(a"', expect.stringContaining('The pattern "(a" cannot be read')],
    ]);
  });

  test('an unknown time zone is named', () => {
    const own = 'title: A\nlocales: [en]\ntimezone: Asia/Shangri-La\n';
    expect(found(own)).toEqual([
      [
        'syntax/settings',
        'Asia/Shangri-La',
        expect.stringContaining('There is no time zone "Asia/Shangri-La"'),
      ],
    ]);
  });
});
