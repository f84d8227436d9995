import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packageRoot } from './package.ts';

export interface SelfOptions {
  cwd: string;
  env: Record<string, string | undefined>;
  out(text: string): void;
  err(text: string): void;
  /** Told what the command tells of its work. */
  onMessage?(message: unknown): void;
}

/**
 * Runs a command of Loopbook in a process of its own, whose memory is free again when it ends. Arguments are
 * passed as they are, by no shell.
 *
 * @returns its exit code; 2 where it was ended by a signal.
 */
export function runSelf(
  args: readonly string[],
  { cwd, env, out, err, onMessage }: SelfOptions,
): Promise<number> {
  const command = fileURLToPath(new URL('linter/loopbook.js', packageRoot));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.stdout!.setEncoding('utf8').on('data', out);
    child.stderr!.setEncoding('utf8').on('data', err);
    // Whoever ends this process means the work it began.
    const end = (signal: NodeJS.Signals) => child.kill(signal);
    process.once('SIGINT', end).once('SIGTERM', end);
    if (onMessage) child.on('message', onMessage);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve(code ?? 2);
    });
  });
}
