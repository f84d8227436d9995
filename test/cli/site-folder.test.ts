import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { clearSite, recordSite } from '../../linter/node/site-folder.ts';
import { cli, folderOf, handbookWith, removeFolders } from './cli.ts';

afterAll(removeFolders);

/** All that lies in a folder, by path. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map((each) => join(each.parentPath, each.name));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(path, 'utf8')]));
}

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('a build refuses a folder that is not its own, and touches nothing', () => {
  const refused: [why: string, out: (root: string) => string, words: RegExp][] = [
    ['with files of the user', () => folderOf({ 'thesis.txt': 'mine' }), /holds "thesis.txt" and was not/],
    ['the handbook', (root) => root, /is the handbook itself/],
    ['the handbook by another name', (root) => linkTo(root), /is the handbook itself/],
    ['a folder of the handbook', (root) => join(root, 'roles'), /lies in the handbook/],
    ['a new folder in the handbook', (root) => join(root, 'dist'), /lies in the handbook/],
    ['above the handbook', (root) => dirname(root), /holds the handbook/],
    [
      'below a file',
      () => join(folderOf({ 'thesis.txt': 'mine' }), 'thesis.txt/a/b'),
      /is a file or lies below one/,
    ],
    [
      'a file',
      () => join(folderOf({ 'thesis.txt': 'mine' }), 'thesis.txt'),
      /is a file or lies below one; expected a folder/,
    ],
  ];
  test.each(refused)('%s', async (_, outOf, words) => {
    const root = handbookWith();
    const out = outOf(root);
    const before = [contents(dirname(root)), existsSync(out)];
    const { code, out: printed, err } = await cli(['pages', '--root', root, '--out', out]);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(err).toMatch(words);
    expect([contents(dirname(root)), existsSync(out)]).toEqual(before);
  });

  test('in Chinese as well', async () => {
    const out = folderOf({ 'thesis.txt': 'mine' });
    const { code, err } = await cli(['pages', '--root', handbookWith(), '--out', out, '--lang', 'zh-CN']);
    expect(code).toBe(2);
    expect(err).toBe(
      `“${out}”里有“thesis.txt”，不是 Loopbook 生成的文件夹，因此没有改动；请换成空文件夹或新文件夹，如果里面的内容都不需要，也可以先把它删除。\n`,
    );
  });

  function linkTo(root: string): string {
    const link = join(folderOf({}), 'link');
    symlinkSync(root, link);
    return link;
  }
});

describe('a folder between builds', () => {
  const built = { 'index.html': 'old', 'roles/waiter/index.html': 'old' };

  test('what the last build wrote goes, what others put there stays', () => {
    const folder = folderOf({ '.git/HEAD': 'ref' });
    clearSite(folder);
    write(folder, built);
    recordSite(folder);
    write(folder, { CNAME: 'handbook.example', 'roles/note.txt': 'mine' });
    clearSite(folder);
    expect(readdirSync(folder).sort()).toEqual(['.git', '.loopbook-site', 'CNAME', 'roles']);
    expect(readdirSync(join(folder, 'roles'))).toEqual(['note.txt']);
    write(folder, built);
    recordSite(folder);
    clearSite(folder);
    expect(readFileSync(join(folder, 'CNAME'), 'utf8')).toBe('handbook.example');
    expect(existsSync(join(folder, 'index.html'))).toBe(false);
  });

  test('what a stopped build wrote goes, too', () => {
    const folder = folderOf({});
    clearSite(folder);
    write(folder, built);
    clearSite(folder);
    expect(readdirSync(folder)).toEqual(['.loopbook-site']);
  });

  test('a record removes nothing that it names elsewhere, and no link is followed', () => {
    const elsewhere = folderOf({ 'mine.txt': 'mine' });
    const folder = join(dirname(elsewhere), 'public');
    mkdirSync(folder);
    symlinkSync(elsewhere, join(folder, 'linked'));
    const files = ['../handbook/mine.txt', 'linked/mine.txt', 'linked'];
    writeFileSync(join(folder, '.loopbook-site'), JSON.stringify({ others: [], files }));
    clearSite(folder);
    expect(readdirSync(folder)).toEqual(['.loopbook-site']);
    expect(readFileSync(join(elsewhere, 'mine.txt'), 'utf8')).toBe('mine');
    rmSync(folder, { recursive: true });
  });

  test('a folder of the handbook that the settings leave out may be built in', async () => {
    const root = handbookWith();
    const settings = readFileSync(join(root, 'loopbook.yaml'), 'utf8');
    writeFileSync(join(root, 'loopbook.yaml'), `${settings}ignore: [public]\n`);
    write(root, { 'public/mine.txt': 'mine' });
    const { code, err } = await cli(['pages', '--root', root, '--out', join(root, 'public')]);
    expect(code).toBe(2);
    expect(err).toMatch(/holds "mine.txt"/);
  });
});
