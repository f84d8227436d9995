import { render } from '../model/message.ts';
import { diskSource, FactsMemory, watchFolder } from '../node.ts';
import { failure, type HandbookFlags, type LoadFlags, rootOf } from './handbook.ts';
import { interrupted } from './interrupted.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';
import { cliMessages } from './messages.ts';

const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/**
 * `--watch`: lints, waits until a file changes, and lints again, until it is stopped. Each run reads the whole
 * folder, so that its result is that of a fresh one; only what the files hold is not worked out twice.
 *
 * @param waiting what is said after each run
 * @returns what the last run would have returned
 */
export async function watchAndLint(
  flags: HandbookFlags,
  io: Io,
  runOnce: (load: LoadFlags) => Promise<ExitCode>,
  waiting = render(cliMessages.watching, {}, languageOf(flags.lang, io)),
): Promise<ExitCode> {
  const root = rootOf(flags, io);
  const language = languageOf(flags.lang, io);
  const memory = new FactsMemory();
  let code: ExitCode | undefined;
  const run = async () => {
    const source = diskSource(root);
    // A file may be touched and not changed, by our own reports among others.
    if (code !== undefined && memory.holds(source)) return;
    memory.keep(source);
    if (io.terminal) io.out(CLEAR);
    else if (code !== undefined) io.out('\n');
    code = await runOnce({ source, facts: memory.facts });
    io.err(`${waiting}\n`);
  };
  try {
    await watchFolder(root, run, interrupted());
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    if (!reason) throw error;
    throw failure('cannotWatch', { folder: root, reason }, language);
  }
  return code ?? 0;
}
