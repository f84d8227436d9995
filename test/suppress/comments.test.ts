import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lint } from '../../linter/engine/lint.ts';
import { sourceHashOf } from '../../linter/graph/source-hash.ts';
import { readDirectives } from '../../linter/parse/directives.ts';
import { ProblemCollector } from '../../linter/parse/problem.ts';
import { yamlComments } from '../../linter/parse/yaml-comments.ts';
import { registry } from '../../linter/rules/registry.gen.ts';
import { baseFiles, handbookOf, type MemoryFiles } from '../support/handbook.ts';

/** What these tests are about; a sentence changed may break other rules as well. */
const watched = /^(?:syntax\/|wording\/vague-time$|references\/resolves$)/;

const until = 'until 2027-01-31';

function run(files: MemoryFiles, language: 'en' | 'zh-CN' = 'en') {
  const handbook = handbookOf({ ...baseFiles(), ...files });
  const { findings: all, suppressed } = lint(handbook, { language, registry });
  const findings = all.filter(({ rule }) => watched.test(rule));
  const quote = (file: string, start: number, end: number) =>
    handbook.files.get(file)?.text?.slice(start, end);
  return {
    open: findings.map(({ rule, messageId, file, start, end }) => [
      rule,
      messageId,
      quote(file, start.offset, end.offset),
    ]),
    messages: findings.map(({ message }) => message),
    severities: findings.map(({ severity }) => severity),
    hidden: suppressed.map(({ rule, suppression }) => [
      rule,
      suppression.kind,
      suppression.reason,
      suppression.until,
    ]),
    suppressed,
    handbook,
  };
}

const FILE = 'standards/closing-question.yaml';

/** A standard whose statement is vague, with lines above it. */
function standard(comment: string, statement = 'The service agent should answer promptly.'): MemoryFiles {
  const [head, tail] = baseFiles()[FILE]!.split(/^statement:\n(?: +.*\n)+/m);
  return { [FILE]: `${head}${comment}statement: ${statement}\n${tail}` };
}

const vague = ['wording/vague-time', 'vague', 'promptly'];

test('the base is sound, and the sample has one finding', () => {
  expect(run({}).open).toEqual([]);
  expect(run(standard('')).open).toEqual([vague]);
});

describe('a comment hides what begins on the next line', () => {
  test.each([
    [
      'in English',
      `# loopbook-disable-next-line wording/vague-time -- waits for the phone system ${until}\n`,
      'waits for the phone system',
    ],
    [
      'in Chinese',
      '# loopbook-disable-next-line wording/vague-time -- 等待电话系统，至 2027-01-31\n',
      '等待电话系统',
    ],
    [
      'with a Chinese dash and no spaces',
      '# loopbook-disable-next-line wording/vague-time——设备到货至2027-01-31。\n',
      '设备到货',
    ],
    [
      'until written twice',
      `# loopbook-disable-next-line wording/vague-time -- wait until the phones are in, ${until}\n`,
      'wait until the phones are in',
    ],
    [
      'among other comments and empty lines',
      `# loopbook-disable-next-line wording/vague-time -- r ${until}\n\n# another\n`,
      'r',
    ],
    ['for two rules', `# loopbook-disable-next-line wording/vague-time -- r ${until}\n# b\n`, 'r'],
    ['at the end of the line above', '', ''],
  ])('%s', (_, comment, reason) => {
    const files = comment
      ? standard(comment)
      : {
          [FILE]: String(standard('')[FILE]).replace(
            '\nstatement:',
            ` # loopbook-disable-next-line wording/vague-time -- r ${until}\nstatement:`,
          ),
        };
    const { open, hidden } = run(files);
    expect(open).toEqual([]);
    expect(hidden).toEqual([['wording/vague-time', 'comment', reason || 'r', '2027-01-31']]);
  });

  test('with CRLF and a byte order mark', () => {
    const text = String(standard(`# loopbook-disable-next-line wording/vague-time -- r ${until}\n`)[FILE]);
    expect(run({ [FILE]: `\uFEFF${text.replaceAll('\n', '\r\n')}` }).open).toEqual([]);
  });

  test('in a text of several lines that begins there', () => {
    const comment = `# loopbook-disable-next-line wording/vague-time -- r ${until}\n`;
    expect(
      run(
        standard(
          comment,
          '|\n  The service agent should greet.\n  The service agent should answer promptly.',
        ),
      ).open,
    ).toEqual([]);
    expect(
      run(standard(comment, '"The service agent should greet.\n  The service agent should answer promptly."'))
        .open,
    ).toEqual([]);
    expect(
      run(standard(comment, '{ en: The agent should greet.,\n  zh-CN: 员工宜及时告知。 }')).open,
    ).toEqual([]);
  });

  test('but not what begins on a later line', () => {
    const text = `${standard('')[FILE]}`;
    const { open } = run({
      [FILE]: `# loopbook-disable-next-line wording/vague-time -- r ${until}\n${text}`,
    });
    expect(open).toEqual([['syntax/suppression', 'unused', 'wording/vague-time'], vague]);
  });

  test('but no other rule', () => {
    const { open } = run(standard(`# loopbook-disable-next-line wording/vague-degree -- r ${until}\n`));
    expect(open).toEqual([['syntax/suppression', 'unused', 'wording/vague-degree'], vague]);
  });

  test('a comment within a text is none', () => {
    const statement = `|\n  # loopbook-disable-next-line wording/vague-time -- r ${until}\n  The service agent should answer promptly.`;
    expect(run(standard('', statement)).open).toEqual([vague]);
    const quoted = `"# loopbook-disable-next-line wording/vague-time -- r ${until}\n  The service agent should answer promptly."`;
    expect(run(standard('', quoted)).open).toEqual([vague]);
  });
});

describe('in MDX', () => {
  const sop = Object.keys(baseFiles()).find(
    (path) => path.startsWith('sops/') && !/\.\w\w(-\w\w)?\.mdx$/.test(path),
  )!;
  const withBody = (body: string) => ({ [sop]: `${baseFiles()[sop]}\n${body}\n` });
  const comment = `{/* loopbook-disable-next-line wording/vague-time -- r ${until} */}`;
  const wording = (files: MemoryFiles) => run(files).open;

  test('without it there is a finding', () => {
    expect(wording(withBody('Answer promptly.'))).toEqual([['wording/vague-time', 'insert', 'promptly']]);
  });

  test.each([
    ['above a paragraph', `${comment}\n\nAnswer promptly.`],
    ['above a paragraph of two lines', `${comment}\n\nAnswer the guest,\nand do it promptly.`],
    ['right above it', `${comment}\nAnswer promptly.`],
    ['above an item of a list', `- Greet.\n  ${comment}\n- Answer promptly.`],
    ['in a quote', `> ${comment}\n>\n> Nothing.\n\n${comment}\n\nAnswer promptly.`],
    ['within a paragraph', `Greet. ${comment}\nAnswer promptly.`],
    ['among other comments', `${comment}\n\n{/* another,\nof two lines */}\n\nAnswer promptly.`],
    [
      'on two lines',
      `{/* loopbook-disable-next-line wording/vague-time --\n   r ${until} */}\n\nAnswer promptly.`,
    ],
  ])('%s', (name, body) => {
    const { suppressed } = run(withBody(body));
    expect(suppressed.map(({ rule }) => rule)).toContain('wording/vague-time');
    const left = name === 'in a quote' ? [['syntax/suppression', 'unused', 'wording/vague-time']] : [];
    expect(wording(withBody(body))).toEqual(left);
  });

  test.each([
    ['above a paragraph', 'Greet.\n\nAnswer.', `Greet.\n\n${comment}\n\nAnswer.`],
    ['right above it', 'Greet.\n\nAnswer.', `Greet.\n\n${comment}\nAnswer.`],
    ['in a list', '- Greet.\n- Answer.', `- Greet.\n  ${comment}\n- Answer.`],
    ['in a paragraph', 'Greet.\nAnswer.', `Greet. ${comment}\nAnswer.`],
    ['at the end', 'Greet.', `Greet.\n\n${comment}`],
  ])('no translation grows old by one %s', (_, plain, commented) => {
    const hashOf = (text: string) =>
      sourceHashOf({ data: { name: 'a' }, text: `---\nname: a\n---\n\n${text}\n` });
    expect(hashOf(commented)).toBe(hashOf(plain));
    expect(hashOf(`${commented}\n\nMore.`)).not.toBe(hashOf(plain));
    expect(hashOf(commented.replaceAll('\n', '\r\n'))).toBe(hashOf(plain));
  });

  test('in code it is none', () => {
    expect(wording(withBody(`\`\`\`\n${comment}\n\`\`\`\n\nAnswer promptly.`))).toEqual([
      ['wording/vague-time', 'insert', 'promptly'],
    ]);
  });

  test('in front matter it is a comment of YAML', () => {
    const text = baseFiles()[sop]!;
    const { open } = run({
      [sop]: text.replace('---\n', `---\n# loopbook-disable-next-line flow/sound -- r ${until}\n`),
    });
    expect(open).toEqual([['syntax/suppression', 'unused', 'flow/sound']]);
  });
});

describe('what is wrong with a comment is a finding with its place, and hides nothing', () => {
  test.each([
    [`loopbook-disable-line wording/vague-time -- r ${until}`, 'unknownDirective', 'loopbook-disable-line'],
    ['LOOPBOOK-IGNORE', 'unknownDirective', 'LOOPBOOK-IGNORE'],
    [`loopbook-disable-next-line -- r ${until}`, 'noRule', null],
    ['loopbook-disable-next-line wording/vague-time', 'incomplete', null],
    ['loopbook-disable-next-line wording/vague-time -- because', 'incomplete', null],
    [`loopbook-disable-next-line wording/vague-time -- ${until}`, 'incomplete', null],
    ['loopbook-disable-next-line wording/vague-time -- r until 2027-02-31', 'badDate', '2027-02-31'],
    ['loopbook-disable-next-line wording/vague-time -- r 至 2027年1月31日', 'badDate', '2027年1月31日'],
    ['loopbook-disable-next-line wording/vague-time -- r until 2027/01/31', 'badDate', '2027/01/31'],
    [`loopbook-disable-next-line wording/vague-tme -- r ${until}`, 'unknownRule', 'wording/vague-tme'],
    [`loopbook-disable-next-line syntax/schema -- r ${until}`, 'notHideable', 'syntax/schema'],
    [`loopbook-disable-next-line references/resolves -- r ${until}`, 'notHideable', 'references/resolves'],
    ['loopbook-disable-next-line wording/vague-time -- r until 2026-11-21', 'expired', '2026-11-21'],
    ['loopbook-disable-next-line wording/vague-time -- r until 2027-11-24', 'tooFar', '2027-11-24'],
    [
      `loopbook-disable-next-line wording/vague-time -- ${'r'.repeat(1000)} ${until}`,
      'tooLong',
      'loopbook-disable-next-line',
    ],
  ])('%s', (written, messageId, quoted) => {
    const { open, severities, hidden } = run(standard(`# ${written}\n`));
    expect(open).toEqual([['syntax/suppression', messageId, quoted ?? written], vague]);
    expect(severities[0]).toBe('error');
    expect(hidden).toEqual([]);
  });

  test('in both languages, with the rule that was meant', () => {
    const files = standard(`# loopbook-disable-next-line wording/vague-tme -- r ${until}\n`);
    expect(run(files).messages[0]).toBe(
      'There is no rule "wording/vague-tme", so nothing is hidden; did you mean "wording/vague-time"?',
    );
    expect(run(files, 'zh-CN').messages[0]).toBe(
      '没有规则“wording/vague-tme”，因此不起作用；是否应为“wording/vague-time”？',
    );
  });

  test('the last day still counts, and a year ahead is allowed', () => {
    const hides = (day: string) =>
      run(standard(`# loopbook-disable-next-line wording/vague-time -- r until ${day}\n`)).open.length === 0;
    expect(hides('2026-11-22')).toBe(true);
    expect(hides('2027-11-23')).toBe(true);
  });

  test('the settings may allow less', () => {
    const settings = `${baseFiles()['loopbook.yaml']}limits: { maxSuppressionDays: 30 }\n`;
    const files = standard(`# loopbook-disable-next-line wording/vague-time -- r ${until}\n`);
    const { open } = run({ ...files, 'loopbook.yaml': settings });
    expect(open[0]).toEqual(['syntax/suppression', 'tooFar', '2027-01-31']);
  });

  test('an ordinary comment about Loopbook is left alone', () => {
    expect(run(standard('# loopbook-style names; see loopbook.yaml\n')).open).toEqual([vague]);
  });

  test('unused is a warning, none under the starter preset, and none for a rule that is off', () => {
    const files = { ...standard('', 'The service agent should answer within 10 s.') };
    const text = `# loopbook-disable-next-line wording/vague-time -- r ${until}\n${files[FILE]}`;
    const handbook = handbookOf({ ...baseFiles(), [FILE]: text });
    const found = (options = {}) =>
      lint(handbook, { language: 'en', registry, ...options })
        .findings.filter(({ rule }) => watched.test(rule))
        .map(({ messageId, severity }) => [messageId, severity]);
    expect(found()).toEqual([['unused', 'warning']]);
    expect(found({ preset: 'starter' })).toEqual([]);
    expect(found({ preset: 'strict' })).toEqual([['unused', 'error']]);
    expect(found({ rules: { 'wording/vague-time': 'off' } })).toEqual([]);
  });
});

test('no comment hides a broken reference or what cannot be parsed', () => {
  const text = baseFiles()[FILE]!;
  const broken = text.replace(
    /^owner:.*$/m,
    `# loopbook-disable-next-line ownership/owner, references/resolves -- r ${until}\nowner: nobody-here`,
  );
  const { open } = run({ [FILE]: broken });
  expect(open.some(([rule]) => rule === 'references/resolves')).toBe(true);
});

test('tokens of YAML: every comment is at its place, and what is below it lies behind it', () => {
  const bits = [
    'a: b',
    ' # c',
    '\n',
    '\r\n',
    '# loopbook-disable-next-line x/y -- z until 2027-01-31',
    '  ',
    '"',
    "'",
    '|',
    '>',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '- ',
    'é好😀',
    '\u001f',
    '\u0002',
    '\u0018',
    '---',
    '...',
    '&a',
    '*a',
    '!t',
    '%Y',
    '\t',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 40 }), (parts) => {
      const source = parts.join('');
      for (const { text, span, below } of yamlComments(source, 3)) {
        expect(source.slice(span[0] - 3, span[1] - 3)).toBe(text);
        expect(text.startsWith('#')).toBe(true);
        if (below) expect(below[0]).toBeGreaterThanOrEqual(span[1]);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a file of nothing but comments is read in a moment', () => {
  const line = `loopbook-disable-next-line flow/sound -- r ${until}`;
  for (const [text, isMdx] of [
    [`# ${line}\n`.repeat(12_000), false],
    [`---\nname: a\n---\n\n${`{/* ${line} */}\n\n`.repeat(6000)}`, true],
    [`---\nname: a\n---\n\n${`{/* ${line} */}`.repeat(2000)}${'\n'.repeat(200_000)}`, true],
    [`# ${' '.repeat(900_000)}loopbook-`, false],
  ] as const) {
    const begun = performance.now();
    readDirectives(text, 0, isMdx, new ProblemCollector('a'));
    expect(performance.now() - begun).toBeLessThan(10_000);
  }
});

test('a comment that says "until" three hundred times before figures is read in a moment', () => {
  const reason = `${'至'.repeat(300)}${'1'.repeat(300)}${')'.repeat(300)} x`;
  const text = `# loopbook-disable-next-line wording/modal -- ${reason}\n`;
  const report = new ProblemCollector('a.yaml');
  const begun = process.cpuUsage().user;
  expect(readDirectives(text, 0, false, report)).toEqual([]);
  expect(report.problems.map(({ messageId }) => messageId)).toEqual(['incomplete']);
  // Twenty seconds for a pattern that tries all ways to share the text out.
  expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(500);
});
