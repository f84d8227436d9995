import { resolve } from 'node:path';
import type { LintResult } from '../model/finding.ts';
import type { Language } from '../model/message.ts';
import { prefixOf, version, writeFileAtomically } from '../node.ts';
import { comparedLine } from '../report/comparison.ts';
import type { ReportContext } from '../report/context.ts';
import { type ReporterName, reporterNames, reporters } from '../report/reporters.ts';
import { summaryLine } from '../report/summary.ts';
import { cannotWrite } from './cannot-write.ts';
import { choice } from './choice.ts';
import { failure, type OpenHandbook } from './handbook.ts';
import type { Io } from './io.ts';
import { refuseHandbookFile } from './own-file.ts';
import { ruleTexts } from './rule-texts.ts';

/** A format, and the file it goes to; without one it goes to the standard output. */
export interface Output {
  name: ReporterName;
  file?: string;
}

/** Reads `--format name` and `--format name=file`; at most one may lack a file. */
export function outputsOf(formats: readonly string[], language: Language): Output[] {
  const outputs = formats.map((text): Output => {
    const at = text.indexOf('=');
    const name = choice(at === -1 ? text : text.slice(0, at), reporterNames, language);
    if (at === text.length - 1) throw failure('noReportFile', { text }, language);
    return { name, ...(at !== -1 && { file: text.slice(at + 1) }) };
  });
  const bare = outputs.filter(({ file }) => file === undefined).map(({ name }) => name);
  if (bare.length > 1) throw failure('twoOutputs', { first: bare[0]!, second: bare[1]! }, language);
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw failure('oneFileTwice', { file: twice }, language);
  return outputs;
}

export interface PrintOptions {
  quiet?: boolean;
  /** Files that the change under review touches, relative to the root. */
  changed?: ReadonlySet<string>;
}

/**
 * Prints a result in all formats asked for. What goes to files is written first and whole; where one cannot be
 * written, the others are still, and a user error is thrown at the end.
 */
export async function printResult(
  result: LintResult,
  open: OpenHandbook,
  outputs: readonly Output[],
  io: Io,
  { quiet = false, changed }: PrintOptions = {},
): Promise<void> {
  const shown = quiet
    ? { ...result, findings: result.findings.filter(({ severity }) => severity === 'error') }
    : result;
  const texts = outputs.some(({ name }) => name === 'sarif') ? await ruleTexts(shown, open) : new Map();
  const context: ReportContext = {
    lang: open.language,
    colour: false,
    source: (file) => open.handbook.files.get(file)?.text,
    quiet,
    version,
    prefix: prefixOf(open.root),
    rule: (id) => texts.get(id),
    ...(changed && { changed }),
  };
  const failures: unknown[] = [];
  for (const { name, file } of outputs) {
    if (file === undefined) continue;
    try {
      refuseHandbookFile(resolve(io.cwd, file), file, open);
      await writeFileAtomically(resolve(io.cwd, file), reporters[name].render(shown, context));
    } catch (error) {
      failures.push(cannotWrite(file, error, open.language));
    }
  }
  const screen = outputs.find(({ file }) => file === undefined);
  if (screen) {
    const colour = io.env.NO_COLOR ? false : io.terminal || Boolean(io.env.FORCE_COLOR);
    io.out(reporters[screen.name].render(shown, { ...context, colour, width: io.columns }));
  } else io.err(`${comparedLine(shown, open.language) ?? summaryLine(shown, open.language)}\n`);
  if (failures.length > 0) throw failures[0];
}
