import { afterAll, describe, expect, test } from 'vitest';
import { lint, registry } from '../../linter/index.ts';
import { historyReader, loadHandbook } from '../../linter/node.ts';
import { cli, handbookWith, type Report, removeFolders } from '../cli/cli.ts';
import { baseFiles, TODAY } from '../support/handbook.ts';
import { gitIn, repositoryWith, shallowClone } from './repository.ts';

afterAll(removeFolders);

const tool = baseFiles()['tools/case-log.yaml']!;
const every = (period: string) => `${tool}reviewEvery: ${period}\n`;

/** What the rules on reviews say of the tool, and what the result notes. */
async function reviews(root: string, argv: string[] = [], language = 'en') {
  const flags = ['--root', root, '--format', 'json', '--today', TODAY, '--lang', language, ...argv];
  const { out, err } = await cli(['lint', ...flags]);
  expect(err).toBe('');
  const { findings, notices = [] } = JSON.parse(out) as Report & { notices?: string[] };
  const own = findings.filter(
    ({ rule, file }) => rule.startsWith('documents/review-') && file.startsWith('tools/'),
  );
  return { found: own.map(({ rule, message, start }) => `${start.line} ${rule} ${message}`), notices };
}

describe('where no review is stated, its period counts from the file’s last change in Git', () => {
  const overdue = expect.stringMatching(
    /^\d documents\/review-due The review was due on 2026-08-02, 112 days ago/,
  );

  test('an entry that nobody touched for longer is overdue', async () => {
    const { root } = repositoryWith({ ...baseFiles(), 'tools/case-log.yaml': every('90 d') });
    expect(await reviews(root)).toEqual({ found: [overdue], notices: [] });
  });

  test('one that was changed since is not, and is soon due in its time', async () => {
    const repository = repositoryWith({ ...baseFiles(), 'tools/case-log.yaml': every('90 d') });
    repository.commit({ 'tools/case-log.yaml': `${every('90 d')}# looked at\n` }, { date: '2026-11-01' });
    expect((await reviews(repository.root)).found).toEqual([]);
    expect((await reviews(repository.root, ['--today', '2027-01-20'])).found).toEqual([
      expect.stringContaining('The review is due on 2027-01-30'),
    ]);
  });

  test('what is stated wins', async () => {
    const stated = `${every('90 d')}reviewed: 2026-11-01\n`;
    const { root } = repositoryWith({ ...baseFiles(), 'tools/case-log.yaml': stated });
    expect((await reviews(root)).found).toEqual([]);
  });

  test('what was never committed is of today', async () => {
    const repository = repositoryWith(baseFiles());
    repository.write({ 'tools/other.yaml': every('90 d').replace('Case log', 'Other') });
    expect((await reviews(repository.root)).found).toEqual([]);
  });

  test('a shallow clone says what it cannot know, and finds nothing wrong for it', async () => {
    const repository = repositoryWith({ ...baseFiles(), 'tools/case-log.yaml': every('90 d') });
    repository.commit({ 'tools/other.yaml': tool.replace('Case log', 'Other') }, { date: '2026-11-01' });
    const { root } = shallowClone(repository);
    expect(await reviews(root)).toEqual({
      found: [],
      notices: [expect.stringMatching(/shallow clone.*fetch-depth: 0.*git fetch --unshallow/)],
    });
    expect((await reviews(root, [], 'zh-CN')).notices).toEqual([
      expect.stringMatching(/^这是浅克隆.*fetch-depth: 0/),
    ]);
    const { out } = await cli(['lint', '--root', root, '--today', TODAY, '--lang', 'en']);
    expect(out).toContain('This is a shallow clone');
    gitIn(root, ['fetch', '--quiet', '--unshallow']);
    expect(await reviews(root)).toEqual({ found: [overdue], notices: [] });
  });

  test('without Git, an entry is asked to state a day', async () => {
    const root = handbookWith({ 'tools/case-log.yaml': every('90 d') });
    expect(await reviews(root)).toEqual({
      found: [expect.stringContaining('states no day from which to count')],
      notices: [],
    });
  });

  test('a repository that Git refuses is told of', async () => {
    const { root } = repositoryWith({ ...baseFiles(), 'tools/case-log.yaml': every('90 d') });
    gitIn(root, ['init', '--quiet', '--bare', '.']);
    const { found, notices } = await reviews(root);
    expect(found).toEqual([expect.stringContaining('states no day from which to count')]);
    expect(notices).toEqual([expect.stringContaining('looks like a Git repository')]);
  });

  test('both revisions of a comparison by their own history', async () => {
    const repository = repositoryWith({ ...baseFiles(), 'tools/case-log.yaml': every('90 d') });
    repository.commit({ 'roles/duty-manager.yaml': `${baseFiles()['roles/duty-manager.yaml']}# a\n` });
    const { code, out } = await cli([
      'lint',
      '--root',
      repository.root,
      '--base',
      'HEAD~1',
      '--today',
      TODAY,
    ]);
    expect(code).toBe(0);
    expect(out).toContain('nothing new; older and not counted: 1; fixed: 0');
  });
});

test('Git is not asked where everything is stated', async () => {
  const history = (root: string) => {
    const reader = historyReader(root);
    let asked = 0;
    return {
      doubt: reader.doubt,
      read: () => {
        asked++;
        return reader.read();
      },
      asked: () => asked,
    };
  };
  for (const [files, asked] of [
    [{}, 0],
    [{ 'tools/case-log.yaml': every('90 d') }, 2],
  ] as const) {
    const { root } = repositoryWith({ ...baseFiles(), ...files });
    const counting = history(root);
    lint(await loadHandbook(root, { today: TODAY, history: counting }), { language: 'en', registry });
    expect(counting.asked()).toBe(asked);
  }
});
