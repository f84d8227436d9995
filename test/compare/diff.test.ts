import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli, folderOf, removeFolders } from '../cli/cli.ts';
import { commitAll, git, write } from './repository.ts';

const top = resolve(import.meta.dirname, '../..');
const right = 'decision-rights/service-recovery.yaml';
const standard = 'standards/complaint-first-answer.yaml';

let repository = '';
let root = '';
let texts: Record<string, string> = {};

/** The bank's handbook in a folder of a repository, with accounts for its roles. */
beforeAll(() => {
  repository = folderOf({ 'README.md': 'A bank' }, 'repository');
  root = join(repository, 'policies');
  cpSync(join(top, 'linter/starters/bank'), root, { recursive: true });
  const settings = readFileSync(join(root, 'loopbook.yaml'), 'utf8');
  const approvals =
    'approvals:\n  roles:\n    branch-manager: ["@bank/branch"]\n    lobby-manager: ["@wei", "@bank/lobby"]\n';
  write(root, { 'loopbook.yaml': settings + approvals });
  texts = Object.fromEntries([right, standard].map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  commitAll(repository, 'Handbook');
  git(repository, 'switch', '-q', '-c', 'change');
});

afterAll(removeFolders);

const raised = () => texts[right]!.replace('teller, limit: 100 CNY', 'teller, limit: 250 CNY');
const loosened = () => texts[standard]!.replace('"<= 10 min"', '"<= 1 h"');

function diff(...args: string[]) {
  return cli(['diff', ...args, '--root', root]);
}

async function entryOf(subject: string, failOn = 'widens-authority,weakens') {
  const { out } = await diff('main', '--format', 'json', '--fail-on', failOn);
  const { changes } = JSON.parse(out) as {
    changes: {
      subject: string;
      digest: string;
      effect: string;
      approval: { entitled: { role: string }[] };
    }[];
  };
  return changes.find((each) => each.subject === subject)!;
}

function approval({ digest, subject, effect }: { digest: string; subject: string; effect: string }): string {
  return `approvals:\n  - change: "${digest}"\n    entity: "${subject}"\n    effect: ${effect}\n    date: 2026-11-22\n    reason: Small sums are settled at the window\n`;
}

describe('loopbook diff', { timeout: 60_000 }, () => {
  test('says nothing where nothing changed', async () => {
    expect(await diff('main', '--fail-on', 'weakens', '--lang', 'en')).toEqual({
      code: 0,
      out: 'Nothing changed in the handbook since main.\n',
      err: '',
    });
  });

  test('says in order of gravity what changed on disk, what it touches and who is asked', async () => {
    write(root, { [right]: raised(), [standard]: loosened() });
    const { code, out } = await diff('main', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain(
      'Widens an authority (1)\n  Service recovery: Teller may decide up to 250 CNY per case (was 100 CNY)\n    decision-rights/service-recovery.yaml:7:28\n',
    );
    expect(out.indexOf('Widens')).toBeLessThan(out.indexOf('Weakens'));
    expect(out).toContain('training to repeat: ');
    expect(out).toContain('SOPs: Opening a personal account');
    expect(out).toContain('ask: Lobby manager (@wei @bank/lobby) or Branch manager (@bank/branch)');
    expect(out).toContain('2 changes since main: widens an authority 1, weakens the service 1\n');
    const chinese = await diff('main', '--lang', 'zh-CN');
    expect(chinese.out).toContain('扩大权限 (1)\n  服务补救：柜员的权限由 100 元提高到 250 元/次\n');
  });

  test('fails without an approval, names the entry to write and passes once it is written', async () => {
    write(root, { [right]: raised(), [standard]: texts[standard] });
    const failOn = ['--fail-on', 'widens-authority', '--lang', 'en'];
    const { code, out } = await diff('main', ...failOn);
    expect(code).toBe(1);
    const entry = /here (approvals\/[\w-]+\.yaml), and gives the reason:\n((?: {6}.*\n)+)/.exec(out)!;
    expect(entry[1]).toBe('approvals/lobby-manager.yaml');
    const yaml = entry[2]!.replace(/^ {6}/gm, '');
    const before = await diff('main', ...failOn, '--today', '2026-11-22');
    expect(before.out).toContain('Approval missing: 1.');
    // The reason is left to whoever signs, and without one the entry does not count.
    write(root, { [entry[1]!]: yaml });
    expect((await diff('main', ...failOn)).code).toBe(1);
    write(root, { [entry[1]!]: yaml.replace('reason:', 'reason: Small sums are settled at the window') });
    const accepted = await diff('main', ...failOn);
    expect(accepted.code).toBe(0);
    expect(accepted.out).toContain('approved by lobby-manager (approvals/lobby-manager.yaml)');
    const lint = await cli(['lint', '--root', root, '--format', 'json']);
    expect(
      JSON.parse(lint.out).findings.filter(({ file }: { file: string }) => file.startsWith('approvals')),
    ).toEqual([]);
  });

  test('an approval holds for one change, by one who may, and once', async () => {
    write(root, { 'approvals/lobby-manager.yaml': undefined, [right]: raised() });
    const change = await entryOf('decision-right:service-recovery#teller');
    expect(change.approval.entitled.map(({ role }) => role)).toEqual(['lobby-manager', 'branch-manager']);
    const run = async (file: string, text: string, ...args: string[]) => {
      write(root, { [file]: text });
      const result = await diff('main', '--fail-on', 'widens-authority', '--lang', 'en', ...args);
      write(root, { [file]: undefined });
      return [result.code, /does not count: (.*)/.exec(result.out)?.[1]];
    };
    const good = approval(change);
    expect(await run('approvals/branch-manager.yaml', good)).toEqual([0, undefined]);
    expect(await run('approvals/teller.yaml', good)).toEqual([
      1,
      'it widens the authority of "teller" itself (approvals/teller.yaml)',
    ]);
    expect(await run('approvals/remote-lead.yaml', good)).toEqual([
      1,
      'the role "remote-lead" is not entitled to it (approvals/remote-lead.yaml)',
    ]);
    expect(await run('approvals/lobby-manager.yaml', good, '--author', '@Wei')).toEqual([
      1,
      'the author of the change stands for "lobby-manager" (approvals/lobby-manager.yaml)',
    ]);
    const other = approval({ ...change, digest: '0'.repeat(16) });
    expect((await run('approvals/lobby-manager.yaml', other))[0]).toBe(1);
    // More than was approved.
    write(root, { [right]: raised().replace('250 CNY', '260 CNY') });
    expect((await run('approvals/lobby-manager.yaml', good))[0]).toBe(1);
  });

  test('whoever makes themselves superior or owner in the change is not entitled by that', async () => {
    const role = readFileSync(join(root, 'roles/teller.yaml'), 'utf8');
    write(root, {
      [right]: raised().replace(/^owner: .*$/m, 'owner: remote-lead'),
      'roles/teller.yaml': role.replace(/^reportsTo: .*$/m, 'reportsTo: remote-lead'),
    });
    const change = await entryOf('decision-right:service-recovery#teller');
    expect(change.approval.entitled.map(({ role: id }) => id)).not.toContain('remote-lead');
    write(root, { 'roles/teller.yaml': role });
  });

  test('an approval of an earlier change does not let the same change pass again', async () => {
    write(root, { [right]: raised() });
    const change = await entryOf('decision-right:service-recovery#teller');
    git(repository, 'stash', '-q', '-u');
    git(repository, 'switch', '-q', '-c', 'later', 'main');
    write(root, { 'approvals/lobby-manager.yaml': approval(change) });
    const base = commitAll(repository, 'History');
    write(root, { [right]: raised() });
    const { code, out } = await diff(base, '--fail-on', 'widens-authority', '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('stood there before this change');
    git(repository, 'checkout', '-q', '--', '.');
    git(repository, 'switch', '-q', 'change');
  });

  test('names pictures that came, went or were replaced, of whatever size', async () => {
    const large = (last: string) => new Uint8Array(Buffer.from(`${'x'.repeat(1_500_000)}${last}`));
    write(root, {
      'assets/plan.png': 'plan',
      'assets/same.png': 'same',
      'assets/old.png': 'old',
      'assets/large.png': large(''),
    });
    const base = commitAll(repository, 'Pictures');
    write(root, {
      'assets/plan.png': 'plan of today',
      'assets/old.png': undefined,
      'assets/new.png': 'new',
      'assets/large.png': large('larger'),
    });
    const expected = [
      'assets/large.png: another picture or document in its place',
      'New file: assets/new.png',
      'The file assets/old.png was removed',
      'assets/plan.png: another picture or document in its place',
    ];
    const messages = async (...revisions: string[]) => {
      const { out } = await diff(...revisions, '--format', 'json', '--lang', 'en');
      return JSON.parse(out).changes.map(({ message }: { message: string }) => message);
    };
    expect(await messages(base)).toEqual(expected);
    commitAll(repository, 'Other pictures');
    expect(await messages(base, 'HEAD')).toEqual(expected);
    expect(await messages('HEAD')).toEqual([]);
    git(repository, 'reset', '-q', '--hard', `${base}~1`);
  });

  test('compares two revisions and leaves nothing behind', async () => {
    write(root, { [right]: texts[right], [standard]: loosened() });
    commitAll(repository, 'Looser');
    write(root, { [standard]: texts[standard] });
    const { out } = await diff('main', 'HEAD', '--lang', 'en');
    expect(out).toContain('target loosened from at most 10 min to at most 1 h');
    expect(git(repository, 'worktree', 'list').trim().split('\n')).toHaveLength(1);
    git(repository, 'checkout', '-q', '--', '.');
  });

  test('markdown holds nothing of the handbook that is markup, a mention or a reference', async () => {
    const name = 'name: "@all <b>x</b> | `y` ![z](https://example.com) #12"';
    write(root, { [standard]: loosened().replace(/^name: .*$/m, name) });
    const { out } = await diff('main', '--format', 'markdown', '--fail-on', 'weakens', '--lang', 'en');
    const shown = out.replace(/````yaml[\s\S]*?````/g, '');
    expect(shown).not.toMatch(/@all|<b>|!\[|(?<!\\)#12/);
    expect(shown).toContain('target loosened');
    write(root, { [standard]: texts[standard] });
  });

  test('no text of a handbook colours, moves or commands a terminal or a build', async () => {
    const name = 'name: "a\\e[31mb\\u202E ::error::c\\r\\n::error::d"';
    write(root, { [standard]: loosened().replace(/^name: .*$/m, name) });
    const { out } = await diff('main', '--fail-on', 'weakens', '--lang', 'en');
    expect(out.replaceAll('\n', ' ')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(out).not.toMatch(/^\s*::/m);
    write(root, { [standard]: texts[standard] });
  });

  test.each([
    ['no-such-branch', 'There is no revision "no-such-branch"'],
    ['--fail-on=nonsense', '"nonsense" is not known'],
  ])('%s is an error of the user, never a pass', async (argument, message) => {
    const args = argument.startsWith('--') ? ['main', argument] : [argument];
    const { code, out, err } = await diff(...args, '--lang', 'en');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test('a handbook that was not there is nothing to compare with', async () => {
    const moved = folderOf({ 'README.md': 'Empty' }, 'moved');
    commitAll(moved);
    cpSync(join(top, 'linter/starters/bank'), join(moved, 'policies'), { recursive: true });
    const args = ['diff', 'main', '--root', join(moved, 'policies'), '--lang', 'en'];
    expect((await cli([...args, '--fail-on', 'weakens'])).code).toBe(2);
    expect((await cli(args)).code).toBe(0);
  });
});
