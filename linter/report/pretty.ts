import picocolors from 'picocolors';
import { decidingFindings } from '../model/comparison.ts';
import type { Finding, LintResult, Severity } from '../model/finding.ts';
import { type Language, render } from '../model/message.ts';
import { comparedLine } from './comparison.ts';
import { frame } from './frame.ts';
import { LABELS, SEVERITY_WORDS, SUMMARY } from './messages.ts';
import { sentence } from './sentence.ts';
import { count, summaryLine } from './summary.ts';
import { visible } from './visible.ts';

export interface PrettyOptions {
  lang: Language;
  colour: boolean;
  /** The text of a file as it was read, or `undefined` where there is none to show. */
  source(file: string): string | undefined;
  /** Columns of the terminal; 100 by default. Only code frames are cut to it. */
  width?: number;
  /** List errors only. The summary still counts everything. */
  quiet?: boolean;
  /** How many findings are listed at most; 1,000 by default. The summary counts all of them. */
  limit?: number;
}

type Colours = ReturnType<typeof picocolors.createColors>;

/**
 * Findings for people: each with its place, a sentence, the lines it is about and what to do, and a
 * summary at the end. Of a comparison with an earlier revision, only what counts is listed. Whatever a handbook holds, the only control characters printed are line breaks and,
 * if asked for, our own colours.
 */
export function pretty(result: LintResult, options: PrettyOptions): string {
  const colours = picocolors.createColors(options.colour);
  const deciding = decidingFindings(result);
  const wanted = options.quiet ? deciding.filter(isError) : deciding;
  const listed = wanted.slice(0, options.limit ?? 1000);
  const blocks = listed.map((finding) => printFinding(finding, options, colours).join('\n'));
  const cut = wanted.length - listed.length;
  if (cut > 0) blocks.push(render(SUMMARY.cut, { count: cut }, options.lang));
  if (result.notices.length > 0) blocks.push(printNotices(result.notices, options.lang, colours));
  const summary = comparedLine(result, options.lang) ?? summaryLine(result, options.lang);
  blocks.push(paintSummary(deciding, summary, colours));
  return `${blocks.join('\n\n')}\n`;
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function printFinding(finding: Finding, options: PrettyOptions, colours: Colours): string[] {
  const paint = painter(finding.severity, colours);
  const word = paint(SEVERITY_WORDS[finding.severity][options.lang]);
  const message = sentence(finding.message);
  const lines = [`${place(finding, colours)}  ${word}  ${message}  ${colours.dim(visible(finding.rule))}`];
  const source = options.source(finding.file);
  if (source !== undefined) {
    lines.push(...frame(source, finding, { width: options.width ?? 100, gutter: colours.dim, mark: paint }));
  }
  for (const related of finding.related ?? []) {
    const label = colours.dim(LABELS.related[options.lang]);
    lines.push(`  ${label}${place(related, colours)}  ${sentence(related.message)}`);
  }
  for (const remedy of [finding.fix, ...(finding.suggest ?? [])]) {
    if (remedy === undefined) continue;
    lines.push(`  ${colours.green(LABELS.help[options.lang])}${sentence(remedy.description)}`);
  }
  return lines;
}

function place({ file, start }: Pick<Finding, 'file' | 'start'>, colours: Colours): string {
  return `${colours.bold(visible(file))}${colours.dim(`:${start.line}:${start.column}`)}`;
}

function printNotices(notices: readonly string[], lang: Language, colours: Colours): string {
  return notices.map((notice) => `${colours.blue(LABELS.notice[lang])}${sentence(notice)}`).join('\n');
}

function paintSummary(findings: readonly Finding[], line: string, colours: Colours): string {
  if (findings.length === 0) return colours.green(line);
  return count(findings).error > 0 ? colours.red(line) : colours.yellow(line);
}

function painter(severity: Severity, colours: Colours): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, info: colours.blue }[severity];
}
