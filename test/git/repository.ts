import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderOf } from '../cli/cli.ts';
import type { MemoryFiles } from '../support/handbook.ts';

/** The date of commits that name no other. */
export const COMMITTED = '2026-05-04';

const AUTHOR = 'Quality Office <quality@example.com>';

export interface CommitOptions {
  message?: string;
  /** `YYYY-MM-DD` */
  date?: string;
  author?: string;
}

/** A real Git repository in a temporary folder; `removeFolders` deletes it. */
export interface TestRepository {
  /** The top of the working tree. */
  top: string;
  /** The handbook's folder in it. */
  root: string;
  /** Runs Git at the top and returns what it prints. */
  git(...args: string[]): string;
  /** Writes files (null deletes) below the handbook's folder. */
  write(files: Record<string, string | Uint8Array | null>): void;
  /** Writes, commits everything and returns the commit's id. */
  commit(files?: Record<string, string | Uint8Array | null>, options?: CommitOptions): string;
}

/** A repository whose first commit holds these files in a folder of it ('' for its top). */
export function repositoryWith(
  files: MemoryFiles,
  { folder = 'policies', name = 'repo' } = {},
): TestRepository {
  const top = folderOf({}, name);
  gitIn(top, ['init', '--quiet', '--initial-branch=main']);
  const repository = repositoryIn(top, folder);
  repository.commit(files, { message: 'Begin' });
  return repository;
}

/** A repository, or working tree of one, that is there already. */
export function repositoryIn(top: string, folder = 'policies'): TestRepository {
  const root = join(top, folder);
  mkdirSync(root, { recursive: true });
  const write: TestRepository['write'] = (files) => {
    for (const [path, content] of Object.entries(files)) {
      if (content === null) rmSync(join(root, path), { recursive: true });
      else {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
      }
    }
  };
  return {
    top,
    root,
    git: (...args) => gitIn(top, args),
    write,
    commit(files = {}, options = {}) {
      write(files);
      gitIn(top, ['add', '--all', '--force'], options);
      gitIn(top, ['commit', '--quiet', '--allow-empty', '-m', options.message ?? 'Change'], options);
      return gitIn(top, ['rev-parse', 'HEAD']).trim();
    },
  };
}

/** A clone of the newest commits of its branches alone. */
export function shallowClone(
  { top }: TestRepository,
  branches = '--no-single-branch',
  depth = 1,
): TestRepository {
  const clone = join(folderOf({}), 'clone');
  gitIn(top, ['clone', '--quiet', `--depth=${depth}`, branches, `file://${top}`, clone]);
  return repositoryIn(clone);
}

/** Runs Git with no configuration but the repository's own. */
export function gitIn(
  cwd: string,
  args: readonly string[],
  { date = COMMITTED, author = AUTHOR }: CommitOptions = {},
): string {
  const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(author) ?? [];
  return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
      GIT_AUTHOR_DATE: `${date}T12:00:00+08:00`,
      GIT_COMMITTER_DATE: `${date}T12:00:00+08:00`,
    },
  });
}
