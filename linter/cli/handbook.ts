import { resolve } from 'node:path';
import type { Handbook, HandbookOptions } from '../graph/handbook.ts';
import type { FileSource, SourceFile } from '../graph/source.ts';
import { parseDate } from '../model/date.ts';
import { type Language, type MessageData, render } from '../model/message.ts';
import { findRoot, type HistoryReader, historyReader, loadHandbook, pathExists } from '../node.ts';
import { reasonOf } from './cannot-write.ts';
import { type Io, UserError } from './io.ts';
import { languageOf } from './language.ts';
import { cliMessages } from './messages.ts';

export interface HandbookFlags {
  root?: string;
  lang?: string;
  today?: string;
}

/** A user's error in their language. */
export function failure(message: keyof typeof cliMessages, data: MessageData, language: Language): UserError {
  return new UserError(render(cliMessages[message], data, language));
}

/** The root a command works on; a user error where there is none. */
export function rootOf(flags: HandbookFlags, io: Io): string {
  const root = findRoot(flags.root, io.cwd);
  if (root !== undefined) return root;
  const language = languageOf(flags.lang, io);
  if (flags.root !== undefined) {
    const isFile = pathExists(resolve(io.cwd, flags.root));
    throw failure(isFile ? 'rootIsFile' : 'noFolder', { folder: flags.root }, language);
  }
  throw failure('noHandbook', { folder: io.cwd }, language);
}

export interface LoadFlags {
  /** Files read already. */
  source?: FileSource;
  /** A file that takes the place of the one on disk, or joins those. */
  overlay?: SourceFile;
  facts?: HandbookOptions['facts'];
  /** What an earlier run over these files left. */
  earlier?: HandbookOptions['earlier'];
  /** Told of each file that is read. */
  progress?: { file(): void };
}

export interface OpenHandbook {
  root: string;
  handbook: Handbook;
  language: Language;
  /** What Git was asked about it. */
  history: HistoryReader;
}

/** Finds and reads the handbook that the flags mean. */
export async function openHandbook(
  flags: HandbookFlags,
  io: Io,
  { source, overlay, facts, earlier, progress }: LoadFlags = {},
): Promise<OpenHandbook> {
  const root = rootOf(flags, io);
  const early = languageOf(flags.lang, io);
  if (flags.today !== undefined && !parseDate(flags.today).ok)
    throw failure('badDate', { text: flags.today }, early);
  try {
    const history = historyReader(root);
    const handbook = await loadHandbook(root, {
      history,
      ...(flags.today && { today: flags.today }),
      ...(source && { source }),
      ...(overlay && { overlay }),
      ...(facts && { facts }),
      ...(earlier && { earlier }),
      ...(progress && { onFile: () => progress.file() }),
    });
    return { root, handbook, history, language: languageOf(flags.lang, io, handbook.settings.language) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw failure('unreadableFolder', { folder: root, reason: reasonOf(code) }, early);
  }
}
