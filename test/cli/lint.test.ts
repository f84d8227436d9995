import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { registry } from '../../linter/rules/registry.gen.ts';
import { baseFiles } from '../support/handbook.ts';
import { cli, cliProcess, folderOf, handbookWith as handbookOnDisk, removeFolders, report } from './cli.ts';

afterAll(removeFolders);

/** The rules that these tests are about; the others would add findings of their own. */
const used = ['references/resolves', 'wording/vague-time', 'documents/review-due'];

function settingsWith(own: Record<string, string> = {}): string {
  const levels = [
    ...registry.filter(({ id }) => !used.includes(id)).map(({ id }) => [id, 'off']),
    ...Object.entries(own),
  ];
  const lines = levels.map(([id, level]) => `  ${id}: ${level}\n`);
  return `${baseFiles()['loopbook.yaml']}rules:\n${lines.join('')}`;
}

const settings = settingsWith();

function handbookWith(files: Record<string, string> = {}, name?: string): string {
  return handbookOnDisk({ 'loopbook.yaml': settings, ...files }, name);
}

/** A tool whose owner does not exist: one error, on line 2, columns 8 to 15. */
const wrongOwner = {
  'tools/case-log.yaml': 'name: Case log\nowner: nobodyx\ntype: ticketing\npurpose: Holds every request.\n',
};
/** An SOP with words that cannot be measured: one warning. */
const vague = {
  'sops/handle-request.mdx': baseFiles()['sops/handle-request.mdx']!.replace(
    'The case log.',
    'Answer as soon as possible.',
  ),
};

/** An SOP that was last reviewed on a day. */
function reviewed(day: string): string {
  const sop = baseFiles()['sops/handle-request.mdx']!;
  return sop.replace(/^reviewed: .*\n/m, '').replace(/^owner:/m, `reviewed: ${day}\nowner:`);
}

describe('exit codes', () => {
  test('0 for a clean handbook, with one line that says so', async () => {
    const { code, out, err } = await cli(['lint', '--root', handbookWith()]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^✔ Nothing to mend in \d+ files\.\n$/);
  });

  test('1 for an error, 0 for a warning', async () => {
    expect((await cli(['lint', '--root', handbookWith(wrongOwner)])).code).toBe(1);
    expect((await cli(['lint', '--root', handbookWith(vague)])).code).toBe(0);
  });

  test('1 for more warnings than allowed, said on the error output alone', async () => {
    const root = handbookWith(vague);
    const lint = ['lint', '--root', root, '--format', 'json', '--max-warnings'];
    const over = await cli([...lint, '0']);
    expect(over.code).toBe(1);
    expect(over.err).toBe('More warnings (1) than --max-warnings allows (0).\n');
    expect(JSON.parse(over.out).summary.warnings).toBe(1);
    expect((await cli([...lint, '1'])).code).toBe(0);
  });

  test.each([
    ['an unknown command', ['lnt'], "error: unknown command 'lnt'\n(Did you mean lint?)\n"],
    ['an unknown option', ['lint', '--quit'], "error: unknown option '--quit'\n(Did you mean --quiet?)\n"],
    ['an unknown format', ['lint', '--format', 'jsn'], '"jsn" is not known; did you mean "json"?\n'],
    ['an unknown preset', ['lint', '--preset', 'strct'], '"strct" is not known; did you mean "strict"?\n'],
    ['an unknown language', ['lint', '--lang', 'fr'], '"fr" is not known; expected one of en, zh-CN.\n'],
    [
      'an unknown rule',
      ['lint', '--rule', 'flow/sund=off'],
      'There is no rule "flow/sund"; did you mean "flow/sound"?\n',
    ],
    [
      'an unknown severity',
      ['lint', '--rule', 'flow/sound=fatal'],
      '"--rule flow/sound=fatal" is not understood; expected --rule id=off|info|warning|error.\n',
    ],
    [
      'a rule without severity',
      ['lint', '--rule', 'flow/sound'],
      '"--rule flow/sound" is not understood; expected --rule id=off|info|warning|error.\n',
    ],
    [
      'a count that is none',
      ['lint', '--max-warnings', '-1'],
      '"-1" is not a count; expected a whole number of 0 or more.\n',
    ],
    [
      'a date that is none',
      ['lint', '--today', '2026-02-30'],
      '"2026-02-30" is not a date; expected YYYY-MM-DD, as in 2026-11-22.\n',
    ],
    [
      'a missing path',
      ['lint', 'sops/none.mdx'],
      'There is no "sops/none.mdx" in the handbook. Check the path.\n',
    ],
    [
      'a rule to explain that is not there',
      ['explain', 'toString'],
      /^There is no rule "toString"; expected one of /,
    ],
  ])('2 for %s', async (_, argv, message) => {
    const { code, out, err } = await cli(argv, { cwd: handbookWith() });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    if (typeof message === 'string') expect(err).toBe(message);
    else expect(err).toMatch(message);
  });

  test('2 for a path outside the root, named with the root', async () => {
    const root = handbookWith();
    for (const path of ['..', '../elsewhere', '/etc/passwd']) {
      const { code, err } = await cli(['lint', path], { cwd: root });
      expect(code).toBe(2);
      expect(err).toBe(
        `"${path}" lies outside the handbook "${root}"; expected a path in it. Check the path, or name its handbook with --root.\n`,
      );
    }
  });

  test.each([
    ['en', 'There is no folder "nowhere". Check the path after --root.\n'],
    ['zh-CN', '没有文件夹“nowhere”；请检查 --root 后的路径。\n'],
  ])('2 for a root that is not there (%s)', async (lang, message) => {
    const { code, err } = await cli(['lint', '--root', 'nowhere', '--lang', lang]);
    expect({ code, err }).toEqual({ code: 2, err: message });
  });
});

describe('json', () => {
  test('is one document of exactly these bytes', async () => {
    const { out, err } = await cli(['lint', '--root', handbookWith(wrongOwner), '--format', 'json']);
    expect(err).toBe('');
    const files = Object.keys(baseFiles()).length;
    expect(out).toBe(`{
  "version": 1,
  "summary": {
    "files": ${files},
    "errors": 1,
    "warnings": 0,
    "infos": 0
  },
  "findings": [
    {
      "rule": "references/resolves",
      "severity": "error",
      "message": ${JSON.stringify(JSON.parse(out).findings[0].message)},
      "file": "tools/case-log.yaml",
      "start": {
        "line": 2,
        "column": 8,
        "offset": 22
      },
      "end": {
        "line": 2,
        "column": 15,
        "offset": 29
      },
      "fingerprint": "${JSON.parse(out).findings[0].fingerprint}"
    }
  ]
}
`);
    expect(JSON.parse(out).findings[0].message).toMatch(/^There is no role "nobodyx"; /);
    expect(JSON.parse(out).findings[0].fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  test('is the same, byte for byte, for a copy elsewhere and in a process of its own', async () => {
    const files = { ...wrongOwner, ...vague };
    const [one, other] = [handbookWith(files), handbookWith(files, 'copy of it')];
    const first = await cli(['lint', '--root', one, '--format', 'json']);
    expect((await cli(['lint', '--root', other, '--format', 'json'])).out).toBe(first.out);
    expect(cliProcess(['lint', '--format', 'json'], { cwd: one })).toEqual(first);
  });

  test('has an address for each rule where the site has one', async () => {
    const settings = `${settingsWith()}site: { url: https://handbook.example, base: /docs }\n`;
    const { findings } = await report(handbookWith({ ...wrongOwner, 'loopbook.yaml': settings }));
    expect(findings.map(({ url }) => url)).toEqual([
      'https://handbook.example/docs/rules/references/resolves/',
    ]);
  });
});

describe('what is shown', () => {
  test('--quiet leaves warnings out, and the summary of pretty counts what it lists', async () => {
    const root = handbookWith({ ...wrongOwner, ...vague });
    const quiet = await report(root, ['--quiet']);
    expect(quiet.findings.map(({ severity }) => severity)).toEqual(['error']);
    expect((await report(root)).findings.map(({ severity }) => severity).sort()).toEqual([
      'error',
      'warning',
    ]);
    expect((await cli(['lint', '--root', root, '--quiet'])).out).not.toContain('as soon as possible');
  });

  test('presets: starter drops warnings, strict makes errors of them', async () => {
    const root = handbookWith(vague);
    expect((await report(root, ['--preset', 'starter'])).findings).toEqual([]);
    const strict = await report(root, ['--preset', 'strict']);
    expect(strict.code).toBe(1);
    expect(strict.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['wording/vague-time', 'error'],
    ]);
  });

  test('--rule wins over settings and preset, and may be repeated', async () => {
    const settings = settingsWith({ 'wording/vague-time': 'off', 'references/resolves': 'off' });
    const root = handbookWith({ ...wrongOwner, ...vague, 'loopbook.yaml': settings });
    expect((await report(root)).findings).toEqual([]);
    const argv = [
      '--rule',
      'wording/vague-time=error',
      '--rule',
      'references/resolves=info',
      '--preset',
      'starter',
    ];
    const { findings } = await report(root, argv);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['wording/vague-time', 'error'],
      ['references/resolves', 'info'],
    ]);
  });

  test('overrides change severities below their paths, the last one wins', async () => {
    const settings = [
      settingsWith(),
      'overrides:\n',
      '  - { files: [tools/**], rules: { references/resolves: off } }\n',
      '  - { files: [tools/case-*.yaml], rules: { references/resolves: warning } }\n',
    ].join('');
    const root = handbookWith({
      ...wrongOwner,
      'tools/other.yaml': wrongOwner['tools/case-log.yaml'],
      'loopbook.yaml': settings,
    });
    const { findings } = await report(root);
    const resolves = findings.filter(({ rule }) => rule === 'references/resolves');
    expect(resolves.map(({ file, severity }) => [file, severity])).toEqual([
      ['tools/case-log.yaml', 'warning'],
    ]);
  });

  test('paths filter what is shown, from the working directory, and count for the exit code', async () => {
    const root = handbookWith({ ...wrongOwner, ...vague });
    const files = async (...paths: string[]) => {
      const { out, code } = await cli(['lint', '--format', 'json', ...paths], { cwd: join(root, 'tools') });
      return [code, ...JSON.parse(out).findings.map(({ file }: { file: string }) => file)];
    };
    expect(await files('.')).toEqual([1, 'tools/case-log.yaml']);
    expect(await files('case-log.yaml')).toEqual([1, 'tools/case-log.yaml']);
    expect(await files('../sops')).toEqual([0, 'sops/handle-request.mdx']);
    expect(await files('../roles', '../sops/')).toEqual([0, 'sops/handle-request.mdx']);
    expect(await files('..')).toEqual([1, 'sops/handle-request.mdx', 'tools/case-log.yaml']);
    expect(await files(join(root, 'roles'))).toEqual([0]);
  });

  test('colours only on a terminal; NO_COLOR and FORCE_COLOR decide', async () => {
    const root = handbookWith(wrongOwner);
    const painted = async (surroundings: object) =>
      (await cli(['lint', '--root', root], surroundings)).out.includes('\u001b[');
    expect(await painted({})).toBe(false);
    expect(await painted({ terminal: true })).toBe(true);
    expect(await painted({ env: { FORCE_COLOR: '1' } })).toBe(true);
    expect(await painted({ terminal: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await painted({ env: { NO_COLOR: '1', FORCE_COLOR: '1' } })).toBe(false);
    expect((await cli(['lint', '--root', root, '--format', 'json'], { terminal: true })).out).not.toContain(
      '\u001b[',
    );
  });
});

describe('the language of findings', () => {
  const chinese = async (argv: string[], env: Record<string, string>, language = '') => {
    const settings = `${settingsWith()}${language}`;
    const root = handbookWith({ ...wrongOwner, 'loopbook.yaml': settings });
    return (await cli(['lint', '--root', root, ...argv], { env })).out.includes('没有岗位');
  };

  test('is asked for, else LOOPBOOK_LANG, else the setting, else the system’s, else English', async () => {
    const setting = 'language: zh-CN\n';
    expect(await chinese([], {})).toBe(false);
    expect(await chinese([], { LANG: 'zh_CN.UTF-8' })).toBe(true);
    expect(await chinese([], { LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' })).toBe(false);
    expect(await chinese([], { LANG: 'C.UTF-8' })).toBe(false);
    expect(await chinese([], { LANG: 'en_US.UTF-8' }, setting)).toBe(true);
    expect(await chinese([], { LOOPBOOK_LANG: 'en' }, setting)).toBe(false);
    expect(await chinese(['--lang', 'zh-CN'], { LOOPBOOK_LANG: 'en' })).toBe(true);
    expect(await chinese(['--lang', 'en'], { LOOPBOOK_LANG: 'zh-CN' }, setting)).toBe(false);
  });

  test('changes words only: places and fingerprints stay', async () => {
    const root = handbookWith({ ...wrongOwner, ...vague });
    const bare = async (lang: string) =>
      (await report(root, ['--lang', lang])).findings.map(({ file, start, end, fingerprint }) => ({
        file,
        start,
        end,
        fingerprint,
      }));
    expect(await bare('zh-CN')).toEqual(await bare('en'));
  });
});

describe('finding the handbook', () => {
  test('from a folder inside it, from the one above policies/, and by --root from anywhere', async () => {
    const files = Object.entries({ ...baseFiles(), 'loopbook.yaml': settings, ...wrongOwner });
    const below = Object.fromEntries(files.map(([path, text]) => [`policies/${path}`, text]));
    const project = folderOf(below, 'project');
    for (const cwd of [project, join(project, 'policies'), join(project, 'policies/tools')]) {
      const { code, out } = await cli(['lint', '--format', 'json'], { cwd });
      expect([code, JSON.parse(out).findings[0].file]).toEqual([1, 'tools/case-log.yaml']);
    }
    const { out } = await cli(['lint', '--root', 'policies', '--format', 'json'], { cwd: project });
    expect(JSON.parse(out).findings[0].file).toBe('tools/case-log.yaml');
  });

  test.each([
    'two words',
    '手册（2026）',
    '$(touch injected)',
    'a\'b"c`d',
    'a;b & c',
    '-dash',
    'per%20cent#x',
  ])('a folder named %s', async (name) => {
    const root = handbookWith(
      { ...wrongOwner, 'tools/$(touch injected) 甲;.yaml': 'name: x\nowner: general-manager\n' },
      name,
    );
    const { code, findings } = await report(root);
    expect(code).toBe(1);
    expect(findings.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['tools/case-log.yaml', 'tools/$(touch injected) 甲;.yaml']),
    );
    const inside = cliProcess(['lint', '--format', 'json', 'tools'], { cwd: root });
    expect(inside.code).toBe(1);
    expect(inside.err).toBe('');
    expect(readdirSync(root)).not.toContain('injected');
  });

  test('lint writes nothing', async () => {
    const root = handbookWith({ ...wrongOwner, ...vague });
    const listing = () =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .sort()
        .map((path) => [path, statSync(join(root, path)).mtimeMs]);
    const before = listing();
    await cli(['lint', '--root', root]);
    expect(listing()).toEqual(before);
  });
});

test('--today wins over the date pinned in the settings', async () => {
  const pinned = { 'loopbook.yaml': `${settingsWith()}today: 2026-11-22\n` };
  const root = handbookWith({ ...pinned, 'sops/handle-request.mdx': reviewed('2027-01-01') });
  const ahead = async (...argv: string[]) => {
    const { findings } = await report(root, argv);
    return findings.filter(({ rule, file }) => rule === 'documents/review-due' && file.startsWith('sops/'))
      .length;
  };
  expect(await ahead()).toBe(1);
  expect(await ahead('--today', '2027-01-02')).toBe(0);
});

test('a rule’s page is printed in the reader’s language', async () => {
  const english = await cli(['explain', 'references/resolves', '--lang', 'en']);
  const chinese = await cli(['explain', 'references/resolves', '--lang', 'zh-CN']);
  expect([english.code, chinese.code, english.err, chinese.err]).toEqual([0, 0, '', '']);
  expect(english.out).toMatch(/^# references\/resolves\n\n/);
  expect(english.out).toContain('\n## Why\n');
  expect(chinese.out).toContain('\n## 为什么\n');
  expect(english.out + chinese.out).not.toMatch(/[⟦⟧]/);
});

test('all rules are listed with their severity', async () => {
  const { code, out } = await cli(['rules', '--lang', 'en']);
  expect(code).toBe(0);
  const listed = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/\s+/));
  expect(listed.map(([id]) => id)).toEqual(registry.map(({ id }) => id));
  for (const [, level] of listed) expect(['off', 'info', 'warning', 'error']).toContain(level);
});

test('the version and the help go to the standard output, exit code 0', async () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  expect(await cli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  const help = await cli(['lint', '--help']);
  expect({ code: help.code, err: help.err }).toEqual({ code: 0, err: '' });
  expect(help.out).toContain('--max-warnings');
});

test('no handbook from the working directory upwards', async () => {
  const folder = folderOf({});
  mkdirSync(join(folder, 'a'));
  const messages = {
    en: `No handbook found from "${join(folder, 'a')}" upwards; expected a folder with loopbook.yaml. Name it with --root, or create the file.\n`,
    'zh-CN': `从“${join(folder, 'a')}”向上没有找到手册，应有含 loopbook.yaml 的文件夹；请用 --root 指定，或创建该文件。\n`,
  };
  for (const [lang, err] of Object.entries(messages)) {
    expect(await cli(['lint', '--lang', lang], { cwd: join(folder, 'a') })).toEqual({
      code: 2,
      out: '',
      err,
    });
  }
});
