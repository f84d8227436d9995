import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { codeownersOf, withBlock } from '../../linter/compare/codeowners.ts';
import { cli, folderOf, removeFolders } from '../cli/cli.ts';
import { handbookOf, type MemoryFiles } from '../support/handbook.ts';
import { commitAll, write } from './repository.ts';

const files: MemoryFiles = {
  'loopbook.yaml':
    'title: Tea house\nlocales: [en]\napprovals:\n  roles:\n    owner: ["@tea/owner"]\n    chef: ["@tea/chef", chef@example.com]\n  others: ["@tea/all"]\n',
  'company.yaml': 'name: Tea house\nowner: owner\nconcept: Tea\npositioning: cost\ngoals: []\n',
  'roles/owner.yaml': 'name: Owner\nowner: owner\nunit: house\ncommitment: Here\n',
  'roles/chef.yaml': 'name: Chef\nowner: owner\nunit: house\nreportsTo: owner\ncommitment: Fresh\n',
  'roles/waiter.yaml': 'name: Waiter\nowner: chef\nunit: house\nreportsTo: owner\ncommitment: Quick\n',
  'units/house.yaml': 'name: House\nowner: waiter\ntype: store\n',
  'sops/hot pot #1.mdx': '---\nname: Hot pot\nowner: chef\nroles: [chef]\nprocess: serve\n---\n\nText.\n',
};

afterAll(removeFolders);

describe('CODEOWNERS', () => {
  test('names the accounts of each owner, the folder first, the rest sorted and escaped', () => {
    const { text, without } = codeownersOf(handbookOf(files), 'my policies/', '.github/CODEOWNERS', 'en');
    expect(text.split('\n').filter((line) => line.startsWith('/'))).toEqual([
      '/my\\ policies/ @tea/all',
      '/.github/CODEOWNERS @tea/owner',
      '/my\\ policies/approvals/chef.yaml @tea/chef chef@example.com',
      '/my\\ policies/approvals/owner.yaml @tea/owner',
      '/my\\ policies/baseline.json @tea/owner',
      '/my\\ policies/company.yaml @tea/owner',
      '/my\\ policies/exceptions.yaml @tea/owner',
      '/my\\ policies/loopbook.yaml @tea/owner',
      '/my\\ policies/roles/chef.yaml @tea/owner',
      '/my\\ policies/roles/owner.yaml @tea/owner',
      '/my\\ policies/roles/waiter.yaml @tea/chef chef@example.com',
      '/my\\ policies/sops/hot\\ pot\\ \\#1.mdx @tea/chef chef@example.com',
    ]);
    expect(without).toEqual(['waiter']);
    expect(text).toContain(
      '# Roles without an account, whose files fall to the owners of the folder: waiter\n',
    );
    expect(codeownersOf(handbookOf(files), '', 'CODEOWNERS', 'zh-CN').text).toContain(
      '# 由 loopbook codeowners 根据',
    );
  });

  test('names the owner of observations, also of those that lie under a former id', () => {
    const metric = (more = '') => `name: Wait\nowner: chef\nunit: min\nbetter: lower\nmethod: timed\n${more}`;
    const lines = codeownersOf(
      handbookOf({
        ...files,
        'metrics/taste.yaml': metric(),
        'metrics/wait.yaml': metric('aliases: [queue]\n'),
        'data/taste.csv': 'period,value\n',
        'data/queue.csv': 'period,value\n',
      }),
      '',
      'CODEOWNERS',
      'en',
    ).text.split('\n');
    expect(lines.filter((line) => line.startsWith('/data/'))).toEqual([
      '/data/queue.csv @tea/chef chef@example.com',
      '/data/taste.csv @tea/chef chef@example.com',
    ]);
  });

  test('leaves the rest of the file alone', () => {
    const block = codeownersOf(handbookOf(files), '', 'CODEOWNERS', 'en').text;
    const first = withBlock('* @acme/all\n', block);
    expect(first).toBe(`* @acme/all\n\n${block}`);
    expect(withBlock(first, block)).toBe(first);
    expect(withBlock(`${first}/docs/ @acme/docs\n`, '# loopbook: begin\n# loopbook: end\n')).toBe(
      '* @acme/all\n\n# loopbook: begin\n# loopbook: end\n/docs/ @acme/docs\n',
    );
  });

  test('is written, found up to date, and out of date when an owner changes', async () => {
    const repository = folderOf({ '.github/CODEOWNERS': '* @acme/all\n' }, 'repository');
    const root = join(repository, 'policies');
    write(root, files);
    commitAll(repository);
    const run = (...args: string[]) => cli(['codeowners', '--root', root, '--lang', 'en', ...args]);
    const stale = await run('--check');
    expect(stale.code).toBe(1);
    expect(stale.err).toContain('.github/CODEOWNERS is out of date');
    expect(stale.err).toContain('Run "loopbook codeowners"');
    expect((await run()).code).toBe(0);
    const text = readFileSync(join(repository, '.github/CODEOWNERS'), 'utf8');
    expect(text.startsWith('* @acme/all\n\n# loopbook: begin\n')).toBe(true);
    expect(text).toContain('\n/policies/roles/waiter.yaml @tea/chef chef@example.com\n');
    expect((await run('--check')).code).toBe(0);
    write(root, {
      'roles/waiter.yaml': (files['roles/waiter.yaml'] as string).replace('owner: chef', 'owner: owner'),
    });
    expect((await run('--check')).code).toBe(1);
  });

  test('without accounts there is nothing to write, which is said', async () => {
    const root = folderOf({ ...files, 'loopbook.yaml': 'title: Tea house\nlocales: [en]\n' });
    const { code, err } = await cli(['codeowners', '--root', root, '--lang', 'zh-CN']);
    expect(code).toBe(2);
    expect(err).toContain('没有岗位对应账号');
  });
});
