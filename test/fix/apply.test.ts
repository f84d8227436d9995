import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../linter/fix/apply.ts';

const edit = (start: number, end: number, text: string) => ({ file: 'a.yaml', start, end, text });

test('edits in any order leave the rest as it is', () => {
  const text = '\uFEFFa: 客户\r\nb: 宾客\r\n';
  const replace = (word: string) => edit(text.indexOf(word), text.indexOf(word) + word.length, '客人');
  const { text: fixed, applied } = applyEdits(text, [[replace('宾客')], [replace('客户')]]);
  expect(fixed).toBe('\uFEFFa: 客人\r\nb: 客人\r\n');
  expect(applied).toBe(2);
});

test('a group that touches an earlier one waits as a whole', () => {
  const groups = [[edit(0, 2, 'x')], [edit(1, 3, 'y'), edit(5, 6, 'z')]];
  expect(applyEdits('abcdef', groups)).toEqual({ text: 'xcdef', applied: 1, waiting: 1 });
});

test('two insertions at one place do not both apply', () => {
  expect(applyEdits('ab', [[edit(1, 1, 'x')], [edit(1, 1, 'y')]])).toEqual({
    text: 'axb',
    applied: 1,
    waiting: 1,
  });
});

test('what no edit touches stays, whatever the edits', () => {
  const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.string({ maxLength: 4 })), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ minLength: 50, maxLength: 60 }), edits, (text, list) => {
      const groups = list.map(([start, length, insert]) => [edit(start, start + length, insert)]);
      const { text: fixed, applied, waiting } = applyEdits(text, groups);
      expect(applied + waiting).toBe(groups.length);
      const last = Math.max(0, ...list.map(([start, length]) => start + length));
      expect(fixed.endsWith(text.slice(last))).toBe(true);
      const first = Math.min(text.length, ...list.map(([start]) => start));
      expect(fixed.startsWith(text.slice(0, first))).toBe(true);
    }),
  );
});
