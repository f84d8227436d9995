import { readLooseDuration } from './loose-duration.ts';
import { readLooseCount, readLooseMoney, readLoosePoint, readLooseRatio } from './loose-measure.ts';
import { readLooseOperator } from './loose-operator.ts';
import type { Measure, Quantity, QuantityKind } from './types.ts';

export interface LooseReading {
  value: Quantity;
  /** A month, quarter or year was turned into days. */
  calendar?: true;
  /** The text compared, though the field takes a plain value. */
  compared?: true;
}

type Found = { value: Measure; calendar?: true } | undefined;

const READERS: Record<Exclude<QuantityKind, 'comparison' | 'limit'>, (text: string) => Found> = {
  duration: readLooseDuration,
  money: (text) => found(readLooseMoney(text)),
  ratio: (text) => found(readLooseRatio(text)),
  count: (text) => found(readLooseCount(text)),
  point: (text) => found(readLoosePoint(text, true)),
  value: readLooseMeasure,
};

/**
 * Read a value the way a helpful colleague would: full-width signs, missing spaces, plurals, Chinese
 * numerals and units, words for operators. `undefined` where the meaning cannot be told.
 */
export function readLoosely(kind: QuantityKind, text: string): LooseReading | undefined {
  const plain = tidy(text);
  if (
    kind === 'limit' &&
    /^(?:none|unlimited|no limit|∞|无|无限|无上限|不限|不设上限|不设限)$/i.test(plain)
  ) {
    return { value: { kind: 'unlimited' } };
  }
  const comparison = readLooseOperator(plain);
  if (kind !== 'comparison') {
    const read = READERS[kind === 'limit' ? 'money' : kind];
    const value = read(comparison?.rest ?? plain);
    return value && comparison ? { ...value, compared: true } : value;
  }
  const right = comparison && readLooseMeasure(comparison.rest);
  return right && { ...right, value: { kind: 'comparison', op: comparison.op, value: right.value } };
}

/** Any plain value, where the text leaves no doubt which. */
export function readLooseMeasure(text: string): Found {
  // 分 is a minute, a point or a hundredth of a yuan.
  if (text.endsWith('分')) return undefined;
  return (
    found(readLooseMoney(text)) ??
    found(readLooseRatio(text)) ??
    found(readLoosePoint(text, false)) ??
    found(readLooseCount(text)) ??
    readLooseDuration(text)
  );
}

/** Full-width to half-width, one kind of minus and space, no quotes around and no full stop behind. */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[−–—]/g, '-')
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .replace(/^[\s"'“”‘’]+|[\s"'“”‘’。.;,]+$/gu, '');
}

function found(value: Measure | undefined): Found {
  return value && { value };
}
