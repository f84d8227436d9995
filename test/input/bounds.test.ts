import { afterAll, describe, expect, test } from 'vitest';
import { cliProcess, handbookWith, type Report, removeFolders } from '../cli/cli.ts';
import { baseFiles } from '../support/handbook.ts';
import { findingsOf, tool } from './input.ts';

afterAll(removeFolders);

const sop = 'sops/handle-request.mdx';

/** Lints in a process with little memory: what a file can make it take shows as a process that dies. */
function lintInLittleMemory(files: Record<string, string>) {
  const outcome = cliProcess(['lint', '--root', handbookWith(files), '--format', 'json', '--lang', 'en'], {
    env: { NODE_OPTIONS: '--max-old-space-size=400' },
  });
  expect(outcome.err).toBe('');
  return { ...outcome, ...(JSON.parse(outcome.out) as Report) };
}

describe('what would hold the MDX parser, or fill its memory', () => {
  test.each([
    ['&', 'character references', '&amp;'],
    ['&', 'character references on lines of their own', '&nbsp;\n'],
    ['<', 'signs before blanks', '< '],
    ['<', 'closing tags', '</a '],
    ['<', 'closing tags of nothing', '</ '],
  ])('too many “%s”: %s', async (sign, _, piece) => {
    const text = piece.repeat(Math.floor(900_000 / piece.length));
    const { code, findings } = lintInLittleMemory({ [sop]: `${baseFiles()[sop]}\n${text}\n` });
    expect(code).toBe(1);
    expect(findings.filter(({ rule }) => rule === 'syntax/mdx').map(({ message }) => message)).toEqual([
      `The paragraph holds more than 1000 signs "${sign}", so the file was not read. Split it with empty lines.`,
    ]);
  });

  test('too many closing tags on lines of their own', () => {
    const text = '<Note>Ask.</Note>\n\n'.repeat(50_000);
    const { code, findings } = lintInLittleMemory({ [sop]: `${baseFiles()[sop]}\n${text}` });
    expect(code).toBe(1);
    expect(findings.filter(({ rule }) => rule === 'syntax/mdx').map(({ message }) => message)).toEqual([
      'The file holds more than 3000 closing tags, so it was not read. Split it into several files.',
    ]);
  });

  test('as many as people write are read', async () => {
    const text = `${'a &lt; b &amp; c '.repeat(100)}\n\n`.repeat(20);
    expect(await findingsOf({ [sop]: `${baseFiles()[sop]}\n${text}\n` })).toEqual([]);
  });
});

describe('more findings than anyone reads', () => {
  test.each([
    ['fields twice', 'why: a\n'.repeat(140_000)],
    ['numbers where texts belong', `satisfies:\n${'  - 1.10\n'.repeat(100_000)}`],
    ['aliases of YAML', `satisfies:\n  - &a b\n${'  - *a\n'.repeat(140_000)}`],
  ])('of one file, before any rule, end with how many more there are: %s', async (_, text) => {
    const found = await findingsOf({ 'tools/a.yaml': tool(text) });
    expect(found.length).toBeLessThan(120);
    expect(found.map(({ en }) => en)).toContainEqual(expect.stringMatching(/^\d{5,6} more problems are in/));
  });

  test('of a list a thousand times too long are one', async () => {
    const items = Array.from({ length: 90_000 }, (_, index) => `  - t${index}\n`).join('');
    expect(await findingsOf({ 'tools/a.yaml': tool(`aliases:\n${items}`) })).toEqual([
      {
        at: 'tools/a.yaml:6:3-90005:11',
        rule: 'syntax/schema',
        en: '"aliases" has too many items (90000); the most is 20. Remove some.',
        zh: '“aliases”有 90000 项，最多允许 20 项；请删减。',
      },
    ]);
  });

  test('of a list far too long are one, whatever its items hold, and of one a little too long are all', async () => {
    const withItems = (count: number) => tool(`aliases:\n${'  - {}\n'.repeat(count)}`);
    const long = await findingsOf({ 'tools/a.yaml': withItems(100_000) });
    expect(long.map(({ en }) => en)).toEqual([
      '"aliases" has too many items (100000); the most is 20. Remove some.',
    ]);
    const some = await findingsOf({ 'tools/a.yaml': withItems(21) });
    expect(some.length).toBeGreaterThan(10);
  });

  test('of one rule in one file are cut, and an error counts the rest', () => {
    const text = '尽快答复。\n'.repeat(50_000);
    const { code, findings, summary } = lintInLittleMemory({ [sop]: `${baseFiles()[sop]}\n${text}\n` });
    const vague = findings.filter(({ rule }) => rule === 'wording/vague-time');
    expect(vague).toHaveLength(201);
    expect(vague[0]).toMatchObject({
      severity: 'error',
      message: '49800 more problems of this kind are in the file. Mend those shown first.',
    });
    expect(code).toBe(1);
    expect(summary.errors).toBeGreaterThan(0);
  });

  test('tens of thousands in several files end in a report of bounded size', () => {
    const words = 'Answer as soon as possible.\n'.repeat(10_000);
    const own = tool(`why: ${'x'.repeat(10)}\n`);
    const files = Object.fromEntries(
      Array.from({ length: 4 }, (_, index) => [`sops/copy-${index}.mdx`, `${baseFiles()[sop]}\n${words}\n`]),
    );
    const outcome = cliProcess(
      ['lint', '--root', handbookWith({ ...files, 'tools/a.yaml': own }), '--format', 'json'],
      { env: { NODE_OPTIONS: '--max-old-space-size=1500' } },
    );
    expect(outcome.code).toBe(1);
    expect(outcome.out.length).toBeLessThan(3_000_000);
    const { findings } = JSON.parse(outcome.out) as Report;
    const more = findings.filter(({ message }) => /^\d+ more problems/.test(message));
    expect(more.length).toBeGreaterThanOrEqual(4);
    expect(more.every(({ severity }) => severity === 'error')).toBe(true);
  });
});

test('files of a hundred megabytes are not read, whatever they are called', () => {
  const huge = 'a'.repeat(100_000_000);
  const { code, findings } = lintInLittleMemory({ 'tools/a.yaml': huge, [sop]: huge });
  expect(code).toBe(1);
  expect(findings.filter(({ rule }) => rule === 'syntax/file').map(({ file }) => file)).toEqual(
    expect.arrayContaining(['tools/a.yaml', sop]),
  );
});

test('names that differ in case only, and names that act', async () => {
  const found = await findingsOf({
    'tools/Case-Log.yaml': tool(),
    'tools/case-log.yaml': tool(),
    'tools/\n::error::x.yaml': tool(),
    'tools/\u001b[31mred.yaml': tool(),
  });
  expect(found.every(({ rule }) => rule.startsWith('syntax/'))).toBe(true);
});

test('aliases that multiply are not followed', async () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level++) {
    const [name, below] = [String.fromCharCode(97 + level), String.fromCharCode(96 + level)];
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${below}`).join(', ')}]`);
  }
  const found = await findingsOf({ 'tools/a.yaml': tool(`${bomb.join('\n')}\n`) });
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(150);
});
