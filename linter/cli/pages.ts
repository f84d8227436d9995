import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteOptions } from '../../site/config.ts';
import { searchable } from '../../site/search/searchable.ts';
import { lint } from '../engine/lint.ts';
import type { Finding } from '../model/finding.ts';
import { render } from '../model/message.ts';
import { clearSite, packageRoot } from '../node.ts';
import { registry } from '../rules/registry.gen.ts';
import { cannotWrite } from './cannot-write.ts';
import { type HandbookFlags, type OpenHandbook, openHandbook } from './handbook.ts';
import type { ExitCode, Io } from './io.ts';
import { cliMessages } from './messages.ts';
import { printResult } from './output.ts';
import { refuseForeignFolder } from './site-folder.ts';
import { requireWorkplace } from './workplace.ts';

export interface PageFlags extends HandbookFlags {
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
  const open = await openHandbook(flags, io);
  refuseForeignFolder(outOf(flags, io), open);
  requireWorkplace(open.language);
  const result = lint(open.handbook, { language: open.language, registry });
  await printResult(result, open, [{ name: 'pretty' }], { ...io, out: io.err });
  const errors = result.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && !flags.force) {
    io.err(`${render(cliMessages.buildStopped, {}, open.language)}\n`);
    return 1;
  }
  await writePages(flags, open, result.findings, io);
  return 0;
}

async function writePages(
  flags: PageFlags,
  open: OpenHandbook,
  findings: readonly Finding[],
  io: Io,
): Promise<void> {
  const { root, handbook, language } = open;
  const { build } = await import('astro');
  enterPackage();
  try {
    clearSite(outOf(flags, io));
    await build(await astroConfig(flags, { root, handbook, findings, search: false, ...telling(io) }, io));
  } catch (error) {
    throw cannotWrite(outOf(flags, io), error, language);
  }
}

/** What the search is to find of a page. */
export interface SearchText {
  /** Where its file lies in the site: `en/roles/waiter/index.html`. */
  path: string;
  content: string;
}

/** The parent indexes pages for search while others are still being made. */
function telling({ tell }: Io): Pick<Read, 'onPage'> {
  if (!tell) return {};
  return {
    onPage: ({ path, html }) => {
      const content = searchable(html);
      if (content !== undefined) tell({ path, content } satisfies SearchText);
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

type Read = Pick<SiteOptions, 'root' | 'handbook' | 'findings' | 'search' | 'onPage'>;

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
