import type { Template } from '../model/message.ts';
import { PERIOD_MESSAGES } from '../model/observation-period.ts';

/** What is wrong with the columns of a file of observations. */
export const observationFileMessages = {
  empty: {
    en: 'The file is empty; expected the line "period,value,n,by" and a line for each period. Fill it in or delete it.',
    'zh-CN': '文件是空的，首行应为“period,value,n,by”，其后每期一行；请填写或删除。',
  },
  noHeader: {
    en: 'The first line holds figures; expected the names of the columns. Put the line "period,value,n,by" above it.',
    'zh-CN': '首行就是数据，应先写列名；请在上方加一行“period,value,n,by”。',
  },
  separator: {
    en: 'The cells are separated by {separator}; expected commas. Save the table as CSV with commas.',
    'zh-CN': '单元格以{separator}分隔，应为逗号；请另存为逗号分隔的 CSV。',
  },
  unknownColumn: {
    en: 'There is no column "{column}" in observations; {hint} Rename or delete it: data/ holds aggregates, never data of single customers.',
    'zh-CN': '观测数据没有“{column}”这一列；{hint}请改名或删除：data/ 只放汇总值，不放单个客户的数据。',
  },
  twice: {
    en: 'Column "{column}" stands here a second time; expected each column once. Delete one.',
    'zh-CN': '“{column}”列重复出现，每列只应有一次；请删除一列。',
  },
  missingColumn: {
    en: 'Column "{column}" is missing; expected at least "{required}". Add it.',
    'zh-CN': '缺少 {column} 列，至少应有“{required}”；请补上。',
  },
} satisfies Record<string, Template>;

/** What is wrong with single cells. */
export const observationValueMessages = {
  ...PERIOD_MESSAGES,
  emptyCell: {
    en: 'The "{column}" of this line is empty; expected one. Fill it in, or delete the line.',
    'zh-CN': '这一行没有写 {column}；请填写，或删除该行。',
  },
  notNumber: {
    en: '"{text}" is not a plain number; expected digits alone, in the unit of the metric, such as "12.5". Rewrite it.',
    'zh-CN': '“{text}”不是单纯的数字，应只写数字，如“12.5”，单位与指标相同；请改写。',
  },
  numberForm: {
    en: 'Numbers have one form; write "{expected}" instead of "{text}".',
    'zh-CN': '数字只有一种写法：“{text}”应写作“{expected}”。',
  },
  notCount: {
    en: '"{text}" is no number of cases; expected a whole number from 0 up. Correct it, or leave the cell empty.',
    'zh-CN': '“{text}”不是样本数，应为不小于 0 的整数；请改正，或留空。',
  },
  negativeTotal: {
    en: '"{text}" is below zero; expected a total of the period. Correct it.',
    'zh-CN': '“{text}”小于零，此处应为本期合计；请改正。',
  },
  noCases: {
    en: 'A value cannot be computed over 0 cases; expected at least 1. Correct n, or delete the line.',
    'zh-CN': '样本数为 0，算不出数值，至少应为 1；请改正 n，或删除该行。',
  },
  tooMany: {
    en: 'The parts add up to {sum}, more than all {n} cases; expected at most {n}. Correct them.',
    'zh-CN': '各部分合计 {sum}，多于总数 {n}，应不超过 {n}；请改正。',
  },
  extraCell: {
    en: 'This line has more cells than the {columns} columns; expected a point as decimal mark and no commas inside numbers. Correct it.',
    'zh-CN': '这一行的单元格多于 {columns} 列；小数点应为“.”，数字内不应有逗号，请改正。',
  },
  duplicate: {
    en: 'Period "{period}" stands twice{by}; expected one value. Delete one.',
    'zh-CN': '期间“{period}”出现两次{by}，每期只应有一个数值；请删除一个。',
  },
  overlap: {
    en: 'Period "{period}" overlaps period "{other}"{by}; expected periods of one length side by side. Keep one of them.',
    'zh-CN': '期间“{period}”与“{other}”重叠{by}，各期应首尾相接、长短一致；请保留其一。',
  },
  replace: { en: 'Write "{suggestion}".', 'zh-CN': '改为“{suggestion}”。' },
  otherHere: { en: 'The other one stands here.', 'zh-CN': '另一处在这里。' },
} satisfies Record<string, Template>;
