import type { Operator } from './types.ts';

const BEFORE: readonly [string, Operator][] = [
  ['less than or equal to', '<='],
  ['greater than or equal to', '>='],
  ['not more than', '<='],
  ['no more than', '<='],
  ['no longer than', '<='],
  ['not less than', '>='],
  ['no less than', '>='],
  ['at most', '<='],
  ['up to', '<='],
  ['within', '<='],
  ['maximum', '<='],
  ['max', '<='],
  ['at least', '>='],
  ['minimum', '>='],
  ['less than', '<'],
  ['fewer than', '<'],
  ['below', '<'],
  ['under', '<'],
  ['more than', '>'],
  ['greater than', '>'],
  ['above', '>'],
  ['over', '>'],
  ['exactly', '='],
  ['小于等于', '<='],
  ['小于或等于', '<='],
  ['大于等于', '>='],
  ['大于或等于', '>='],
  ['不超过', '<='],
  ['不高于', '<='],
  ['不多于', '<='],
  ['不大于', '<='],
  ['至多', '<='],
  ['最多', '<='],
  ['不少于', '>='],
  ['不低于', '>='],
  ['不小于', '>='],
  ['至少', '>='],
  ['最少', '>='],
  ['少于', '<'],
  ['低于', '<'],
  ['小于', '<'],
  ['超过', '>'],
  ['高于', '>'],
  ['大于', '>'],
  ['多于', '>'],
  ['等于', '='],
  ['<=', '<='],
  ['=<', '<='],
  ['≤', '<='],
  ['≦', '<='],
  ['⩽', '<='],
  ['>=', '>='],
  ['=>', '>='],
  ['≥', '>='],
  ['≧', '>='],
  ['⩾', '>='],
  ['==', '='],
  ['=', '='],
  ['<', '<'],
  ['>', '>'],
];
/** GB/T 1.1 counts the number itself in 以上, 以下 and 以内. */
const AFTER: readonly [string, Operator][] = [
  ['or less', '<='],
  ['or fewer', '<='],
  ['or more', '>='],
  ['以内', '<='],
  ['之内', '<='],
  ['内', '<='],
  ['及以下', '<='],
  ['以下', '<='],
  ['及以上', '>='],
  ['以上', '>='],
];

/** Split a comparison as people write it into operator and the rest. */
export function readLooseOperator(text: string): { op: Operator; rest: string } | undefined {
  const folded = text.toLowerCase();
  for (const [words, op] of BEFORE) {
    if (folded.startsWith(words)) return { op, rest: text.slice(words.length).trim() };
  }
  for (const [words, op] of AFTER) {
    if (folded.endsWith(words)) return { op, rest: text.slice(0, text.length - words.length).trim() };
  }
  return undefined;
}
