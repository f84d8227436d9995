import { nearest } from '../suggest.ts';
import { COMMON_CURRENCIES } from './currencies.ts';
import { compareDecimals, multiplyDecimals } from './decimal.ts';
import { readExactly, senseProblem } from './grammar.ts';
import { readLoosely, readLooseMeasure, tidy } from './loose.ts';
import type { QuantityMessageId } from './messages.ts';
import { readLooseNumber } from './numerals.ts';
import { printQuantity } from './print.ts';
import { fail, type QuantityFailure, type QuantityResult } from './result.ts';
import type { Decimal, Quantity, QuantityKind, QuantityOf } from './types.ts';

const LONGEST = 100;
const EXAMPLES: Record<QuantityKind, string> = {
  duration: '5 min',
  money: '500 CNY',
  ratio: '0.3 %',
  count: '3 case',
  point: '50 point',
  value: '5 min',
  comparison: '<= 5 min',
  limit: '500 CNY',
};
const NOT: Record<QuantityKind, QuantityMessageId> = {
  duration: 'notDuration',
  money: 'notMoney',
  ratio: 'notRatio',
  count: 'notCount',
  point: 'notPoint',
  value: 'notValue',
  comparison: 'notComparison',
  limit: 'notLimit',
};

/**
 * Read a written value of the kind a field asks for. The grammar stands in quantity.md.
 *
 * @param kind what the field asks for (`x-quantity`)
 * @param text the value as written; any string, the function never throws
 * @returns the value, or what is wrong with the text and, where it can be told, the right form
 *
 * @example
 * parseQuantity('duration', '5 min'); // => { ok: true, value: { kind: 'duration', number: '5', unit: 'min' } }
 * parseQuantity('duration', '五分钟'); // => { ok: false, problem: { messageId: 'form', … }, suggestion: '5 min' }
 */
export function parseQuantity<K extends QuantityKind>(kind: K, text: string): QuantityResult<QuantityOf[K]> {
  if (text.length > LONGEST) return fail('tooLong', { length: String(text.length), limit: String(LONGEST) });
  const value = readExactly(kind, text);
  if (value === undefined) return explain(kind, text);
  const wrong = senseProblem(kind, value);
  // Each reader of the grammar yields the type its kind stands for.
  return wrong === undefined
    ? { ok: true, value: value as QuantityOf[K] }
    : senseless(kind, text, value, wrong);
}

export const parseDuration = (text: string) => parseQuantity('duration', text);
export const parseMoney = (text: string) => parseQuantity('money', text);
export const parseRatio = (text: string) => parseQuantity('ratio', text);
export const parseCount = (text: string) => parseQuantity('count', text);
export const parsePoint = (text: string) => parseQuantity('point', text);
export const parseValue = (text: string) => parseQuantity('value', text);
export const parseComparison = (text: string) => parseQuantity('comparison', text);
export const parseLimit = (text: string) => parseQuantity('limit', text);

function senseless(
  kind: QuantityKind,
  text: string,
  value: Quantity,
  id: QuantityMessageId,
): QuantityFailure {
  if (id !== 'unknownCurrency') return fail(id, { text });
  const money = value.kind === 'comparison' ? value.value : value;
  const unit = money.kind === 'money' ? money.currency : '';
  const guess = nearest(unit, COMMON_CURRENCIES);
  const suggestion = guess && sound(kind, text.replace(unit, guess));
  return fail(id, { text, unit, expected: suggestion ?? EXAMPLES.money }, suggestion);
}

/** Say why a text is outside the grammar, the likeliest reason first. */
function explain(kind: QuantityKind, text: string): QuantityFailure {
  const plain = tidy(text);
  if (plain === '') return fail('empty', { expected: EXAMPLES[kind] });
  const loose = readLoosely(kind, text);
  const suggestion = loose && sound(kind, printQuantity(loose.value));
  if (loose && suggestion !== undefined) {
    const id = loose.calendar ? 'calendarUnit' : loose.compared ? 'needlessOperator' : 'form';
    return fail(id, { text, expected: suggestion }, suggestion);
  }
  const wrong = loose && senseProblem(kind, loose.value);
  if (loose && wrong !== undefined) return senseless(kind, text, loose.value, wrong);
  const missing = kind === 'comparison' ? missingOperator(text, plain) : missingUnit(kind, text, plain);
  return missing ?? fail(NOT[kind], { text });
}

function missingOperator(text: string, plain: string): QuantityFailure | undefined {
  const value = readExactly('value', plain) ?? readLooseMeasure(plain)?.value;
  if (value === undefined || senseProblem('value', value) !== undefined) return undefined;
  return fail('missingOperator', { text, expected: printQuantity(value) });
}

/** A number alone, or with a unit nobody knows. */
function missingUnit(kind: QuantityKind, text: string, plain: string): QuantityFailure | undefined {
  const found = readLooseNumber(plain);
  if (found === undefined || found.half) return undefined;
  const { number } = found;
  const unit = found.rest.trim();
  if (kind === 'duration' && unit !== '') {
    // «5 元» is money and said to be no length of time; «5 blorps» is a unit nobody knows.
    const other = readLooseMeasure(plain)?.value.kind ?? 'count';
    return other === 'count' ? fail('unknownUnit', { text, unit, expected: EXAMPLES.duration }) : undefined;
  }
  if (unit !== '') return undefined;
  if (kind === 'duration') return fail('missingUnit', { text, expected: `${number} min` });
  if (kind === 'money' || kind === 'limit')
    return fail('missingCurrency', { text, expected: `${number} CNY` });
  if (kind === 'ratio') return missingPercent(text, number);
  if (kind !== 'point') return undefined;
  const suggestion = sound('point', `${number} point`);
  return suggestion === undefined ? undefined : fail('form', { text, expected: suggestion }, suggestion);
}

/** `0.3` may be 0.3 % or 30 %; `30` is hardly 3,000 %. */
function missingPercent(text: string, number: Decimal): QuantityFailure {
  const expected = `${number} %`;
  if (compareDecimals(number, '1') > 0) {
    const suggestion = sound('ratio', expected);
    if (suggestion !== undefined) return fail('form', { text, expected: suggestion }, suggestion);
  }
  return fail('missingPercent', { text, expected, other: `${multiplyDecimals(number, '100')} %` });
}

/** A form worth proposing: it parses, and prints to itself. */
function sound(kind: QuantityKind, text: string): string | undefined {
  const value = text.length > LONGEST ? undefined : readExactly(kind, text);
  if (value === undefined || senseProblem(kind, value) !== undefined) return undefined;
  return printQuantity(value);
}
