import type { Severity } from '../model/finding.ts';
import type { Language, Template } from '../model/message.ts';

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
} as const satisfies Record<string, Template>;

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
