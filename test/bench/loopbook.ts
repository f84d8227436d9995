import { join } from 'node:path';
import { type Command, measure } from './measure.ts';
import { root } from './peers.ts';

/** Compiles the command line as it is published: what users run, without stripping types at every start. */
export async function compileLoopbook(): Promise<void> {
  const { exitCode, output } = await measure({
    program: process.execPath,
    args: [join(root, 'linter/tools/compile.ts')],
    cwd: root,
  });
  if (exitCode !== 0) throw new Error(`Loopbook could not be compiled:\n${output}`);
}

/** A new process of the compiled command line. */
export function loopbook(...args: string[]): Command {
  return { program: process.execPath, args: [join(root, 'lib/cli/bin.js'), ...args], cwd: root };
}
