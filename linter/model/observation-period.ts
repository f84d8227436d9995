import { type CalendarDate, parseDate } from './date.ts';
import type { Template } from './message.ts';

/** The time that one observation speaks of, first and last day included. */
export interface ObservationPeriod {
  /** As written: `2026`, `2026-H2`, `2026-Q3`, `2026-10`, `2026-W41` (ISO 8601 week) or `2026-10-05`. */
  text: string;
  from: CalendarDate;
  to: CalendarDate;
}

export type PeriodResult =
  | { ok: true; value: ObservationPeriod }
  | {
      ok: false;
      problem: { messageId: keyof typeof PERIOD_MESSAGES; data: Record<string, string> };
      suggestion?: string;
    };

export const PERIOD_MESSAGES = {
  notPeriod: {
    en: '"{text}" is not a period; expected a month, week, quarter or day, as in "2026-10", "2026-W41", "2026-Q3" or "2026-10-05".',
    'zh-CN': '“{text}”不是期间，应写月、周、季度或日，例如“2026-10”“2026-W41”“2026-Q3”“2026-10-05”。',
  },
  periodForm: {
    en: 'Periods have one form; write "{expected}" instead of "{text}".',
    'zh-CN': '期间只有一种写法：“{text}”应写作“{expected}”。',
  },
  noSuchPeriod: {
    en: 'There is no period "{text}"; expected months 01 to 12, weeks 01 to 52 or 53, quarters Q1 to Q4 and days that exist.',
    'zh-CN': '没有“{text}”这一期间；月应为 01 至 12，周应为 01 至 52 或 53，季度应为 Q1 至 Q4，日应存在。',
  },
} as const satisfies Record<string, Template>;

const LONGEST = 40;

/**
 * Reads the period of an observation. Never throws.
 *
 * @example
 * parsePeriod('2026-W41'); // => { ok: true, value: { text: '2026-W41', from: '2026-10-05', to: '2026-10-11' } }
 * parsePeriod('2026/9'); // => { ok: false, …, suggestion: '2026-09' }
 */
export function parsePeriod(text: string): PeriodResult {
  const found = read(text);
  if (found === 'impossible') return { ok: false, problem: { messageId: 'noSuchPeriod', data: { text } } };
  if (found) return { ok: true, value: { text, ...found } };
  const expected = text.length > LONGEST ? undefined : loose(text.normalize('NFKC').trim());
  const meant = expected === undefined ? undefined : read(expected);
  if (expected !== undefined && typeof meant === 'object') {
    const problem = { messageId: 'periodForm', data: { text, expected } } as const;
    return { ok: false, problem, suggestion: expected };
  }
  return { ok: false, problem: { messageId: 'notPeriod', data: { text: text.slice(0, LONGEST) } } };
}

// helpers

type Days = Omit<ObservationPeriod, 'text'>;

function read(text: string): Days | 'impossible' | undefined {
  const match = /^(\d{4})(?:-(?:Q(\d)|H(\d)|W(\d\d)|(\d\d)(?:-(\d\d))?))?$/.exec(text);
  if (!match) return undefined;
  const [, year, quarter, half, week, month, day] = match;
  if (year! < '1900' || year! > '2999') return 'impossible';
  if (week) return weekOf(Number(year), Number(week)) ?? 'impossible';
  if (day) return parseDate(text).ok ? { from: text, to: text } : 'impossible';
  const [first, length] = month
    ? [Number(month), 1]
    : quarter
      ? [Number(quarter) * 3 - 2, 3]
      : half
        ? [Number(half) * 6 - 5, 6]
        : [1, 12];
  return first < 1 || first > 12 ? 'impossible' : monthsFrom(year!, first, length);
}

function monthsFrom(year: string, first: number, length: number): Days {
  const last = new Date(Date.UTC(Number(year), first - 1 + length, 0)).toISOString().slice(0, 10);
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: last };
}

/** Weeks begin on Monday; the first is the one that holds 4 January (ISO 8601). */
function weekOf(year: number, week: number): Days | undefined {
  const fourth = `${year}-01-04`;
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  const from = shift(fourth, (week - 1) * 7 - weekday);
  const to = shift(from, 6);
  // The Thursday of a week decides which year it belongs to.
  return week >= 1 && Number(shift(from, 3).slice(0, 4)) === year ? { from, to } : undefined;
}

function shift(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What spreadsheets and hurried hands write instead. */
function loose(text: string): string | undefined {
  const date = parseDate(text);
  if (!date.ok && date.suggestion) return date.suggestion;
  const [, year, letter, count] = /^(\d{4})[-/. ]?([QHW])0?(\d{1,2})$/i.exec(text) ?? [];
  if (year && letter && count) return named(year, letter.toUpperCase(), count);
  const [, of, number, unit] = /^(\d{4})\s*年\s*第?\s*(\d{1,2})\s*(季度|周)$/.exec(text) ?? [];
  if (of && number) return named(of, unit === '周' ? 'W' : 'Q', number);
  const [, y, month] =
    /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})\s*月?$/.exec(text) ?? /^(\d{4})(\d\d)$/.exec(text) ?? [];
  return y && month && `${y}-${month.padStart(2, '0')}`;
}

function named(year: string, letter: string, number: string): string {
  return `${year}-${letter}${letter === 'W' ? number.padStart(2, '0') : number}`;
}
