import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  changedFiles,
  commitsOf,
  GitError,
  historyOf,
  mergeBase,
  openRepository,
  repositoryOf,
  resolveRevision,
  revisionSource,
} from '../../linter/node.ts';
import { folderOf, removeFolders } from '../cli/cli.ts';
import { gitIn, repositoryIn, repositoryWith, type TestRepository } from './repository.ts';

afterAll(removeFolders);

/** Asks a repository everything that can be asked. */
async function askAll({ root }: TestRepository) {
  const repository = repositoryOf(root);
  const head = resolveRevision(repository, 'HEAD');
  const base = resolveRevision(repository, 'HEAD~1');
  try {
    resolveRevision(repository, 'no-such-revision');
  } catch {
    // Looks for near names.
  }
  return {
    source: revisionSource(repository, base),
    changes: [...changedFiles(repository, base), ...changedFiles(repository, base, head)],
    history: await historyOf(repository),
    commits: commitsOf(repository, 10),
    parted: mergeBase(repository, base),
  };
}

describe('a repository whose configuration runs programs', () => {
  let repository: TestRepository;
  let canary: string;
  let script: string;

  beforeEach(() => {
    repository = repositoryWith({ 'a.yaml': 'a', '.gitattributes': '* filter=evil diff=evil merge=evil\n' });
    repository.commit({ 'a.yaml': 'b' });
    const folder = folderOf({});
    canary = join(folder, 'canary');
    script = join(folder, 'evil.sh');
    writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> ${canary}\n`);
    chmodSync(script, 0o755);
  });

  /** What Git itself does with the trap: a trap that never springs would prove nothing. */
  function springs(args: string[]): boolean {
    try {
      execFileSync('git', args, { cwd: repository.top, stdio: 'ignore', timeout: 10_000 });
    } catch {
      // Many a trap makes the command fail.
    }
    return existsSync(canary);
  }

  const traps: { name: string; settings: Record<string, string>; sprungBy: string[] }[] = [
    { name: 'a file system monitor', settings: { 'core.fsmonitor': '$' }, sprungBy: ['status'] },
    { name: 'an external diff', settings: { 'diff.external': '$' }, sprungBy: ['diff', 'HEAD~1'] },
    {
      name: 'a text conversion',
      settings: { 'diff.evil.textconv': '$' },
      sprungBy: ['log', '-p', '--textconv'],
    },
    {
      name: 'a filter',
      settings: { 'filter.evil.clean': '$', 'filter.evil.smudge': '$', 'filter.evil.required': 'true' },
      sprungBy: ['add', '--renormalize', '.'],
    },
    {
      name: 'a filter process',
      settings: { 'filter.evil.process': '$' },
      sprungBy: ['add', '--renormalize', '.'],
    },
    { name: 'a pager', settings: { 'core.pager': '$', 'pager.log': '$' }, sprungBy: ['--paginate', 'log'] },
    {
      name: 'an alias',
      settings: { 'alias.evil': '!$', 'alias.log': '!$', 'alias.ls-tree': '!$', 'alias.cat-file': '!$' },
      sprungBy: ['evil'],
    },
    {
      name: 'a remote helper',
      settings: { 'remote.origin.url': 'ext::$', 'protocol.ext.allow': 'always' },
      sprungBy: ['fetch', 'origin'],
    },
    {
      name: 'a credential helper and a transport',
      settings: {
        'core.sshCommand': '$',
        'remote.origin.url': 'ssh://example.invalid/x',
        'credential.helper': '!$',
      },
      sprungBy: ['fetch', 'origin'],
    },
  ];

  test.each(traps)('$name is not run', async ({ settings, sprungBy }) => {
    for (const [name, value] of Object.entries(settings)) {
      repository.git('config', name, value.replace('$', script));
    }
    const { source, commits } = await askAll(repository);
    expect(source.map(({ path }) => path)).toEqual(['a.yaml']);
    expect(commits).toHaveLength(2);
    expect(existsSync(canary)).toBe(false);
    // Pagers run on a terminal only.
    if (!sprungBy.includes('--paginate')) expect(springs(sprungBy)).toBe(true);
  });

  test('hooks are not run', async () => {
    const hooks = join(repository.top, '.git/hooks');
    mkdirSync(hooks, { recursive: true });
    const names = [
      'post-checkout',
      'post-index-change',
      'reference-transaction',
      'pre-commit',
      'post-rewrite',
    ];
    for (const name of names) {
      writeFileSync(join(hooks, name), `#!/bin/sh\necho ${name} >> ${canary}\n`);
      chmodSync(join(hooks, name), 0o755);
    }
    await askAll(repository);
    expect(existsSync(canary)).toBe(false);
    expect(springs(['checkout', '-b', 'other'])).toBe(true);
  });

  test('signatures are not checked, which would run a program', async () => {
    repository.git('config', 'gpg.program', script);
    repository.git('config', 'log.showSignature', 'true');
    const body = gitIn(repository.top, ['cat-file', 'commit', 'HEAD']);
    const signed = body.replace(
      '\n\n',
      '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----\n\n',
    );
    const id = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
      cwd: repository.top,
      input: signed,
      encoding: 'utf8',
    }).trim();
    repository.git('reset', '--quiet', '--hard', id);
    await askAll(repository);
    expect(existsSync(canary)).toBe(false);
    expect(springs(['log', '-1'])).toBe(true);
  });

  test('a partial clone fetches nothing, and says what it lacks', () => {
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const top = join(folderOf({}), 'partial');
    const url = `file://${repository.top}`;
    gitIn(repository.top, ['clone', '--quiet', '--filter=blob:none', url, top]);
    const clone = repositoryIn(top);
    clone.git('config', 'remote.origin.uploadpack', script);
    const opened = repositoryOf(clone.root);
    expect(() => revisionSource(opened, resolveRevision(opened, 'HEAD~1'))).toThrow('without --filter');
    expect(existsSync(canary)).toBe(false);
    expect(revisionSource(opened, resolveRevision(opened, 'HEAD')).map(({ path }) => path)).toEqual([
      'a.yaml',
    ]);
    try {
      execFileSync('git', ['cat-file', '-p', 'HEAD~1:policies/a.yaml'], { cwd: top, stdio: 'ignore' });
    } catch {
      // The script is no transport.
    }
    expect(existsSync(canary)).toBe(true);
  });

  test('a handbook’s folder made to look like a repository is not taken for one', () => {
    const { root } = repository;
    const fake = { HEAD: 'ref: refs/heads/main\n', 'objects/x': '', 'refs/heads/x': '' };
    repository.write({ ...fake, config: `[core]\n\trepositoryformatversion = 0\n\tfsmonitor = ${script}\n` });
    expect(() => repositoryOf(root)).toThrow(GitError);
    expect(() => repositoryOf(root)).toThrow('looks like a Git repository');
    expect(() => openRepository(root)).toThrow('looks like a Git repository');
    expect(existsSync(canary)).toBe(false);
  });
});

test.runIf(process.getuid?.() === 0)(
  'the repository of another user is refused, with the way to trust it',
  () => {
    const repository = repositoryWith({ 'a.yaml': 'a' }, { name: 'not ours' });
    execFileSync('chown', ['-R', '12345:12345', repository.top]);
    const { GIT_CONFIG_GLOBAL } = process.env;
    try {
      process.env.GIT_CONFIG_GLOBAL = '/dev/null';
      expect(() => repositoryOf(repository.root)).toThrow(`--add safe.directory '${repository.top}'`);
      expect(() => openRepository(repository.root)).toThrow('belongs to another user');
      const trusting = join(folderOf({ config: `[safe]\n\tdirectory = "${repository.top}"\n` }), 'config');
      process.env.GIT_CONFIG_GLOBAL = trusting;
      expect(repositoryOf(repository.root).prefix).toBe('policies/');
    } finally {
      if (GIT_CONFIG_GLOBAL === undefined) delete process.env.GIT_CONFIG_GLOBAL;
      else process.env.GIT_CONFIG_GLOBAL = GIT_CONFIG_GLOBAL;
    }
  },
);

describe('reading leaves nothing behind', () => {
  const state = ({ top }: TestRepository) => ({
    status: gitIn(top, ['status', '--porcelain']),
    worktrees: gitIn(top, ['worktree', 'list']),
    objects: gitIn(top, ['count-objects', '-v']),
    files: readdirSync(join(top, '.git'), { recursive: true }).sort(),
  });

  test('in the repository', async () => {
    const repository = repositoryWith({ 'a.yaml': 'a' });
    repository.commit({ 'a.yaml': 'b' });
    repository.write({ 'c.yaml': 'c' });
    const before = state(repository);
    await askAll(repository);
    expect(state(repository)).toEqual(before);
  });

  test('and needs no right to write there', async () => {
    const repository = repositoryWith({ 'a.yaml': 'a' });
    repository.commit({ 'a.yaml': 'b' });
    execFileSync('chmod', ['-R', 'a-w', join(repository.top, '.git')]);
    try {
      expect((await askAll(repository)).source).toHaveLength(1);
    } finally {
      execFileSync('chmod', ['-R', 'u+w', join(repository.top, '.git')]);
    }
  });
});

test('a broken repository is an error that says so, never an empty revision', () => {
  const repository = repositoryWith({ 'a.yaml': 'a' });
  const blob = repository.git('rev-parse', 'HEAD:policies/a.yaml').trim();
  const tree = repository.git('rev-parse', 'HEAD:policies').trim();
  const objectFile = (id: string) => join(repository.top, '.git/objects', id.slice(0, 2), id.slice(2));
  const opened = repositoryOf(repository.root);
  const head = resolveRevision(opened, 'HEAD');
  for (const id of [blob, tree]) {
    chmodSync(objectFile(id), 0o644);
    appendFileSync(objectFile(id), 'x');
    writeFileSync(objectFile(id), 'broken');
    expect(() => revisionSource(opened, head)).toThrow(GitError);
  }
});
