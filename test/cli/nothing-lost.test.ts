import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeHandbookFile } from '../../linter/node/write.ts';
import { baseFiles } from '../support/handbook.ts';
import { cli, folderOf, handbookWith, removeFolders } from './cli.ts';

afterAll(removeFolders);

const approvals = 'approvals: { roles: { duty-manager: ["@acme/duty"] } }\n';
const withAccounts = { 'loopbook.yaml': `${baseFiles()['loopbook.yaml']}${approvals}` };

describe('a report never takes the place of a policy', () => {
  test.each(['roles/duty-manager.yaml', 'loopbook.yaml', './roles/../company.yaml'])('%s', async (file) => {
    const root = handbookWith();
    const before = readFileSync(join(root, file), 'utf8');
    const { code, err } = await cli(['lint', '--format', `json=${file}`], { cwd: root });
    expect(code).toBe(2);
    expect(err).toContain(`"${file}" belongs to the handbook and was left as it is;`);
    expect(readFileSync(join(root, file), 'utf8')).toBe(before);
  });
});

describe('codeowners keeps what it cannot read', () => {
  test('a link, and what it leads to', async () => {
    const root = handbookWith({ ...withAccounts, 'README.md': '* @boss\n' });
    symlinkSync('README.md', join(root, 'CODEOWNERS'));
    const { code, err } = await cli(['codeowners', '--root', root]);
    expect(code).toBe(2);
    expect(err).toContain('"CODEOWNERS" was left as it is: it is a link,');
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe('* @boss\n');
  });

  test('another encoding', async () => {
    const root = handbookWith(withAccounts);
    const gbk = Buffer.from('2a20406120c0cfb0e50a', 'hex');
    writeFileSync(join(root, 'CODEOWNERS'), gbk);
    const { code, err } = await cli(['codeowners', '--root', root, '--lang', 'zh-CN']);
    expect(code).toBe(2);
    expect(err).toContain('“CODEOWNERS”未改动：它不是 UTF-8 编码；请在编辑器中另存为“UTF-8”。');
    expect(readFileSync(join(root, 'CODEOWNERS'))).toEqual(gbk);
  });

  test('a policy', async () => {
    const root = handbookWith(withAccounts);
    const { code, err } = await cli(['codeowners', '--root', root, '--out', join(root, 'company.yaml')]);
    expect(code).toBe(2);
    expect(err).toContain('"company.yaml" belongs to the handbook');
    expect(readFileSync(join(root, 'company.yaml'), 'utf8')).toBe(baseFiles()['company.yaml']);
  });
});

test('pdf takes the place of no file that is no PDF', async () => {
  const cwd = folderOf({
    'dist/index.html': '',
    'dist/book/index.html': '',
    'thesis.txt': 'mine',
  });
  const { code, err } = await cli(['pdf', '--file', 'thesis.txt'], { cwd });
  expect(code).toBe(2);
  expect(err).toContain('thesis.txt" is no PDF and was left as it is.');
  expect(readFileSync(join(cwd, 'thesis.txt'), 'utf8')).toBe('mine');
});

test('a fix is not written over what was saved since it was read', async () => {
  const root = folderOf({ 'company.yaml': 'name: newer\n' });
  const texts = { before: 'name: older\n', after: 'name: fixed\n' };
  expect(await writeHandbookFile(root, 'company.yaml', texts)).toBe(false);
  expect(readFileSync(join(root, 'company.yaml'), 'utf8')).toBe('name: newer\n');
  expect(await writeHandbookFile(root, 'company.yaml', { ...texts, before: 'name: newer\n' })).toBe(true);
  expect(readFileSync(join(root, 'company.yaml'), 'utf8')).toBe('name: fixed\n');
});
