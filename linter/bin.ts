#!/usr/bin/env node
import { languageOf } from './cli/language.ts';
import { cliMessages } from './cli/messages.ts';
import { crashWords, run } from './cli.ts';
import { render } from './model/message.ts';

// Whoever reads our output may stop early, as `head` does; that is no fault of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    const language = languageOf(undefined, { env: process.env });
    process.stderr.write(`${render(cliMessages.noOutput, { reason: code }, language)}\n`);
    // A result that nobody could read must not look like one.
    process.exit(2);
  });
}

// Windows tells the language of its user elsewhere.
const env =
  process.platform === 'win32' && !process.env.LANG
    ? { ...process.env, LANG: Intl.DateTimeFormat().resolvedOptions().locale }
    : process.env;

// What a library left behind fails after all is said.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${crashWords(error, { env })}\n`);
  process.exit(2);
});

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  terminal: process.stdout.isTTY === true,
  columns: process.stdout.columns ?? 100,
  errorTerminal: process.stderr.isTTY === true,
  ...(process.send && { tell: (message: unknown) => process.send!(message) }),
  input: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
});
