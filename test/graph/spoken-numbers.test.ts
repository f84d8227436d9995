import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heardNumbers, numbersMissingIn, writtenNumbers } from '../../linter/graph/texts/spoken-numbers.ts';

describe('numbers in digits', () => {
  test.each([
    ['within 5 min', [['5']]],
    ['差错率低于 0.3 %', [['0.3']]],
    ['a sum of 10,000 yuan', [['10000']]],
    ['不超过１.５万元', [['15000']]],
    ['at 14:30', [['14:30']]],
    ['at 2:30 p.m.', [['14:30']]],
    ['at 2 p.m.', [['14:00', '14', '2']]],
    ['下午2点前', [['14:00', '14', '2']]],
    ['点击2次', [['2']]],
    ['点击2点击', [['2']]],
    ['rooms and floors', []],
  ])('%s', (text, values) => {
    expect(writtenNumbers(text).map((each) => each.values)).toEqual(values);
  });

  test('stand where the text says they stand', () => {
    const text = '押金500元，退房前 14:00 办理';
    expect(writtenNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual(['500', '14:00']);
  });
});

describe('translations that say the same', () => {
  test.each([
    ['在 30 分钟内', 'within half an hour'],
    ['24小时内', 'within a day'],
    ['14:00前', 'before 2 p.m.'],
    ['下午2点半', 'at 2:30 p.m.'],
    ['停两下，数到3', 'pause twice and count to three'],
    ['第25天', 'on the twenty-fifth day'],
    ['250元', 'two hundred and fifty yuan'],
    ['1.5万元', '15,000 yuan'],
    ['每季度4次', 'four times a quarter'],
    ['9月1日', '1 September'],
    ['不超过 12 个月', 'for at most a year'],
  ])('%s = %s', (chinese, english) => {
    expect(numbersMissingIn(chinese, english)).toEqual([]);
    expect(numbersMissingIn(english, chinese)).toEqual([]);
  });
});

describe('translations that do not', () => {
  test.each([
    ['30 分钟内', 'within 20 min', '30', '20'],
    ['不超过 500 元', 'up to 5,000 yuan', '500', '5,000'],
    ['14:00前', 'before 3 p.m.', '14:00', '3 p.m.'],
  ])('%s ≠ %s', (chinese, english, here, there) => {
    const shown = (text: string, other: string) =>
      numbersMissingIn(text, other).map(({ start, end }) => text.slice(start, end));
    expect(shown(chinese, english)).toEqual([here]);
    expect(shown(english, chinese)).toEqual([there]);
  });
});

test('small numbers pass in languages whose words are not known', () => {
  expect(numbersMissingIn('2 times within 30 min', 'deux fois en 30 min', 'fr')).toEqual([]);
  expect(numbersMissingIn('within 30 min', 'en 20 min', 'fr')).toHaveLength(1);
});

test('a number is heard however it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
      expect(heardNumbers(`共${inHan(number)}次`).has(String(number))).toBe(true);
      if (number < 1000) expect(heardNumbers(`on ${inEnglish(number)} days`).has(String(number))).toBe(true);
    }),
  );
});

test('no text makes it throw, and offsets lie within the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      heardNumbers(text);
      for (const { start, end } of writtenNumbers(text)) expect(text.slice(start, end)).not.toBe('');
    }),
  );
});

function inHan(number: number): string {
  const digits = '零一二三四五六七八九';
  let text = '';
  let gap = false;
  for (const [size, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / size) % 10;
    if (digit === 0) gap ||= text !== '';
    else {
      text += (gap ? '零' : '') + digits[digit] + unit;
      gap = false;
    }
  }
  return text;
}

function inEnglish(number: number): string {
  const small =
    ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    );
  const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
  const rest = number % 100;
  const below = rest < 20 ? small[rest]! : `${tens[Math.floor(rest / 10)]} ${small[rest % 10]}`.trim();
  const hundreds = Math.floor(number / 100);
  if (hundreds === 0) return below;
  return `${small[hundreds]} hundred${below === '' ? '' : ` and ${below}`}`;
}
