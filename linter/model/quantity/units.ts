import { CURRENCY_WORDS, isCurrency } from './currencies.ts';
import type { Decimal, DurationUnit, Measure, Operator } from './types.ts';

/** Seconds in one unit. A working day has no fixed length and is not here (see compare.ts). */
export const SECONDS: Readonly<Record<Exclude<DurationUnit, 'wd'>, Decimal>> = {
  ms: '0.001',
  s: '1',
  min: '60',
  h: '3600',
  d: '86400',
};

export const DURATION_UNITS: readonly DurationUnit[] = ['ms', 's', 'min', 'h', 'd', 'wd'];
export const OPERATORS: readonly Operator[] = ['<=', '<', '>=', '>', '='];

/** A noun as it stands in `3 case` or `30 CNY per case`: lower-case ASCII, words joined by hyphens. */
export const NOUN = '[a-z]+(?:-[a-z]+)*';
export const WHOLE_NOUN = new RegExp(`^${NOUN}$`);

export interface UnitSpelling {
  unit: DurationUnit;
  times: Decimal;
  /** A month, quarter or year is no fixed number of days; the rewriting is a proposal. */
  calendar?: true;
}

/** Every spelling of a length of time that is understood well enough to propose the right one. */
export const DURATION_SPELLINGS: ReadonlyMap<string, UnitSpelling> = spellings([
  ['ms', '1', 'ms msec msecs millisecond milliseconds 毫秒'],
  ['s', '1', 's sec secs second seconds 秒 秒钟'],
  ['min', '1', 'm min mins minute minutes 分 分钟'],
  ['min', '15', '刻 刻钟'],
  ['h', '1', 'h hr hrs hour hours 小时 钟头 时'],
  ['d', '1', 'd day days calendar_day calendar_days 天 日 自然日'],
  ['d', '7', 'w wk wks week weeks 周 星期 礼拜'],
  ['d', '14', 'fortnight fortnights'],
  ['d', '30', 'mo mos month months 月', true],
  ['d', '90', 'quarter quarters 季度', true],
  ['d', '365', 'y yr yrs year years 年', true],
  [
    'wd',
    '1',
    'wd wds workday workdays working_day working_days work_day work_days business_day business_days 工作日 工作天',
  ],
]);

/** Singulars of the nouns that people count by. */
export const PLURALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cases: 'case',
    complaints: 'complaint',
    guests: 'guest',
    customers: 'customer',
    people: 'person',
    persons: 'person',
    stays: 'stay',
    days: 'day',
    nights: 'night',
    hours: 'hour',
    weeks: 'week',
    months: 'month',
    years: 'year',
    orders: 'order',
    visits: 'visit',
    rooms: 'room',
    tables: 'table',
    items: 'item',
    calls: 'call',
    tickets: 'ticket',
    requests: 'request',
    bookings: 'booking',
    incidents: 'incident',
    steps: 'step',
    errors: 'error',
    stores: 'store',
    units: 'unit',
    transactions: 'transaction',
    times: 'time',
  }),
);

const POINT_WORDS = ['pt', 'pts', 'points'];
const PERCENT_WORDS = ['percent', 'pct'];
const RESERVED = new Set([
  ...DURATION_SPELLINGS.keys(),
  ...CURRENCY_WORDS.keys(),
  ...PLURALS.keys(),
  ...POINT_WORDS,
  ...PERCENT_WORDS,
  'point',
  'per',
  'none',
]);

/** Long unit names whose misspellings would otherwise pass for a noun that is counted. */
const MISTAKABLE = [
  'minute',
  'minutes',
  'second',
  'seconds',
  'millisecond',
  'milliseconds',
  'percent',
  'workday',
];

/** True when a lower-case noun may be counted: not a unit, not a plural, not a misspelt unit. */
export function isCountable(noun: string): boolean {
  if (!WHOLE_NOUN.test(noun)) return false;
  return !RESERVED.has(noun.replaceAll('-', ' ')) && !MISTAKABLE.some((name) => isSlip(noun, name));
}

/**
 * The dimension that a unit measures, or `undefined` for an unknown unit.
 *
 * @example
 * dimensionOf('min'); // => 'duration'
 * dimensionOf('CNY'); // => 'money'
 * dimensionOf('case'); // => 'count'
 */
export function dimensionOf(unit: string): Measure['kind'] | undefined {
  if ((DURATION_UNITS as readonly string[]).includes(unit)) return 'duration';
  if (unit === '%' || unit === ':') return 'ratio';
  if (unit === 'point') return 'point';
  if (isCurrency(unit)) return 'money';
  return isCountable(unit) ? 'count' : undefined;
}

/** One letter missing, added, changed, or two neighbours swapped: what a hurried hand does. */
export function isSlip(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 1) return false;
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start++;
  const [a, b] = [written.slice(start), meant.slice(start)];
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
  return a.length === b.length && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

function spellings(rows: [DurationUnit, Decimal, string, true?][]): Map<string, UnitSpelling> {
  const map = new Map<string, UnitSpelling>();
  for (const [unit, times, names, calendar] of rows) {
    for (const name of names.split(' ')) map.set(name.replace('_', ' '), { unit, times, calendar });
  }
  return map;
}
