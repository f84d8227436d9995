import { nearest } from '../suggest.ts';
import { COMMON_CURRENCIES, CURRENCY_WORDS, isCurrency } from './currencies.ts';
import { multiplyDecimals } from './decimal.ts';
import { readLooseNumber } from './numerals.ts';
import type { Decimal, Measure, Money, Point, Ratio } from './types.ts';
import { isCountable, PLURALS, WHOLE_NOUN } from './units.ts';

/** What an amount or a count is for, as Chinese says it. */
const HAN_NOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    次投诉: 'case',
    起投诉: 'case',
    起: 'case',
    宗: 'case',
    人: 'person',
    位客人: 'guest',
    位宾客: 'guest',
    位顾客: 'guest',
    客人: 'guest',
    天: 'day',
    日: 'day',
    单: 'order',
    笔订单: 'order',
    订单: 'order',
    次入住: 'stay',
    次到访: 'visit',
    间: 'room',
    间房: 'room',
    晚: 'night',
    间夜: 'night',
  }),
);
const CURRENCY_NAMES = [...CURRENCY_WORDS.keys()].sort((a, b) => b.length - a.length);
const PARTS_PER: readonly [RegExp, Decimal][] = [
  [/^百分之/, '1'],
  [/^千分之/, '0.1'],
];

/** Read `¥500`, `RMB 500`, `500元`, `30 cny/case`, `每单30元`. */
export function readLooseMoney(text: string): Money | undefined {
  const [amountText, noun] = splitBasis(text);
  const money = amountText === undefined ? undefined : readAmount(amountText);
  if (money === undefined || noun === '') return undefined;
  return noun === undefined ? money : { ...money, per: noun };
}

/** Amount and basis; the basis is `''` where there is one that we cannot name. */
function splitBasis(text: string): [string | undefined, string | undefined] {
  const [, before, first] = /^每(\p{sc=Han}{1,3}?)((?:[\d¥]|人民币).*)$/u.exec(text) ?? [];
  if (before !== undefined) return [first, HAN_NOUNS.get(before) ?? ''];
  const [, amount, basis] = /^(.+?)(?: per |\/|每)\s*(?:a |每|一)?(.+)$/i.exec(text) ?? [];
  return basis === undefined ? [text, undefined] : [amount, toNoun(basis) ?? ''];
}

/** The noun meant by `Cases`, `次投诉`, `case`. */
function toNoun(text: string): string | undefined {
  const han = HAN_NOUNS.get(text);
  if (han !== undefined) return han;
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const noun = PLURALS.get(folded) ?? folded;
  return WHOLE_NOUN.test(noun) ? noun : undefined;
}

function readAmount(text: string): Money | undefined {
  const [leading, rest] = readCurrency(text);
  const found = readLooseNumber(rest.trimStart());
  if (found === undefined) return undefined;
  const unit = found.rest.trim();
  const currency = unit === '' ? leading : toCurrency(unit);
  // «人民币500元» and “US$500 USD” name it twice; two different ones are a puzzle.
  if (currency === undefined || (leading !== undefined && leading !== currency)) return undefined;
  return { kind: 'money', number: found.number, currency };
}

function readCurrency(text: string): [string | undefined, string] {
  const folded = text.toLowerCase();
  const name = CURRENCY_NAMES.find((candidate) => folded.startsWith(candidate));
  if (name !== undefined) return [CURRENCY_WORDS.get(name), text.slice(name.length)];
  const code = /^[a-z]{3}(?=[ \d])/i.exec(text)?.[0].toUpperCase() ?? '';
  return isCurrency(code) ? [code, text.slice(3)] : [undefined, text];
}

function toCurrency(unit: string): string | undefined {
  const known = CURRENCY_WORDS.get(unit.toLowerCase());
  if (known !== undefined) return known;
  const code = unit.toUpperCase();
  if (isCurrency(code)) return code;
  return /^[A-Z]{3}$/.test(code) ? nearest(code, COMMON_CURRENCIES) : undefined;
}

/** Read `10%`, `ten percent`, `百分之五`, `3‰`, `1 : 1`, `1比1`, `1 to 1`. */
export function readLooseRatio(text: string): Ratio | undefined {
  for (const [prefix, times] of PARTS_PER) {
    const found = prefix.test(text) ? readLooseNumber(text.replace(prefix, '')) : undefined;
    if (found?.rest === '') return percent(found.number, times);
  }
  const found = readLooseNumber(text);
  const rest = found?.rest.trim().toLowerCase();
  if (found === undefined || rest === undefined) return undefined;
  if (/^(?:%|percent|per cent|pct)$/.test(rest)) return percent(found.number, '1');
  if (rest === '‰') return percent(found.number, '0.1');
  const second = readLooseNumber(/^(?::|比|to )\s*(.+)$/.exec(rest)?.[1] ?? '');
  return second?.rest === ''
    ? { kind: 'ratio', number: found.number, unit: ':', to: second.number }
    : undefined;
}

function percent(number: Decimal, times: Decimal): Ratio {
  return { kind: 'ratio', number: multiplyDecimals(number, times), unit: '%' };
}

/** Read `50 points`, `50pts`; «50分» only where a score is asked for, since 分 is also a minute. */
export function readLoosePoint(text: string, hanToo: boolean): Point | undefined {
  const found = readLooseNumber(text);
  const unit = found?.rest.trim().toLowerCase() ?? '';
  const known = /^(?:points?|pts?)$/.test(unit) || (hanToo && unit === '分');
  return found && known ? { kind: 'point', number: found.number } : undefined;
}

/** Read `3 cases`, `3Case`, `三起投诉`, `03`. */
export function readLooseCount(text: string): Measure | undefined {
  const found = readLooseNumber(text);
  if (found === undefined) return undefined;
  const unit = found.rest.trim();
  if (unit === '') return { kind: 'count', number: found.number };
  const noun = toNoun(unit);
  return noun !== undefined && isCountable(noun)
    ? { kind: 'count', number: found.number, unit: noun }
    : undefined;
}
