import { relative, resolve, sep } from 'node:path';
import type { Level, Preset } from '../engine/config.ts';
import { levels, presets } from '../engine/config.ts';
import { lint, type Stopwatch } from '../engine/lint.ts';
import { fixTexts } from '../fix/fixes.ts';
import type { LintResult } from '../model/finding.ts';
import type { Language } from '../model/message.ts';
import { hint } from '../model/suggest.ts';
import { pathExists, writeHandbookFile } from '../node.ts';
import { json } from '../report/json.ts';
import { pretty } from '../report/pretty.ts';
import { registry } from '../rules/registry.gen.ts';
import { failure, type HandbookFlags, type OpenHandbook, openHandbook } from './handbook.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';

export interface LintFlags extends HandbookFlags {
  format: string;
  preset?: string;
  rule?: string[];
  maxWarnings?: string;
  quiet?: boolean;
  fix?: boolean;
  timing?: boolean;
}

export const formats = ['pretty', 'json'] as const;

/** `loopbook lint`: prints the findings and tells by the exit code whether they block. */
export async function lintCommand(paths: string[], flags: LintFlags, io: Io): Promise<ExitCode> {
  const early = languageOf(flags.lang, io);
  const format = choice(flags.format, formats, early);
  const limit = countOf(flags.maxWarnings, early);
  const overrides = overridesOf(flags, early);
  let open = await openHandbook(flags, io);
  const includes = filterOf(paths, open, io);
  const times = new Map<string, number>();
  const options = {
    language: open.language,
    registry,
    ...overrides,
    ...(includes && { includes }),
    ...(flags.timing && { stopwatch: stopwatchFor(times) }),
  };
  let result = lint(open.handbook, options);
  for (let pass = 0; flags.fix && pass < MOST_PASSES && (await writeFixes(result, open)); pass++) {
    open = await openHandbook(flags, io);
    result = lint(open.handbook, options);
  }
  print(result, open, format, flags.quiet ?? false, io);
  if (flags.timing) io.err(timingTable(times));
  const count = (severity: string) => result.findings.filter((each) => each.severity === severity).length;
  if (count('error') > 0) return 1;
  const warnings = count('warning');
  if (limit === undefined || warnings <= limit) return 0;
  io.err(`${failure('tooManyWarnings', { count: warnings, limit }, open.language).message}\n`);
  return 1;
}

/** Fixes may wait for one another; a rule whose fixes never settle must not run for ever. */
const MOST_PASSES = 10;

/** Writes the files that the safe fixes change; whether there were any. */
async function writeFixes(result: LintResult, { root, handbook, language }: OpenHandbook): Promise<boolean> {
  const fixed = fixTexts(result.findings, (file) => handbook.files.get(file)?.text);
  for (const [file, { text }] of fixed) {
    try {
      await writeHandbookFile(root, file, text);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      throw failure('cannotWrite', { out: file, reason }, language);
    }
  }
  return fixed.size > 0;
}

function stopwatchFor(times: Map<string, number>): Stopwatch {
  return {
    now: () => performance.now(),
    record: (rule, milliseconds) => times.set(rule, milliseconds),
  };
}

/** The rules, slowest first, with the share of all rules' time. */
function timingTable(times: ReadonlyMap<string, number>): string {
  const total = [...times.values()].reduce((sum, each) => sum + each, 0);
  const rows = [...times].sort((a, b) => b[1] - a[1]);
  const width = Math.max(...rows.map(([rule]) => rule.length));
  const line = (rule: string, time: number) => {
    const share = total === 0 ? 0 : (100 * time) / total;
    return `${rule.padEnd(width)}  ${time.toFixed(1).padStart(8)} ms  ${share.toFixed(1).padStart(5)} %\n`;
  };
  return rows.map(([rule, time]) => line(rule, time)).join('') + line('', total);
}

/** Prints a result as a person, or a program, reads it. */
export function print(result: LintResult, open: OpenHandbook, format: string, quiet: boolean, io: Io): void {
  const shown = quiet
    ? { ...result, findings: result.findings.filter(({ severity }) => severity === 'error') }
    : result;
  if (format === 'json') {
    io.out(json(shown));
    return;
  }
  const colour = io.env.NO_COLOR ? false : io.terminal || Boolean(io.env.FORCE_COLOR);
  const source = (file: string) => open.handbook.files.get(file)?.text;
  io.out(pretty(shown, { lang: open.language, colour, source, width: io.columns, quiet }));
}

/** Severities and preset from the command line; every name is checked. */
export function overridesOf(
  flags: LintFlags,
  language: Language,
): { preset?: Preset; rules?: Record<string, Level> } {
  const rules: Record<string, Level> = {};
  const ids = registry.map(({ id }) => id);
  for (const text of flags.rule ?? []) {
    const [id = '', level = ''] = text.split('=');
    if (!levels.includes(level as Level)) throw failure('ruleOption', { text }, language);
    if (!ids.includes(id)) throw failure('unknownRule', { id, hint: hint(id, ids) }, language);
    rules[id] = level as Level;
  }
  return { rules, ...(flags.preset && { preset: choice(flags.preset, presets, language) }) };
}

/** The name, if it is one of these; a user error that suggests one if not. */
export function choice<Name extends string>(text: string, names: readonly Name[], language: Language): Name {
  if ((names as readonly string[]).includes(text)) return text as Name;
  throw failure('choice', { text, hint: hint(text, names) }, language);
}

function countOf(text: string | undefined, language: Language): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw failure('badCount', { text }, language);
  return Number(text);
}

/** Which files' findings to show: those at or below the paths, given from the working directory. */
function filterOf(
  paths: string[],
  { root, language }: OpenHandbook,
  io: Io,
): ((file: string) => boolean) | undefined {
  if (paths.length === 0) return undefined;
  const wanted = paths.map((path) => {
    const absolute = resolve(io.cwd, path);
    const inside = relative(root, absolute);
    if (inside === '..' || inside.startsWith(`..${sep}`)) throw failure('outside', { path, root }, language);
    if (!pathExists(absolute)) throw failure('noPath', { path }, language);
    return inside.split(sep).join('/');
  });
  return (file) => wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}
