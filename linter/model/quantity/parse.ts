import { nearest } from '../suggest.ts';
import { COMMON_CURRENCIES } from './currencies.ts';
import { compareDecimals, multiplyDecimals, toDecimal } from './decimal.ts';
import { readExactly, senseProblem } from './grammar.ts';
import { readLoosely, readLooseMeasure, tidy } from './loose.ts';
import type { QuantityMessageId } from './messages.ts';
import { readLooseNumber } from './numerals.ts';
import { printQuantity } from './print.ts';
import { fail, type QuantityFailure, type QuantityResult } from './result.ts';
import type { Quantity, QuantityKind, QuantityOf } from './types.ts';

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
  return wrong === undefined ? { ok: true, value: value as QuantityOf[K] } : senseless(kind, text, value, wrong);
}

export const parseDuration = (text: string) => parseQuantity('duration', text);
export const parseMoney = (text: string) => parseQuantity('money', text);
export const parseRatio = (text: string) => parseQuantity('ratio', text);
export const parseCount = (text: string) => parseQuantity('count', text);
export const parsePoint = (text: string) => parseQuantity('point', text);
export const parseValue = (text: string) => parseQuantity('value', text);
export const parseComparison = (text: string) => parseQuantity('comparison', text);
export const parseLimit = (text: string) => parseQuantity('limit', text);

function senseless(kind: QuantityKind, text: string, value: Quantity, id: QuantityMessageId): QuantityFailure {
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
  if (loose && suggestion !== undefined && !lacksScale(kind, loose.value)) {
    const id = loose.calendar ? 'calendarUnit' : loose.compared ? 'needlessOperator' : 'form';
    return fail(id, { text, expected: suggestion }, suggestion);
  }
  if (loose && suggestion === undefined) {
    const wrong = senseProblem(kind, loose.value);
    if (wrong !== undefined) return senseless(kind, text, loose.value, wrong);
  }
  return (kind === 'comparison' ? lacksOperator(text, plain) : lacksUnit(kind, text, plain)) ?? fail(NOT[kind], { text });
}

/** A form worth proposing: it parses, and prints to itself. */
function sound(kind: QuantityKind, text: string): string | undefined {
  const value = text.length > LONGEST ? undefined : readExactly(kind, text);
  if (value === undefined || senseProblem(kind, value) !== undefined) return undefined;
  return printQuantity(value);
}
