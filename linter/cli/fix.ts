import { fixTexts } from '../fix/fixes.ts';
import type { LintResult } from '../model/finding.ts';
import { writeHandbookFile } from '../node.ts';
import { cannotWrite } from './cannot-write.ts';
import type { OpenHandbook } from './handbook.ts';

/** How a command opens its handbook and judges it. */
export interface LintRun {
  open(): Promise<OpenHandbook>;
  lint(open: OpenHandbook): LintResult;
}

/** Fixes may wait for one another; a rule whose fixes never settle must not run for ever. */
const MOST_PASSES = 10;

/** Lints, applies the fixes that are safe, and lints again until there are none; the last result. */
export async function lintAndFix({ open, lint }: LintRun): Promise<readonly [LintResult, OpenHandbook]> {
  let opened = await open();
  let result = lint(opened);
  for (let pass = 0; pass < MOST_PASSES && (await writeFixes(result, opened)); pass++) {
    opened = await open();
    result = lint(opened);
  }
  return [result, opened];
}

/** Writes the files that the safe fixes change; whether there were any. */
async function writeFixes(result: LintResult, { root, handbook, language }: OpenHandbook): Promise<boolean> {
  const fixed = fixTexts(result.findings, (file) => handbook.files.get(file)?.text);
  for (const [file, { text }] of fixed) {
    const before = handbook.files.get(file)?.text;
    if (before === undefined) continue;
    try {
      await writeHandbookFile(root, file, { before, after: text });
    } catch (error) {
      throw cannotWrite(file, error, language);
    }
  }
  return fixed.size > 0;
}
