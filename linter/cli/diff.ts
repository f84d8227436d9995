import { review } from '../compare/review.ts';
import { compare } from '../engine/compare.ts';
import { type Effect, effects } from '../model/change.ts';
import { type Language, render, type Template } from '../model/message.ts';
import {
  comparedFacts,
  loadRevision,
  mergeBase,
  repositoryOf,
  resolveRevision,
  revisionSource,
} from '../node.ts';
import { diffJson } from '../report/diff-json.ts';
import { diffMarkdown } from '../report/diff-markdown.ts';
import { diffPretty } from '../report/diff-pretty.ts';
import { unapproved } from '../report/diff-words.ts';
import { choice } from './choice.ts';
import { askGit } from './git.ts';
import { type HandbookFlags, type OpenHandbook, openHandbook, rootOf } from './handbook.ts';
import { type ExitCode, type Io, UserError } from './io.ts';
import { languageOf } from './language.ts';

export interface DiffFlags extends HandbookFlags {
  format: string;
  failOn?: string;
  author?: string;
}

const messages = {
  noEarlierHandbook: {
    en: 'There was no handbook in this folder at "{base}", so that nothing can be compared; expected one. Name another revision, or leave out --fail-on.',
    'zh-CN': '“{base}”时此文件夹中还没有手册，无法比较；请换一个版本，或去掉 --fail-on。',
  },
} satisfies Record<string, Template>;

export const diffFormats = ['pretty', 'json', 'markdown'] as const;

/**
 * `loopbook diff BASE [HEAD]`: what a change does to the service, compared with where it left BASE; 1 where an
 * effect of `--fail-on` has no approval.
 */
export async function diffCommand(
  base: string,
  head: string | undefined,
  flags: DiffFlags,
  io: Io,
): Promise<ExitCode> {
  const early = languageOf(flags.lang, io);
  const format = choice(flags.format, diffFormats, early);
  const failOn = effectsOf(flags.failOn, early);
  const repository = await askGit(early, () => repositoryOf(rootOf(flags, io)));
  const from = await askGit(early, () => mergeBase(repository, base, head));
  const open = await openAt(head, flags, io);
  const { handbook: after, language } = open;
  const before = await askGit(language, () => loadRevision(repository, from, after));
  // A handbook that moved would look new, and whatever is new in it needs nobody's consent.
  if (failOn.length > 0 && before.files.size === 0) {
    throw new UserError(render(messages.noEarlierHandbook, { base }, language));
  }
  const { author } = flags;
  const reviewed = review(before, after, compare(before, after), { failOn, ...(author && { author }) });
  if (format === 'json') io.out(diffJson(reviewed, { lang: language, base: from, head: head ?? null }));
  else {
    const colour = io.env.NO_COLOR ? false : io.terminal || Boolean(io.env.FORCE_COLOR);
    const options = { lang: language, base, today: after.today, colour };
    io.out(format === 'markdown' ? diffMarkdown(reviewed, options) : diffPretty(reviewed, options));
  }
  return unapproved(reviewed).length > 0 ? 1 : 0;
}

// helpers

/** The handbook as it lies on disk, or at a revision. */
async function openAt(head: string | undefined, flags: DiffFlags, io: Io): Promise<OpenHandbook> {
  if (head === undefined) return openHandbook(flags, io, { facts: comparedFacts });
  const early = languageOf(flags.lang, io);
  const repository = await askGit(early, () => repositoryOf(rootOf(flags, io)));
  const source = await askGit(early, () => revisionSource(repository, resolveRevision(repository, head)));
  return openHandbook(flags, io, { source, facts: comparedFacts });
}

function effectsOf(text: string | undefined, language: Language): Effect[] {
  if (text === undefined) return [];
  return text.split(',').map((name) => choice(name.trim(), effects, language));
}
