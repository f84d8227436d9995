import { suppressionsOf } from '../engine/lint.ts';
import { suppressionsJson, suppressionsText } from '../report/suppressions.ts';
import { registry } from '../rules/registry.gen.ts';
import { choice } from './choice.ts';
import { type HandbookFlags, openHandbook } from './handbook.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';

export interface ExceptionsFlags extends HandbookFlags {
  format: string;
}

/** `loopbook exceptions`: everything that hides findings, or means to, with who answers for it and how long. */
export async function exceptionsCommand(flags: ExceptionsFlags, io: Io): Promise<ExitCode> {
  const format = choice(flags.format, ['pretty', 'json'], languageOf(flags.lang, io));
  const { handbook, language } = await openHandbook(flags, io);
  const entries = suppressionsOf(handbook, { language, registry });
  const colour = io.env.NO_COLOR ? false : io.terminal || Boolean(io.env.FORCE_COLOR);
  const { today } = handbook;
  io.out(
    format === 'json' ? suppressionsJson(entries, today) : suppressionsText(entries, { language, colour }),
  );
  return 0;
}
