import { decidingFindings } from '../model/comparison.ts';
import type { LintResult } from '../model/finding.ts';
import { type Language, render, type Template } from '../model/message.ts';
import { sentence } from './sentence.ts';
import { count, countsText } from './summary.ts';

const words = {
  since: {
    en: '{mark} Since "{base}": {counts}; older and not counted: {old}; fixed: {fixed}.',
    'zh-CN': '{mark} 与“{base}”相比：{counts}；原有、不计入：{old} 个；已修复：{fixed} 个。',
  },
  nothing: { en: 'nothing new', 'zh-CN': '没有新增问题' },
} satisfies Record<string, Template>;

/**
 * One line that says what a change did to the findings; undefined where nothing was compared with.
 *
 * @example
 * comparedLine(result, 'en'); // => '✖ Since "main": 1 error; older and not counted: 12; fixed: 2.'
 */
export function comparedLine(result: LintResult, lang: Language): string | undefined {
  if (!result.comparison) return undefined;
  const { base, fixed } = result.comparison;
  const deciding = decidingFindings(result);
  const counts = count(deciding);
  const data = {
    mark: counts.error > 0 ? '✖' : deciding.length > 0 ? '⚠' : '✔',
    base: sentence(base, 100),
    counts: countsText(counts, lang) || words.nothing,
    old: result.findings.length - deciding.length,
    fixed: fixed.length,
  };
  return render(words.since, data, lang);
}
