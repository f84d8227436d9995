import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadHandbook, loadRevision, repositoryOf, resolveRevision } from '../../linter/node.ts';
import { cli, folderOf, handbookWith, type Report, removeFolders } from '../cli/cli.ts';
import { baseFiles, TODAY } from '../support/handbook.ts';
import { gitIn, repositoryIn, repositoryWith, shallowClone, type TestRepository } from './repository.ts';

afterAll(removeFolders);

const plain = baseFiles()['loopbook.yaml']!;
const settings = `${plain}rules: { wording/vague-time: error }\n`;
const tool = baseFiles()['tools/case-log.yaml']!;
const standard = baseFiles()['standards/reply-time.yaml']!;

/** A sound standard, but for what its statement says. */
const saying = (...sentences: string[]) =>
  standard.replace(
    'The service agent shall answer every request within the target.',
    ['The service agent shall answer every request within the target.', ...sentences].join(' '),
  );

const soon = 'The service agent shall call back soon.';
const quickly = 'The service agent shall write back quickly.';
const promptly = 'The service agent shall promptly thank the customer.';

interface Compared extends Report {
  findings: (Report['findings'][number] & { new?: boolean })[];
  comparison: { base: string; added: number; fixed: Report['findings'] };
  notices?: string[];
}

/** What a comparison tells: new findings and fixed ones, by rule and file, and how many are merely old. */
async function compared({ root }: Pick<TestRepository, 'root'>, base = 'main', argv: string[] = []) {
  const fixed = ['--root', root, '--base', base, '--today', TODAY, '--lang', 'en', ...argv];
  const { code, out, err } = await cli(['lint', '--format', 'json', ...fixed]);
  expect(err).toBe('');
  const { findings, comparison, notices = [] } = JSON.parse(out) as Compared;
  expect(comparison.base).toBe(base);
  const name = ({ severity, rule, file }: Report['findings'][number]) => `${severity} ${rule} ${file}`;
  const added = findings.filter((each) => each.new);
  expect(added).toHaveLength(comparison.added);
  return {
    code,
    added: added.map(name),
    fixed: comparison.fixed.map(name),
    old: findings.length - added.length,
    notices,
  };
}

/** The base handbook with these files on main, and a branch that is checked out. */
function branchFrom(files: Record<string, string> = {}, options?: { folder?: string; name?: string }) {
  const repository = repositoryWith({ ...baseFiles(), 'loopbook.yaml': settings, ...files }, options);
  repository.git('checkout', '--quiet', '-b', 'work');
  return repository;
}

const vague = (file = 'standards/reply-time.yaml') => `error wording/vague-time ${file}`;

describe('what is new', () => {
  test('nothing: old findings neither fail nor are listed', async () => {
    const repository = branchFrom({ 'standards/reply-time.yaml': saying(soon) });
    repository.commit({ 'tools/case-log.yaml': `${tool}# a remark\n` });
    expect(await compared(repository)).toMatchObject({ code: 0, added: [], fixed: [], old: 1 });
    const flags = ['lint', '--root', repository.root, '--base', 'main', '--today', TODAY];
    const english = await cli([...flags, '--lang', 'en']);
    expect(english).toMatchObject({
      code: 0,
      out: '✔ Since "main": nothing new; older and not counted: 1; fixed: 0.\n',
    });
    expect((await cli([...flags, '--lang', 'zh-CN'])).out).toBe(
      '✔ 与“main”相比：没有新增问题；原有、不计入：1 个；已修复：0 个。\n',
    );
    expect((await cli(flags.filter((each) => each !== '--base' && each !== 'main'))).code).toBe(1);
  });

  test('what a change brings, committed or not, and what it mends', async () => {
    const repository = branchFrom({ 'standards/reply-time.yaml': saying(soon) });
    repository.write({
      'standards/reply-time.yaml': standard,
      'standards/claim-explained.yaml': saying(quickly),
    });
    const expected = {
      code: 1,
      added: [vague('standards/claim-explained.yaml')],
      fixed: [vague()],
      old: 0,
    };
    const before = await compared(repository);
    expect(before.added).toContain(expected.added[0]);
    expect(before).toMatchObject({ code: 1, fixed: expected.fixed });
    repository.commit();
    expect(await compared(repository)).toEqual(before);
    const { out } = await cli(['lint', '--root', repository.root, '--base', 'main', '--lang', 'en']);
    expect(out).toContain('standards/claim-explained.yaml');
    expect(out).toMatch(/✖ Since "main": \d errors?.*; older and not counted: 0; fixed: 1\.\n$/);
  });

  test('a finding that another file causes, in a file that nobody touched', async () => {
    const repository = branchFrom();
    repository.commit({ 'tools/case-log.yaml': null });
    const { code, added } = await compared(repository);
    expect(code).toBe(1);
    expect(added).toContain('error references/resolves processes/handle-request.yaml');
  });

  test('not what lines, or files, only moved', async () => {
    const repository = branchFrom({ 'standards/reply-time.yaml': saying(soon, quickly) });
    repository.commit({ 'standards/reply-time.yaml': `# a\n# b\n\n${saying(quickly, soon)}` });
    expect(await compared(repository)).toMatchObject({ code: 0, added: [], fixed: [], old: 2 });
    repository.write({ 'standards/reception/.keep': '' });
    renameSync(
      join(repository.root, 'standards/reply-time.yaml'),
      join(repository.root, 'standards/reception/reply-time.yaml'),
    );
    repository.commit();
    expect(await compared(repository)).toMatchObject({ code: 0, added: [], fixed: [], old: 2 });
  });

  test('nor what an entity brought along under a new name, where an alias tells its old one', async () => {
    const repository = branchFrom({ 'standards/claim-explained.yaml': saying(soon) });
    const renamed = saying(soon);
    repository.commit({ 'standards/claim-explained.yaml': null, 'standards/claim.yaml': renamed });
    expect((await compared(repository)).added).toContain(vague('standards/claim.yaml'));
    repository.commit({ 'standards/claim.yaml': `${renamed}aliases: [claim-explained]\n` });
    const { added, fixed } = await compared(repository);
    expect(added).not.toContain(vague('standards/claim.yaml'));
    expect(fixed).not.toContain(vague('standards/claim-explained.yaml'));
  });

  test('one finding for another of the same kind, in the same place, is not a wash', async () => {
    const repository = branchFrom({ 'standards/reply-time.yaml': saying(soon, quickly) });
    repository.commit({ 'standards/reply-time.yaml': saying(quickly, promptly) });
    expect(await compared(repository)).toMatchObject({ code: 1, added: [vague()], fixed: [vague()], old: 1 });
    repository.commit({ 'standards/reply-time.yaml': saying(quickly, soon, soon) });
    expect(await compared(repository)).toMatchObject({ code: 1, added: [vague()], fixed: [], old: 2 });
  });

  test('files that cannot be read and references that lead nowhere are never old', async () => {
    const broken = standard.replace('metric: reply-time', 'metric: no-such-metric');
    const repository = branchFrom({ 'standards/reply-time.yaml': broken, 'tools/broken.yaml': 'name: [' });
    repository.commit();
    const { code, added } = await compared(repository);
    expect({ code, added }).toEqual({ code: 1, added: [] });
    const { out } = await cli(['lint', '--root', repository.root, '--base', 'main', '--lang', 'en']);
    expect(out).toContain('standards/reply-time.yaml');
    expect(out).toContain('tools/broken.yaml');
    expect(out).toMatch(/✖ Since "main": \d errors/);
  });

  test('warnings by --max-warnings, and files by their paths', async () => {
    const warning = ['--rule', 'wording/vague-time=warning'];
    const repository = branchFrom({ 'standards/reply-time.yaml': saying(soon) });
    repository.commit({ 'standards/reply-time.yaml': saying(soon, quickly) });
    expect((await compared(repository, 'main', warning)).code).toBe(0);
    const flags = ['lint', '--root', repository.root, '--today', TODAY, '--base', 'main', ...warning];
    expect((await cli([...flags, '--max-warnings', '1'])).code).toBe(0);
    expect((await cli([...flags, '--max-warnings', '0'])).code).toBe(1);
    const elsewhere = await compared({ root: repository.root }, 'main', [join(repository.root, 'tools')]);
    expect(elsewhere).toMatchObject({ code: 0, added: [], fixed: [] });
  });
});

describe('a change of the settings', () => {
  const lowered = [
    ['off for all', `${plain}rules: { wording/vague-time: off }\n`],
    ['a warning', `${plain}rules: { wording/vague-time: warning }\n`],
    ['off by preset', `${plain}preset: starter\n`],
    [
      'off for a folder',
      `${settings}overrides: [{ files: ["standards/**"], rules: { wording/vague-time: off } }]\n`,
    ],
  ];
  test.each(lowered)('cannot hide what it brings: %s', async (_, weaker) => {
    const old = saying(soon).replace('Reply time', 'Claim').replace('答复时限', '赔付');
    const repository = branchFrom({ 'standards/claim-explained.yaml': old });
    repository.commit({ 'loopbook.yaml': weaker!, 'standards/reply-time.yaml': saying(quickly) });
    const { code, added, fixed } = await compared(repository);
    expect(code).toBe(1);
    expect(added).toContain(vague());
    expect(added).not.toContain(vague('standards/claim-explained.yaml'));
    expect(fixed).not.toContain(vague('standards/claim-explained.yaml'));
  });

  test('that turns a rule on is not charged with what was wrong already', async () => {
    const repository = branchFrom({
      'loopbook.yaml': `${plain}rules: { wording/vague-time: off }\n`,
      'standards/reply-time.yaml': saying(soon),
    });
    repository.commit({ 'loopbook.yaml': settings });
    expect(await compared(repository)).toMatchObject({ code: 0, added: [], fixed: [], old: 1 });
    repository.commit({ 'standards/reply-time.yaml': saying(soon, quickly) });
    expect(await compared(repository)).toMatchObject({ code: 1, added: [vague()], fixed: [], old: 1 });
  });

  test('that loosens what a rule asks for', async () => {
    const longest = (period: string) =>
      `${plain}rules: { documents/review-due: { severity: error, longest: ${period} } }\n`;
    const repository = branchFrom({ 'loopbook.yaml': longest('300 d') });
    const reviewed = `${standard}reviewEvery: 400 d\nreviewed: 2026-09-01\n`;
    repository.commit({ 'loopbook.yaml': longest('900 d'), 'standards/reply-time.yaml': reviewed });
    expect(await compared(repository)).toMatchObject({
      code: 1,
      added: ['error documents/review-due standards/reply-time.yaml'],
      fixed: [],
    });
  });

  test('that takes out a company’s own rule, or brings one', async () => {
    const own = `${plain}customRules:
  - id: no-fax
    given: { kind: tool, field: /purpose }
    must: { notMatch: fax }
    severity: error
    message: { en: No fax., zh-CN: 不用传真。 }
`;
    const fax = tool.replace('Holds', 'Can fax and holds');
    const without = branchFrom({ 'loopbook.yaml': own });
    without.commit({ 'loopbook.yaml': plain, 'tools/case-log.yaml': fax });
    expect(await compared(without)).toMatchObject({
      code: 1,
      added: ['error company/no-fax tools/case-log.yaml'],
    });
    const withOne = branchFrom({ 'loopbook.yaml': plain, 'tools/case-log.yaml': fax });
    withOne.commit({ 'loopbook.yaml': own });
    expect(await compared(withOne)).toMatchObject({ code: 0, added: [], old: 1 });
  });

  test('that brings a locale is the change’s own', async () => {
    const repository = branchFrom();
    const french = 'name: Service en français\n';
    repository.commit({
      'loopbook.yaml': settings.replace('[en, zh-CN]', '[en, zh-CN, fr]'),
      'guides/service-culture.fr.mdx': `---\n${french}---\n\nBonjour.\n`,
    });
    const { added } = await compared(repository);
    expect(added.filter((each) => each.includes('syntax/'))).toEqual([]);
  });

  test('that ignores files is said', async () => {
    const repository = branchFrom({ 'tools/old.yaml': 'name: x' });
    repository.commit({ 'loopbook.yaml': `${settings}ignore: ["tools/old.yaml"]\n` });
    const { notices } = await compared(repository);
    expect(notices).toEqual([
      'loopbook.yaml now ignores files that were checked at "main" (1); what is wrong in them is not reported.',
    ]);
  });
});

describe('what hides findings', () => {
  test('a baseline hides old debt and nothing that the same change brings', async () => {
    const repository = branchFrom({ 'standards/reply-time.yaml': saying(soon) });
    const learn = async () => {
      const flags = ['--root', repository.root, '--today', TODAY];
      expect((await cli(['baseline', '--grow', ...flags])).code).toBe(0);
      expect((await cli(['lint', ...flags])).code).toBe(0);
    };
    await learn();
    repository.commit();
    expect(await compared(repository)).toMatchObject({ code: 0, added: [], fixed: [], old: 0 });
    repository.write({ 'standards/reply-time.yaml': saying(soon, quickly) });
    await learn();
    repository.commit();
    expect(await compared(repository)).toMatchObject({ code: 1, added: [vague()], fixed: [] });
  });

  test('a comment answers for what is new, and what it no longer answers for is new', async () => {
    const comment = '# loopbook-disable-next-line wording/vague-time -- agreed until 2027-01-31\n';
    const answered = saying(soon).replace(/^ {2}en:/m, (line) => `  ${comment}${line}`);
    const repository = branchFrom();
    repository.commit({ 'standards/reply-time.yaml': answered });
    expect(await compared(repository)).toMatchObject({ code: 0, added: [], fixed: [], old: 0 });
    repository.git('checkout', '--quiet', '-b', 'later');
    repository.commit({ 'standards/reply-time.yaml': saying(soon) });
    expect(await compared(repository, 'work')).toMatchObject({ code: 1, added: [vague()] });
  });
});

describe('the base', () => {
  test('is where the branch left it: what others did since is not its doing', async () => {
    const repository = branchFrom({ 'standards/reply-time.yaml': saying(soon) });
    repository.commit({ 'tools/case-log.yaml': `${tool}# remark\n` });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'standards/reply-time.yaml': standard });
    repository.git('checkout', '--quiet', 'work');
    expect(await compared(repository)).toMatchObject({ code: 0, added: [], fixed: [], old: 1 });
  });

  test('may be a tag, a commit or its parent, or a merge’s first parent as in a build of a pull request', async () => {
    const repository = branchFrom();
    repository.commit({ 'standards/reply-time.yaml': saying(soon) });
    repository.git('tag', 'v1', 'main');
    const commit = repository.git('rev-parse', 'main').trim();
    for (const base of ['v1', commit, 'HEAD~1'])
      expect(await compared(repository, base)).toMatchObject({ code: 1, added: [vague()] });
    repository.git('checkout', '--quiet', 'main');
    gitIn(repository.top, ['merge', '--quiet', '--no-ff', '--no-edit', 'work']);
    const shallow = shallowClone(repository, '--single-branch', 2);
    expect(await compared(shallow, 'HEAD^1')).toMatchObject({ code: 1, added: [vague()] });
  });

  const failures = [
    ['unknown', 'nope', 'There is no revision "nope"', '没有版本“nope”'],
    ['an option', '--upload-pack=touch x', 'looks like an option', '像是一个选项'],
    ['empty', '', 'There is no revision ""', '没有版本“”'],
  ] as const;
  test.each(failures)('that is %s is an error, never a pass', async (_, base, english, chinese) => {
    const { root } = branchFrom();
    for (const [language, words] of [
      ['en', english],
      ['zh-CN', chinese],
    ] as const) {
      const { code, out, err } = await cli(['lint', '--root', root, `--base=${base}`, '--lang', language]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(words);
    }
  });

  test('that a shallow clone lacks is an error that says how to fetch it', async () => {
    const repository = branchFrom();
    repository.commit({ 'tools/case-log.yaml': `${tool}# remark\n` });
    const clone = shallowClone(repository);
    for (const base of ['origin/main', 'HEAD~1']) {
      const { code, out, err } = await cli(['lint', '--root', clone.root, '--base', base]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/shallow clone.*git fetch --unshallow.*fetch-depth: 0/);
    }
  });

  test('needs a repository, and objects that are all there', async () => {
    const { code, err } = await cli(['lint', '--root', handbookWith(), '--base', 'main']);
    expect(code).toBe(2);
    expect(err).toContain('is in no Git repository');
    const repository = branchFrom();
    repository.commit({ 'standards/reply-time.yaml': saying(soon) });
    const blob = repository.git('rev-parse', 'main:policies/standards/reply-time.yaml').trim();
    rmSync(join(repository.top, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    expect((await cli(['lint', '--root', repository.root, '--base', 'main'])).code).toBe(2);
  });

  test('without a handbook makes every finding new, and says so', async () => {
    const repository = repositoryWith({ 'README.md': 'x' }, { folder: '' });
    const inside = repositoryIn(repository.top);
    inside.write({ ...baseFiles(), 'loopbook.yaml': settings, 'standards/reply-time.yaml': saying(soon) });
    const { code, added, notices } = await compared(inside, 'main');
    expect({ code, added }).toEqual({ code: 1, added: [vague()] });
    expect(notices).toEqual(['There is no handbook in this folder at "main", so every finding is new.']);
  });
});

describe('places', () => {
  const change = { 'standards/reply-time.yaml': saying(soon) };

  test('another working directory, a folder with spaces and Chinese, quotes and stars', async () => {
    const repository = branchFrom({}, { folder: '服务 手册/"a" [b]*', name: 'my repo 仓库' });
    repository.commit(change);
    for (const cwd of [folderOf({}), repository.top, join(repository.root, 'roles')]) {
      const { code, out } = await cli(['lint', '--root', repository.root, '--base', 'main'], { cwd });
      expect(code).toBe(1);
      expect(out).toContain('standards/reply-time.yaml');
    }
    const found = await cli(['lint', '--base', 'main'], { cwd: join(repository.root, 'roles') });
    expect(found.code).toBe(1);
  });

  test('a handbook that is the whole repository', async () => {
    const repository = branchFrom({}, { folder: '' });
    repository.commit(change);
    expect(await compared(repository)).toMatchObject({ code: 1, added: [vague()] });
  });

  test('a linked working tree, and one of a bare repository', async () => {
    const repository = branchFrom();
    const bare = join(folderOf({}), 'bare.git');
    gitIn(repository.top, ['clone', '--quiet', '--bare', repository.top, bare]);
    for (const [owner, name] of [
      [repository.top, 'linked'],
      [bare, 'beside'],
    ] as const) {
      const top = join(folderOf({}), name);
      gitIn(owner, ['worktree', 'add', '--quiet', '-b', name, top, 'main']);
      const tree = repositoryIn(top);
      tree.commit(change);
      expect(await compared(tree)).toMatchObject({ code: 1, added: [vague()] });
    }
  });

  test('nothing is left behind', async () => {
    const repository = branchFrom();
    repository.commit(change);
    repository.write({ 'tools/new.yaml': tool });
    const state = () => ({
      status: repository.git('status', '--porcelain'),
      worktrees: repository.git('worktree', 'list'),
      objects: repository.git('count-objects', '-v'),
      refs: repository.git('for-each-ref'),
      files: readdirSync(repository.top, { recursive: true }).sort(),
    });
    const before = state();
    await compared(repository);
    expect(state()).toEqual(before);
  });
});

test('a comparison that goes on from what the rules did says the same as one that begins from nothing', async () => {
  const repository = branchFrom({ 'standards/claim-explained.yaml': saying(soon) });
  const cache = folderOf({}, 'cache');
  const flags = ['lint', '--root', repository.root, '--base', 'main', '--format', 'json', '--today', TODAY];
  const edits: Parameters<TestRepository['write']>[0][] = [
    {},
    { 'standards/reply-time.yaml': saying(quickly) },
    {
      'roles/duty-manager.yaml': baseFiles()['roles/duty-manager.yaml']!.replace('service-manager', 'nobody'),
    },
    { 'standards/claim-explained.yaml': saying(promptly), 'roles/duty-manager.yaml': 'name: [' },
    { 'tools/new.yaml': tool.replace('Case log', 'New'), 'tools/case-log.yaml': null },
    { 'loopbook.yaml': plain },
  ];
  for (const edit of edits) {
    repository.write(edit);
    const fresh = await cli([...flags, '--no-cache']);
    expect(await cli([...flags, '--cache-dir', cache])).toEqual(fresh);
    expect(await cli([...flags, '--cache-dir', cache])).toEqual(fresh);
  }
});

test('files that are the same in both revisions are read once', async () => {
  const repository = branchFrom();
  repository.commit({ 'standards/reply-time.yaml': saying(soon) });
  const later = await loadHandbook(repository.root, { today: TODAY });
  const opened = repositoryOf(repository.root);
  const earlier = loadRevision(opened, resolveRevision(opened, 'main'), later);
  const reread = [...earlier.files].filter(([path, { spans }]) => spans !== later.files.get(path)?.spans);
  expect(reread.map(([path]) => path)).toEqual(['loopbook.yaml', 'standards/reply-time.yaml']);
});
