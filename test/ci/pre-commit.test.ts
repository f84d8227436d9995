import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { removeFolders } from '../cli/cli.ts';
import { repositoryWith, type TestRepository } from '../git/repository.ts';
import { baseFiles } from '../support/handbook.ts';
import { packageRoot, SOP } from './shell.ts';

afterAll(removeFolders);

interface Hook {
  id: string;
  name: string;
  entry: string;
  language: string;
  files: string;
  pass_filenames: boolean;
}

const hooks = parse(readFileSync(join(packageRoot, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
const hookOf = (id: string) => hooks.find((hook) => hook.id === id)!;

/**
 * Sets up a hook as the pre-commit program runs it: with the staged files that match its pattern, which are
 * passed on where it asks for them, and not at all where none matches.
 */
function install({ top }: TestRepository, { entry, files, pass_filenames }: Hook): void {
  // A script's entry is a path in the copy of this repository that pre-commit makes.
  const command = `'${join(packageRoot, entry)}'`;
  const run = pass_filenames
    ? `printf '%s\\n' "$staged" | tr '\\n' '\\0' | xargs -0 ${command}`
    : `${command} </dev/null`;
  const script = [
    '#!/bin/sh',
    `PATH='${dirname(process.execPath)}':$PATH`,
    `staged=$(git diff --cached --name-only --diff-filter=ACMRT | grep -E '${files}')`,
    '[ -n "$staged" ] || exit 0',
    run,
  ].join('\n');
  const path = join(top, '.git/hooks/pre-commit');
  writeFileSync(path, `${script}\n`);
  chmodSync(path, 0o755);
}

/** A real `git commit` of everything. */
function commit({ top }: TestRepository) {
  const env = {
    PATH: process.env.PATH ?? '',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'Quality Office',
    GIT_AUTHOR_EMAIL: 'quality@example.com',
    GIT_COMMITTER_NAME: 'Quality Office',
    GIT_COMMITTER_EMAIL: 'quality@example.com',
  };
  const git = (...args: string[]) =>
    spawnSync('git', args, { cwd: top, env, encoding: 'utf8', timeout: 60_000 });
  git('add', '--all');
  const { status, stdout, stderr } = git('commit', '-m', 'Change');
  const message = git('log', '-1', '--format=%s').stdout.trim();
  return { status, committed: message === 'Change', said: stdout + stderr };
}

function repository(id: string): TestRepository {
  const made = repositoryWith(baseFiles());
  install(made, hookOf(id));
  return made;
}

const vague = `${baseFiles()[SOP]}\nTell the guest at <Target of="standard:no-such" />.\n`;

describe('the hook that checks the whole handbook', () => {
  test('lets a sound commit pass', () => {
    const made = repository('loopbook');
    made.write({ 'tools/telephone.yaml': `${baseFiles()['tools/case-log.yaml']}# a second one\n` });
    expect(commit(made)).toMatchObject({ committed: true, status: 0 });
  });

  test('stops a commit that breaks a reference, and says where', () => {
    const made = repository('loopbook');
    made.write({ [SOP]: vague });
    const { committed, status, said } = commit(made);
    expect([committed, status]).toEqual([false, 1]);
    expect(said).toContain('references/resolves');
    expect(said).toMatch(/sops\/handle-request\.mdx:\d+:\d+/);
  });

  test('stops a commit that breaks a file it does not touch', () => {
    const made = repository('loopbook');
    made.write({ 'tools/case-log.yaml': null, 'tools/log.yaml': baseFiles()['tools/case-log.yaml']! });
    const { committed, said } = commit(made);
    expect(committed).toBe(false);
    expect(said).toContain('case-log');
  });

  test('is not run for files that are none of a handbook', () => {
    const made = repository('loopbook');
    made.write({ '../notes.txt': 'Nothing.' });
    expect(commit(made)).toMatchObject({
      committed: true,
      said: expect.not.stringContaining('Nothing to mend'),
    });
  });
});

describe('the hook that shows staged files alone', () => {
  test('stops what is wrong in them', () => {
    const made = repository('loopbook-staged');
    made.write({ [SOP]: vague });
    const { committed, said } = commit(made);
    expect(committed).toBe(false);
    expect(said).toContain('references/resolves');
  });

  test('passes over what is wrong elsewhere', () => {
    const made = repositoryWith({ ...baseFiles(), [SOP]: vague });
    install(made, hookOf('loopbook-staged'));
    made.write({ 'tools/case-log.yaml': `${baseFiles()['tools/case-log.yaml']}# read\n` });
    expect(commit(made)).toMatchObject({ committed: true });
  });
});

test('each hook is a script of this repository that may be run', () => {
  expect(hooks.map(({ id }) => id)).toEqual(['loopbook', 'loopbook-staged']);
  for (const { entry, language, files, name } of hooks) {
    expect(statSync(join(packageRoot, entry)).mode & 0o111).toBe(0o111);
    expect([language, typeof name]).toEqual(['script', 'string']);
    const pattern = new RegExp(files);
    expect(pattern.test('policies/processes/check-in.yaml')).toBe(true);
    expect(pattern.test('policies/sops/check-in.en.mdx')).toBe(true);
    expect(pattern.test('README.md')).toBe(false);
  }
});
