/** A number that a text writes in digits. */
export interface WrittenNumber {
  start: number;
  end: number;
  /** All that it may stand for: `14` and `14:00` for “2 p.m.”. Texts agree when they share one. */
  values: string[];
}

/**
 * The numbers that a text writes in digits, Chinese or English. Offsets are those of the text.
 *
 * @example writtenNumbers('不超过１.５万元') // => [{ start: 3, end: 7, values: ['15000'] }]
 */
export function writtenNumbers(text: string): WrittenNumber[] {
  const plain = narrow(text);
  const found: WrittenNumber[] = [];
  for (const match of plain.matchAll(pattern)) {
    const values = valuesOf(match, plain);
    if (values.length > 0) found.push({ start: match.index, end: match.index + match[0].length, values });
  }
  return found;
}

/**
 * Every number that a reader may hear in a text: in digits, in words of either language, and as the same
 * time in another unit. It errs on the side of hearing too much, so that a free translation is not blamed.
 *
 * @example heardNumbers('within half an hour').has('30') // => true
 */
export function heardNumbers(text: string): Set<string> {
  const plain = narrow(text).toLowerCase();
  const heard = new Set<string>();
  const add = (value: number) => {
    if (Number.isFinite(value)) heard.add(canonical(value));
  };
  for (const { values } of writtenNumbers(text)) for (const value of values) heard.add(value);
  for (const [, number, unit] of plain.matchAll(
    /(\d+(?:\.\d+)?)\s*个?\s*(秒|分钟|小时|天|日|周|星期|个?月|年|s|seconds?|min|minutes?|h|hours?|d|days?|weeks?|months?|years?)/g,
  )) {
    for (const factor of factorsOf(unit!)) add(Number(number) * factor);
  }
  for (const value of chineseNumerals(plain)) add(value);
  for (const value of englishNumerals(plain)) add(value);
  for (const [expression, values] of fixedTimes)
    if (expression.test(plain)) for (const value of values) heard.add(value);
  return heard;
}

/**
 * The numbers of one text that another does not hold in any form, each once.
 *
 * @param locale of the other text; in a language whose number words are not known here, numbers up to twelve
 *   pass, since they are often written as words
 */
export function numbersMissingIn(text: string, other: string, locale = 'en'): WrittenNumber[] {
  const numbers = writtenNumbers(text);
  if (numbers.length === 0) return [];
  const digits = new Set(writtenNumbers(other).flatMap(({ values }) => values));
  // Most numbers stand in digits on both sides; words are listened to only for the rest.
  const doubtful = numbers.filter(({ values }) => !values.some((value) => digits.has(value)));
  if (doubtful.length === 0) return [];
  const heard = /^(?:zh|en)\b/.test(locale) ? heardNumbers(other) : upToTwelve;
  const seen = new Set<string>();
  return doubtful.filter(({ values }) => {
    if (values.some((value) => heard.has(value)) || seen.has(values[0]!)) return false;
    seen.add(values[0]!);
    return true;
  });
}

// helpers

const upToTwelve: ReadonlySet<string> = new Set(Array.from({ length: 13 }, (_, number) => String(number)));

const partOfDay = /(?:(?<morning>凌晨|清晨|早上|早晨|上午)|中午|下午|傍晚|晚上|夜里|晚)\s*$/;

/** Times of day before plain numbers, since they hold them. */
const pattern = new RegExp(
  [
    '(?<clock>(?<hour>\\d{1,2}):(?<minute>[0-5]\\d))(?:\\s*(?<half>[ap])\\.?m\\b\\.?)?',
    '(?<hour12>\\d{1,2})\\s*(?<half12>[ap])\\.?m\\b\\.?',
    '(?<hourZh>\\d{1,2})\\s*点(?![击评数位名])(?<halfZh>半)?',
    '(?<number>\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:\\s*(?<scale>万|亿|千(?!米|克)|thousand\\b|million\\b))?',
  ].join('|'),
  'giu',
);

const scales: Record<string, number> = { 千: 1e3, 万: 1e4, 亿: 1e8, thousand: 1e3, million: 1e6 };

function valuesOf({ groups = {}, index = 0 }: RegExpMatchArray, text: string): string[] {
  const { clock, hour, minute, half, hour12, half12, hourZh, halfZh, number, scale } = groups;
  if (clock) return clockValues(Number(hour), Number(minute), half);
  if (hour12) return clockValues(Number(hour12), 0, half12);
  if (hourZh) {
    const before = partOfDay.exec(text.slice(Math.max(0, index - 4), index))?.groups;
    const side = before && (before.morning ? 'a' : 'p');
    return clockValues(Number(hourZh), halfZh ? 30 : 0, side, true);
  }
  const value = Number((number ?? '').replaceAll(',', '')) * (scales[(scale ?? '').toLowerCase()] ?? 1);
  return Number.isFinite(value) ? [canonical(value)] : [];
}

/** A time of day; without a half of the day a Chinese hour may be either. */
function clockValues(hour: number, minute: number, half: string | undefined, either = false): string[] {
  const side = half?.toLowerCase();
  const full = side === 'p' && hour < 12 ? hour + 12 : side === 'a' && hour === 12 ? 0 : hour;
  const hours = either && !side && hour < 12 ? [full, full + 12] : [full];
  const clocks = hours.map((each) => `${String(each).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  // Half past two is not two o'clock.
  return minute === 0 ? [...clocks, ...hours.map(String), String(hour)] : clocks;
}

/** Full-width figures and signs, one for one, so that offsets stay. */
function narrow(text: string): string {
  return text.replace(/[０-９．：，％]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0));
}

/** The number without rounding noise. */
function canonical(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** What a number of one unit is in its neighbours: 2 hours are 120 minutes. */
function factorsOf(unit: string): number[] {
  if (/^(?:秒|s)/.test(unit)) return [1 / 60];
  if (/^(?:分|min)/.test(unit)) return [60, 1 / 60];
  if (/^(?:小|h)/.test(unit)) return [60, 1 / 24];
  if (/^(?:天|日|d)/.test(unit)) return [24, 1 / 7, 1 / 30, 1 / 365];
  if (/^(?:周|星|w)/.test(unit)) return [7];
  if (/^(?:个?月|mon)/.test(unit)) return [30, 1 / 12, 1 / 3];
  return [12, 365];
}

/** Times that are said without a number. */
const fixedTimes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:a|one|per|each|every) day\b|\bdaily\b|[一每当]天|[一每当]日|全天|昼夜/, ['1', '24']],
  [/\b(?:an|one|per|each|every) hour\b|\bhourly\b|[一每]个?小时/, ['1', '60']],
  [/\b(?:a|one|per|each|every) minute\b|[一每]分钟/, ['1', '60']],
  [/\b(?:a|one|per|each|every) week\b|\bweekly\b|[一每]周|[一每]个?星期/, ['1', '7']],
  [/\b(?:a|one|per|each|every) month\b|\bmonthly\b|[一每]个?月/, ['1', '30']],
  [/\b(?:a|one|per|each|every) (?:year)\b|\byearly\b|\bannual|[一每]年/, ['1', '12', '365']],
  [/\bquarter(?:ly)?\b|[一每]个?季|刻钟/, ['1', '3', '4', '15', '25', '90']],
  [/\bhalf\b|半/, ['0.5', '6', '12', '30', '50', '180']],
  [/\bnoon\b|中午|正午/, ['12', '12:00']],
  [/\bmidnight\b|午夜|零点/, ['0', '24', '00:00', '24:00']],
  [/\bfortnight/, ['2', '14']],
  [/\bdozen\b|一打/, ['12']],
  [/\b(?:once|single|an?|alone|sole|only)\b|唯一|单/, ['1']],
  [/\b(?:twice|both|pair|double|couple|second)\b|双|俩/, ['2']],
  [/\bthrice\b/, ['3']],
  [/\b(?:all|whole|every|always|never|none|no)\b|全部|都|所有|没有|无|零/, ['0', '100']],
];

const hanDigits = '零一二三四五六七八九';

/** @example [...chineseNumerals('二十五天')] // => [25, 2, 5] */
function* chineseNumerals(text: string): Generator<number> {
  for (const [numeral] of text.matchAll(/[零〇一二两三四五六七八九十百千万]+/g)) {
    yield valueOfHan(numeral);
    // «三五» is read as a number of two figures by the first, as “three to five” by this.
    for (const character of numeral) {
      const digit = digitOf(character);
      if (digit >= 0) yield digit;
    }
  }
}

function digitOf(character: string): number {
  if (character === '〇') return 0;
  return character === '两' ? 2 : hanDigits.indexOf(character);
}

function valueOfHan(numeral: string): number {
  if (!/[十百千万]/.test(numeral)) return Number([...numeral].map(digitOf).join(''));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of numeral) {
    const figure = digitOf(character);
    if (figure >= 0) {
      digit = figure;
      continue;
    }
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit) section += (digit ?? 1) * unit;
    else {
      total += (section + (digit ?? 0) || 1) * 10_000;
      section = 0;
    }
    digit = undefined;
  }
  return total + section + (digit ?? 0);
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const ordinals: Record<string, number> = {
  ...{ first: 1, second: 2, third: 3, fifth: 5, eighth: 8, ninth: 9, twelfth: 12 },
  ...{ twentieth: 20, thirtieth: 30 },
};

/** @example [...englishNumerals('two hundred and fifty')] // => [250] */
function* englishNumerals(text: string): Generator<number> {
  let total: number | undefined;
  for (const word of text.split(/[^a-z]+/)) {
    const value = valueOfWord(word);
    if (value !== undefined) {
      if (total !== undefined && !goesOn(total, value)) {
        yield total;
        total = undefined;
      }
      total = (total ?? 0) + value;
    } else if (word === 'hundred' || word === 'thousand') {
      total = (total ?? 1) * (word === 'hundred' ? 100 : 1000);
      yield total;
    } else if (word !== 'and' && total !== undefined) {
      yield total;
      total = undefined;
    }
    if (months.includes(word)) yield months.indexOf(word) + 1;
  }
  if (total !== undefined) yield total;
}

/** “twenty five” and “two hundred fifty” go on, “two three” and “ten five” do not. */
function goesOn(total: number, value: number): boolean {
  return value < 10 ? total % 10 === 0 && total % 100 !== 10 : total % 100 === 0;
}

function valueOfWord(word: string): number | undefined {
  const plain = Object.hasOwn(ordinals, word) ? word : word.replace(/th$/, '');
  if (Object.hasOwn(ordinals, plain)) return ordinals[plain];
  if (small.includes(plain)) return small.indexOf(plain);
  if (plain.length > 1 && tens.includes(plain)) return tens.indexOf(plain) * 10;
  return undefined;
}
