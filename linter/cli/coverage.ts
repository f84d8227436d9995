import { coverageOf } from '../engine/coverage.ts';
import { lint } from '../engine/lint.ts';
import type { Language } from '../model/message.ts';
import { readClaimsText } from '../node.ts';
import { coverageJson, coverageText, sharesBelow } from '../report/coverage.ts';
import { LIST_COMMA } from '../report/coverage-words.ts';
import { parseClaims } from '../rules/claims.ts';
import { registry } from '../rules/registry.gen.ts';
import { choice } from './choice.ts';
import { failure, type HandbookFlags, openHandbook } from './handbook.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';

export interface CoverageFlags extends HandbookFlags {
  format: string;
  min?: string;
}

const formats = ['pretty', 'json'] as const;

/** `loopbook coverage`: how far the handbook covers what it ought to; 1 where a share is below `--min`. */
export async function coverageCommand(flags: CoverageFlags, io: Io): Promise<ExitCode> {
  const early = languageOf(flags.lang, io);
  const format = choice(flags.format, formats, early);
  const least = percentage(flags.min, early);
  const { handbook, language } = await openHandbook(flags, io);
  // What somebody answers for is still not met.
  const { findings: open, suppressed } = lint(handbook, { language, registry });
  const findings = [...open, ...suppressed];
  const { claims } = parseClaims(await readClaimsText());
  const coverage = coverageOf(handbook, findings, { registry, claims });
  const colour = io.env.NO_COLOR ? false : io.terminal || Boolean(io.env.FORCE_COLOR);
  io.out(
    format === 'json' ? coverageJson(coverage, language) : coverageText(coverage, { lang: language, colour }),
  );
  if (least === undefined) return 0;
  const below = sharesBelow(coverage, least, language);
  if (below.length === 0) return 0;
  const data = { least, shares: below.join(LIST_COMMA[language]) };
  io.err(`${failure('belowMin', data, language).message}\n`);
  return 1;
}

function percentage(text: string | undefined, language: Language): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,3}(?:\.\d{1,3})?$/.test(text) || Number(text) > 100)
    throw failure('badPercent', { text }, language);
  return Number(text);
}
