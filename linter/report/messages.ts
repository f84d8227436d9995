import type { Severity, Suppression } from '../model/finding.ts';
import type { Language, Localised, Template } from '../model/message.ts';

export const SEVERITY_WORDS: Record<Severity, Template> = {
  error: { en: 'error', 'zh-CN': '错误' },
  warning: { en: 'warning', 'zh-CN': '警告' },
  info: { en: 'info', 'zh-CN': '提示' },
};

/** Labels of the lines below a finding, with the colon or space that follows them. */
export const LABELS = {
  help: { en: 'help: ', 'zh-CN': '修改：' },
  related: { en: 'see ', 'zh-CN': '另见 ' },
  notice: { en: 'note: ', 'zh-CN': '说明：' },
} as const satisfies Record<string, Template>;

export const SUMMARY = {
  clean: { en: 'Nothing to mend in {files}.', 'zh-CN': '{files}，没有发现问题。' },
  empty: { en: 'No files to check.', 'zh-CN': '没有可检查的文件。' },
  found: { en: '{counts} in {files}', 'zh-CN': '{files}，{counts}' },
  cut: {
    en: '… and {count} more that are not listed here',
    'zh-CN': '……另有 {count} 处未在此列出',
  },
  tooMany: {
    en: '{count} more findings are not in this report, which holds no more. Mend those shown first.',
    'zh-CN': '另有 {count} 处问题超出本报告的容量，未列出；请先修改已列出的。',
  },
  notAnnotated: {
    en: '{counts} more stand in the log of this step: GitHub shows ten annotations of a kind.',
    'zh-CN': '另有{counts}列在本步骤的日志中：GitHub 每类只显示十条批注。',
  },
  suppressed: {
    en: 'Suppressed with a reason: {count}.',
    'zh-CN': '已说明理由、不计入：{count} 处。',
  },
  fresh: { en: 'new', 'zh-CN': '新增' },
} as const satisfies Record<string, Template>;

/** Why a finding does not count. */
export const SUPPRESSION_WORDS: Record<Suppression['kind'], Localised> = {
  comment: { en: 'suppressed by a comment', 'zh-CN': '由注释豁免' },
  exception: { en: 'suppressed by an exception', 'zh-CN': '由例外豁免' },
  baseline: { en: 'in the baseline', 'zh-CN': '已在基线中' },
};

/** The columns of a table of findings. */
export const COLUMN_WORDS: readonly Localised[] = [
  { en: 'Severity', 'zh-CN': '级别' },
  { en: 'Place', 'zh-CN': '位置' },
  { en: 'Finding', 'zh-CN': '问题' },
  { en: 'Rule', 'zh-CN': '规则' },
];

const NOUNS: Record<Severity | 'file', { one: string; many: string; 'zh-CN': string }> = {
  error: { one: 'error', many: 'errors', 'zh-CN': '个错误' },
  warning: { one: 'warning', many: 'warnings', 'zh-CN': '个警告' },
  info: { one: 'note', many: 'notes', 'zh-CN': '个提示' },
  file: { one: 'file', many: 'files', 'zh-CN': '个文件' },
};

/**
 * A number with its noun.
 *
 * @example
 * counted(2, 'error', 'en'); // => '2 errors'
 * counted(2, 'error', 'zh-CN'); // => '2 个错误'
 */
export function counted(count: number, noun: Severity | 'file', lang: Language): string {
  const words = NOUNS[noun];
  return `${count} ${lang === 'en' ? (count === 1 ? words.one : words.many) : words['zh-CN']}`;
}
