import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, cliProcess, folderOf, handbookWith, removeFolders } from '../cli/cli.ts';
import { baseFiles } from '../support/handbook.ts';
import { findingsIn, tool } from './input.ts';

afterAll(removeFolders);

const posix = process.platform !== 'win32';

describe.runIf(posix)('links and devices', () => {
  const outside = {
    en: 'The symbolic link leads out of the handbook and is not followed. Replace it by the file itself.',
    zh: '符号链接指向手册之外，不予读取；请换成文件本身。',
  };
  const gone = {
    en: 'The symbolic link leads nowhere: what it names does not exist, or leads back to it. Replace it by the file itself, or delete it.',
    zh: '符号链接没有指向任何文件：目标不存在，或又指回自身；请换成文件本身，或删除此链接。',
  };
  const device = {
    en: 'This is neither a file nor a folder (a device, socket or pipe). Remove it.',
    zh: '这既不是文件也不是文件夹（设备、套接字或管道）；请移除。',
  };
  const at = (path: string) => ({ at: `${path}:1:1-1:1`, rule: 'syntax/file' });

  test('a link that leads out of the root, to a file or a folder', async () => {
    const root = handbookWith();
    const secrets = folderOf({ 'secret.yaml': tool() });
    symlinkSync(join(secrets, 'secret.yaml'), join(root, 'tools/secret.yaml'));
    symlinkSync(secrets, join(root, 'tools/folder'));
    expect(await findingsIn(root)).toEqual([
      { ...at('tools/folder'), ...outside },
      { ...at('tools/secret.yaml'), ...outside },
    ]);
  });

  test('settings behind a link that leads out are not read', async () => {
    const { 'loopbook.yaml': settings, ...files } = baseFiles();
    const root = folderOf(files);
    symlinkSync(join(folderOf({ 'loopbook.yaml': settings! }), 'loopbook.yaml'), join(root, 'loopbook.yaml'));
    expect(await findingsIn(root)).toEqual([{ ...at('loopbook.yaml'), ...outside }]);
  });

  test('a root that is itself a link', async () => {
    const root = handbookWith({ 'tools/a.yaml': '' });
    const link = join(folderOf({}), 'link');
    symlinkSync(root, link);
    expect((await findingsIn(link)).map((finding) => finding.at)).toEqual(['tools/a.yaml:1:1-1:1']);
  });

  test('links that lead round in circles end', async () => {
    const root = handbookWith();
    symlinkSync(root, join(root, 'tools/up'));
    symlinkSync(join(root, 'tools'), join(root, 'tools/same'));
    expect(await findingsIn(root)).toEqual([]);
    symlinkSync(join(root, 'tools/b.yaml'), join(root, 'tools/a.yaml'));
    symlinkSync(join(root, 'tools/a.yaml'), join(root, 'tools/b.yaml'));
    expect((await findingsIn(root)).map((finding) => finding.at)).toEqual([
      'tools/a.yaml:1:1-1:1',
      'tools/b.yaml:1:1-1:1',
    ]);
  });

  test('a link to nothing', async () => {
    const root = handbookWith();
    symlinkSync(join(root, 'tools/none.yaml'), join(root, 'tools/a.yaml'));
    expect(await findingsIn(root)).toEqual([{ ...at('tools/a.yaml'), ...gone }]);
  });

  test('a pipe that nobody writes to does not hold the linter', () => {
    const root = handbookWith();
    execFileSync('mkfifo', [join(root, 'tools/pipe.yaml')]);
    symlinkSync(join(root, 'tools/pipe.yaml'), join(root, 'tools/to-pipe.yaml'));
    const { code, out } = cliProcess(['lint', '--root', root, '--lang', 'zh-CN']);
    expect(code).toBe(1);
    expect(out).toContain(`tools/pipe.yaml:1:1  错误  ${device.zh}  syntax/file`);
    expect(out).toContain(`tools/to-pipe.yaml:1:1  错误  ${device.zh}  syntax/file`);
  });

  test('a pipe in place of the settings', () => {
    const { 'loopbook.yaml': _, ...files } = baseFiles();
    const root = folderOf(files);
    execFileSync('mkfifo', [join(root, 'loopbook.yaml')]);
    const { code, out } = cliProcess(['lint', '--root', root, '--lang', 'en']);
    expect(code).toBe(1);
    expect(out).toContain(`loopbook.yaml:1:1  error  ${device.en}  syntax/file`);
  });

  test('a socket', async () => {
    const root = handbookWith();
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(root, 'tools/s.yaml'), listening));
    try {
      expect(await findingsIn(root)).toEqual([{ ...at('tools/s.yaml'), ...device }]);
    } finally {
      server.close();
    }
  });

  test('a file and a folder without permission', async () => {
    const root = handbookWith({ 'tools/a.yaml': tool(), 'roles/b/c.yaml': tool() });
    const [file, folder] = [join(root, 'tools/a.yaml'), join(root, 'roles/b')];
    chmodSync(file, 0);
    chmodSync(folder, 0);
    try {
      const found = await findingsIn(root);
      // An administrator may read everything.
      if (process.getuid?.() === 0) return;
      const denied = {
        en: 'The file cannot be read: permission denied. Give read permission.',
        zh: '文件无法读取：没有权限；请授予读取权限。',
      };
      expect(found).toEqual([
        { ...at('roles/b'), ...denied },
        { ...at('tools/a.yaml'), ...denied },
      ]);
    } finally {
      chmodSync(file, 0o600);
      chmodSync(folder, 0o700);
    }
  });

  test('a read-only handbook', async () => {
    const root = handbookWith({ 'tools/a.yaml': '' });
    for (const folder of ['tools', '.']) chmodSync(join(root, folder), 0o500);
    try {
      expect((await findingsIn(root)).map((finding) => finding.at)).toEqual(['tools/a.yaml:1:1-1:1']);
    } finally {
      for (const folder of ['.', 'tools']) chmodSync(join(root, folder), 0o700);
    }
  });
});

describe('handbooks that hold little', () => {
  const noCompany = [
    'The handbook has no company.yaml; expected exactly one. Add it with "name", "owner", "concept", "positioning" and "goals".',
    '手册没有 company.yaml，应有且只有一个；请添加，并填写 name、owner、concept、positioning 和 goals。',
  ] as const;
  const settings = (en: string, zh: string) => ({
    at: 'loopbook.yaml:1:1-1:1',
    rule: 'syntax/settings',
    en,
    zh,
  });

  test('an empty folder', async () => {
    expect(await findingsIn(folderOf({}))).toEqual([
      settings(...noCompany),
      settings(
        'The handbook has no loopbook.yaml; expected one with "title" and "locales". Add it.',
        '手册没有 loopbook.yaml，应有此文件并填写 title 和 locales；请添加。',
      ),
    ]);
  });

  test('settings alone', async () => {
    const root = folderOf({ 'loopbook.yaml': 'title: x\nlocales: [en]\n' });
    expect(await findingsIn(root)).toEqual([settings(...noCompany)]);
  });

  test('a file in place of the folder', async () => {
    const root = join(folderOf({ 'a.yaml': '' }), 'a.yaml');
    expect(await cli(['lint', '--root', root, '--lang', 'en'])).toEqual({
      code: 2,
      out: '',
      err: `"${root}" is a file; --root expects the folder that holds the handbook, the one with loopbook.yaml.\n`,
    });
  });

  test('folders in place of files', async () => {
    const root = handbookWith();
    mkdirSync(join(root, 'tools/a.yaml'));
    mkdirSync(join(root, 'glossary.yaml'));
    expect(await findingsIn(root)).toEqual([]);
    const bare = folderOf({});
    mkdirSync(join(bare, 'loopbook.yaml'));
    writeFileSync(join(bare, 'company.yaml'), '');
    expect((await findingsIn(bare)).map(({ rule }) => rule)).toContain('syntax/settings');
  });
});

test('what people and tools keep beside the files is passed over', async () => {
  const root = handbookWith({
    'README.md': '# a',
    'roles/README.zh-CN.md': '# a',
    LICENSE: 'a',
    '.git/config': 'a',
    '.DS_Store': 'a',
    'node_modules/a/b.js': 'a',
    'assets/logo.svg': '<svg/>',
    'tools/.case-log.yaml.swp': '\0',
  });
  expect(await findingsIn(root)).toEqual([]);
});

test('what the settings ignore is passed over', async () => {
  const settings = `${baseFiles()['loopbook.yaml']}ignore: [drafts/**, '*.bak']\n`;
  const root = handbookWith({
    'loopbook.yaml': settings,
    'drafts/a.txt': 'a',
    'old.bak': 'a',
    'kept.txt': 'a',
  });
  expect((await findingsIn(root)).map((finding) => finding.at)).toEqual(['kept.txt:1:1-1:1']);
});

test('a byte order mark and CRLF are fine', async () => {
  const crlf = Object.entries(baseFiles()).map(([path, text]) => [
    path,
    `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  ]);
  expect(await findingsIn(handbookWith(Object.fromEntries(crlf)), /./)).toEqual([]);
});

test('lines of nine hundred thousand characters, in YAML and in MDX', async () => {
  const long = '云'.repeat(300_000);
  const root = handbookWith({
    'tools/a.yaml': tool(`why: ${long}\n`),
    'sops/handle-request.mdx': `${baseFiles()['sops/handle-request.mdx']}\n${long}\n`,
  });
  const { code, out } = await cli(['lint', '--root', root, '--lang', 'en']);
  expect(code).toBe(1);
  expect(out).toContain('tools/a.yaml:5:6  error  ');
  expect(out.length).toBeLessThan(20_000);
});

test('thousands of slips in a file are cut, and said to be', async () => {
  const root = handbookWith({ 'tools/a.yaml': tool('name: again\n'.repeat(5000)) });
  const found = await findingsIn(root);
  expect(found).toHaveLength(101);
  expect(found[0]).toMatchObject({
    en: '4900 more problems are in the file. Mend those shown first.',
    zh: '文件中还有 4900 处问题；请先修改已列出的。',
  });
});
