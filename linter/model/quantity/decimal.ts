import type { Decimal } from './types.ts';

interface Scaled {
  units: bigint;
  /** Number of digits after the point. */
  scale: number;
}

/**
 * Read plain digits (`007`, `1.50`, `-0`) into canonical form, or `undefined` when the text is no number.
 *
 * @example
 * toDecimal('1.50'); // => '1.5'
 * toDecimal('-0'); // => '0'
 */
export function toDecimal(text: string): Decimal | undefined {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? print(scale(text)) : undefined;
}

export function compareDecimals(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const [a, b] = align(scale(left), scale(right));
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const [a, b, common] = align(scale(left), scale(right));
  return print({ units: a + b, scale: common });
}

export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  const [a, b] = [scale(left), scale(right)];
  return print({ units: a.units * b.units, scale: a.scale + b.scale });
}

export function isWhole(number: Decimal): boolean {
  return !number.includes('.');
}

export function isNegative(number: Decimal): boolean {
  return number.startsWith('-');
}

/** True when the number stays within 15 digits before the point and 6 after it. */
export function isBounded(number: Decimal): boolean {
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(number);
}

function scale(text: string): Scaled {
  const [whole = '0', fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function align(left: Scaled, right: Scaled): [bigint, bigint, number] {
  const common = Math.max(left.scale, right.scale);
  const raise = (value: Scaled) => value.units * 10n ** BigInt(common - value.scale);
  return [raise(left), raise(right), common];
}

function print({ units, scale: places }: Scaled): Decimal {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return sign + whole + (fraction && `.${fraction}`);
}
