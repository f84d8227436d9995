import type { LintResult } from '../model/finding.ts';
import { type Language, render, type Template } from '../model/message.ts';
import type { HistoryReader } from '../node.ts';

const shallow: Template = {
  en: 'This is a shallow clone, so it is not known when all files last changed; reviews that would count from that day were not checked. Check out with "fetch-depth: 0" (GitHub) or "GIT_DEPTH: 0" (GitLab), or run "git fetch --unshallow".',
  'zh-CN':
    '这是浅克隆，无从得知所有文件最后一次修改的日期，应从该日起算的复审没有检查；请在检出时设置 fetch-depth: 0（GitHub）或 GIT_DEPTH: 0（GitLab），或运行 git fetch --unshallow。',
};

/** Adds to a result what the rules asked of Git's history and could not be told. */
export function withHistoryNotice(
  result: LintResult,
  history: HistoryReader,
  language: Language,
): LintResult {
  const doubt = history.doubt();
  if (!doubt) return result;
  const notice =
    doubt === 'shallow' ? render(shallow, {}, language) : render(doubt.template, doubt.data, language);
  return { ...result, notices: [...result.notices, notice] };
}
