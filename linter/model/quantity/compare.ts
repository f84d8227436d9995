import { compareDecimals, multiplyDecimals } from './decimal.ts';
import type { Comparison, Decimal, Duration, Measure, Quantity, Ratio } from './types.ts';
import { SECONDS } from './units.ts';

type Order = -1 | 0 | 1 | undefined;

/** From one working day to the same hour of the next there pass at least this many hours. */
const WORKING_DAY_AT_LEAST = '86400';

/**
 * A length of time in seconds.
 *
 * @param workingDayHours how long a working day (`wd`) is taken to be: 24 (the default) counts the time
 *   that passes, 8 the time that is worked
 * @example
 * toSeconds({ kind: 'duration', number: '5', unit: 'min' }); // => 300
 */
export function toSeconds({ number, unit }: Duration, workingDayHours = 24): number {
  if (unit === 'wd') return Number(number) * workingDayHours * 3600;
  return Number(multiplyDecimals(number, SECONDS[unit]));
}

/**
 * Put two values in order, exactly; `undefined` when they cannot be compared: other dimension, currency,
 * basis (`per`), or other things counted. A limit of `none` is above every amount. Working days compare
 * with each other; with other times only where it is certain, since n working days are never less than
 * n days (weekends and holidays only lengthen them). Two comparisons have no order.
 *
 * @example
 * compareQuantities(ofText('90 s'), ofText('1.5 min')); // => 0
 * compareQuantities(ofText('10 min'), ofText('2 wd')); // => -1
 * compareQuantities(ofText('5 CNY'), ofText('5 USD')); // => undefined
 */
export function compareQuantities(left: Quantity, right: Quantity): Order {
  if (left.kind === 'unlimited' || right.kind === 'unlimited') return compareUnlimited(left, right);
  if (left.kind === 'duration' && right.kind === 'duration') return compareDurations(left, right);
  if (left.kind === 'ratio' && right.kind === 'ratio') return compareRatios(left, right);
  if (left.kind === 'point' && right.kind === 'point') return compareDecimals(left.number, right.number);
  if (left.kind === 'money' && right.kind === 'money') {
    const alike = left.currency === right.currency && left.per === right.per;
    return alike ? compareDecimals(left.number, right.number) : undefined;
  }
  if (left.kind === 'count' && right.kind === 'count') {
    return left.unit === right.unit ? compareDecimals(left.number, right.number) : undefined;
  }
  return undefined;
}

/**
 * Whether a value meets a target; `undefined` when the two cannot be compared.
 *
 * @example
 * satisfies(ofText('4 min'), ofText('<= 5 min')); // => true
 */
export function satisfies(value: Measure, { op, value: bound }: Comparison): boolean | undefined {
  const order = compareQuantities(value, bound);
  if (order === undefined) return undefined;
  switch (op) {
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '=':
      return order === 0;
  }
}

function compareUnlimited(left: Quantity, right: Quantity): Order {
  if (left.kind === right.kind) return 0;
  if (left.kind === 'money') return -1;
  return right.kind === 'money' ? 1 : undefined;
}

function compareDurations(left: Duration, right: Duration): Order {
  if (left.unit !== 'wd' && right.unit !== 'wd') return compareDecimals(seconds(left), seconds(right));
  if (left.unit === right.unit) return compareDecimals(left.number, right.number);
  if (left.unit === 'wd') return compareDecimals(seconds(right), seconds(left)) < 0 ? 1 : undefined;
  return compareDecimals(seconds(left), seconds(right)) < 0 ? -1 : undefined;
}

function seconds({ number, unit }: Duration): Decimal {
  return multiplyDecimals(number, unit === 'wd' ? WORKING_DAY_AT_LEAST : SECONDS[unit]);
}

/** Percentages and proportions are both shares: `1:2` equals `50 %`. */
function compareRatios(left: Ratio, right: Ratio): Order {
  const [a, b] = [asFraction(left), asFraction(right)];
  return compareDecimals(multiplyDecimals(a.over, b.under), multiplyDecimals(b.over, a.under));
}

function asFraction(ratio: Ratio): { over: Decimal; under: Decimal } {
  return ratio.unit === '%' ? { over: ratio.number, under: '100' } : { over: ratio.number, under: ratio.to };
}
