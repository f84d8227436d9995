import type { SearchRecord } from '../../site/search/search-index.ts';
import { render } from '../model/message.ts';
import { localesIn, recordedSearch, recordSite, runSelf } from '../node.ts';
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
  const searching = startSearch(out, localesIn(root));
  const colour = io.terminal && !io.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
  const code = await runSelf(['pages', ...argumentsOf({ ...flags, root, out })], {
    ...io,
    env: { ...io.env, ...colour, COLUMNS: String(io.columns) },
    onMessage: (news) => searching.then((search) => search.hear(news as BuildNews)),
  });
  const search = await searching;
  if (code !== 0) {
    await search.discard();
    return code === 1 ? 1 : 2;
  }
  const files = recordSite(out, await search.finish());
  const pages = files.filter((file) => file.endsWith('.html')).length;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const language = languageOf(flags.lang, io);
  io.err(`${render(cliMessages.built, { out, pages, seconds }, language)}\n`);
  return 0;
}

/** The search, which grows with the news of the pages. */
async function startSearch(out: string, locales: readonly string[]) {
  // Read before the pages are begun, which forget it.
  const earlier = recordedSearch(out);
  const { isSearchRecord, SearchIndex } = await import('../../site/search/search-index.ts');
  let index: InstanceType<typeof SearchIndex> | undefined;
  let finishing: Promise<SearchRecord> | undefined;
  const finish = () => {
    finishing ??= index?.finish();
    // Whoever waits for it learns of its failure.
    finishing?.catch(() => {});
    return finishing;
  };
  return {
    hear(news: BuildNews): void {
      if ('stay' in news) {
        const left = news.stay.length > 0 && isSearchRecord(earlier) ? { earlier } : {};
        index = new SearchIndex({ out, locales, ...news, ...left });
      } else if ('path' in news) index?.add(news.path, news.content);
      else finish();
    },
    finish,
    async discard(): Promise<void> {
      await (finishing ?? index?.discard())?.catch(() => {});
    },
  };
}

/** The flags as they were written. */
function argumentsOf({ root, lang, today, out, base, site, force, cache, cacheDir }: PageFlags): string[] {
  const values = Object.entries({ root, lang, today, out, base, site, 'cache-dir': cacheDir });
  const written = values.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]));
  return [...written, ...(force ? ['--force'] : []), ...(cache === false ? ['--no-cache'] : [])];
}
