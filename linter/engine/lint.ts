import type { Handbook } from '../graph/handbook.ts';
import type {
  Finding,
  JudgedProblem,
  LintResult,
  Problem,
  Remedy,
  RemedyText,
  SuppressedFinding,
} from '../model/finding.ts';
import { severities } from '../model/finding.ts';
import { type Language, render, type Template } from '../model/message.ts';
import { byCodeUnit } from '../model/order.ts';
import type { SuppressionEntry } from '../model/suppression.ts';
import { LineIndex } from '../parse/lines.ts';
import { suppressionMessages } from '../parse/suppression-messages.ts';
import type { RegisteredRule, Report } from '../rules/rule.ts';
import type { FoundEntry } from './baseline.ts';
import { Cap } from './cap.ts';
import { COMPANY_THEME, companyRules } from './company-rules.ts';
import { type Config, type ConfigOverrides, configOf, type Preset, presetLevel } from './config.ts';
import { nameProblem } from './fingerprint.ts';
import { isHideable } from './hideable.ts';
import type { SuppressionProblem } from './hider.ts';
import type { RuleMemory } from './memory.ts';
import { baselineNotices } from './notices.ts';
import { runRecorded } from './rule-run.ts';
import { checkSettings } from './settings-check.ts';
import { type Suppressed, suppress } from './suppress.ts';

export interface LintOptions extends ConfigOverrides {
  language: Language;
  registry: readonly RegisteredRule[];
  /** Told how long each rule took. */
  stopwatch?: Stopwatch;
  /** Keeps only the findings of these files; rules always judge the whole handbook. */
  includes?: (file: string) => boolean;
  /** False where baseline.json is to hide nothing. */
  baseline?: boolean;
  /** The key that an entity bears in a later revision, by which its findings are then named. */
  present?: (key: string) => string;
  /** What rules did before, for a handbook that knows what changed since; and where to put what they do now. */
  memory?: RuleMemory;
}

/** Measures rules; the core itself has no clock. */
export interface Stopwatch {
  /** Milliseconds since any fixed moment. */
  now(): number;
  record(rule: string, milliseconds: number): void;
}

const crash: Template = {
  en: 'The rule stopped with an error ({reason}), so nothing was checked by it. Please report this.',
  'zh-CN': '规则因错误中止（{reason}），未完成检查；请反馈此问题。',
};

/** Runs all rules over a handbook. Same handbook, same options: same findings in the same order. */
export function lint(handbook: Handbook, options: LintOptions): LintResult {
  const { open, hidden, entries } = settle(handbook, options);
  const lines = lineIndexes(handbook);
  const isShown = ({ at }: Problem) => !options.includes || options.includes(at.file);
  const toText = (problem: JudgedProblem, fingerprint: string) =>
    toFinding(problem, fingerprint, handbook, lines, options.language);
  const findings: Finding[] = [];
  for (const { problem, fingerprint } of open) {
    if (isShown(problem)) findings.push(toText(problem, fingerprint));
  }
  const suppressed: SuppressedFinding[] = [];
  for (const { named, by } of hidden) {
    if (!isShown(named.problem)) continue;
    const at = { file: by.at.file, ...lines(by.at.file).range(by.at.span) };
    suppressed.push({ ...toText(named.problem, named.fingerprint), suppression: { ...by, at } });
  }
  const notices = baselineNotices(entries, options.language);
  return { files: handbook.files.size, findings, suppressed, notices };
}

/** Everything in the handbook that hides findings, or means to, in the order of `suppress`. */
export function suppressionsOf(handbook: Handbook, options: LintOptions): SuppressionEntry[] {
  const lines = lineIndexes(handbook);
  return settle(handbook, options).entries.map(({ at, ...entry }) => ({
    ...entry,
    at: { file: at.file, ...lines(at.file).range(at.span) },
  }));
}

/** What a baseline written now would hold, and how many problems nothing can hide. */
export function baselineOf(
  handbook: Handbook,
  options: LintOptions,
): { found: FoundEntry[]; beyond: number } {
  const { open } = settle(handbook, { ...options, baseline: false });
  const hideable = open.filter(({ problem }) => isHideable(problem));
  const found = hideable.map(({ problem, fingerprint, about, former }) => ({
    entry: {
      fingerprint,
      rule: problem.rule,
      entity: about,
      message: render(problem.template, problem.data, options.language).slice(0, LONGEST_MESSAGE),
      since: handbook.today,
    },
    former,
  }));
  return { found, beyond: open.length - hideable.length };
}

/** Enough to know a finding again. */
const LONGEST_MESSAGE = 500;

/** The problems that count and those that are hidden, each with its name. */
function settle(handbook: Handbook, options: LintOptions): Suppressed<JudgedProblem> {
  const seen = new Map<string, number>();
  const name = (problem: JudgedProblem) => nameProblem(problem, handbook, seen, options.present);
  const config = configOf(handbook, options);
  const rules = [...options.registry, ...companyRules(handbook)];
  const say = (text: unknown) => handbook.text(text, options.language)?.text ?? '';
  const baseline = options.baseline ?? true;
  const result = suppress(judge(handbook, options).map(name), { handbook, rules, config, say }, { baseline });
  const preset = options.preset ?? (handbook.settings.preset as Preset | undefined) ?? 'recommended';
  const own = result.problems.flatMap((problem) => ownProblem(problem, preset));
  const open = [...result.open, ...own.map(name)].sort((a, b) => inOrder(a.problem, b.problem));
  return { ...result, open };
}

/** A problem of a suppression itself; mere warnings go by the preset. */
function ownProblem({ severity, ...problem }: SuppressionProblem, preset: Preset): JudgedProblem[] {
  const level = severity === 'error' ? severity : presetLevel(preset, severity);
  const template = suppressionMessages[problem.messageId];
  return level === 'off' ? [] : [{ ...problem, rule: 'syntax/suppression', template, severity: level }];
}

/** All problems of a handbook with their severities, sorted by file, place and severity. */
export function judge(
  handbook: Handbook,
  options: Pick<LintOptions, 'registry' | 'preset' | 'rules' | 'stopwatch' | 'memory'>,
): JudgedProblem[] {
  const config = configOf(handbook, options);
  const rules = [...options.registry, ...companyRules(handbook)];
  const problems: JudgedProblem[] = [];
  for (const problem of [...handbook.problems, ...checkSettings(handbook, rules)]) {
    problems.push({ ...problem, severity: 'error' });
  }
  for (const rule of rules) {
    const begun = options.stopwatch?.now() ?? 0;
    const found = runRule(rule, handbook, config, options.memory);
    for (const problem of found.problems(problems.length)) problems.push(problem);
    options.stopwatch?.record(rule.id, options.stopwatch.now() - begun);
  }
  return problems.sort(inOrder);
}

function runRule(
  rule: RegisteredRule,
  handbook: Handbook,
  config: Config,
  memory: RuleMemory | undefined,
): Cap {
  const problems = new Cap(inOrder);
  if (!mayReport(rule, handbook, config)) return problems;
  const report = ({ message, data = {}, ...rest }: Report): void => {
    const severity = config.level(rule, rest.at.file);
    const template = (rule.rule.messages as Record<string, Template>)[message]!;
    if (severity !== 'off')
      problems.add({ rule: rule.id, messageId: message, template, data, ...rest, severity });
  };
  const options = config.options(rule) as never;
  try {
    if (memory) remember(rule, handbook, memory, report, options);
    else rule.rule.check({ handbook, options, each: (items) => items, report });
  } catch (error) {
    const data = { reason: String((error as Error)?.message ?? error) };
    const at = { file: handbook.files.keys().next().value ?? 'loopbook.yaml', span: [0, 0] as const };
    problems.add({
      rule: rule.id,
      messageId: 'crash',
      template: crash,
      data,
      at,
      subject: rule.id,
      severity: 'error',
    });
  }
  return problems;
}

/** Runs what of a rule may come out other than before, and keeps what it did. */
function remember(
  { id, rule }: RegisteredRule,
  handbook: Handbook,
  memory: RuleMemory,
  report: (report: Report) => void,
  options: never,
): void {
  const run = runRecorded(handbook.answers, memory.earlier?.get(id), report, (context) =>
    rule.check({ handbook, options, ...context }),
  );
  if (run) memory.now.set(id, run);
}

/** A rule that is off for every file need not run. */
function mayReport(rule: RegisteredRule, handbook: Handbook, config: Config): boolean {
  for (const file of handbook.files.keys()) if (config.level(rule, file) !== 'off') return true;
  return false;
}

function inOrder(a: JudgedProblem, b: JudgedProblem): number {
  return (
    byCodeUnit(a.at.file, b.at.file) ||
    a.at.span[0] - b.at.span[0] ||
    a.at.span[1] - b.at.span[1] ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.messageId, b.messageId) ||
    byCodeUnit(a.subject, b.subject)
  );
}

function lineIndexes(handbook: Handbook): (file: string) => LineIndex {
  const indexes = new Map<string, LineIndex>();
  return (file) => {
    let index = indexes.get(file);
    if (!index) {
      index = new LineIndex(handbook.files.get(file)?.text ?? '');
      indexes.set(file, index);
    }
    return index;
  };
}

function toFinding(
  problem: JudgedProblem,
  fingerprint: string,
  handbook: Handbook,
  lines: (file: string) => LineIndex,
  language: Language,
): Finding {
  const url = docsUrl(handbook, problem.rule);
  return {
    rule: problem.rule,
    severity: problem.severity,
    message: render(problem.template, problem.data, language),
    messageId: problem.messageId,
    file: problem.at.file,
    ...lines(problem.at.file).range(problem.at.span),
    fingerprint,
    ...(url && { url }),
    ...(problem.related && {
      related: problem.related.map(({ at, template, data = {} }) => ({
        file: at.file,
        ...lines(at.file).range(at.span),
        message: render(template, data, language),
      })),
    }),
    ...(problem.fix && { fix: toText(problem.fix, language) }),
    ...(problem.suggest?.length && { suggest: problem.suggest.map((remedy) => toText(remedy, language)) }),
  };
}

function toText({ description, data = {}, edits }: Remedy, language: Language): RemedyText {
  return { description: render(description, data, language), ...(edits && { edits }) };
}

/** Every handbook publishes the pages of its rules, so the address is in the company's own site. */
function docsUrl(handbook: Handbook, rule: string): string | undefined {
  if (rule.startsWith(`${COMPANY_THEME}/`)) return undefined;
  const { url, base = '/' } = handbook.settings.site ?? {};
  const path = `/${base}/rules/${rule}/`.replace(/\/{2,}/g, '/');
  return url && URL.parse(path, url)?.href;
}
