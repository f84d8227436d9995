import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { folderOf } from '../cli/cli.ts';
import { repositoryWith, type TestRepository } from '../git/repository.ts';
import { baseFiles } from '../support/handbook.ts';

export const packageRoot = resolve(import.meta.dirname, '../..');

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a script with a shell and nothing in its environment but what is given and a path to Node and Git. */
export function runScript(
  shell: readonly [string, ...string[]],
  script: string,
  { cwd, env, path = [] }: { cwd: string; env: Record<string, string>; path?: string[] },
): Ended {
  const [command, ...args] = shell;
  const { status, stdout, stderr, error } = spawnSync(command, [...args, script], {
    cwd,
    encoding: 'utf8',
    timeout: 120_000,
    env: {
      PATH: [...path, dirname(process.execPath), process.env.PATH ?? ''].join(':'),
      HOME: folderOf({}),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      ...env,
    },
  });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}

/** A folder for the path with a `loopbook` that is this checkout's, as an installed package would put it there. */
export function installedLoopbook(): string {
  const folder = folderOf({});
  writeFileSync(
    join(folder, 'loopbook'),
    `#!/bin/sh\nexec "${process.execPath}" "${join(packageRoot, 'linter/loopbook.js')}" "$@"\n`,
  );
  chmodSync(join(folder, 'loopbook'), 0o755);
  return folder;
}

export const SOP = 'sops/handle-request.mdx';

/**
 * A repository with an old finding on `main`, and a branch that breaks a reference of a file it does not touch;
 * a clone of it has the branch checked out and knows `origin/main`, as a CI's does.
 */
export function pullRequest(): { origin: TestRepository; clone: string; root: string } {
  const old = `${baseFiles()[SOP]}\nAnswer promptly.\n`;
  const origin = repositoryWith({ ...baseFiles(), [SOP]: old });
  origin.git('switch', '--quiet', '--create', 'change');
  origin.commit({ 'tools/case-log.yaml': null }, { message: 'Retire the case log' });
  const clone = join(folderOf({}), 'clone');
  mkdirSync(clone);
  origin.git('clone', '--quiet', `file://${origin.top}`, clone);
  return { origin, clone, root: join(clone, 'policies') };
}
