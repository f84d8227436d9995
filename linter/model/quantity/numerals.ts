import { addDecimals, multiplyDecimals, toDecimal } from './decimal.ts';
import type { Decimal } from './types.ts';

export interface LooseNumber {
  number: Decimal;
  rest: string;
  /** Written with «半» or “half”, so better given in the next smaller unit. */
  half?: true;
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MULTIPLES: Readonly<Record<string, Decimal>> = {
  百: '100',
  千: '1000',
  万: '10000',
  亿: '100000000',
  k: '1000',
};
const WORDS: ReadonlyMap<string, Decimal> = new Map(
  Object.entries({
    a: '1',
    an: '1',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    twelve: '12',
    fifteen: '15',
    twenty: '20',
    thirty: '30',
    forty: '40',
    'forty-five': '45',
    sixty: '60',
    ninety: '90',
  }),
);

/** Read the number a text begins with, however people write it: `1,200`, `1.5万`, `十五`, `half an`, `five`. */
export function readLooseNumber(text: string): LooseNumber | undefined {
  return readHalf(text) ?? withHalf(readDigits(text) ?? readHan(text)) ?? readWord(text);
}

function readHalf(text: string): LooseNumber | undefined {
  const match = /^(?:半个?|half(?:[ -](?:an?\b)?))\s*/i.exec(text);
  return match ? { number: '0.5', rest: text.slice(match[0].length), half: true } : undefined;
}

/** `一个半小时`: the half follows the number. */
function withHalf(found: LooseNumber | undefined): LooseNumber | undefined {
  if (!found?.rest.startsWith('个半')) return found;
  return { number: addDecimals(found.number, '0.5'), rest: found.rest.slice(2), half: true };
}

function readDigits(text: string): LooseNumber | undefined {
  const match = /^([+-]?)\s?(\d[\d,]*(?:\.\d+)?)\s?([百千万亿]|k\b)?/i.exec(text);
  const [all = '', sign, digits = '', multiple] = match ?? [];
  if (digits.includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return undefined;
  const number = toDecimal((sign === '-' ? '-' : '') + digits.replaceAll(',', ''));
  if (number === undefined) return undefined;
  const times = MULTIPLES[multiple?.toLowerCase() ?? ''] ?? '1';
  return { number: multiplyDecimals(number, times), rest: text.slice(all.length) };
}

function readHan(text: string): LooseNumber | undefined {
  const written = /^[零〇一二两三四五六七八九十百千万]+(?:点[零〇一二三四五六七八九]+)?/.exec(text)?.[0];
  const number = written && hanNumber(written);
  return number ? { number, rest: text.slice(written.length) } : undefined;
}

function readWord(text: string): LooseNumber | undefined {
  const word = /^[a-z]+(?:-five)?(?= )/i.exec(text)?.[0] ?? '';
  const number = WORDS.get(word.toLowerCase());
  return number === undefined ? undefined : { number, rest: text.slice(word.length) };
}

/**
 * The value of a Chinese numeral below 10⁸.
 *
 * @example
 * hanNumber('一百二十'); // => '120'
 * hanNumber('两万五'); // => '25000'
 */
export function hanNumber(text: string): Decimal | undefined {
  const [whole = '', fraction] = text.split('点');
  const [high = '', low, ...more] = whole.split('万');
  if (more.length > 0) return undefined;
  const value = low === undefined ? hanSection(high) : hanMyriads(high, low);
  if (value === undefined) return undefined;
  const digits = [...(fraction ?? '')].map((digit) => HAN_DIGITS[digit]).join('');
  return toDecimal(digits ? `${value}.${digits}` : String(value));
}

function hanMyriads(high: string, low: string): number | undefined {
  const thousands = hanSection(high);
  // «两万五» says 25,000: a lone digit stands one rank below.
  const rest = low === '' ? 0 : low.length === 1 ? (HAN_DIGITS[low] ?? NaN) * 1000 : hanSection(low);
  if (thousands === undefined || rest === undefined || Number.isNaN(rest)) return undefined;
  return thousands * 10000 + rest;
}

/** Digits and ranks below 万, ranks falling: `三千零五`, `十五`, `一百二`. */
function hanSection(text: string): number | undefined {
  let total = 0;
  let rank = 10000;
  let digit: number | undefined;
  let zero = false;
  for (const character of text) {
    const unit = HAN_UNITS[character];
    if (unit === undefined) {
      // Two digits in a row («三五») are a range or a telephone number, not a count.
      if (digit !== undefined && digit !== 0) return undefined;
      digit = HAN_DIGITS[character];
      zero ||= digit === 0;
      continue;
    }
    if (unit >= rank || (digit === undefined && unit !== 10) || digit === 0) return undefined;
    total += (digit ?? 1) * unit;
    rank = unit;
    digit = undefined;
    zero = false;
  }
  if (text === '') return undefined;
  const lone = !zero && rank < 10000 && rank > 10 ? rank / 10 : 1;
  return total + (digit ?? 0) * lone;
}
