import { type LintOptions, lint } from '../engine/lint.ts';
import { decidingFindings } from '../model/comparison.ts';
import type { LintResult } from '../model/finding.ts';
import type { Language } from '../model/message.ts';
import { baseOf, compareWithBase } from './base.ts';
import { type LintRun, lintAndFix } from './fix.ts';
import { failure, type HandbookFlags, type OpenHandbook, openHandbook, rootOf } from './handbook.ts';
import { withHistoryNotice } from './history.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';
import { outputsOf, printResult } from './output.ts';
import { type OverrideFlags, overridesOf } from './overrides.ts';
import { filterOf } from './paths.ts';
import { printConfig } from './print-config.ts';
import { Progress } from './progress.ts';
import { registryWith } from './rules-from.ts';
import { type CacheFlags, type KeptRun, keptRunOf } from './run-cache.ts';
import { readStdin } from './stdin.ts';
import { stopwatchFor, timingTable } from './timing.ts';
import { watchAndLint } from './watch.ts';

export interface LintFlags extends HandbookFlags, OverrideFlags, CacheFlags {
  format?: string[];
  /** Modules with rules, which are run as code. */
  rulesFrom?: string[];
  maxWarnings?: string;
  base?: string;
  quiet?: boolean;
  fix?: boolean;
  timing?: boolean;
  stdin?: boolean;
  stdinFilename?: string;
  watch?: boolean;
  printConfig?: string;
  /** False for --no-baseline. */
  baseline?: boolean;
}

/** `loopbook lint`: prints the findings and tells by the exit code whether they block. */
export async function lintCommand(paths: string[], flags: LintFlags, io: Io): Promise<ExitCode> {
  const language = languageOf(flags.lang, io);
  refuseTogether(flags, language);
  const outputs = outputsOf(flags.format ?? ['pretty'], language);
  const limit = countOf(flags.maxWarnings, language);
  const registry = await registryWith(flags.rulesFrom, language, io, () => rootOf(flags, io));
  const overrides = overridesOf(flags, language, registry);
  if (flags.printConfig !== undefined)
    return printConfig(flags.printConfig, { ...flags, overrides, outputs }, io);
  const times = new Map<string, number>();
  const stdin = flags.stdin ? await readStdin(flags, io) : undefined;
  const base = flags.base === undefined ? undefined : await baseOf(flags.base, rootOf(flags, io), language);

  const runOnce = async (load: Parameters<typeof openHandbook>[2] = {}): Promise<ExitCode> => {
    const progress = new Progress(io, language);
    const kept = keptRun(flags, overrides, language, io);
    const open = () =>
      openHandbook(flags, io, { ...load, ...kept, ...(stdin && { overlay: stdin }), progress });
    const optionsFor = ({ language, root }: OpenHandbook): LintOptions => {
      const shown = filterOf(paths, { root, language }, io);
      const includes = shown ?? (stdin && ((file: string) => file === stdin.path));
      const stopwatch = progress.watch(stopwatchFor(times));
      const { baseline = true } = flags;
      return {
        language,
        registry,
        ...overrides,
        ...(includes && { includes }),
        stopwatch,
        baseline,
      };
    };
    const memory = kept && { memory: kept.rules };
    const run: LintRun = {
      open,
      lint: (opened) => lint(opened.handbook, { ...optionsFor(opened), ...memory }),
    };
    const [found, opened] = flags.fix ? await lintAndFix(run) : await lintOnce(run);
    const compared = base
      ? await compareWithBase(base, found, opened, optionsFor(opened), kept?.rules)
      : found;
    const result = withHistoryNotice(compared, opened.history, opened.language);
    progress.end();
    await printResult(result, opened, outputs, io, { quiet: flags.quiet ?? false });
    if (flags.timing) io.err(timingTable(times));
    kept?.keep(opened.handbook);
    return judge(result, limit, opened.language, io);
  };

  return flags.watch ? watchAndLint(flags, io, runOnce) : runOnce();
}

/** A run that reads more than the folder, or looks at the rules' own time, neither uses nor leaves anything. */
function keptRun(flags: LintFlags, overrides: unknown, language: Language, io: Io): KeptRun | undefined {
  if (flags.fix || flags.watch || flags.stdin || flags.timing || flags.rulesFrom) return undefined;
  const root = rootOf(flags, io);
  return keptRunOf(flags, { root, options: overrides, language }, io);
}

async function lintOnce(run: LintRun) {
  const opened = await run.open();
  return [run.lint(opened), opened] as const;
}

/** 1 where errors block, or more warnings than are allowed. */
function judge(result: LintResult, limit: number | undefined, language: Language, io: Io): ExitCode {
  const deciding = decidingFindings(result);
  const count = (severity: string) => deciding.filter((each) => each.severity === severity).length;
  if (count('error') > 0) return 1;
  const warnings = count('warning');
  if (limit === undefined || warnings <= limit) return 0;
  io.err(`${failure('tooManyWarnings', { count: warnings, limit }, language).message}\n`);
  return 1;
}

const NOT_TOGETHER = [
  ['stdin', 'fix'],
  ['stdin', 'watch'],
  ['watch', 'fix'],
  ['watch', 'printConfig'],
  ['stdin', 'printConfig'],
  ['rulesFrom', 'printConfig'],
] as const;

const OPTIONS = {
  rulesFrom: '--rules-from',
  stdin: '--stdin',
  fix: '--fix',
  watch: '--watch',
  printConfig: '--print-config',
};

function refuseTogether(flags: LintFlags, language: Language): void {
  for (const [one, other] of NOT_TOGETHER) {
    if (!flags[one] || !flags[other]) continue;
    throw failure('notTogether', { one: OPTIONS[one], other: OPTIONS[other] }, language);
  }
}

function countOf(text: string | undefined, language: Language): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw failure('badCount', { text }, language);
  return Number(text);
}
