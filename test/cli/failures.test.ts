import { spawn, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, folderOf, handbookWith, removeFolders, report } from './cli.ts';

afterAll(removeFolders);

const bin = join(import.meta.dirname, '../../linter/bin.ts');

describe('--root', () => {
  test('a file is named as one', async () => {
    const root = handbookWith();
    const { code, err } = await cli(['lint', '--root', join(root, 'loopbook.yaml')]);
    expect(code).toBe(2);
    expect(err).toMatch(/^".*loopbook\.yaml" is a file; --root expects the folder/);
  });

  test('a link in a circle is no folder', async () => {
    const folder = folderOf({});
    symlinkSync('round', join(folder, 'round'));
    const { code, err } = await cli(['lint', '--root', 'round'], { cwd: folder });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'There is no folder "round". Check the path after --root.\n',
    });
  });
});

test('paths may be given from the root of the handbook', async () => {
  const root = handbookWith({ 'roles/a.yaml': '', 'tools/a.yaml': '' });
  const { findings } = await report(root, ['roles/a.yaml'], { cwd: folderOf({}) });
  expect(findings.map(({ file }) => file)).toEqual(['roles/a.yaml']);
  const { code, err } = await cli(['lint', '--root', root, 'roles/b.yaml'], { cwd: root });
  expect({ code, err }).toEqual({
    code: 2,
    err: 'There is no "roles/b.yaml" in the handbook. Check the path.\n',
  });
});

test.each(['nowhere', 'link.yaml'])('a link in the handbook to "%s" leads nowhere', async (target) => {
  const root = handbookWith();
  symlinkSync(target, join(root, 'roles/link.yaml'));
  const { code, findings } = await report(root);
  expect(code).toBe(1);
  expect(findings).toMatchObject([
    { file: 'roles/link.yaml', message: expect.stringMatching(/^The symbolic link leads nowhere/) },
  ]);
});

describe('the process', () => {
  test('ends with 2 and one line where its output cannot be written', () => {
    const argv = [bin, 'rules', '--lang', 'en'];
    const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$@" > /dev/full', process.execPath, ...argv], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'The output cannot be written (ENOSPC), so that the result is not known.\n',
    });
  });

  test('keeps quiet where nobody reads on', () => {
    const script = '"$0" "$@" 2>&1 | head -1';
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, bin, 'rules'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n')).toHaveLength(2);
  });
});

describe('preview', () => {
  test('takes the next port where one is in use, and ends by SIGINT', async () => {
    const out = folderOf({ 'index.html': 'the handbook' });
    const other = createServer();
    await new Promise<void>((settle) => other.listen(0, 'localhost', settle));
    const { port } = other.address() as AddressInfo;
    const child = spawn(process.execPath, [bin, 'preview', '--out', out, '--port', String(port)], {
      cwd: folderOf({}),
      env: { PATH: process.env.PATH },
    });
    const said = await new Promise<string>((settle) => {
      let text = '';
      child.stderr.setEncoding('utf8').on('data', (part) => {
        text += part;
        if (text.includes('Ctrl+C')) settle(text);
      });
    });
    const found = /^Port \d+ is in use; the next free one is taken\.\nThe handbook is at (\S+) /.exec(said);
    expect(Number(new URL(found![1]!).port)).toBeGreaterThan(port);
    expect(await (await fetch(found![1]!)).text()).toBe('the handbook');
    const ended = new Promise((settle) => child.on('close', settle));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    other.close();
  });

  test.each(['80x', '70000', '-1'])('--port %s is named', async (port) => {
    const out = folderOf({ 'index.html': '' });
    const { code, err } = await cli(['preview', '--out', out, `--port=${port}`]);
    expect({ code, err }).toEqual({
      code: 2,
      err: `"${port}" is not a port; expected a whole number up to 65535, as in --port 4321.\n`,
    });
  });
});
