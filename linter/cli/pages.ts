import { resolve } from 'node:path';
import type { OpenHandbook } from '../../site/handbook.ts';
import type { KeptRenderer } from '../../site/renderer/renderer.ts';
import { searchable } from '../../site/search/searchable.ts';
import { lint } from '../engine/lint.ts';
import { type Language, render } from '../model/message.ts';
import { clearSite, siteDigest } from '../node.ts';
import { registry } from '../rules/registry.gen.ts';
import { cannotWrite } from './cannot-write.ts';
import { type HandbookFlags, openHandbook, rootOf } from './handbook.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';
import { cliMessages } from './messages.ts';
import { printResult } from './output.ts';
import { type CacheFlags, type KeptRun, keptRunOf } from './run-cache.ts';
import { refuseForeignFolder } from './site-folder.ts';
import { requireWorkplace } from './workplace.ts';

export interface PageFlags extends HandbookFlags, CacheFlags {
  out: string;
  base?: string;
  site?: string;
  force?: boolean;
}

/** What a build tells of its work. */
export type BuildNews =
  /** The files that stay from the last build, and into how many parts the search is divided. */
  | { stay: readonly string[]; parts: number }
  /** A page was made: where its file lies in the site, and what the search is to find of it. */
  | { path: string; content: string }
  /** No more page follows. */
  | { complete: true };

/**
 * `loopbook pages`, the first half of `loopbook build`: lints, then writes the pages without a search index.
 * Errors stop it unless `--force` publishes them.
 */
export async function pagesCommand(flags: PageFlags, io: Io): Promise<ExitCode> {
  const kept = keptPages(flags, io);
  const load = kept && { source: kept.source, ...(kept.earlier && { earlier: kept.earlier }) };
  const read = await openHandbook(flags, io, load);
  const { handbook, language } = read;
  refuseForeignFolder(outOf(flags, io), read);
  const memory = kept && { memory: kept.rules };
  const result = lint(handbook, { language, registry, ...memory });
  await printResult(result, read, [{ name: 'pretty' }], { ...io, out: io.err });
  const errors = result.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && !flags.force) {
    io.err(`${render(cliMessages.buildStopped, {}, language)}\n`);
    return 1;
  }
  io.err(`${render(cliMessages.writing, {}, language)}\n`);
  const out = outOf(flags, io);
  const { openSite } = await import('../../site/open-site.ts');
  const site = await openSite({ ...siteFlags(flags), root: read.root, handbook, findings: result.findings });
  try {
    await writePages({ site, out, kept, language }, io);
  } catch (error) {
    throw cannotWrite(out, error, language);
  }
  kept?.keep(handbook);
  return 0;
}

/** What the last build of the same site left. */
function keptPages(flags: PageFlags, io: Io): KeptRun | undefined {
  const { base, site, force } = flags;
  const options = { base, site, force, out: outOf(flags, io), program: siteDigest() };
  const run = { root: rootOf(flags, io), purpose: 'pages', options, language: languageOf(flags.lang, io) };
  return keptRunOf(flags, run, io);
}

interface Writing {
  site: OpenHandbook;
  out: string;
  kept: KeptRun | undefined;
  language: Language;
}

/** Writes the pages; those of the last build that would come out the same stay. */
async function writePages({ site, out, kept, language }: Writing, io: Io): Promise<void> {
  const { keepPages } = await import('../../site/open-site.ts');
  const { writeSite } = await import('../../site/write-site.ts');
  const renderer = await rendererFor(language);
  const stay = kept ? keepPages(site, { memory: kept.pages, out, drawnWith: renderer.assets }) : [];
  const staying = new Set(stay);
  // Of the search, too, parts may stay.
  clearSite(out, (path) => staying.has(path) || (staying.size > 0 && path.startsWith('pagefind/')));
  io.tell?.({ stay, parts: site.searchParts } satisfies BuildNews);
  await renderer.copyAssets(out);
  await writeSite(await renderer.open(site.base), out, {
    onPage: ({ path, html }) => {
      const content = searchable(html);
      if (content !== undefined) io.tell?.({ path, content } satisfies BuildNews);
    },
    onPages: () => io.tell?.({ complete: true } satisfies BuildNews),
  });
}

/** In a checkout it is bundled first, where Loopbook itself lies. */
async function rendererFor(language: Language): Promise<KeptRenderer> {
  const { keptRenderer } = await import('../../site/renderer/kept.ts');
  try {
    return await keptRenderer();
  } catch (error) {
    requireWorkplace(language);
    throw error;
  }
}

/** Where the site is written. */
export function outOf(flags: PageFlags, io: Io): string {
  return resolve(io.cwd, flags.out);
}

/** The flags that say where the site is served. */
export function siteFlags({ base, site }: PageFlags): { base?: string; site?: string } {
  return { ...(base && { base }), ...(site && { site }) };
}
