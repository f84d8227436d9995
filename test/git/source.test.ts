import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { FileSource } from '../../linter/graph/source.ts';
import { diskSource, repositoryOf, resolveRevision, revisionSource } from '../../linter/node.ts';
import { folderOf, removeFolders } from '../cli/cli.ts';
import { gitIn, repositoryIn, repositoryWith, type TestRepository } from './repository.ts';

afterAll(removeFolders);

/** The source as it can be compared and read: bytes as text. */
function plain(source: FileSource) {
  return source.map(({ path, bytes, unreadable }) => ({
    path,
    ...(bytes && { bytes: Buffer.from(bytes).toString('latin1') }),
    ...(unreadable && { unreadable }),
  }));
}

/** The files of a clean checkout, from the disk and from Git. */
function bothOf({ root }: TestRepository) {
  const repository = repositoryOf(root);
  return {
    disk: plain(diskSource(root)),
    git: plain(revisionSource(repository, resolveRevision(repository, 'HEAD'))),
  };
}

describe('the files of a revision are those of a clean checkout, byte for byte', () => {
  test('the example handbook', () => {
    const policies = join(import.meta.dirname, '../../policies');
    const files = Object.fromEntries(diskSource(policies).map(({ path, bytes }) => [path, bytes!]));
    const { disk, git } = bothOf(repositoryWith(files));
    expect(git.length).toBeGreaterThan(200);
    expect(git).toEqual(disk);
  });

  test('names with spaces, Chinese, quotes, tabs and line breaks; the folder too', () => {
    const repository = repositoryWith(
      {
        'loopbook.yaml': 'title: x\n',
        'roles/front desk.yaml': 'a',
        'roles/前厅 接待.yaml': 'b',
        'roles/"quoted\'.yaml': 'c',
        'roles/line\nbreak\ttab.yaml': 'd',
        'roles/*.yaml': 'star',
        'roles/back\\slash.yaml': 'e',
        ':(top)/x.yaml': 'magic',
        'roles/\u{1F600}.yaml': new Uint8Array([0, 255, 13, 10, 0]),
        'roles/empty.yaml': '',
      },
      { folder: '手册 "A"\n[1]*', name: 'a repo 仓库' },
    );
    const { disk, git } = bothOf(repository);
    expect(git).toHaveLength(10);
    expect(git).toEqual(disk);
  });

  test('what is skipped, ignored and too large', () => {
    const repository = repositoryWith({
      'loopbook.yaml': 'ignore: ["drafts/**", "*.tmp"]\nlimits: { maxFileSize: 2000 }\n',
      '.hidden/a.yaml': 'a',
      'roles/.hidden.yaml': 'a',
      'roles/node_modules/b.yaml': 'b',
      'drafts/c.yaml': 'c',
      'x.tmp': 'x',
      'roles/large.yaml': 'x'.repeat(2001),
      'roles/fits.yaml': 'x'.repeat(2000),
    });
    const { disk, git } = bothOf(repository);
    expect(git.map(({ path }) => path)).toEqual(['loopbook.yaml', 'roles/fits.yaml', 'roles/large.yaml']);
    expect(git[2]!.unreadable).toEqual({ reason: 'too-large', size: 2001, limit: 2000 });
    expect(git).toEqual(disk);
  });

  test('symbolic links: to files and folders, up and down, out, round and to nothing', () => {
    const repository = repositoryWith({
      'loopbook.yaml': '',
      'roles/a.yaml': 'a',
      '.shared/tools/t.yaml': 't',
    });
    const link = (target: string, path: string) => symlinkSync(target, join(repository.root, path));
    mkdirSync(join(repository.root, 'deep/er'), { recursive: true });
    link('a.yaml', 'roles/same.yaml');
    link('../roles/same.yaml', 'deep/twice.yaml');
    link('../../policies/roles/a.yaml', 'deep/out-and-in.yaml');
    link('../.shared/tools', 'deep/tools');
    link('.', 'deep/self');
    link('..', 'deep/er/up');
    link('../..', 'out');
    link('../../../../../../../../../../../etc/passwd', 'passwd.yaml');
    link('/etc/passwd', 'absolute.yaml');
    link(join(repository.root, 'roles/a.yaml'), 'inside.yaml');
    link('none.yaml', 'roles/none.yaml');
    link('roles/a.yaml/', 'slash.yaml');
    link('round-b.yaml', 'round-a.yaml');
    link('round-a.yaml', 'round-b.yaml');
    repository.commit();
    const { disk, git } = bothOf(repository);
    expect(git.filter(({ unreadable }) => unreadable).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['absolute.yaml', 'out', 'passwd.yaml', 'roles/none.yaml', 'round-a.yaml']),
    );
    expect(git.find(({ path }) => path === '.shared/tools/t.yaml')?.bytes).toBe('t');
    expect(git.find(({ path }) => path === 'deep/out-and-in.yaml')?.bytes).toBe('a');
    expect(git).toEqual(disk);
  });

  test('settings behind a link', () => {
    const repository = repositoryWith({ 'settings.txt': 'ignore: [a.yaml]\n', 'a.yaml': 'a' });
    symlinkSync('settings.txt', join(repository.root, 'loopbook.yaml'));
    repository.commit();
    const { disk, git } = bothOf(repository);
    expect(git.map(({ path }) => path)).toEqual(['loopbook.yaml', 'settings.txt']);
    expect(git).toEqual(disk);
  });

  test('any names and any bytes', () => {
    const name = fc
      .array(
        fc.constantFrom('a', 'B', ' ', '\n', '"', "'", '*', '?', '[', '\\', '序', '-', '.', '\t', 'é', '~'),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map((letters) => letters.join(''))
      .filter((text) => !/^\.{1,2}$|^\.?git$/i.test(text) && !/^git~/i.test(text));
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const content = fc.uint8Array({ maxLength: 40 });
    const repository = repositoryWith({ 'loopbook.yaml': '' });
    fc.assert(
      fc.property(fc.array(fc.tuple(path, content), { minLength: 1, maxLength: 6 }), (files) => {
        gitIn(repository.top, ['rm', '-r', '-q', '--ignore-unmatch', '.']);
        gitIn(repository.top, ['clean', '-q', '-fdx']);
        for (const [each, bytes] of files) {
          try {
            repository.write({ [each]: bytes });
          } catch {
            // The name of a file is that of a folder here: not both can be.
          }
        }
        repository.commit({ 'loopbook.yaml': '' });
        const { disk, git } = bothOf(repository);
        expect(git).toEqual(disk);
      }),
      { numRuns: 25 },
    );
  });
});

test('an older revision is read as it was, and what is on disk does not matter', () => {
  const repository = repositoryWith({ 'loopbook.yaml': 'ignore: [b.yaml]', 'a.yaml': 'old', 'b.yaml': 'b' });
  const before = repository.git('rev-parse', 'HEAD').trim();
  repository.commit({ 'loopbook.yaml': '', 'a.yaml': 'new', 'b.yaml': null, 'c.yaml': 'c' });
  repository.write({ 'a.yaml': 'not committed' });
  expect(plain(revisionSource(repositoryOf(repository.root), before))).toEqual([
    { path: 'a.yaml', bytes: 'old' },
    { path: 'loopbook.yaml', bytes: 'ignore: [b.yaml]' },
  ]);
});

test('a folder that a revision did not have is empty there', () => {
  const repository = repositoryWith({ 'a.yaml': 'a' }, { folder: 'elsewhere' });
  const before = repository.git('rev-parse', 'HEAD').trim();
  mkdirSync(join(repository.top, 'policies'));
  expect(revisionSource(repositoryOf(join(repository.top, 'policies')), before)).toEqual([]);
});

test('submodules are left out', () => {
  const other = repositoryWith({ 'a.yaml': 'a' }, { folder: '' });
  const repository = repositoryWith({ 'loopbook.yaml': '' });
  repository.git('submodule', 'add', '--quiet', other.top, 'policies/roles');
  repository.commit();
  const opened = repositoryOf(repository.root);
  const source = revisionSource(opened, resolveRevision(opened, 'HEAD'));
  expect(source.map(({ path }) => path)).toEqual(['loopbook.yaml']);
});

test('a repository of SHA-256 objects', () => {
  const top = folderOf({}, 'sha256');
  gitIn(top, ['init', '--quiet', '--object-format=sha256', '--initial-branch=main']);
  const repository = repositoryIn(top);
  expect(repository.commit({ 'loopbook.yaml': '', 'roles/a.yaml': 'a' })).toHaveLength(64);
  const { disk, git } = bothOf(repository);
  expect(git).toHaveLength(2);
  expect(git).toEqual(disk);
});
