import type { Duration, Measure, Money, Operator, Quantity } from './types.ts';
import { PLURALS } from './units.ts';

export interface FormatOptions {
  /** `words` (default) writes “at most 5 min”, `signs` writes “≤ 5 min”. */
  comparison?: 'words' | 'signs';
}

const SIGNS: Record<Operator, string> = { '<=': '≤', '<': '<', '>=': '≥', '>': '>', '=': '=' };
const EN_WORDS: Record<Operator, string> = {
  '<=': 'at most',
  '<': 'less than',
  '>=': 'at least',
  '>': 'more than',
  '=': 'exactly',
};
/** Time and things are few or many, shares, scores and amounts low or high. */
const ZH_FEW: Record<Operator, string> = {
  '<=': '不超过',
  '<': '少于',
  '>=': '不少于',
  '>': '超过',
  '=': '正好',
};
const ZH_LOW: Record<Operator, string> = {
  '<=': '不超过',
  '<': '低于',
  '>=': '不低于',
  '>': '高于',
  '=': '正好',
};
const EN_UNITS = { ms: 'ms', s: 's', min: 'min', h: 'h', d: 'day', wd: 'working day' };
const ZH_UNITS = { ms: '毫秒', s: '秒', min: '分钟', h: '小时', d: '天', wd: '个工作日' };
const ZH_NOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    case: '次',
    complaint: '次投诉',
    guest: '位客人',
    customer: '位顾客',
    person: '人',
    stay: '次入住',
    day: '天',
    night: '晚',
    hour: '小时',
    week: '周',
    month: '月',
    year: '年',
    order: '单',
    visit: '次到访',
    room: '间房',
    table: '桌',
    item: '项',
    call: '次来电',
    time: '次',
  }),
);
/** Making a formatter costs far more than using it, and a site shows thousands of values. */
const FORMATTERS = new Map<string, Intl.NumberFormat>();
const EN_PLURALS = new Map([...PLURALS].map(([plural, noun]) => [noun, plural]));

/**
 * A value as a reader expects it, in English or Chinese (any `zh…` locale); other locales get English
 * words with their own digits.
 *
 * @example
 * formatQuantity(ofText('<= 5 min'), 'zh-CN'); // => '不超过 5 分钟'
 * formatQuantity(ofText('10000 CNY'), 'en'); // => 'CNY 10,000'
 */
export function formatQuantity(value: Quantity, locale: string, options: FormatOptions = {}): string {
  const chinese = /^zh\b/i.test(locale);
  if (value.kind === 'unlimited') return chinese ? '不设上限' : 'no limit';
  if (value.kind !== 'comparison') return formatMeasure(value, locale, chinese);
  const words = options.comparison === 'signs' ? SIGNS : chinese ? chineseWords(value.value) : EN_WORDS;
  return `${words[value.op]} ${formatMeasure(value.value, locale, chinese)}`;
}

function chineseWords(value: Measure): Record<Operator, string> {
  return value.kind === 'duration' || value.kind === 'count' ? ZH_FEW : ZH_LOW;
}

function formatMeasure(value: Measure, locale: string, chinese: boolean): string {
  const number = formatNumber(value.number, locale);
  switch (value.kind) {
    case 'duration':
      return formatDuration(value, number, chinese);
    case 'money':
      return formatMoney(value, locale, chinese);
    case 'ratio':
      return value.unit === '%' ? `${number}%` : `${number}:${formatNumber(value.to, locale)}`;
    case 'point':
      return chinese ? `${number} 分` : `${number} ${value.number === '1' ? 'point' : 'points'}`;
    case 'count':
      return value.unit === undefined ? number : `${number} ${counted(value.unit, value.number, chinese)}`;
  }
}

function formatDuration({ unit, number: exact }: Duration, number: string, chinese: boolean): string {
  if (chinese) return `${number} ${ZH_UNITS[unit]}`;
  const plural = (unit === 'd' || unit === 'wd') && exact !== '1';
  return `${number} ${EN_UNITS[unit]}${plural ? 's' : ''}`;
}

function formatMoney({ number, currency, per }: Money, locale: string, chinese: boolean): string {
  const digits = formatNumber(number, locale);
  if (!chinese) return `${currency} ${digits}${per ? ` per ${per}` : ''}`;
  const name = currency === 'CNY' ? '元' : currencyName(currency, locale);
  return `${digits} ${name}${per ? `/${ZH_NOUNS.get(per) ?? per}` : ''}`;
}

function currencyName(currency: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? currency;
}

/** Grouped digits without loss: Intl formats a decimal given as a string exactly. */
function formatNumber(number: string, locale: string): string {
  let formatter = FORMATTERS.get(locale);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
    FORMATTERS.set(locale, formatter);
  }
  return formatter.format(number as `${number}`);
}

function counted(unit: string, number: string, chinese: boolean): string {
  if (chinese) return unit === 'case' ? '起' : (ZH_NOUNS.get(unit) ?? unit);
  return number === '1' ? unit : (EN_PLURALS.get(unit) ?? unit);
}
