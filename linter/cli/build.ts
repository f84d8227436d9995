import { render } from '../model/message.ts';
import { countPages, localesIn, recordSite, runSelf } from '../node.ts';
import { rootOf } from './handbook.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';
import { cliMessages } from './messages.ts';
import { outOf, type PageFlags, type SearchText } from './pages.ts';

/**
 * `loopbook build`: lints, writes the pages and indexes them for search. The pages are written by a process
 * of their own, which tells of each while it makes the next, and whose memory is free when the indexer puts
 * everything together and needs as much again.
 */
export async function buildCommand(flags: PageFlags, io: Io): Promise<ExitCode> {
  const root = rootOf(flags, io);
  const out = outOf(flags, io);
  const begun = performance.now();
  const { SearchIndex } = await import('../../site/search/search-index.ts');
  const index = new SearchIndex(localesIn(root));
  const colour = io.terminal && !io.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
  const code = await runSelf(['pages', ...argumentsOf({ ...flags, root, out })], {
    ...io,
    env: { ...io.env, ...colour, COLUMNS: String(io.columns) },
    onMessage: (message) => {
      const { path, content } = message as SearchText;
      index.add(path, content);
    },
  });
  if (code !== 0) {
    await index.discard();
    return code === 1 ? 1 : 2;
  }
  await index.write(out);
  recordSite(out);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const language = languageOf(flags.lang, io);
  io.err(`${render(cliMessages.built, { out, pages: await countPages(out), seconds }, language)}\n`);
  return 0;
}

/** The flags as they were written. */
function argumentsOf({ root, lang, today, out, base, site, force }: PageFlags): string[] {
  const values = Object.entries({ root, lang, today, out, base, site });
  const written = values.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]));
  return force ? [...written, '--force'] : written;
}
