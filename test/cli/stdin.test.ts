import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../linter/cli.ts';
import { baseFiles } from '../support/handbook.ts';
import { cli, folderOf, handbookWith, type Report, removeFolders } from './cli.ts';

afterAll(removeFolders);

const tool = (owner: string) =>
  `name: { en: Case log, zh-CN: 登记簿 }\nowner: ${owner}\ntype: ticketing\npurpose: { en: Holds every request., zh-CN: 登记所有请求。 }\n`;

/** Lints with a text on the standard input. */
async function lintText(text: string | Uint8Array, argv: string[], cwd: string) {
  let out = '';
  let err = '';
  const code = await run(['lint', '--format', 'json', '--lang', 'en', '--stdin', ...argv], {
    cwd,
    env: {},
    out: (each) => {
      out += each;
    },
    err: (each) => {
      err += each;
    },
    terminal: false,
    columns: 100,
    input: async () => Buffer.from(text),
  });
  return { code, err, findings: out === '' ? [] : (JSON.parse(out) as Report).findings };
}

describe('--stdin', () => {
  test('takes the place of the file on disk, which is not written', async () => {
    const root = handbookWith({ 'tools/case-log.yaml': tool('service-manager') });
    const { code, findings } = await lintText(
      tool('nobodyx'),
      ['--stdin-filename', 'tools/case-log.yaml'],
      root,
    );
    expect(code).toBe(1);
    expect(findings.map(({ file, start }) => [file, start.line, start.column])).toEqual([
      ['tools/case-log.yaml', 2, 8],
    ]);
    expect(readFileSync(join(root, 'tools/case-log.yaml'), 'utf8')).toBe(tool('service-manager'));
  });

  test('mends in the editor what is wrong on disk, and adds a file that is not there', async () => {
    const root = handbookWith({ 'tools/case-log.yaml': tool('nobodyx') });
    const name = ['--stdin-filename', join(root, 'tools/case-log.yaml')];
    expect((await lintText(tool('service-manager'), name, '/')).findings).toEqual([]);
    const added = await lintText('name: x\n', ['--stdin-filename', 'tools/new-one.yaml'], root);
    expect(added.findings.map(({ file }) => file)).toContain('tools/new-one.yaml');
  });

  test('shows the file alone; with paths, what it does to others', async () => {
    const files = baseFiles();
    const root = handbookWith();
    const role = 'roles/service-agent.yaml';
    const renamed = files[role]!.replace(/^level: .*$/m, 'level: [');
    const alone = await lintText(renamed, ['--stdin-filename', role], root);
    expect(new Set(alone.findings.map(({ file }) => file))).toEqual(new Set([role]));
    const gone = await lintText(
      'name: x\nowner: service-manager\n',
      ['--stdin-filename', 'metrics/reply-time.yaml', '.'],
      root,
    );
    expect(new Set(gone.findings.map(({ file }) => file)).size).toBeGreaterThan(1);
  });

  test('keeps byte order mark and CRLF: places are those of the text', async () => {
    const text = `\ufeff${tool('nobodyx').replaceAll('\n', '\r\n')}`;
    const { findings } = await lintText(text, ['--stdin-filename', 'tools/case-log.yaml'], handbookWith());
    const [{ start, end }] = findings as [Report['findings'][0]];
    expect(text.slice(start.offset, end.offset)).toBe('nobodyx');
    expect([start.line, start.column]).toEqual([2, 8]);
  });

  test('settings from the editor hold for the run', async () => {
    const root = handbookWith({ 'tools/case-log.yaml': tool('nobodyx') });
    const settings = `${baseFiles()['loopbook.yaml']}ignore: [tools/**]\n`;
    const { findings } = await lintText(settings, ['--stdin-filename', 'loopbook.yaml', '.'], root);
    expect(findings.map(({ file }) => file)).not.toContain('tools/case-log.yaml');
  });

  test('what is not text, or too large, is a finding', async () => {
    const bytes = await lintText(
      Buffer.from([0xff, 0xfe, 0]),
      ['--stdin-filename', 'tools/a.yaml'],
      handbookWith(),
    );
    expect(bytes.findings.map(({ rule }) => rule)).toEqual(['syntax/encoding']);
    const large = await lintText('#'.repeat(2_000_000), ['--stdin-filename', 'tools/a.yaml'], handbookWith());
    expect(large.findings.map(({ rule }) => rule)).toEqual(['syntax/file']);
  });

  test.each([
    [[], '--stdin needs --stdin-filename with the path of the file that the text belongs to.\n'],
    [['--stdin-filename', '../x.yaml'], /^"\.\.\/x\.yaml" lies outside the handbook/],
    [['--stdin-filename', '.'], '"." is the handbook itself; expected the path of a file in it.\n'],
    [
      ['--stdin-filename', 'a.yaml', '--fix'],
      '--stdin and --fix do not go together. Leave one of them out.\n',
    ],
    [
      ['--stdin-filename', 'a.yaml', '--watch'],
      '--stdin and --watch do not go together. Leave one of them out.\n',
    ],
  ])('%s is refused', async (argv, message) => {
    const { code, err } = await lintText('', argv, handbookWith());
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('a process reads its own standard input', () => {
    const bin = join(import.meta.dirname, '../../linter/bin.ts');
    const argv = [bin, 'lint', '--stdin', '--stdin-filename', 'tools/case-log.yaml', '--format', 'json'];
    const { status, stdout } = spawnSync(process.execPath, argv, {
      cwd: handbookWith(),
      input: tool('nobodyx'),
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings).toHaveLength(1);
  });
});

describe('--print-config', () => {
  const settings = `${baseFiles()['loopbook.yaml']}rules:
  wording/vague-time: [error, { words: [anon] }]
  flow/sound: warning
overrides:
  - files: [sops/**]
    rules: { flow/sound: info }
`;
  const print = async (argv: string[]) => {
    const root = handbookWith({ 'loopbook.yaml': settings });
    return cli(['lint', '--lang', 'en', '--print-config', 'sops/handle-request.mdx', ...argv], { cwd: root });
  };

  test('says each severity, what set it, and the options', async () => {
    const { code, out, err } = await print([
      '--format',
      'json',
      '--rule',
      'references/id=off',
      '--preset',
      'strict',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { file, rules } = JSON.parse(out);
    expect(file).toBe('sops/handle-request.mdx');
    const of = (id: string) => rules.find((each: { id: string }) => each.id === id);
    const line = (text: string) => settings.slice(0, settings.indexOf(text)).split('\n').length;
    expect(of('references/id')).toMatchObject({ level: 'off', from: { kind: 'command' } });
    expect(of('wording/vague-degree')).toMatchObject({
      level: 'error',
      from: { kind: 'preset', preset: 'strict' },
    });
    expect(of('wording/vague-time')).toMatchObject({
      level: 'error',
      from: { kind: 'settings', line: line('wording/vague-time') },
      options: { words: ['anon'], allow: [] },
    });
    expect(of('flow/sound')).toMatchObject({
      level: 'info',
      from: { kind: 'override', line: line('{ flow/sound: info }'), files: ['sops/**'] },
    });
  });

  test('is read by people in their language', async () => {
    expect((await print([])).out).toMatch(
      /^Rules for sops\/handle-request\.mdx\n[\s\S]*\nflow\/sound +info +loopbook\.yaml:\d+, override sops\/\*\* /,
    );
    const chinese = await print(['--lang', 'zh-CN']);
    expect(chinese.out).toMatch(/^sops\/handle-request\.mdx 适用的规则\n[\s\S]*预设 recommended/);
  });

  test.each([
    [
      ['--format', 'sarif'],
      '--print-config prints one of the formats pretty and json, to the standard output.\n',
    ],
    [
      ['--format', 'json=a'],
      '--print-config prints one of the formats pretty and json, to the standard output.\n',
    ],
    [['--watch'], '--watch and --print-config do not go together. Leave one of them out.\n'],
  ])('%s is refused', async (argv, message) => {
    expect(await print(argv)).toEqual({ code: 2, out: '', err: message });
  });

  test('a file that is not there', async () => {
    const argv = ['lint', '--lang', 'en', '--print-config', 'sops/none.mdx'];
    const { code, err } = await cli(argv, { cwd: folderOf(baseFiles()) });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'There is no "sops/none.mdx" in the handbook. Check the path.\n',
    });
  });
});
