import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareQuantities,
  formatQuantity,
  type Measure,
  parseQuantity,
  printQuantity,
  type Quantity,
  type QuantityKind,
} from '../../linter/model/quantity.ts';

const whole = fc.bigInt({ min: 0n, max: 999_999_999_999_999n }).map(String);
const positive = fc.tuple(whole, fc.stringMatching(/^\d{0,5}[1-9]$/), fc.boolean());
const number = positive.map(([digits, fraction, plain]) => (plain ? digits : `${digits}.${fraction}`));
const signed = fc.tuple(number, fc.boolean()).map(([n, minus]) => (minus && n !== '0' ? `-${n}` : n));
const noun = fc.constantFrom('case', 'guest', 'stay', 'order', 'visit', 'room-night');
const maybeNoun = fc.option(noun, { nil: undefined });

const duration = fc.oneof(
  fc.record({ kind: fc.constant('duration'), number, unit: fc.constantFrom('ms', 's', 'min', 'h', 'd') }),
  fc.record({ kind: fc.constant('duration'), number: whole, unit: fc.constant('wd') }),
);
const money = fc
  .record({
    kind: fc.constant('money'),
    number,
    currency: fc.constantFrom('CNY', 'USD', 'EUR', 'JPY'),
    per: fc.option(fc.oneof(noun, fc.constant('day')), { nil: undefined }),
  })
  .map(({ per, ...amount }) => (per === undefined ? amount : { ...amount, per }));
const ratio = fc.oneof(
  fc.record({ kind: fc.constant('ratio'), number: signed, unit: fc.constant('%') }),
  fc.record({
    kind: fc.constant('ratio'),
    number,
    unit: fc.constant(':'),
    to: number.filter((n) => n !== '0'),
  }),
);
const counted = (size: fc.Arbitrary<string>) =>
  fc
    .tuple(size, maybeNoun)
    .map(([n, unit]) => (unit ? { kind: 'count', number: n, unit } : { kind: 'count', number: n }));
const point = fc.record({ kind: fc.constant('point'), number: signed });
const measure = fc.oneof(duration, money, ratio, counted(number), point) as fc.Arbitrary<Measure>;
const comparison = fc.record({
  kind: fc.constant('comparison'),
  op: fc.constantFrom('<=', '<', '>=', '>', '='),
  value: measure,
});
const VALUES: Record<QuantityKind, fc.Arbitrary<unknown>> = {
  duration,
  money,
  ratio,
  count: counted(whole),
  point,
  value: measure,
  comparison,
  limit: fc.oneof(money, fc.constant({ kind: 'unlimited' })),
};
const KINDS = Object.keys(VALUES) as QuantityKind[];

/** Strings near the grammar, so that most of them reach the reader that guesses. */
const pieces = fc.constantFrom(
  ...'5 0.3 10,000 1.50 05 -5 十五 一百二十 两万五 半 half an 万 k . , : 1:1 百分之 每 every per / 个'.split(
    ' ',
  ),
  ...'min mins minutes mintues h 小时 分钟 分 天 周 months working days wd 个工作日 m'.split(' '),
  ...'CNY cny RMB ¥ $ 元 块 美元 CNX % ‰ percent point points case cases Case 起投诉 次投诉'.split(' '),
  ...'constructor valueOf toString __proto__ per constructor'.split(' '),
  ...'<= < >= > = ≤ ≥ == at most 不超过 至少 以内 内 within over none unlimited 不限 ５ ： ％'.split(' '),
  ' ',
  '  ',
);
const written = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.constantFrom(
    'constructor',
    '5 valueOf',
    '5 CNY per constructor',
    '3 toString',
    '__proto__',
    '$constructor',
  ),
);

describe('every kind of value', () => {
  it.each(KINDS)('%s: parse(print(v)) = v', (kind) => {
    fc.assert(
      fc.property(VALUES[kind], (value) => {
        expect(parseQuantity(kind, printQuantity(value as Quantity))).toEqual({ ok: true, value });
      }),
    );
  });

  it.each(KINDS)('%s: any text is judged without a throw, and what is proposed is right', (kind) => {
    fc.assert(
      fc.property(written, (text) => {
        const result = parseQuantity(kind, text);
        if (result.ok) return parseQuantity(kind, printQuantity(result.value)).ok;
        if (result.suggestion === undefined) return true;
        const again = parseQuantity(kind, result.suggestion);
        return result.suggestion !== text && again.ok && printQuantity(again.value) === result.suggestion;
      }),
      { numRuns: 2000 },
    );
  });

  it('shows every value in both languages', () => {
    fc.assert(
      fc.property(measure, (value) => {
        for (const locale of ['en', 'zh-CN']) {
          const shown = formatQuantity(value, locale).replaceAll(',', '');
          if (!shown.includes(value.number)) return false;
        }
        return true;
      }),
    );
  });

  it('is ordered the same from both sides', () => {
    const turned = new Map([
      [-1, 1],
      [0, 0],
      [1, -1],
      [undefined, undefined],
    ]);
    fc.assert(
      fc.property(measure, measure, (a, b) => {
        expect(compareQuantities(a, a)).toBe(0);
        expect(compareQuantities(b, a)).toBe(turned.get(compareQuantities(a, b)));
      }),
    );
  });
});
