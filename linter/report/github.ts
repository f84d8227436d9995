import { decidingFindings } from '../model/comparison.ts';
import { type Finding, type LintResult, type Severity, severities } from '../model/finding.ts';
import { type Language, render } from '../model/message.ts';
import { changedFirst } from './changed-first.ts';
import { comparedLine } from './comparison.ts';
import type { ReportContext } from './context.ts';
import { inert } from './inert.ts';
import { counted, LABELS, SEVERITY_WORDS, SUMMARY } from './messages.ts';
import { sentence } from './sentence.ts';
import { count, summaryLine } from './summary.ts';
import { visible } from './visible.ts';

const COMMANDS: Record<Severity, 'error' | 'warning' | 'notice'> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** GitHub shows ten annotations of a kind for a step and drops the rest in silence. */
const MOST_SHOWN = 10;
/** How many of the rest are listed in the log. */
const MOST_LISTED = 1000;

/**
 * GitHub's workflow commands, which show findings beside the lines of a pull request: first what the change
 * brought; of a comparison, only what counts. Those GitHub would drop stand below as plain lines of the log, and a notice says how many they are.
 */
export function github(result: LintResult, context: ReportContext): string {
  const { lang } = context;
  const deciding = [...decidingFindings(result)];
  const ordered = changedFirst({ ...result, findings: deciding }, context.changed);
  const isShown = chooser(ordered);
  const shown = ordered.filter(isShown);
  const rest = ordered.filter((finding) => !isShown(finding));
  const lines = shown.map((finding) => annotation(finding, context));
  if (rest.length > 0) lines.push(command('notice', { title: 'Loopbook' }, cutText(rest, lang)));
  lines.push(...rest.slice(0, MOST_LISTED).map((finding) => plainLine(finding, context)));
  const unlisted = rest.length - MOST_LISTED;
  if (unlisted > 0) lines.push(render(SUMMARY.cut, { count: unlisted }, lang));
  for (const notice of result.notices) lines.push(inert(`${LABELS.notice[lang]}${sentence(notice)}`));
  lines.push(inert(comparedLine(result, lang) ?? summaryLine(result, lang)));
  return `${lines.join('\n')}\n`;
}

/** Ten of each kind; one notice fewer where a notice has to say what was cut. */
function chooser(ordered: readonly Finding[]): (finding: Finding) => boolean {
  const total = count(ordered);
  const overflows = severities.some((severity) => total[severity] > MOST_SHOWN);
  const chosen = new Set<Finding>();
  const shown = { error: 0, warning: 0, info: 0 };
  for (const finding of ordered) {
    const room = finding.severity === 'info' && overflows ? MOST_SHOWN - 1 : MOST_SHOWN;
    if (shown[finding.severity]++ < room) chosen.add(finding);
  }
  return (finding) => chosen.has(finding);
}

function annotation(finding: Finding, { lang, prefix }: ReportContext): string {
  const { start, end, rule, url } = finding;
  const help = finding.fix ?? finding.suggest?.[0];
  const lines = [
    sentence(finding.message),
    ...(help ? [`${LABELS.help[lang]}${sentence(help.description)}`] : []),
    ...(url ? [visible(url)] : []),
  ];
  // Columns count only within one line.
  const columns: Record<string, number> =
    start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  const place = { file: visible(prefix + finding.file), line: start.line, endLine: end.line, ...columns };
  return command(COMMANDS[finding.severity], { ...place, title: sentence(rule) }, lines.join('\n'));
}

/** A workflow command as the runner reads it; nothing in a value can end it or begin another. */
function command(name: string, properties: Record<string, string | number>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function plainLine(
  { file, start, severity, message, rule }: Finding,
  { lang, prefix }: ReportContext,
): string {
  const place = `${visible(prefix + file)}:${start.line}:${start.column}`;
  return inert(`${place}  ${SEVERITY_WORDS[severity][lang]}  ${sentence(message)}  ${sentence(rule)}`);
}

function cutText(rest: readonly Finding[], lang: Language): string {
  const counts = count(rest);
  const kinds = severities.filter((severity) => counts[severity] > 0);
  const words = kinds.map((severity) => counted(counts[severity], severity, lang));
  return render(SUMMARY.notAnnotated, { counts: words.join(lang === 'en' ? ', ' : '、') }, lang);
}
