import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lint } from '../engine/lint.ts';
import { type Language, type MessageData, render } from '../model/message.ts';
import { findRoot, packageRoot, pathExists, type RunningServer, serve, siteBaseIn } from '../node.ts';
import { registry } from '../rules/registry.gen.ts';
import { buildCommand } from './build.ts';
import { failure, openHandbook, rootOf } from './handbook.ts';
import { interrupted } from './interrupted.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';
import { cliMessages } from './messages.ts';
import { printResult } from './output.ts';
import { outOf, type PageFlags, siteFlags } from './pages.ts';
import { watchAndLint } from './watch.ts';
import { requireWorkplace } from './workplace.ts';

export interface ServeFlags extends PageFlags {
  port?: string;
}

/** How many ports after the one asked for are tried before any that is free. */
const NEXT_PORTS = 10;

/** `loopbook dev`: Astro's own server, pages rebuilt and findings shown as policies change. */
export async function devCommand(flags: ServeFlags, io: Io): Promise<ExitCode> {
  const root = rootOf(flags, io);
  const port = portOf(flags, io);
  requireWorkplace(languageOf(flags.lang, io));
  say(io, 'starting', {}, languageOf(flags.lang, io));
  const { loopbookSite } = await import('../../site/config.ts');
  const config = await loopbookSite({ ...siteFlags(flags), root });
  const { dev } = await import('astro');
  enterPackage();
  const server = await dev({ ...config, server: { port }, configFile: false, logLevel: 'warn' });
  const found = server.address.port;
  const language = languageOf(flags.lang, io);
  if (found !== port) say(io, 'portTaken', { port }, language);
  const url = `http://localhost:${found}${`/${config.base ?? ''}/`.replace(/\/+/g, '/')}`;
  // Whoever writes sees what is wrong where they began; the pages follow by themselves.
  const run = async (load: Parameters<typeof openHandbook>[2]): Promise<ExitCode> => {
    const open = await openHandbook(flags, io, load);
    await printResult(
      lint(open.handbook, { language: open.language, registry }),
      open,
      [{ name: 'pretty' }],
      io,
    );
    return 0;
  };
  const code = await watchAndLint(flags, io, run, render(cliMessages.serving, { url }, language));
  await server.stop();
  return code;
}

/** `loopbook preview`: serves what was built. */
export async function previewCommand(flags: ServeFlags, io: Io): Promise<ExitCode> {
  const out = outOf(flags, io);
  const language = languageOf(flags.lang, io);
  if (!pathExists(resolve(out, 'index.html'))) throw failure('notBuilt', { out }, language);
  const root = findRoot(flags.root, io.cwd);
  const base = flags.base ?? (root && siteBaseIn(root));
  const server = await listen(out, base ? { ...flags, base } : flags, io, language);
  await interrupted();
  await server.close();
  return 0;
}

/** `loopbook start`: everything at once, for a first look. */
export async function startCommand(flags: ServeFlags, io: Io): Promise<ExitCode> {
  portOf(flags, io);
  const code = await buildCommand(flags, io);
  return code === 0 ? previewCommand(flags, io) : code;
}

// helpers

/** Astro works below the working directory; a company's own is none of its business. All paths are absolute. */
function enterPackage(): void {
  process.chdir(fileURLToPath(packageRoot));
  // Astro would tell its makers of every start, and fail where it may not keep notes of its own.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
}

/** A server at the port asked for, or at one near it, with a word about it. */
async function listen(out: string, flags: ServeFlags, io: Io, language: Language): Promise<RunningServer> {
  const port = portOf(flags, io);
  const ports = [port, ...Array.from({ length: NEXT_PORTS }, (_, next) => port + 1 + next), 0];
  for (const each of ports) {
    try {
      const server = await serve(out, { port: each, ...(flags.base && { base: flags.base }) });
      if (each !== port) say(io, 'portTaken', { port }, language);
      say(io, 'serving', { url: server.url }, language);
      return server;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' && each === port) throw failure('portDenied', { port }, language);
      if (code !== 'EADDRINUSE' && code !== 'ERR_SOCKET_BAD_PORT') throw error;
    }
  }
  throw failure('portDenied', { port }, language);
}

function say(io: Io, message: keyof typeof cliMessages, data: MessageData, language: Language): void {
  io.err(`${render(cliMessages[message], data, language)}\n`);
}

function portOf({ port = '4321', lang }: ServeFlags, io: Io): number {
  const number = Number(port);
  if (/^\d+$/.test(port) && number < 65536) return number;
  throw failure('badPort', { text: port }, languageOf(lang, io));
}
