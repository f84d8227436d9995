import type { Template } from '../message.ts';

/** What can be wrong with a written value. Placeholders: `{text}` as written, `{expected}` as it should be. */
export const QUANTITY_MESSAGES = {
  empty: {
    en: 'The value is empty; expected something like "{expected}".',
    'zh-CN': '此处没有填值，应写成“{expected}”这样的形式。',
  },
  tooLong: {
    en: 'The value is {length} characters long; expected a number with a unit, at most {limit} characters.',
    'zh-CN': '此处的值长达 {length} 个字符，应只写数字和单位，不超过 {limit} 个字符。',
  },
  form: {
    en: 'Values have one form; write "{expected}" instead of "{text}".',
    'zh-CN': '数值只有一种写法：“{text}”应写作“{expected}”。',
  },
  calendarUnit: {
    en: '"{text}" has no fixed length; expected days, for instance "{expected}".',
    'zh-CN': '“{text}”的长短不固定，应按天写，例如“{expected}”。',
  },
  needlessOperator: {
    en: '"{text}" compares, but this field takes the plain value; expected "{expected}".',
    'zh-CN': '“{text}”含有比较，此处只写数值本身，应写作“{expected}”。',
  },
  missingOperator: {
    en: '"{text}" does not say in which direction it holds; expected "<= {expected}" or ">= {expected}".',
    'zh-CN': '“{text}”没有说明是上限还是下限，应写作“<= {expected}”或“>= {expected}”。',
  },
  missingUnit: {
    en: '"{text}" has no unit; expected one of ms, s, min, h, d, wd, as in "{expected}".',
    'zh-CN': '“{text}”没有单位，应带 ms、s、min、h、d、wd 之一，例如“{expected}”。',
  },
  missingCurrency: {
    en: '"{text}" has no currency; expected its code, as in "{expected}".',
    'zh-CN': '“{text}”没有币种，应写出币种代码，例如“{expected}”。',
  },
  missingPercent: {
    en: '"{text}" may mean two things; expected "{expected}" or "{other}".',
    'zh-CN': '“{text}”有两种理解，应写作“{expected}”或“{other}”。',
  },
  unknownUnit: {
    en: 'Unknown unit "{unit}" in "{text}"; expected one of ms, s, min, h, d, wd, as in "{expected}".',
    'zh-CN': '“{text}”中的单位“{unit}”无法识别，应为 ms、s、min、h、d、wd 之一，例如“{expected}”。',
  },
  unknownCurrency: {
    en: 'Unknown currency "{unit}" in "{text}"; expected a code of ISO 4217, as in "{expected}".',
    'zh-CN': '“{text}”中的币种“{unit}”无法识别，应为 ISO 4217 代码，例如“{expected}”。',
  },
  negative: {
    en: '"{text}" is below zero; expected zero or more.',
    'zh-CN': '“{text}”小于零，应为零或正数。',
  },
  notWhole: {
    en: '"{text}" is not a whole number; expected one without a fraction.',
    'zh-CN': '“{text}”不是整数，应写整数。',
  },
  zeroShare: {
    en: '"{text}" compares with nothing; expected a second number above zero, as in "1:1".',
    'zh-CN': '“{text}”的后项为零，应大于零，例如“1:1”。',
  },
  tooManyDigits: {
    en: '"{text}" has too many digits; expected at most 15 before the point and 6 after it.',
    'zh-CN': '“{text}”位数过多，小数点前最多 15 位，小数点后最多 6 位。',
  },
  notDuration: {
    en: '"{text}" is not a length of time; expected a number and a unit, as in "5 min", "24 h" or "2 wd".',
    'zh-CN': '“{text}”不是时长，应写数字加单位，例如“5 min”“24 h”“2 wd”。',
  },
  notMoney: {
    en: '"{text}" is not an amount of money; expected a number and a currency, as in "500 CNY" or "30 CNY per case".',
    'zh-CN': '“{text}”不是金额，应写数字加币种，例如“500 CNY”“30 CNY per case”。',
  },
  notRatio: {
    en: '"{text}" is not a ratio; expected a percentage such as "0.3 %" or a proportion such as "1:1".',
    'zh-CN': '“{text}”不是比率，应写百分比（如“0.3 %”）或比例（如“1:1”）。',
  },
  notCount: {
    en: '"{text}" is not a count; expected a number, alone or with what is counted, as in "3" or "3 case".',
    'zh-CN': '“{text}”不是数量，应写数字，可带所计之物，例如“3”“3 case”。',
  },
  notPoint: {
    en: '"{text}" is not a score; expected a number of points, as in "50 point".',
    'zh-CN': '“{text}”不是分数，应写作“50 point”这样的形式。',
  },
  notValue: {
    en: '"{text}" is not a value; expected a number and a unit, as in "5 min", "500 CNY", "0.3 %" or "50 point".',
    'zh-CN': '“{text}”不是数值，应写数字加单位，例如“5 min”“500 CNY”“0.3 %”“50 point”。',
  },
  notComparison: {
    en: '"{text}" is not a target; expected an operator and a value, as in "<= 5 min", "< 0.3 %" or ">= 50 point".',
    'zh-CN': '“{text}”不是目标值，应写比较符加数值，例如“<= 5 min”“< 0.3 %”“>= 50 point”。',
  },
  notLimit: {
    en: '"{text}" is not a limit; expected an amount of money such as "500 CNY", or "none" for no upper bound.',
    'zh-CN': '“{text}”不是限额，应写金额（如“500 CNY”），不设上限则写“none”。',
  },
} as const satisfies Record<string, Template>;

export type QuantityMessageId = keyof typeof QUANTITY_MESSAGES;
