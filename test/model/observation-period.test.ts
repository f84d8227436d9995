import { expect, test } from 'vitest';
import { parsePeriod } from '../../linter/model/observation-period.ts';

test.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-H2', '2026-07-01', '2026-12-31'],
  ['2026-Q3', '2026-07-01', '2026-09-30'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-10-05', '2026-10-05', '2026-10-05'],
  ['2026-W01', '2025-12-29', '2026-01-04'],
  ['2026-W41', '2026-10-05', '2026-10-11'],
  ['2026-W53', '2026-12-28', '2027-01-03'],
])('%s lasts from %s to %s', (text, from, to) => {
  expect(parsePeriod(text)).toEqual({ ok: true, value: { text, from, to } });
});

test.each([
  '2026-00',
  '2026-13',
  '2026-Q5',
  '2026-Q0',
  '2026-H3',
  '2025-W53',
  '2026-W00',
  '2026-02-30',
  '0026-01',
])('there is no period %s', (text) => {
  expect(parsePeriod(text)).toMatchObject({ ok: false, problem: { messageId: 'noSuchPeriod' } });
});

test.each([
  ['2026/9', '2026-09'],
  ['2026年10月', '2026-10'],
  ['202610', '2026-10'],
  ['2026年第3季度', '2026-Q3'],
  ['2026Q3', '2026-Q3'],
  ['2026-W5', '2026-W05'],
  ['2026.10.5', '2026-10-05'],
])('%s is meant as %s', (text, suggestion) => {
  expect(parsePeriod(text)).toMatchObject({ ok: false, suggestion });
});

test.each(['Oct-26', '', 'x'.repeat(10_000)])('%j is no period', (text) => {
  expect(parsePeriod(text)).toMatchObject({ ok: false, problem: { messageId: 'notPeriod' } });
});
