import type { SourceFile } from '../graph/source.ts';
import { failure, type HandbookFlags, rootOf } from './handbook.ts';
import type { Io } from './io.ts';
import { languageOf } from './language.ts';
import { insideOf } from './paths.ts';

/** The file that an editor holds and has not saved: `--stdin --stdin-filename PATH`. */
export async function readStdin(
  flags: HandbookFlags & { stdinFilename?: string },
  io: Io,
): Promise<SourceFile> {
  const language = languageOf(flags.lang, io);
  if (!flags.stdinFilename) throw failure('stdinName', {}, language);
  const root = rootOf(flags, io);
  const path = insideOf(flags.stdinFilename, { root, language }, io);
  if (path === '') throw failure('stdinFolder', { path: flags.stdinFilename }, language);
  return { path, bytes: await (io.input?.() ?? new Uint8Array()) };
}
