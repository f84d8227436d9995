import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { render } from '../../linter/model/message.ts';
import {
  compareQuantities,
  dimensionOf,
  formatQuantity,
  parseComparison,
  parseQuantity,
  parseValue,
  printQuantity,
  QUANTITY_MESSAGES,
  type QuantityKind,
  satisfies,
  toSeconds,
} from '../../linter/model/quantity.ts';

const of = (text: string, kind: QuantityKind = 'value') => {
  const result = parseQuantity(kind, text);
  if (!result.ok) throw new Error(`${text}: ${result.problem.messageId}`);
  return result.value;
};
const suggestion = (kind: QuantityKind, text: string) => {
  const result = parseQuantity(kind, text);
  return result.ok ? 'accepted' : result.suggestion;
};
const problem = (kind: QuantityKind, text: string) => {
  const result = parseQuantity(kind, text);
  return result.ok ? 'accepted' : result.problem.messageId;
};

describe('the documented grammar', () => {
  for (const page of ['quantity.md', 'quantity.zh-CN.md']) {
    const text = readFileSync(new URL(`../../linter/model/${page}`, import.meta.url), 'utf8');
    const rowsOf = (section = '') =>
      section
        .split('\n')
        .filter((line) => /^\| [a-z]/.test(line))
        .map((line) => line.split('|').map((cell) => cell.trim()));
    const [forms = [], repairs = []] = text.split('\n## ').map(rowsOf);
    const code = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    const kindOf = (row: string[]) => row[1]?.split(' ')[0] as QuantityKind;

    it(`${page}: every example is accepted and printed back`, () => {
      expect(forms.length).toBe(8);
      for (const row of forms) {
        for (const example of code(row[3])) expect(printQuantity(of(example, kindOf(row)))).toBe(example);
      }
    });

    it.each(repairs.map((row) => [kindOf(row), code(row[2])[0] ?? '', code(row[3])[0] ?? '']))(
      `${page}: %s «%s» gets «%s»`,
      (kind, written, right) => {
        expect(suggestion(kind as QuantityKind, written)).toBe(right);
      },
    );
  }
});

describe('reading', () => {
  it('keeps decimals exact and takes off what carries no meaning', () => {
    expect(of('0.1 s')).toEqual({ kind: 'duration', number: '0.1', unit: 's' });
    expect(of('1.50 h')).toEqual({ kind: 'duration', number: '1.5', unit: 'h' });
    expect(of('10,000 CNY')).toEqual({ kind: 'money', number: '10000', currency: 'CNY' });
    expect(of('123456789012345.678901 CNY')).toMatchObject({ number: '123456789012345.678901' });
    expect(of('-0 point')).toEqual({ kind: 'point', number: '0' });
  });

  it.each<[QuantityKind, string, string | undefined]>([
    ['duration', '5 minutes', '5 min'],
    ['duration', '5分钟', '5 min'],
    ['duration', '５ 分钟', '5 min'],
    ['duration', '05 min', '5 min'],
    ['duration', '5  min', '5 min'],
    ['duration', ' 5 min', '5 min'],
    ['duration', '5 Min', '5 min'],
    ['duration', '1.5 hours', '1.5 h'],
    ['duration', 'half an hour', '30 min'],
    ['duration', '一个半小时', '90 min'],
    ['duration', '1小时30分钟', '90 min'],
    ['duration', '1 d 12 h', '36 h'],
    ['duration', '一百二十秒', '120 s'],
    ['duration', '十五分', '15 min'],
    ['duration', '一刻钟', '15 min'],
    ['duration', '每两周', '14 d'],
    ['duration', 'every 2 weeks', '14 d'],
    ['duration', 'weekly', '7 d'],
    ['duration', '2 business days', '2 wd'],
    ['duration', '48-hour', '48 h'],
    ['money', '500元', '500 CNY'],
    ['money', '五百元', '500 CNY'],
    ['money', '￥500', '500 CNY'],
    ['money', 'CNY 500', '500 CNY'],
    ['money', '500 cny', '500 CNY'],
    ['money', '500 yuan', '500 CNY'],
    ['money', '人民币500元', '500 CNY'],
    ['money', 'HK$1,200', '1200 HKD'],
    ['money', '两万五千元', '25000 CNY'],
    ['money', '30 CNY per cases', '30 CNY per case'],
    ['money', '30 CNY/guest', '30 CNY per guest'],
    ['money', 'US$5 CNY', undefined],
    ['money', '10,00 CNY', undefined],
    ['ratio', '３‰', '0.3 %'],
    ['ratio', '10 percent', '10 %'],
    ['ratio', '30', '30 %'],
    ['ratio', '0.3', undefined],
    ['ratio', '一比一', '1:1'],
    ['count', '三', '3'],
    ['count', 'three cases', '3 case'],
    ['comparison', '<=5 min', '<= 5 min'],
    ['comparison', '<= 5 minuts', '<= 5 min'],
    ['comparison', '＜０.３％', '< 0.3 %'],
    ['comparison', 'within two working days', '<= 2 wd'],
    ['comparison', '至少 50 points', '>= 50 point'],
    ['comparison', '>= 50分', undefined],
    ['comparison', '5 min', undefined],
    ['limit', 'None', 'none'],
    ['limit', 'at most 500 CNY', '500 CNY'],
    ['duration', '半天', undefined],
    ['duration', '尽快', undefined],
    ['duration', '三五天', undefined],
  ])('%s «%s» → %s', (kind, written, right) => {
    expect(suggestion(kind, written)).toBe(right);
  });

  it.each<[QuantityKind, string, string]>([
    ['duration', '', 'empty'],
    ['duration', ' \u200b ', 'empty'],
    ['duration', '5', 'missingUnit'],
    ['duration', '5 blorps', 'unknownUnit'],
    ['duration', '5 元', 'notDuration'],
    ['duration', '2 months', 'calendarUnit'],
    ['duration', '<= 5 min', 'needlessOperator'],
    ['duration', '0.5 wd', 'notWhole'],
    ['duration', '-5 min', 'negative'],
    ['duration', '5'.repeat(101), 'tooLong'],
    ['duration', `${'5'.repeat(16)} min`, 'tooManyDigits'],
    ['money', '500', 'missingCurrency'],
    ['money', '500 XQZ', 'unknownCurrency'],
    ['money', '5 min', 'notMoney'],
    ['ratio', '0.3', 'missingPercent'],
    ['ratio', '1:0', 'zeroShare'],
    ['ratio', '5 min', 'notRatio'],
    ['count', '1.5', 'notWhole'],
    ['count', '5 min', 'notCount'],
    ['point', '5 min', 'notPoint'],
    ['value', 'soon', 'notValue'],
    ['comparison', '5 min', 'missingOperator'],
    ['comparison', '<= soon', 'notComparison'],
    ['limit', 'a lot', 'notLimit'],
  ])('%s «%s» is %s', (kind, written, id) => {
    expect(problem(kind, written)).toBe(id);
  });

  it('fills every placeholder of its messages', () => {
    const samples: [QuantityKind, string][] = [
      ['duration', ''],
      ['duration', '5'],
      ['duration', '5 blorps'],
      ['duration', '2 months'],
      ['duration', '<= 5 min'],
      ['duration', '5 mins'],
      ['duration', '5'.repeat(200)],
      ['money', '500'],
      ['money', '500 CNX'],
      ['ratio', '0.3'],
      ['comparison', '5 min'],
    ];
    for (const [kind, text] of samples) {
      const result = parseQuantity(kind, text);
      if (result.ok) throw new Error(text);
      for (const language of ['en', 'zh-CN'] as const) {
        const sentence = render(QUANTITY_MESSAGES[result.problem.messageId], result.problem.data, language);
        expect(sentence).not.toMatch(/\{\w+\}/);
      }
    }
  });

  it('says it in both languages', () => {
    const result = parseQuantity('duration', '5 mins');
    if (result.ok) throw new Error('accepted');
    const { messageId, data } = result.problem;
    expect(render(QUANTITY_MESSAGES[messageId], data, 'en')).toBe(
      'Values have one form; write "5 min" instead of "5 mins".',
    );
    expect(render(QUANTITY_MESSAGES[messageId], data, 'zh-CN')).toBe(
      '数值只有一种写法：“5 mins”应写作“5 min”。',
    );
  });
});

describe('comparing', () => {
  it.each<[string, string, -1 | 0 | 1 | undefined]>([
    ['90 s', '1.5 min', 0],
    ['0.1 s', '100 ms', 0],
    ['24 h', '1 d', 0],
    ['10 min', '2 wd', -1],
    ['3 wd', '2 wd', 1],
    ['30 d', '2 wd', undefined],
    ['500 CNY', '499.99 CNY', 1],
    ['500 CNY', '500 USD', undefined],
    ['5 CNY per case', '5 CNY', undefined],
    ['1:2', '50 %', 0],
    ['1:3', '33.333333 %', 1],
    ['3 case', '3', undefined],
    ['3 case', '2 case', 1],
    ['-12 point', '50 point', -1],
    ['5 min', '5 point', undefined],
  ])('%s against %s', (left, right, order) => {
    expect(compareQuantities(of(left), of(right))).toBe(order);
  });

  it('puts an unlimited grant above every amount', () => {
    expect(compareQuantities(of('none', 'limit'), of('500 CNY'))).toBe(1);
    expect(compareQuantities(of('500 CNY'), of('none', 'limit'))).toBe(-1);
    expect(compareQuantities(of('none', 'limit'), of('none', 'limit'))).toBe(0);
    expect(compareQuantities(of('none', 'limit'), of('5 min'))).toBeUndefined();
  });

  it.each<[string, string, boolean | undefined]>([
    ['5 min', '<= 5 min', true],
    ['301 s', '<= 5 min', false],
    ['5 min', '< 5 min', false],
    ['50 point', '>= 50 point', true],
    ['50 point', '> 50 point', false],
    ['3', '= 3', true],
    ['5 CNY', '<= 5 min', undefined],
  ])('%s meets %s: %s', (value, target, met) => {
    const [left, right] = [parseValue(value), parseComparison(target)];
    expect(left.ok && right.ok && satisfies(left.value, right.value)).toBe(met);
  });

  it('counts seconds, and working days by the hours asked for', () => {
    expect(toSeconds({ kind: 'duration', number: '500', unit: 'ms' })).toBe(0.5);
    expect(toSeconds({ kind: 'duration', number: '1.5', unit: 'h' })).toBe(5400);
    expect(toSeconds({ kind: 'duration', number: '2', unit: 'wd' })).toBe(172_800);
    expect(toSeconds({ kind: 'duration', number: '2', unit: 'wd' }, 8)).toBe(57_600);
  });

  it('knows the dimension of a unit', () => {
    const units = ['min', 'wd', '%', 'point', 'CNY', 'case', 'mins', 'XQZ', ''];
    expect(units.map(dimensionOf)).toEqual([
      'duration',
      'duration',
      'ratio',
      'point',
      'money',
      'count',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('showing to readers', () => {
  it.each<[QuantityKind, string, string, string]>([
    ['value', '5 min', '5 min', '5 分钟'],
    ['value', '1 d', '1 day', '1 天'],
    ['value', '2 wd', '2 working days', '2 个工作日'],
    ['value', '10000 CNY', 'CNY 10,000', '10,000 元'],
    ['value', '30 CNY per case', 'CNY 30 per case', '30 元/次'],
    ['value', '0.5 USD', 'USD 0.5', '0.5 美元'],
    ['value', '0.3 %', '0.3%', '0.3%'],
    ['value', '1:1', '1:1', '1:1'],
    ['value', '1 point', '1 point', '1 分'],
    ['value', '3 case', '3 cases', '3 起'],
    ['value', '123456789012345.678901', '123,456,789,012,345.678901', '123,456,789,012,345.678901'],
    ['comparison', '<= 5 min', 'at most 5 min', '不超过 5 分钟'],
    ['comparison', '>= 50 point', 'at least 50 points', '不低于 50 分'],
    ['comparison', '>= 2 case', 'at least 2 cases', '不少于 2 起'],
    ['limit', 'none', 'no limit', '不设上限'],
  ])('%s «%s» reads %s and %s', (kind, text, english, chinese) => {
    expect(formatQuantity(of(text, kind), 'en')).toBe(english);
    expect(formatQuantity(of(text, kind), 'zh-CN')).toBe(chinese);
  });

  it('writes signs where space is short', () => {
    expect(formatQuantity(of('<= 5 min', 'comparison'), 'en', { comparison: 'signs' })).toBe('≤ 5 min');
  });
});
