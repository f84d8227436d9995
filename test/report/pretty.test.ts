import { describe, expect, it } from 'vitest';
import type { Finding, LintResult } from '../../linter/model/finding.ts';
import { type PrettyOptions, pretty } from '../../linter/report/pretty.ts';
import { findingOn, positionAt } from './findings.ts';

const SOURCE = `name: 入住
steps:
  - id: verify
    do: 核对证件，及时告知客人
`;

const resultOf = (findings: Finding[], files = 80, notices: string[] = []): LintResult => ({
  files,
  findings,
  suppressed: [],
  notices,
});
const print = (result: LintResult, options: Partial<PrettyOptions> = {}) =>
  pretty(result, { lang: 'en', colour: false, source: () => SOURCE, ...options });

const UNMEASURED = findingOn(SOURCE, 'verify', {
  message: 'Step "verify" has no metric; expected "metric" or a "standard" with a target.',
  suggest: [{ description: 'Name a metric with "metric: …".' }],
});
const VAGUE: Partial<Finding> = { rule: 'wording/vague-time', severity: 'warning' };

describe('pretty', () => {
  it('prints place, sentence, frame, remedy and summary', () => {
    const vague = findingOn(SOURCE, '及时', {
      ...VAGUE,
      message: 'Vague time "及时"; expected a number, as in "within 5 min".',
      related: [
        {
          file: 'glossary.yaml',
          message: 'The word stands in the glossary.',
          start: positionAt('', 0),
          end: positionAt('', 0),
        },
      ],
    });
    expect(print(resultOf([UNMEASURED, vague]))).toBe(
      [
        'processes/check-in.yaml:3:9  error  Step "verify" has no metric; expected "metric" or a "standard" with a target.  flow/step-measured',
        '  3 │   - id: verify',
        '    │         ^^^^^^',
        '  help: Name a metric with "metric: …".',
        '',
        'processes/check-in.yaml:4:14  warning  Vague time "及时"; expected a number, as in "within 5 min".  wording/vague-time',
        '  4 │     do: 核对证件，及时告知客人',
        '    │                   ^^^^',
        '  see glossary.yaml:1:1  The word stands in the glossary.',
        '',
        '✖ 1 error, 1 warning in 80 files',
        '',
      ].join('\n'),
    );
  });

  it('prints the same in Chinese', () => {
    const vague = findingOn(SOURCE, '及时', {
      ...VAGUE,
      severity: 'info',
      message: '“及时”没有说明时限，应写出数字，例如“5 分钟内”。',
      fix: { description: '写明时限。' },
    });
    const result = resultOf([{ ...UNMEASURED, message: '步骤“verify”没有指标。', suggest: [] }, vague], 80, [
      '没有 Git 历史，未检查修订日期。',
    ]);
    expect(print(result, { lang: 'zh-CN' })).toBe(
      [
        'processes/check-in.yaml:3:9  错误  步骤“verify”没有指标。  flow/step-measured',
        '  3 │   - id: verify',
        '    │         ^^^^^^',
        '',
        'processes/check-in.yaml:4:14  提示  “及时”没有说明时限，应写出数字，例如“5 分钟内”。  wording/vague-time',
        '  4 │     do: 核对证件，及时告知客人',
        '    │                   ^^^^',
        '  修改：写明时限。',
        '',
        '说明：没有 Git 历史，未检查修订日期。',
        '',
        '✖ 80 个文件，1 个错误，1 个提示',
        '',
      ].join('\n'),
    );
  });

  it('is calm when there is nothing to say', () => {
    expect(print(resultOf([]))).toBe('✔ Nothing to mend in 80 files.\n');
    expect(print(resultOf([]), { lang: 'zh-CN' })).toBe('✔ 80 个文件，没有发现问题。\n');
    expect(print(resultOf([], 0))).toBe('No files to check.\n');
    expect(print(resultOf([], 0), { lang: 'zh-CN' })).toBe('没有可检查的文件。\n');
  });

  it('counts in the summary what quiet leaves out', () => {
    const out = print(resultOf([UNMEASURED, findingOn(SOURCE, '及时', VAGUE)], 1), { quiet: true });
    expect(out).not.toContain('wording/vague-time');
    expect(out.trimEnd().split('\n').at(-1)).toBe('✖ 1 error, 1 warning in 1 file');
  });

  it('warns with another sign than it fails', () => {
    expect(print(resultOf([findingOn(SOURCE, '及时', VAGUE)], 2))).toContain('\n⚠ 1 warning in 2 files\n');
  });

  it('does without a frame where the file cannot be shown', () => {
    const out = print(resultOf([{ ...UNMEASURED, suggest: [] }]), { source: () => undefined });
    expect(out.split('\n')).toHaveLength(4);
  });

  it('colours severity, marks and labels only when asked', () => {
    const plain = print(resultOf([UNMEASURED]));
    const coloured = print(resultOf([UNMEASURED]), { colour: true });
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[31merror\u001b[39m');
    expect(coloured).toContain('\u001b[31m^^^^^^\u001b[39m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is taken out
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  it('lets no text from a handbook act on the terminal', () => {
    const source = 'name: \u001b[2J\u202egnp.exe\u0007\u009b31m\u2028x\n';
    const hostile = findingOn(source, '\u001b[2J', {
      file: 'roles/a\u001b]8;;http\nb.yaml',
      rule: 'references/id\u0000',
      message: 'Bad \u001b[31mname\r\nprocesses/fake.yaml:1:1  error  forged \u2066x\u2069 \ud800',
      fix: { description: 'a\tb\u200bc' },
    });
    const out = print(resultOf([hostile], 1, ['n\u001b[0m']), { source: () => source });
    expect(out).not.toMatch(/[^\P{C}\n]|\u2028/u);
    expect(out).toContain('roles/a␛]8;;http␊b.yaml:1:7  error  Bad ␛[31mname␍␊processes/fake.yaml:1:1');
    expect(out).toContain('  1 │ name: ␛[2J<U+202E>gnp.exe␇<U+009B>31m<U+2028>x\n    │       ^^^^\n');
    expect(out).toContain('  help: a␉b<U+200B>c');
  });

  it('lists a bounded number of findings and counts all', () => {
    const line = `${'很长的一行，'.repeat(50_000)}及时`;
    const finding = findingOn(line, '及时', { ...VAGUE, message: 'x'.repeat(100_000) });
    const many = resultOf(Array.from({ length: 100_000 }, () => finding));
    const out = print(many, { source: () => line });
    expect(out.length).toBeLessThan(3_000_000);
    expect(out).toContain('… and 99000 more that are not listed here\n\n⚠ 100000 warnings in 80 files\n');
    expect(print(many, { source: () => line, limit: 2, lang: 'zh-CN' })).toContain(
      '……另有 99998 处未在此列出',
    );
  });
});
