import { array, assert, boolean, constantFrom, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../linter/parse/csv.ts';
import { ProblemCollector } from '../../linter/parse/problem.ts';

const piece = constantFrom('a', '客', '😀', ' ', '"', ',', '\n', '7', 'é', '.', "'");
const cell = tuple(string({ unit: piece, maxLength: 6 }), boolean());
const table = array(array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });

/** A cell as a file holds it: quoted where it must be, or where chance will have it. */
function written([text, quotes]: [string, boolean]): string {
  return quotes || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

test('every cell is read, and stands where its span says, in every kind of file', () => {
  assert(
    property(table, constantFrom('\n', '\r\n'), boolean(), boolean(), (rows, end, bom, last) => {
      const lines = rows.map((row) => row.map(written).join(','));
      const text = (bom ? '\uFEFF' : '') + lines.join(end) + (last ? end : '');
      const report = new ProblemCollector('data/x.csv');
      const found = parseCsv(text, bom ? 1 : 0, report);
      expect(report.problems).toEqual([]);
      const wanted = rows
        .map((row) => row.map((each) => (written(each).startsWith('"') ? each[0] : each[0].trim())))
        .filter((row) => row.some((each) => each !== ''));
      expect(found.map((row) => row.map((each) => each.text))).toEqual(wanted);
      for (const { text: value, span } of found.flat()) {
        const there = text.slice(...span);
        const plain = there.startsWith('"') ? there.slice(1, -1).replaceAll('""', '"') : there;
        expect(plain).toBe(value);
      }
    }),
    { numRuns: 500 },
  );
});

test('any text at all is read without an error', () => {
  assert(
    property(string({ unit: constantFrom('"', ',', '\n', '\r', 'a', '客', ' '), maxLength: 30 }), (text) => {
      const report = new ProblemCollector('data/x.csv');
      for (const { span } of parseCsv(text, 0, report).flat()) {
        expect(span[0]).toBeLessThanOrEqual(span[1]);
        expect(span[1]).toBeLessThanOrEqual(text.length);
      }
      for (const { at } of report.problems) expect(at.span[0]).toBeLessThanOrEqual(at.span[1]);
    }),
    { numRuns: 500 },
  );
});
