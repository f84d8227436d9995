import { expect, test } from 'vitest';
import { lintMemory } from '../support/handbook.ts';

/** The findings that stand before all rules, for these lines of a metric or a text. */
function found(path: string, text: string, locales = '[en, zh-CN]') {
  const files = { 'loopbook.yaml': `title: x\nlocales: ${locales}\n`, [path]: text };
  return lintMemory(files, { rules: [] })
    .filter(({ at, rule }) => at.file === path && rule === 'syntax/value')
    .map(({ quoted, message, suggest }) => ({
      quoted,
      en: message.en,
      zh: message['zh-CN'],
      written: suggest?.[0]?.edits?.[0]?.text,
    }));
}

const standard = (measure: string) =>
  `name: Reply\nowner: a\nstatement: { en: x, zh-CN: x }\nlevel: shall\nmeasure: ${measure}\n`;

test.each([
  ['reviewEvery: 5 mins', '5 mins'],
  ['reviewEvery: 五分钟', '五分钟'],
  ['reviewEvery: "5mins"', '"5mins"'],
])('a duration that is not of the grammar: %s', (line, quoted) => {
  const [first, ...more] = found('tools/a.yaml', `name: x\nowner: a\n${line}\n`);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ quoted, written: '5 min' });
  expect(first!.en).toContain('5 min');
  expect(first!.zh).toContain('5 min');
});

test('a right one has no finding', () => {
  expect(found('tools/a.yaml', 'name: x\nowner: a\nreviewEvery: 365 d\n')).toEqual([]);
});

test('a suggestion is YAML that says what it suggests', () => {
  const [first] = found('metrics/a.yaml', 'name: x\nowner: a\ntarget: 小于等于5分钟\n');
  expect(first!.written).toBe('"<= 5 min"');
});

test('a locale that the handbook does not have, at its name', () => {
  const text = 'name: { en: x, zh: y }\nowner: a\nwhy: { fr: z }\n';
  expect(found('tools/a.yaml', text).map(({ quoted, en }) => [quoted, en])).toEqual([
    ['zh', 'There is no locale "zh" in this handbook; expected one of en, zh-CN.'],
    ['fr', 'There is no locale "fr" in this handbook; expected one of en, zh-CN.'],
  ]);
});

test('locales are not checked where the settings do not say them', () => {
  expect(found('tools/a.yaml', 'name: { fr: x }\nowner: a\n', '[en, klingon]')).toEqual([]);
  expect(found('tools/a.yaml', 'name: { fr: x }\nowner: a\n', '{ broken')).toEqual([]);
});

test('a wrong value keeps its place beside right ones', () => {
  const text = standard('{ metric: b, target: "<= 5 mins" }');
  for (const { quoted } of found('standards/a.yaml', text)) expect(quoted).toBe('"<= 5 mins"');
});
