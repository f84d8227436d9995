import { addDuration, type CalendarDate, daysBetween } from './date.ts';

/**
 * The last day of a period: a year, half-year, quarter or month, or two of them with a slash between.
 * Undefined where the text is none of these.
 *
 * @example
 * lastDayOf('2027-Q1'); // => '2027-03-31'
 * lastDayOf('2026/2028'); // => '2028-12-31'
 */
export function lastDayOf(period: string | number): CalendarDate | undefined {
  const last = String(period).split('/').at(-1) ?? '';
  const match = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?$/.exec(last);
  if (!match) return undefined;
  const [, year, quarter, half, month] = match;
  const lastMonth = quarter ? Number(quarter) * 3 : half ? Number(half) * 6 : Number(month ?? 12);
  return endOfMonth(Number(year), lastMonth);
}

// helpers

function endOfMonth(year: number, month: number): CalendarDate | undefined {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  const days = daysBetween(first, `${nextYear}-${String(nextMonth).padStart(2, '0')}-01`) - 1;
  return addDuration(first, { kind: 'duration', number: String(days), unit: 'd' });
}
