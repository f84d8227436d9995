import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MemoryFiles } from '../support/handbook.ts';

const quiet = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
const dated = {
  GIT_AUTHOR_DATE: '2026-11-22T09:00:00+08:00',
  GIT_COMMITTER_DATE: '2026-11-22T09:00:00+08:00',
};

export function git(folder: string, ...args: string[]): string {
  const settings = ['user.name=Author', 'user.email=author@example.com', 'init.defaultBranch=main'];
  return execFileSync('git', [...settings.flatMap((each) => ['-c', each]), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...quiet, ...dated },
    encoding: 'utf8',
  });
}

/** Makes a folder a repository and commits what is in it. */
export function commitAll(folder: string, message = 'State'): string {
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '--allow-empty', '-m', message);
  return git(folder, 'rev-parse', 'HEAD').trim();
}

/** Writes files; one that is undefined is deleted. */
export function write(folder: string, files: Record<string, MemoryFiles[string] | undefined>): void {
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) {
      rmSync(join(folder, path));
      continue;
    }
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
