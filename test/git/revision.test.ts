import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  changedFiles,
  commitsOf,
  GitError,
  mergeBase,
  openRepository,
  type Repository,
  repositoryOf,
  resolveRevision,
} from '../../linter/node.ts';
import { folderOf, removeFolders } from '../cli/cli.ts';
import { gitIn, repositoryWith, shallowClone } from './repository.ts';

afterAll(removeFolders);

/** Why this failed. */
function reasonOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof GitError) return error.reason;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a handbook’s repository', () => {
  test('is found from a folder of it, through a link, in a linked and in a bare repository’s working tree', () => {
    const { top, root } = repositoryWith({ 'a.yaml': 'a' });
    expect(repositoryOf(root)).toEqual({ root, prefix: 'policies/', shallow: false });
    expect(repositoryOf(top)).toEqual({ root: top, prefix: '', shallow: false });
    const link = join(folderOf({}), 'link');
    symlinkSync(root, link);
    expect(repositoryOf(link)).toEqual({ root, prefix: 'policies/', shallow: false });

    const linked = join(folderOf({}), 'linked');
    gitIn(top, ['worktree', 'add', '--quiet', '-b', 'other', linked]);
    expect(repositoryOf(join(linked, 'policies')).prefix).toBe('policies/');

    const bare = join(folderOf({}), 'bare.git');
    gitIn(top, ['clone', '--quiet', '--bare', top, bare]);
    const beside = join(bare, '../tree');
    gitIn(bare, ['worktree', 'add', '--quiet', beside, 'main']);
    const repository = repositoryOf(join(beside, 'policies'));
    expect(resolveRevision(repository, 'HEAD')).toBe(gitIn(top, ['rev-parse', 'main']).trim());
  });

  test('is undefined where there is none', () => {
    const folder = folderOf({ 'a.yaml': 'a' });
    expect(openRepository(folder)).toBeUndefined();
    expect(reasonOf(() => repositoryOf(folder))).toBe('noRepository');
    const { top } = repositoryWith({});
    expect(reasonOf(() => repositoryOf(join(top, '.git')))).toBe('bareRepository');
  });

  test('is told apart from Git that is not installed', () => {
    const { root } = repositoryWith({ 'a.yaml': 'a' });
    const { PATH } = process.env;
    try {
      process.env.PATH = folderOf({});
      expect(reasonOf(() => repositoryOf(root))).toBe('noGit');
      expect(openRepository(root)).toBeUndefined();
    } finally {
      process.env.PATH = PATH;
    }
  });

  test.each(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_PREFIX'])(
    'is that of its folder whatever %s a hook sets',
    (name) => {
      const { root } = repositoryWith({ 'a.yaml': 'a' });
      process.env[name] = name === 'GIT_DIR' ? '.git' : '/nowhere';
      try {
        expect(repositoryOf(root).prefix).toBe('policies/');
        expect(resolveRevision(repositoryOf(root), 'main')).toHaveLength(40);
      } finally {
        delete process.env[name];
      }
    },
  );
});

describe('a revision', () => {
  const repository = repositoryWith({ 'a.yaml': 'a' });
  const first = repository.git('rev-parse', 'HEAD').trim();
  const second = repository.commit({ 'a.yaml': 'b' });
  repository.git('tag', '-a', '-m', 'Version 1', 'v1', first);
  repository.git('branch', 'feature/服务', first);
  const opened = repositoryOf(repository.root);

  test.each([
    ['HEAD', second],
    ['main', second],
    ['HEAD~1', first],
    ['v1', first],
    ['feature/服务', first],
    [first, first],
    [first.slice(0, 10), first],
  ])('%s is a commit', (revision, commit) => {
    expect(resolveRevision(opened, revision)).toBe(commit);
  });

  test.each([
    'nope',
    '',
    'HEAD:policies/a.yaml',
    'main\0',
    'main main',
    'a'.repeat(40),
    '$(touch x)',
    'main^{tree}',
  ])('%j is none', (revision) => {
    expect(reasonOf(() => resolveRevision(opened, revision))).toBe('unknownRevision');
  });

  test.each(['--upload-pack=touch x', '-h', '--all', '-', '--end-of-options'])(
    '%s is an option',
    (revision) => {
      expect(reasonOf(() => resolveRevision(opened, revision))).toBe('optionLike');
    },
  );

  test('a slip is answered by the nearest name', () => {
    expect(() => resolveRevision(opened, 'mian')).toThrow(
      'There is no revision "mian"; did you mean "main"?',
    );
  });

  test('a repository without a commit has no revision and no commits', () => {
    const top = folderOf({});
    gitIn(top, ['init', '--quiet']);
    expect(reasonOf(() => resolveRevision(repositoryOf(top), 'HEAD'))).toBe('unknownRevision');
    expect(commitsOf(repositoryOf(top), 5)).toEqual([]);
  });

  test('a shallow clone says that it is shallow, and how to mend it', () => {
    const clone = repositoryOf(shallowClone(repository, '--single-branch').root);
    expect(clone.shallow).toBe(true);
    expect(resolveRevision(clone, 'HEAD')).toBe(second);
    expect(reasonOf(() => resolveRevision(clone, 'HEAD~1'))).toBe('shallowRevision');
    expect(() => resolveRevision(clone, first)).toThrow('git fetch --unshallow');
    expect(() => resolveRevision(clone, first)).toThrow('fetch-depth: 0');
  });
});

describe('where a branch left its base', () => {
  function diverged() {
    const repository = repositoryWith({ 'a.yaml': 'a' });
    const parted = repository.git('rev-parse', 'HEAD').trim();
    repository.git('checkout', '--quiet', '-b', 'work');
    repository.commit({ 'b.yaml': 'b' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'c.yaml': 'c' });
    repository.git('checkout', '--quiet', 'work');
    return { repository, parted };
  }

  test('is the newest commit both have', () => {
    const { repository, parted } = diverged();
    expect(mergeBase(repositoryOf(repository.root), 'main')).toBe(parted);
    expect(mergeBase(repositoryOf(repository.root), 'HEAD')).toBe(repository.git('rev-parse', 'HEAD').trim());
  });

  test('is not known in a clone that is too shallow', () => {
    const clone = repositoryOf(shallowClone(diverged().repository).root);
    expect(reasonOf(() => mergeBase(clone, 'origin/main'))).toBe('shallowAncestor');
    expect(() => mergeBase(clone, 'origin/main')).toThrow('fetch-depth: 0');
  });

  test('is nowhere for unrelated histories', () => {
    const { repository } = diverged();
    repository.git('checkout', '--quiet', '--orphan', 'new');
    repository.commit();
    expect(reasonOf(() => mergeBase(repositoryOf(repository.root), 'main'))).toBe('unrelated');
  });
});

test('changed files: by two commits, and by what lies on disk', () => {
  const repository = repositoryWith({
    'loopbook.yaml': '',
    'a.yaml': 'a\nb\n',
    'b c.yaml': 'b',
    '"删".yaml': 'c',
    'same.yaml': '1\n2\n',
  });
  const base = repository.git('rev-parse', 'HEAD').trim();
  const files = { 'a.yaml': 'A\n', '"删".yaml': null, 'new\nline.yaml': 'n' };
  repository.write({ ...files, 'same.yaml': '1\r\n2\r\n' });
  const opened: Repository = repositoryOf(repository.root);
  const expected = [
    { path: '"删".yaml', status: 'deleted' },
    { path: 'a.yaml', status: 'changed' },
    { path: 'new\nline.yaml', status: 'added' },
  ];
  expect(changedFiles(opened, base)).toEqual(expected);
  expect(changedFiles(opened, base, base)).toEqual([]);
  const head = repository.commit({ 'same.yaml': '1\n2\n' });
  expect(changedFiles(opened, base, head)).toEqual(expected);
});

test('commits that touch the handbook, newest first, with what their messages hold', () => {
  const repository = repositoryWith({ 'a.yaml': 'a' });
  const options = { date: '2026-06-01', message: '放宽补偿额度 "x" \n\nBody' };
  const id = repository.commit({ 'a.yaml': 'b' }, options);
  repository.write({ '../elsewhere.txt': 'x' });
  repository.commit({}, { message: 'Elsewhere' });
  expect(commitsOf(repositoryOf(repository.root), 10)).toEqual([
    { id, date: '2026-06-01', author: 'Quality Office', subject: '放宽补偿额度 "x"' },
    { id: expect.stringMatching(/^\w{40}$/), date: '2026-05-04', author: 'Quality Office', subject: 'Begin' },
  ]);
  expect(commitsOf(repositoryOf(repository.root), 1)).toHaveLength(1);
});
