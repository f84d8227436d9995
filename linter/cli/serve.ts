import { resolve } from 'node:path';
import { type Language, render } from '../model/message.ts';
import { pathExists, type RunningServer, serve } from '../node.ts';
import { buildCommand } from './build.ts';
import { failure, rootOf } from './handbook.ts';
import { interrupted } from './interrupted.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';
import { cliMessages } from './messages.ts';
import { astroConfig, enterPackage, outOf, type PageFlags } from './pages.ts';

export interface ServeFlags extends PageFlags {
  port?: string;
}

/** `loopbook dev`: Astro's own server, pages rebuilt as policies change. */
export async function devCommand(flags: ServeFlags, io: Io): Promise<ExitCode> {
  const root = rootOf(flags, io);
  const port = portOf(flags, io);
  const { dev } = await import('astro');
  enterPackage();
  const server = await dev({ ...(await astroConfig(flags, { root }, io)), server: { port } });
  await interrupted();
  await server.stop();
  return 0;
}

/** `loopbook preview`: serves what was built. */
export async function previewCommand(flags: ServeFlags, io: Io): Promise<ExitCode> {
  const out = outOf(flags, io);
  const language = languageOf(flags.lang, io);
  if (!pathExists(resolve(out, 'index.html'))) throw failure('notBuilt', { out }, language);
  const server = await listen(out, flags, io, language);
  await interrupted();
  await server.close();
  return 0;
}

/** `loopbook start`: everything at once, for a first look. */
export async function startCommand(flags: ServeFlags, io: Io): Promise<ExitCode> {
  const code = await buildCommand(flags, io);
  return code === 0 ? previewCommand(flags, io) : code;
}

/** The port asked for, or any free one, with a word about it. */
async function listen(out: string, flags: ServeFlags, io: Io, language: Language): Promise<RunningServer> {
  const port = portOf(flags, io);
  const options = { port, ...(flags.base && { base: flags.base }) };
  const say = (message: keyof typeof cliMessages, data: Record<string, string | number>) =>
    io.err(`${render(cliMessages[message], data, language)}\n`);
  let server: RunningServer;
  try {
    server = await serve(out, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    say('portTaken', { port });
    server = await serve(out, { ...options, port: 0 });
  }
  say('serving', { url: server.url });
  return server;
}

function portOf({ port = '4321', lang }: ServeFlags, io: Io): number {
  const number = Number(port);
  if (/^\d+$/.test(port) && number < 65536) return number;
  throw failure('badCount', { text: port }, languageOf(lang, io));
}
