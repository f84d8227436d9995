import { render } from '../model/message.ts';
import { countPages, localesIn, recordSite, runSelf } from '../node.ts';
import { rootOf } from './handbook.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';
import { cliMessages } from './messages.ts';
import { type BuildNews, outOf, type PageFlags } from './pages.ts';

/**
 * `loopbook build`: lints, writes the pages and indexes them for search. The pages are written by a process
 * of their own, which tells of each while it makes the next, and whose memory is free when the indexer puts
 * everything together and needs as much again.
 */
export async function buildCommand(flags: PageFlags, io: Io): Promise<ExitCode> {
  const root = rootOf(flags, io);
  const out = outOf(flags, io);
  const begun = performance.now();
  const search = await startSearch(out, localesIn(root));
  const colour = io.terminal && !io.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
  const code = await runSelf(['pages', ...argumentsOf({ ...flags, root, out })], {
    ...io,
    env: { ...io.env, ...colour, COLUMNS: String(io.columns) },
    onMessage: (news) => search.hear(news as BuildNews),
  });
  if (code !== 0) {
    await search.discard();
    return code === 1 ? 1 : 2;
  }
  await search.done();
  recordSite(out);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const language = languageOf(flags.lang, io);
  io.err(`${render(cliMessages.built, { out, pages: await countPages(out), seconds }, language)}\n`);
  return 0;
}

/** The index of what the pages say, which grows with the news of them, and is written when it hears of the last. */
async function startSearch(out: string, locales: readonly string[]) {
  const { SearchIndex } = await import('../../site/search/search-index.ts');
  const { addPages } = await import('../../site/search/index-pages.ts');
  const index = new SearchIndex(locales);
  let staying: Promise<void> | undefined;
  let writing: Promise<void> | undefined;
  const write = async () => {
    await staying;
    await index.write(out);
  };
  return {
    hear(news: BuildNews): void {
      if ('stay' in news) staying = addPages(index, out, news.stay);
      else if ('path' in news) index.add(news.path, news.content);
      else writing = write();
      // Whoever waits for them learns of their failures.
      for (const each of [staying, writing]) each?.catch(() => {});
    },
    async done(): Promise<void> {
      await (writing ?? write());
    },
    async discard(): Promise<void> {
      await (writing ?? staying)?.catch(() => {});
      if (!writing) await index.discard();
    },
  };
}

/** The flags as they were written. */
function argumentsOf({ root, lang, today, out, base, site, force, cache, cacheDir }: PageFlags): string[] {
  const values = Object.entries({ root, lang, today, out, base, site, 'cache-dir': cacheDir });
  const written = values.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]));
  return [...written, ...(force ? ['--force'] : []), ...(cache === false ? ['--no-cache'] : [])];
}
