import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, describe, expect, test } from 'vitest';
import { type ReporterName, reporterNames } from '../../linter/report/reporters.ts';
import { assertValid } from '../report/validity.ts';
import { baseFiles } from '../support/handbook.ts';
import { cli, cliProcess, folderOf, handbookWith, removeFolders } from './cli.ts';

afterAll(removeFolders);

const wrong = {
  'tools/case-log.yaml':
    'name: { en: Case log, zh-CN: 登记簿 }\nowner: nobodyx\ntype: ticketing\npurpose: { en: Holds every request., zh-CN: 登记所有请求。 }\n',
};

describe.each(reporterNames)('--format %s', (name) => {
  test('alone on the standard output, valid, exit code 1 for an error', async () => {
    const { code, out, err } = await cli(['lint', '--root', handbookWith(wrong), '--format', name]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    assertValid[name](out);
    expect(out).toContain(name === 'markdown' ? 'nobodyx' : 'references/resolves');
  });

  test('is valid for hostile file names, titles and ids', async () => {
    const hostile: Record<string, string> = {
      'tools/\n::error::x.yaml': 'name: "##[error]\\e[31m"\nowner: "::error::"\n',
      'tools/|<img src=x>`@all`.yaml': 'name: "]]>"\nowner: "\\ud800 <b> | `x` [a](javascript:b)"\n',
      'tools/\u001b[31m\u202e%0A,a:b.yaml': 'name: x\nowner: "\\u202e"\ntype: ticketing\n',
    };
    const { code, out } = await cli(['lint', '--root', handbookWith(hostile), '--format', name]);
    expect(code).toBe(1);
    assertValid[name](out);
  });
});

describe('several formats', () => {
  const files = Object.fromEntries(reporterNames.map((name) => [name, `reports/${name}.out`])) as Record<
    ReporterName,
    string
  >;

  test('each to its file, one to the standard output, and nothing else left beside them', async () => {
    const root = handbookWith(wrong);
    const cwd = folderOf({ 'reports/json.out': 'old' });
    const argv = reporterNames.flatMap((name) => ['--format', `${name}=${files[name]}`]);
    const { code, out, err } = await cli(['lint', '--root', root, ...argv, '--format', 'json'], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(readFileSync(join(cwd, files.json), 'utf8')).toBe(out);
    for (const name of reporterNames) assertValid[name](readFileSync(join(cwd, files[name]), 'utf8'));
    expect(readdirSync(join(cwd, 'reports')).sort()).toEqual(
      reporterNames.map((name) => `${name}.out`).sort(),
    );
  });

  test('only to files: the summary goes to the error output', async () => {
    const argv = ['lint', '--root', handbookWith(wrong), '--format', 'sarif=a=b.sarif'];
    const cwd = folderOf({});
    const { code, out, err } = await cli(argv, { cwd });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^✖ 1 error in \d+ files\n$/);
    expect(readdirSync(cwd)).toEqual(['a=b.sarif']);
  });

  test('a file that cannot be written: exit code 2 with the reason, and the other reports are there', async () => {
    const cwd = folderOf({ 'folder/x': '', file: '' });
    const root = handbookWith(wrong);
    for (const [file, reason] of [
      ['folder', 'it is a folder'],
      ['file/x.sarif', 'a part of the path is a file|it is a file'],
    ]) {
      const argv = ['--format', `sarif=${file}`, '--format', 'junit=j.xml', '--format', 'json'];
      const { code, out, err } = await cli(['lint', '--root', root, ...argv], { cwd });
      expect(code).toBe(2);
      expect(err).toMatch(new RegExp(`^"${file}" cannot be written: (?:${reason})`));
      assertValid.json(out);
      assertValid.junit(readFileSync(join(cwd, 'j.xml'), 'utf8'));
    }
  });

  test('a link keeps leading to the file that is written', async () => {
    const cwd = folderOf({ 'real.json': 'old' });
    symlinkSync('real.json', join(cwd, 'link.json'));
    await cli(['lint', '--root', handbookWith(), '--format', 'json=link.json'], { cwd });
    assertValid.json(readFileSync(join(cwd, 'real.json'), 'utf8'));
  });

  test.each([
    [
      ['pretty', 'json'],
      'The formats "pretty" and "json" cannot both go to the standard output. Give one of them a file, as in --format json=report.\n',
    ],
    [['json=a', 'sarif=a'], 'Two formats go to the same file "a". Give each its own.\n'],
    [
      ['json='],
      '"--format json=" names no file; expected --format name=file, or --format name for the standard output.\n',
    ],
    [['sarf=a'], '"sarf" is not known; did you mean "sarif"?\n'],
  ])('%s is refused', async (formats, message) => {
    const argv = formats.flatMap((format) => ['--format', format]);
    const cwd = folderOf({});
    expect(await cli(['lint', '--root', handbookWith(), ...argv, '--lang', 'en'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: message,
    });
    expect(readdirSync(cwd)).toEqual([]);
  });
});

test('formats for builds name files from the repository’s root', async () => {
  const below = Object.entries({ ...baseFiles(), ...wrong }).map(([path, text]) => [
    `a b/policies/${path}`,
    text,
  ]);
  const project = folderOf({ ...Object.fromEntries(below), '.git': 'gitdir: elsewhere\n' }, 'project');
  const root = join(project, 'a b/policies');
  const out = async (name: string) => (await cli(['lint', '--root', root, '--format', name])).out;
  const path = 'a b/policies/tools/case-log.yaml';
  const [result] = (JSON.parse(await out('sarif')) as Log).runs[0]!.results!;
  expect(result!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe(path.replace(' ', '%20'));
  expect(JSON.parse(await out('gitlab'))[0].location.path).toBe(path);
  expect(await out('github')).toContain(`::error file=${path},line=2,endLine=2,col=8,endColumn=15,`);
  expect(await out('junit')).toContain(`file="${path}" line="2"`);
  expect(await out('checkstyle')).toContain(`<file name="${path}">`);
  expect(await out('markdown')).toContain('a b/policies/tools/case\\-log.yaml:2');
  expect(JSON.parse(await out('json')).findings[0].file).toBe('tools/case-log.yaml');
});

test('the rules of a SARIF report say what their pages say, in the reader’s language', async () => {
  const { out } = await cli(['lint', '--root', handbookWith(wrong), '--format', 'sarif', '--lang', 'zh-CN']);
  const [rule] = (JSON.parse(out) as Log).runs[0]!.tool.driver.rules!;
  expect(rule).toMatchObject({ id: 'references/resolves', defaultConfiguration: { level: 'error' } });
  expect(rule!.help!.markdown).toContain('## 为什么');
  expect(rule!.shortDescription!.text).toMatch(/\p{Script=Han}/u);
});

test('progress and what went wrong never mix with a report', () => {
  const root = handbookWith(wrong);
  mkdirSync(join(root, 'out'));
  writeFileSync(join(root, 'loopbook.yaml'), `${baseFiles()['loopbook.yaml']}ignore: [out/**]\n`);
  const { code, out, err } = cliProcess(
    ['lint', '--format', 'gitlab', '--format', 'sarif=out/x.sarif', '--timing', '--max-warnings', '0'],
    { cwd: root },
  );
  expect(code).toBe(1);
  assertValid.gitlab(out);
  expect(err).toContain('references/resolves');
});
