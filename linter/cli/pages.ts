import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteOptions } from '../../site/config.ts';
import { searchable } from '../../site/search/searchable.ts';
import { lint } from '../engine/lint.ts';
import type { PageMemory } from '../engine/memory.ts';
import { render } from '../model/message.ts';
import { clearSite, packageRoot, siteDigest } from '../node.ts';
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

/**
 * `loopbook pages`, the first half of `loopbook build`: lints, then writes the pages without a search index.
 * Errors stop it unless `--force` publishes them.
 */
export async function pagesCommand(flags: PageFlags, io: Io): Promise<ExitCode> {
  const kept = keptPages(flags, io);
  const load = kept && { source: kept.source, ...(kept.earlier && { earlier: kept.earlier }) };
  const open = await openHandbook(flags, io, load);
  refuseForeignFolder(outOf(flags, io), open);
  requireWorkplace(open.language);
  const memory = kept && { memory: kept.rules };
  const result = lint(open.handbook, { language: open.language, registry, ...memory });
  await printResult(result, open, [{ name: 'pretty' }], { ...io, out: io.err });
  const errors = result.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && !flags.force) {
    io.err(`${render(cliMessages.buildStopped, {}, open.language)}\n`);
    return 1;
  }
  const out = outOf(flags, io);
  const { root, handbook } = open;
  const read: Read = { root, handbook, findings: result.findings, search: false, ...telling(io) };
  enterPackage();
  try {
    io.err(`${render(cliMessages.writing, {}, open.language)}\n`);
    await writePages(flags, read, kept?.pages, io);
  } catch (error) {
    throw cannotWrite(out, error, open.language);
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

/** Writes the pages; those of the last build that would come out the same stay. */
async function writePages(
  flags: PageFlags,
  read: Read,
  memory: PageMemory | undefined,
  io: Io,
): Promise<void> {
  let stay: readonly string[] = [];
  const keeping = memory && {
    memory,
    onKept: (files: readonly string[]) => {
      stay = files;
    },
  };
  const config = await astroConfig(flags, { ...read, ...keeping }, io);
  clearSite(outOf(flags, io), stay);
  io.tell?.({ stay } satisfies BuildNews);
  const { build } = await import('astro');
  await build(config);
  if (!memory || stay.length === 0 || memory.earlier?.assets === memory.now.assets) return;
  // What stayed names styles that are no longer there: the tools that make them are others than before.
  io.tell?.({ again: true } satisfies BuildNews);
  await writePages(flags, read, { now: Object.assign(memory.now, { made: new Map() }) }, io);
}

/** What a build tells of its work. */
export type BuildNews =
  /** The files that stay from the last build. */
  | { stay: readonly string[] }
  /** A page was made: where its file lies in the site, and what the search is to find of it. */
  | { path: string; content: string }
  /** Everything is made once more, from the beginning. */
  | { again: true };

/** The parent indexes pages for search while others are still being made. */
function telling({ tell }: Io): Pick<Read, 'onPage'> {
  if (!tell) return {};
  return {
    onPage: ({ path, html }) => {
      const content = searchable(html);
      if (content !== undefined) tell({ path, content } satisfies BuildNews);
    },
  };
}

/** Where the site is written. */
export function outOf(flags: PageFlags, io: Io): string {
  return resolve(io.cwd, flags.out);
}

/**
 * Astro puts what it renders pages with below the working directory, and those chunks import packages: from
 * a company's own folder none would be found. All paths are absolute by now.
 */
export function enterPackage(): void {
  process.chdir(fileURLToPath(packageRoot));
  // Astro would tell its makers of every build, and fail where it may not keep notes of its own.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
}

type Read = Pick<SiteOptions, 'root' | 'handbook' | 'findings' | 'search' | 'memory' | 'onKept' | 'onPage'>;

/** Astro's configuration for the handbook that the flags mean. */
export async function astroConfig(flags: PageFlags, read: Read, io: Io) {
  const { loopbookSite } = await import('../../site/config.ts');
  const { base, site, force = false } = flags;
  const config = await loopbookSite({
    ...read,
    out: outOf(flags, io),
    force,
    ...(base && { base }),
    ...(site && { site }),
  });
  return {
    ...config,
    // Emptied by `clearSite`, which knows what is ours.
    vite: { ...config.vite, build: { ...config.vite?.build, emptyOutDir: false } },
    configFile: false as const,
    logLevel: 'warn' as const,
  };
}
