import type { Template } from '../model/message.ts';

/** What can be wrong with the shape of a file, in the words of its author. */
export const schemaMessages = {
  document: {
    en: 'The file holds {found}; expected fields with values, such as {example}',
    'zh-CN': '文件内容为{found}；应为带值的字段，例如 {example}',
  },
  unknownField: {
    en: 'Unknown field "{field}" in {where}; {hint}',
    'zh-CN': '{where}中没有字段“{field}”；{hint}',
  },
  cutByComma: {
    en: 'A comma within { } ends a text, so "{value}" stands by itself; expected the whole text in quotes: write {field}: {text}',
    'zh-CN': '花括号内的英文逗号会截断文字，使“{value}”自成一项；应给整段文字加引号：请写成 {field}: {text}',
  },
  required: {
    en: 'Field "{field}" is missing in {where}; {remedy}',
    'zh-CN': '{where}缺少字段“{field}”；{remedy}',
  },
  requiredSeveral: {
    en: 'Fields {fields} are missing in {where}; add them.',
    'zh-CN': '{where}缺少字段{fields}；请补上。',
  },
  empty: {
    en: '"{field}" is empty; expected {expected}.',
    'zh-CN': '“{field}”为空；应为{expected}。',
  },
  type: {
    en: '"{field}" is {found}; expected {expected}.',
    'zh-CN': '“{field}”是{found}；应为{expected}。',
  },
  typeQuotes: {
    en: '"{field}" is {found}; expected text: put it in quotes, "{value}".',
    'zh-CN': '“{field}”是{found}；应为文本：请加上英文引号，写成 "{value}"。',
  },
  typeUnquote: {
    en: '"{field}" is text; expected {expected}: write {value} without quotes.',
    'zh-CN': '“{field}”是文本；应为{expected}：请去掉引号，写成 {value}。',
  },
  typeList: {
    en: '"{field}" is text; expected a list: write [{value}].',
    'zh-CN': '“{field}”是文本；应为列表：请写成 [{value}]。',
  },
  enum: {
    en: '"{field}" cannot be "{value}"; {hint}',
    'zh-CN': '“{field}”不能取值“{value}”；{hint}',
  },
  const: {
    en: '"{field}" can only be {expected}; write {expected} or leave it out.',
    'zh-CN': '“{field}”只能为 {expected}；请写 {expected} 或删去该字段。',
  },
  pattern: {
    en: '"{value}" does not fit "{field}"; expected {expected}.',
    'zh-CN': '“{value}”不符合“{field}”的写法；应为{expected}。',
  },
  propertyNames: {
    en: '"{value}" cannot be a key of "{field}"; expected {expected}.',
    'zh-CN': '“{value}”不能作为“{field}”的键；应为{expected}。',
  },
  format: {
    en: '"{value}" in "{field}" is no day of the calendar; write YYYY-MM-DD, such as {example}.',
    'zh-CN': '“{field}”的“{value}”不是有效日期；请写成 YYYY-MM-DD，例如 {example}。',
  },
  dateForm: {
    en: 'Dates have one form; write "{instead}" instead of "{value}" in "{field}".',
    'zh-CN': '日期只有一种写法：“{field}”的“{value}”应写作“{instead}”。',
  },
  minLength: {
    en: '"{field}" is too short: it needs at least {limit} characters. Expected {expected}.',
    'zh-CN': '“{field}”太短，至少需要 {limit} 个字符；应为{expected}。',
  },
  maxLength: {
    en: '"{field}" has {count} characters; at most {limit} are allowed. Shorten it.',
    'zh-CN': '“{field}”有 {count} 个字符，最多允许 {limit} 个；请缩短。',
  },
  minItems: {
    en: '"{field}" has too few items ({count}); the least is {limit}. Add what is missing.',
    'zh-CN': '“{field}”只有 {count} 项，至少需要 {limit} 项；请补足。',
  },
  maxItems: {
    en: '"{field}" has too many items ({count}); the most is {limit}. Remove some.',
    'zh-CN': '“{field}”有 {count} 项，最多允许 {limit} 项；请删减。',
  },
  minProperties: {
    en: '"{field}" has too few entries ({count}); the least is {limit}. Add what is missing.',
    'zh-CN': '“{field}”只有 {count} 个条目，至少需要 {limit} 个；请补足。',
  },
  maxProperties: {
    en: '"{field}" has too many entries ({count}); the most is {limit}. Remove some.',
    'zh-CN': '“{field}”有 {count} 个条目，最多允许 {limit} 个；请删减。',
  },
  minimum: {
    en: '"{field}" is {value}; the least that is allowed is {limit}.',
    'zh-CN': '“{field}”为 {value}；最小为 {limit}，请改正。',
  },
  maximum: {
    en: '"{field}" is {value}; the most that is allowed is {limit}.',
    'zh-CN': '“{field}”为 {value}；最大为 {limit}，请改正。',
  },
  uniqueItems: {
    en: '"{value}" stands twice in "{field}"; remove one.',
    'zh-CN': '“{field}”中“{value}”重复；请删去一个。',
  },
} as const satisfies Record<string, Template>;

export type SchemaMessageId = keyof typeof schemaMessages;
