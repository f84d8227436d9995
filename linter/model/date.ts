import type { Template } from './message.ts';
import { toSeconds } from './quantity/compare.ts';
import { isWhole } from './quantity/decimal.ts';
import type { Duration } from './quantity/types.ts';

/** A calendar date `YYYY-MM-DD` from 1900 to 2999. Such strings sort by time and are plain data. */
export type CalendarDate = string;

export interface DateProblem {
  messageId: keyof typeof DATE_MESSAGES;
  data: Record<string, string>;
}

export type DateResult =
  | { ok: true; value: CalendarDate }
  | { ok: false; problem: DateProblem; suggestion?: string };

export const DATE_MESSAGES = {
  notDate: {
    en: '"{text}" is not a date; expected year, month and day, as in "2026-11-22".',
    'zh-CN': '“{text}”不是日期，应写年月日，例如“2026-11-22”。',
  },
  dateForm: {
    en: 'Dates have one form; write "{expected}" instead of "{text}".',
    'zh-CN': '日期只有一种写法：“{text}”应写作“{expected}”。',
  },
  noSuchDay: {
    en: 'There is no day "{text}"; expected a day from 1 to {last} in that month.',
    'zh-CN': '没有“{text}”这一天，该月只有 {last} 日。',
  },
  noSuchMonth: {
    en: 'There is no month "{month}" in "{text}"; expected 01 to 12.',
    'zh-CN': '“{text}”中没有“{month}”这个月份，应为 01 至 12。',
  },
  yearOutOfRange: {
    en: 'The year of "{text}" is out of range; expected 1900 to 2999.',
    'zh-CN': '“{text}”的年份超出范围，应为 1900 至 2999 年。',
  },
} as const satisfies Record<string, Template>;

const DAY = 86_400_000;
const LONGEST = 40;

/**
 * Read a calendar date, strictly `YYYY-MM-DD` and a day that exists. Never throws.
 *
 * @example
 * parseDate('2026-11-22'); // => { ok: true, value: '2026-11-22' }
 * parseDate('2026年11月2日'); // => { ok: false, problem: { messageId: 'dateForm', … }, suggestion: '2026-11-02' }
 */
export function parseDate(text: string): DateResult {
  const plain = text.slice(0, LONGEST).normalize('NFKC').trim();
  const separated = /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})\s*日?$/.exec(plain);
  const [, year, month, day] = separated ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ?? [];
  if (year === undefined || month === undefined || day === undefined || text.length > LONGEST) {
    return { ok: false, problem: { messageId: 'notDate', data: { text: text.slice(0, LONGEST) } } };
  }
  const problem = impossible(text, year, month, day);
  if (problem !== undefined) return { ok: false, problem };
  const expected = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (text === expected) return { ok: true, value: expected };
  return { ok: false, problem: { messageId: 'dateForm', data: { text, expected } }, suggestion: expected };
}

/**
 * The date a number of days (`d`, or hours that make whole days) or working days (`wd`) later.
 * Working days are Monday to Friday; the n-th one strictly after the date counts, so one working day after
 * a Friday, Saturday or Sunday is Monday. Public holidays are a company's own calendar and not known here.
 *
 * @returns the date, or `undefined` where the time is no whole number of days or leads past 2999
 */
export function addDuration(date: CalendarDate, time: Duration): CalendarDate | undefined {
  if (time.unit === 'wd') return isWhole(time.number) ? addWorkingDays(date, Number(time.number)) : undefined;
  const days = toSeconds(time) / 86_400;
  return Number.isInteger(days) ? addDays(date, days) : undefined;
}

/**
 * Days from one date to another; negative when the second is earlier.
 *
 * @example
 * daysBetween('2026-11-22', '2026-12-01'); // => 9
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

function impossible(text: string, year: string, month: string, day: string): DateProblem | undefined {
  if (year < '1900' || year > '2999') return { messageId: 'yearOutOfRange', data: { text } };
  if (Number(month) < 1 || Number(month) > 12) return { messageId: 'noSuchMonth', data: { text, month } };
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const exists = Number(day) >= 1 && Number(day) <= last;
  return exists ? undefined : { messageId: 'noSuchDay', data: { text, last: String(last) } };
}

function addDays(date: CalendarDate, days: number): CalendarDate | undefined {
  const result = new Date(Date.parse(date) + days * DAY);
  const year = result.getUTCFullYear();
  // An absurdly long time gives an invalid date, whose year is NaN.
  return year >= 1900 && year <= 2999 ? result.toISOString().slice(0, 10) : undefined;
}

function addWorkingDays(date: CalendarDate, count: number): CalendarDate | undefined {
  if (count === 0) return date;
  const weekday = (new Date(date).getUTCDay() + 6) % 7;
  // From a weekend on, count as from the Friday before.
  const back = Math.max(0, weekday - 4);
  const rest = count % 5;
  const weekend = weekday - back + rest > 4 ? 2 : 0;
  return addDays(date, Math.floor(count / 5) * 7 + rest + weekend - back);
}
