import { expect, test } from 'vitest';
import { lastDayOf } from '../../linter/model/period.ts';

test.each([
  [2027, '2027-12-31'],
  ['2027', '2027-12-31'],
  ['2027-H1', '2027-06-30'],
  ['2027-H2', '2027-12-31'],
  ['2027-Q1', '2027-03-31'],
  ['2027-Q4', '2027-12-31'],
  ['2028-02', '2028-02-29'],
  ['2027-02', '2027-02-28'],
  ['2026/2028', '2028-12-31'],
  ['2026-Q3/2027-Q1', '2027-03-31'],
])('%s ends on %s', (period, day) => {
  expect(lastDayOf(period)).toBe(day);
});

test.each(['', 'next year', '2027-13', '2027-Q5', '27', '2026/'])('%s is no period', (text) => {
  expect(lastDayOf(text)).toBeUndefined();
});
