import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadHandbook, loadRevision, repositoryOf, resolveRevision } from '../../linter/node.ts';
import { cli, folderOf, handbookWith, type Report, removeFolders } from '../cli/cli.ts';
import { baseFiles, TODAY } from '../support/handbook.ts';
import { gitIn, repositoryIn, repositoryWith, shallowClone, type TestRepository } from './repository.ts';

afterAll(removeFolders);

const plain = baseFiles()['loopbook.yaml']!;
const settings = `${plain}rules: { wording/vague-time: error }\n`;
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
    repository.commit({ 'tools/case-log.yaml': `${baseFiles()['tools/case-log.yaml']}# a remark\n` });
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

  test('that takes out a company’s own rule', async () => {
    const rule = {
      id: 'company/no-fax',
      given: { kind: 'tool', field: '/name' },
      must: { notMatch: 'Fax' },
      message: { en: 'No fax.', 'zh-CN': '不用传真。' },
    };
    void rule;
  });

  test('that ignores files is said', async () => {
    const repository = branchFrom({ 'tools/old.yaml': 'name: x' });
    repository.commit({ 'loopbook.yaml': `${settings}ignore: ["tools/old.yaml"]\n` });
    const { notices } = await compared(repository);
    expect(notices).toEqual([
      'loopbook.yaml now ignores 1 files that were checked at "main"; what is wrong in them is not reported.',
    ]);
  });
});
