import { decidingFindings } from '../model/comparison.ts';
import type { Finding, LintResult } from '../model/finding.ts';
import { render } from '../model/message.ts';
import { changedFirst } from './changed-first.ts';
import { comparedLine } from './comparison.ts';
import type { ReportContext } from './context.ts';
import { markdownText } from './markdown-text.ts';
import { COLUMN_WORDS, LABELS, SEVERITY_WORDS, SUMMARY } from './messages.ts';
import { sentence } from './sentence.ts';
import { summaryLine } from './summary.ts';

/** GitHub takes a step summary of 1 MiB; the rest is left for what other tools write in it. */
const MOST_BYTES = 1_000_000;
const MOST_NOTICES = 100;

/**
 * A summary of a build or a comment on a pull request: what was found in a table, first what the change
 * brought; of a comparison, only what counts. Ends within GitHub's size for a step summary, and says so where it had to be cut.
 */
export function markdown(result: LintResult, context: ReportContext): string {
  const { lang } = context;
  const { suppressed, notices } = result;
  const findings = [...decidingFindings(result)];
  const head = [`### ${markdownText(comparedLine(result, lang) ?? summaryLine(result, lang))}`];
  if (suppressed.length > 0) head.push(render(SUMMARY.suppressed, { count: suppressed.length }, lang));
  const notes = notices
    .slice(0, MOST_NOTICES)
    .map((notice) => `> ${LABELS.notice[lang]}${markdownText(sentence(notice))}`);
  const blocks = [...head, ...notes];
  if (findings.length > 0) blocks.push(tableOf({ ...result, findings }, context));
  return `${blocks.join('\n\n')}\n`;
}

function tableOf(result: LintResult, context: ReportContext): string {
  const { lang } = context;
  const columns = COLUMN_WORDS.map((word) => word[lang]);
  const lines = [rowOf(columns), rowOf(columns.map(() => '---'))];
  let bytes = 0;
  let listed = 0;
  for (const finding of changedFirst(result, context.changed)) {
    const row = rowOf(cellsOf(finding, result, context));
    bytes += new TextEncoder().encode(row).length + 1;
    if (bytes > MOST_BYTES) break;
    lines.push(row);
    listed++;
  }
  const cut = result.findings.length - listed;
  if (cut > 0) lines.push('', render(SUMMARY.cut, { count: cut }, lang));
  return lines.join('\n');
}

function cellsOf(finding: Finding, { comparison }: LintResult, { lang, prefix }: ReportContext): string[] {
  const { file, start, rule, url, severity } = finding;
  const isNew = comparison?.added.has(finding.fingerprint);
  const fresh = isNew ? `${SUMMARY.fresh[lang]} ` : '';
  const place = `<code>${markdownText(`${prefix}${file}:${start.line}`)}</code>`;
  const remedy = finding.fix ?? finding.suggest?.[0];
  const help = remedy ? `<br>${LABELS.help[lang]}${markdownText(sentence(remedy.description))}` : '';
  const name = markdownText(sentence(rule));
  return [
    fresh + SEVERITY_WORDS[severity][lang],
    place,
    markdownText(sentence(finding.message)) + help,
    url ? `[${name}](<${encodeURI(url.toWellFormed())}>)` : name,
  ];
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
