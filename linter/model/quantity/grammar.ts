import { isCurrency } from './currencies.ts';
import { isBounded, isNegative, isWhole, toDecimal } from './decimal.ts';
import type { QuantityMessageId } from './messages.ts';
import type {
  Comparison,
  Decimal,
  Duration,
  Measure,
  Money,
  Operator,
  Quantity,
  QuantityKind,
  Ratio,
} from './types.ts';
import { DURATION_UNITS, isCountable, NOUN, OPERATORS, PLURALS } from './units.ts';

const NUMBER = String.raw`(-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?)`;
const DURATION = new RegExp(`^${NUMBER} (${DURATION_UNITS.join('|')})$`);
const MONEY = new RegExp(`^${NUMBER} ([A-Z]{3})(?: per (${NOUN}))?$`);
const PERCENT = new RegExp(`^${NUMBER} %$`);
const PROPORTION = new RegExp(`^${NUMBER}:${NUMBER}$`);
const COUNT = new RegExp(`^${NUMBER}(?: (${NOUN}))?$`);
const POINT = new RegExp(`^${NUMBER} point$`);
const COMPARISON = new RegExp(`^(${OPERATORS.join('|')}) (.+)$`);

type Reader = (text: string) => Quantity | undefined;

const READERS: Record<QuantityKind, Reader> = {
  duration: readDuration,
  money: readMoney,
  ratio: readRatio,
  count: readCount,
  point: readPoint,
  value: readMeasure,
  comparison: readComparison,
  limit: (text) => (text === 'none' ? { kind: 'unlimited' } : readMoney(text)),
};

/**
 * Read a value whose shape is exactly that of the grammar; `undefined` for any other text.
 * The shape alone says nothing about sense: see {@link senseProblem}.
 */
export function readExactly(kind: QuantityKind, text: string): Quantity | undefined {
  return READERS[kind](text);
}

/** What makes a well-formed value senseless in a field of this kind, or `undefined` for a sound one. */
export function senseProblem(kind: QuantityKind, value: Quantity): QuantityMessageId | undefined {
  if (value.kind === 'unlimited') return undefined;
  if (value.kind === 'comparison') return senseProblem('value', value.value);
  if (!numbersOf(value).every(isBounded)) return 'tooManyDigits';
  if (value.kind === 'money' && !isCurrency(value.currency)) return 'unknownCurrency';
  // Scores run from −100 and a share may fall; time, money and things cannot be fewer than none.
  const mayFall = value.kind === 'point' || (value.kind === 'ratio' && value.unit === '%');
  if (!mayFall && numbersOf(value).some(isNegative)) return 'negative';
  if (value.kind === 'ratio' && value.unit === ':' && value.to === '0') return 'zeroShare';
  // A mean may be 1.5 cases, a working day cannot be split: nobody could say when it ends.
  const whole = kind === 'count' || (value.kind === 'duration' && value.unit === 'wd');
  return whole && !isWhole(value.number) ? 'notWhole' : undefined;
}

function numbersOf(value: Measure): Decimal[] {
  return value.kind === 'ratio' && value.unit === ':' ? [value.number, value.to] : [value.number];
}

function readDuration(text: string): Duration | undefined {
  const [, digits, unit] = DURATION.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return { kind: 'duration', number: decimal(digits), unit: unit as Duration['unit'] };
}

function readMoney(text: string): Money | undefined {
  const [, digits, currency, per] = MONEY.exec(text) ?? [];
  if (digits === undefined || currency === undefined || (per !== undefined && PLURALS.has(per)))
    return undefined;
  const amount: Money = { kind: 'money', number: decimal(digits), currency };
  return per === undefined ? amount : { ...amount, per };
}

function readRatio(text: string): Ratio | undefined {
  const percent = PERCENT.exec(text)?.[1];
  if (percent !== undefined) return { kind: 'ratio', number: decimal(percent), unit: '%' };
  const [, left, right] = PROPORTION.exec(text) ?? [];
  if (left === undefined || right === undefined) return undefined;
  return { kind: 'ratio', number: decimal(left), unit: ':', to: decimal(right) };
}

function readCount(text: string): Measure | undefined {
  const [, digits, unit] = COUNT.exec(text) ?? [];
  if (digits === undefined || (unit !== undefined && !isCountable(unit))) return undefined;
  return unit === undefined
    ? { kind: 'count', number: decimal(digits) }
    : { kind: 'count', number: decimal(digits), unit };
}

function readPoint(text: string): Measure | undefined {
  const digits = POINT.exec(text)?.[1];
  return digits === undefined ? undefined : { kind: 'point', number: decimal(digits) };
}

function readMeasure(text: string): Measure | undefined {
  return readDuration(text) ?? readMoney(text) ?? readRatio(text) ?? readPoint(text) ?? readCount(text);
}

function readComparison(text: string): Comparison | undefined {
  const [, op, rest] = COMPARISON.exec(text) ?? [];
  const value = rest === undefined ? undefined : readMeasure(rest);
  return value && { kind: 'comparison', op: op as Operator, value };
}

/** The patterns above let only digits through. */
function decimal(digits: string): Decimal {
  return toDecimal(digits.replaceAll(',', '')) as Decimal;
}
