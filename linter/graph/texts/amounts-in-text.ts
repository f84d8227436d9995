import {
  type Duration,
  type Money,
  parseDuration,
  parseMoney,
  type QuantityResult,
} from '../../model/quantity.ts';

/** A value that stands in running text, read as a person reads it. */
export interface WrittenValue<T> {
  written: string;
  value: T;
  start: number;
  end: number;
}

const money =
  /(?:[¥￥$€£]|\b(?:RMB|CNY|USD|EUR|GBP|HKD|SGD|JPY)\s?)\d[\d,]*(?:\.\d+)?|(?:\d[\d,]*(?:\.\d+)?\s?[万千百]?|[一二两三四五六七八九十百千万]+)\s?(?:元|块钱|圆)|\b\d[\d,]*(?:\.\d+)?\s?(?:CNY|USD|EUR|GBP|HKD|SGD|JPY|RMB|yuan|dollars?|euros?|pounds?)\b/giu;

const duration =
  /\d+(?:\.\d+)?\s?(?:秒|分钟|小时|天|个工作日|(?:s|seconds?|min|minutes?|h|hours?|d|days?|working days?)\b)/giu;

const moneySign = /[¥￥$€£元块圆]|CNY|RMB|USD|EUR|GBP|HKD|SGD|JPY|yuan|dollar|euro|pound/i;

/** Whether a text may hold an amount of money: a quick look that never misses one. */
export function mayHoldMoney(text: string): boolean {
  return moneySign.test(text);
}

/** @example moneyIn('赔付 1.5万元') // => [{ written: '1.5万元', value: { kind: 'money', number: '15000', … }, … }] */
export function moneyIn(text: string): WrittenValue<Money>[] {
  return mayHoldMoney(text) ? valuesIn(text, money, parseMoney) : [];
}

/** @example durationsIn('5 分钟内答复') // => [{ written: '5 分钟', … }] */
export function durationsIn(text: string): WrittenValue<Duration>[] {
  return valuesIn(text, duration, parseDuration);
}

function valuesIn<T>(
  text: string,
  pattern: RegExp,
  parse: (text: string) => QuantityResult<T>,
): WrittenValue<T>[] {
  const found: WrittenValue<T>[] = [];
  for (const match of text.matchAll(pattern)) {
    const written = match[0].trim();
    const read = parse(written);
    // Prose seldom uses the grammar's form; what it proposes instead is what was meant.
    const exact = !read.ok && read.suggestion !== undefined ? parse(read.suggestion) : read;
    if (!exact.ok) continue;
    const start = match.index + match[0].indexOf(written);
    found.push({ written, value: exact.value, start, end: start + written.length });
  }
  return found;
}
