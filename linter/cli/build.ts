import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteOptions } from '../../site/config.ts';
import { lint } from '../engine/lint.ts';
import { type Language, render } from '../model/message.ts';
import { countPages, packageRoot, pathExists, type RunningServer, serve } from '../node.ts';
import { registry } from '../rules/registry.gen.ts';
import { failure, type HandbookFlags, type OpenHandbook, openHandbook, rootOf } from './handbook.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';
import { print } from './lint.ts';
import { cliMessages } from './messages.ts';

export interface BuildFlags extends HandbookFlags {
  out: string;
  base?: string;
  site?: string;
  force?: boolean;
  port?: string;
}

/** `loopbook build`: lints, then writes the site. Errors stop it unless `--force` publishes them. */
export async function buildCommand(flags: BuildFlags, io: Io): Promise<ExitCode> {
  const open = await openHandbook(flags, io);
  const result = lint(open.handbook, { language: open.language, registry });
  print(result, open, 'pretty', false, { ...io, out: io.err });
  const errors = result.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && !flags.force) {
    say('buildStopped', {}, open.language, io);
    return 1;
  }
  await publish(flags, open, errors, io);
  return 0;
}

/** `loopbook dev`: Astro's own server, pages rebuilt as policies change. */
export async function devCommand(flags: BuildFlags, io: Io): Promise<ExitCode> {
  const root = rootOf(flags, io);
  const { dev } = await import('astro');
  enterPackage();
  const server = await dev({
    ...(await siteConfig(flags, { root }, io)),
    server: { port: portOf(flags, io) },
  });
  await new Promise<void>((stopped) => process.once('SIGINT', stopped));
  await server.stop();
  return 0;
}

/** `loopbook preview`: serves what was built. */
export async function previewCommand(flags: BuildFlags, io: Io): Promise<ExitCode> {
  const out = outOf(flags, io);
  const language = languageOf(flags.lang, io);
  if (!pathExists(resolve(out, 'index.html'))) throw failure('notBuilt', { out }, language);
  const server = await listen(out, flags, io, language);
  await new Promise<void>((stopped) => process.once('SIGINT', stopped));
  await server.close();
  return 0;
}

/** `loopbook start`: everything at once, for a first look. */
export async function startCommand(flags: BuildFlags, io: Io): Promise<ExitCode> {
  const code = await buildCommand(flags, io);
  return code === 0 ? previewCommand(flags, io) : code;
}

async function publish(flags: BuildFlags, open: OpenHandbook, errors: number, io: Io): Promise<void> {
  const { root, handbook, language } = open;
  const out = outOf(flags, io);
  const begun = performance.now();
  const { build } = await import('astro');
  enterPackage();
  try {
    await build(await siteConfig(flags, { root, handbook, errors }, io));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
      throw failure('cannotWrite', { out, reason: code }, language);
    }
    throw error;
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  say('built', { out, pages: await countPages(out), seconds }, language, io);
}

/**
 * Astro puts what it renders pages with below the working directory, and those chunks import packages: from
 * a company's own folder none would be found. All paths are absolute by now.
 */
function enterPackage(): void {
  process.chdir(fileURLToPath(packageRoot));
}

async function siteConfig(
  flags: BuildFlags,
  read: Pick<SiteOptions, 'root' | 'handbook' | 'errors'>,
  io: Io,
) {
  const { loopbookSite } = await import('../../site/config.ts');
  const { base, site, force = false } = flags;
  const config = await loopbookSite({
    ...read,
    out: outOf(flags, io),
    force,
    ...(base && { base }),
    ...(site && { site }),
  });
  return { ...config, configFile: false as const, logLevel: 'warn' as const };
}

/** The port asked for, or the next free one, with a word about it. */
async function listen(out: string, flags: BuildFlags, io: Io, language: Language): Promise<RunningServer> {
  const port = portOf(flags, io);
  const options = { port, ...(flags.base && { base: flags.base }) };
  let server: RunningServer;
  try {
    server = await serve(out, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    say('portTaken', { port }, language, io);
    server = await serve(out, { ...options, port: 0 });
  }
  say('serving', { url: server.url }, language, io);
  return server;
}

function portOf({ port = '4321', lang }: BuildFlags, io: Io): number {
  const number = Number(port);
  if (Number.isInteger(number) && number >= 0 && number < 65536) return number;
  throw failure('badCount', { text: port }, languageOf(lang, io));
}

function outOf(flags: BuildFlags, io: Io): string {
  return resolve(io.cwd, flags.out);
}

function say(
  message: keyof typeof cliMessages,
  data: Record<string, string | number>,
  language: Language,
  io: Io,
): void {
  io.err(`${render(cliMessages[message], data, language)}\n`);
}
