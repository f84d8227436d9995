import { spawn } from 'node:child_process';
import module from 'node:module';
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

const isCompiled = !import.meta.url.endsWith('.ts');

/**
 * Runs a command of Loopbook in a process of its own, whose memory is free again when it ends: the same program
 * as this one, be it compiled or as written. Arguments are passed as they are, by no shell.
 *
 * @returns its exit code; 2 where it was ended by a signal.
 */
export function runSelf(
  args: readonly string[],
  { cwd, env, out, err, onMessage }: SelfOptions,
): Promise<number> {
  const command = fileURLToPath(new URL(isCompiled ? 'lib/cli/bin.js' : 'linter/loopbook.js', packageRoot));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd,
      env: { ...env, ...compileCache() },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Copies texts as they are, where JSON would look at every letter.
      serialization: 'advanced',
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

// helpers

/** What Node compiled once the other process need not compile again. */
function compileCache(): { NODE_COMPILE_CACHE?: string } {
  const folder = module.getCompileCacheDir?.();
  return folder ? { NODE_COMPILE_CACHE: folder } : {};
}
