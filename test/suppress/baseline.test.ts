import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, handbookWith, removeFolders, report } from '../cli/cli.ts';
import { baseFiles } from '../support/handbook.ts';

afterAll(removeFolders);

const SOP = 'sops/handle-request.mdx';
const body = (text: string) => `${baseFiles()[SOP]}\n${text}\n`;
const today = ['--today', '2026-11-22'];

function read(root: string): { entries: Record<string, string>[]; text: string } {
  const text = readFileSync(join(root, 'baseline.json'), 'utf8');
  return { ...JSON.parse(text), text };
}

/** A handbook with three vague sentences under a baseline. */
async function underBaseline(): Promise<string> {
  const root = handbookWith({
    [SOP]: body('Answer promptly.\n\nCall back promptly, and close the case.\n\nTell the guest immediately.'),
  });
  const { code } = await cli(['baseline', '--root', root, ...today]);
  expect(code).toBe(0);
  return root;
}

const lintOf = (root: string, ...more: string[]) => report(root, [...today, ...more]);
const write = (root: string, path: string, text: string) => writeFileSync(join(root, path), text);

test('hides what is there, one line for each finding, sorted', async () => {
  const root = await underBaseline();
  const { text, entries } = read(root);
  expect(text).toMatch(/^\{\n {2}"version": 1,\n {2}"entries": \[\n( {4}\{.*\},?\n)+ {2}\]\n\}\n$/);
  expect(text).not.toContain('\r');
  expect(entries.map(({ rule }) => rule)).toContain('wording/vague-time');
  expect(entries.every(({ since }) => since === '2026-11-22')).toBe(true);
  expect(entries[0]!.entity).toMatch(/^sop:handle-request/);
  const { code, findings } = await lintOf(root);
  expect([code, findings]).toEqual([0, []]);
});

test('says how much it hides, since when, and with --no-baseline shows it', async () => {
  const root = await underBaseline();
  const { entries } = read(root);
  const { out } = await cli(['lint', '--root', root, ...today]);
  expect(out).toContain(`${entries.length} findings are hidden by baseline.json (oldest of 2026-11-22)`);
  const chinese = await cli(['lint', '--root', root, '--lang', 'zh-CN', ...today]);
  expect(chinese.out).toContain(`baseline.json 隐藏了 ${entries.length} 个问题（最早记录于 2026-11-22）`);
  expect((await lintOf(root, '--no-baseline')).findings).toHaveLength(entries.length);
});

test('written twice it is the same, byte for byte', async () => {
  const root = await underBaseline();
  const { text } = read(root);
  const { code } = await cli(['baseline', '--root', root, '--today', '2026-12-01']);
  expect([code, read(root).text]).toEqual([0, text]);
});

describe('only what was there is hidden', () => {
  test('moved lines and other words around it change nothing', async () => {
    const root = await underBaseline();
    const text =
      'Tell the guest immediately.\n\nSmile.\n\nCall back promptly, and close the case.\n\nAnswer promptly.';
    write(root, SOP, body(text));
    expect((await lintOf(root)).findings).toEqual([]);
  });

  test('one mended and another one made is a new finding: nothing is counted', async () => {
    const root = await underBaseline();
    write(
      root,
      SOP,
      body(
        'Answer within 10 s.\n\nCall back promptly, and close the case.\n\nTell the guest immediately.\n\nReply promptly.',
      ),
    );
    const { code, findings } = await lintOf(root);
    expect(findings.filter(({ rule }) => rule === 'wording/vague-time')).toHaveLength(1);
    expect(findings[0]!.message).toContain('promptly');
    expect(code).toBe(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
  });

  test('an item of a list is known by what it says, not by its place', async () => {
    const needs = (...texts: string[]) => {
      const own = baseFiles()['services/support.yaml']!.replace(/^needs:\n(?: .*\n)+/m, '');
      return `${own}needs:\n${texts.map((text) => `  - { text: ${text} }\n`).join('')}`;
    };
    const root = handbookWith({ 'services/support.yaml': needs('Quick answers', 'Clear bills') });
    await cli(['baseline', '--root', root, ...today]);
    const hiddenNeeds = read(root).entries.filter(({ rule }) => rule === 'alignment/needs');
    expect(hiddenNeeds.map(({ entity }) => entity)).toContain('service:support/needs/Clear bills');
    write(root, 'services/support.yaml', needs('A place to sit', 'Clear bills', 'Quick answers'));
    const { findings } = await lintOf(root);
    const fresh = findings.filter(({ rule }) => rule === 'alignment/needs');
    expect(fresh.length).toBeGreaterThan(0);
    const offset = readFileSync(join(root, 'services/support.yaml'), 'utf8').indexOf('A place to sit');
    expect(fresh.every(({ start }) => start.offset <= offset + 20)).toBe(true);
  });

  test('broken references and files are never hidden', async () => {
    const tool = baseFiles()['tools/case-log.yaml']!;
    const root = handbookWith({ 'tools/case-log.yaml': tool.replace(/^owner:.*$/m, 'owner: nobody-here') });
    const { err } = await cli(['baseline', '--root', root, ...today]);
    expect(err).toContain('cannot be hidden and must be mended');
    const { code, findings } = await lintOf(root);
    expect(code).toBe(1);
    expect(findings.map(({ rule }) => rule)).toContain('references/resolves');
  });
});

describe('an entry with a new id, which an alias ties to the old one', () => {
  const standard = baseFiles()['standards/reply-time.yaml']!;
  const vague = standard.replace(
    'within the target.',
    'within the target. The service agent shall call back soon.',
  );
  const renamed = (from: string, to: string) => {
    const root = handbookWith({ 'standards/reply-time.yaml': vague });
    return {
      root,
      rename: () => {
        rmSync(join(root, `standards/${from}.yaml`));
        write(root, `standards/${to}.yaml`, `${vague}aliases: [${from}]\n`);
      },
    };
  };

  test('keeps what the baseline hides of it', async () => {
    const { root, rename } = renamed('reply-time', 'answer-time');
    await cli(['baseline', '--root', root, ...today]);
    const before = read(root).entries;
    expect(before).toContainEqual(expect.objectContaining({ rule: 'wording/vague-time' }));
    rename();
    const { code, findings } = await lintOf(root);
    expect([code, findings]).toEqual([0, []]);
    expect(await cli(['baseline', '--root', root, '--today', '2026-12-01'])).toMatchObject({
      code: 0,
      err: '',
    });
    const after = read(root).entries;
    expect(after.map(({ entity }) => entity)).toEqual(
      before.map(({ entity }) => entity!.replace('standard:reply-time', 'standard:answer-time')),
    );
    expect(after.every(({ since }) => since === '2026-11-22')).toBe(true);
    expect((await lintOf(root)).findings).toEqual([]);
  });

  test('but an alias of what is still there hides nothing', async () => {
    const { root } = renamed('reply-time', 'answer-time');
    await cli(['baseline', '--root', root, ...today]);
    write(root, 'standards/answer-time.yaml', `${vague}aliases: [reply-time]\n`);
    const { findings } = await lintOf(root);
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toContain(
      'wording/vague-time standards/answer-time.yaml',
    );
  });
});

describe('it only ever shrinks', () => {
  test('what is mended is named by lint and taken out', async () => {
    const root = await underBaseline();
    const before = read(root).entries.length;
    write(root, SOP, body('Answer promptly.\n\nTell the guest immediately.'));
    expect((await cli(['lint', '--root', root, ...today])).out).toMatch(
      /of baseline\.json occurs? no longer; run "loopbook baseline"/,
    );
    const { code } = await cli(['baseline', '--root', root, ...today]);
    expect(code).toBe(0);
    expect(read(root).entries.length).toBeLessThan(before);
    expect((await cli(['lint', '--root', root, ...today])).out).not.toContain('no longer');
  });

  test('what is new is named and added only with --grow', async () => {
    const root = await underBaseline();
    const before = read(root);
    write(
      root,
      SOP,
      body(
        'Answer promptly.\n\nCall back promptly, and close the case.\n\nTell the guest immediately.\n\nReply soon and promptly.',
      ),
    );
    const refused = await cli(['baseline', '--root', root, '--today', '2026-12-01']);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(
      /not in baseline\.json and not added.*\n {2}sop:handle-request .*promptly.*wording\/vague-time/s,
    );
    expect(read(root).text).toBe(before.text);
    const grown = await cli(['baseline', '--root', root, '--grow', '--today', '2026-12-01']);
    expect(grown.code).toBe(0);
    const added = read(root).entries.filter(({ since }) => since === '2026-12-01');
    expect(added.length).toBe(read(root).entries.length - before.entries.length);
    expect(added.length).toBeGreaterThan(0);
  });

  test('a sound handbook gets none', async () => {
    const root = handbookWith();
    const { code, out } = await cli(['baseline', '--root', root, ...today]);
    expect([code, out]).toEqual([0, 'There is nothing to hide; no baseline.json was written.\n']);
    expect(() => read(root)).toThrow();
  });
});

describe('a baseline that cannot be trusted is an error with its place, hides nothing and is not overwritten', () => {
  const spoilt: [string, (text: string) => string, string][] = [
    ['empty', () => '', 'cannot be read here'],
    ['cut off', (text) => text.slice(0, text.length / 2), 'cannot be read here'],
    ['with marks of a merge', (text) => text.replace('    {', '<<<<<<< HEAD\n    {'), 'cannot be read here'],
    ['a list', () => '[]\n', 'cannot be read here'],
    ['null', () => 'null\n', 'cannot be read here'],
    ['of another version', (text) => text.replace('"version": 1', '"version": 2'), 'is of version "2"'],
    [
      'with another fingerprint',
      (text) => text.replace(/"fingerprint":"\w{16}"/, '"fingerprint":"x"'),
      'cannot be read here',
    ],
    ['with an entry twice', (text) => text.replace(/^( {4}\{.*\}),$/m, '$1,\n$1,'), 'cannot be read here'],
    ['with a number for an entry', (text) => text.replace('    {', '    7,\n    {'), 'cannot be read here'],
  ];
  test.each(spoilt)('%s', async (_, spoil, words) => {
    const root = await underBaseline();
    const { text, entries } = read(root);
    write(root, 'baseline.json', spoil(text));
    const { code, findings } = await lintOf(root);
    expect(code).toBe(1);
    const [first, ...rest] = findings;
    expect([first!.file, first!.rule, first!.severity]).toEqual([
      'baseline.json',
      'syntax/suppression',
      'error',
    ]);
    expect(first!.message).toContain(words);
    expect(rest).toHaveLength(entries.length);
    const again = await cli(['baseline', '--root', root, '--grow', ...today]);
    expect(again.code).toBe(2);
    expect(again.err).toContain('baseline.json was left as it is');
    expect(readFileSync(join(root, 'baseline.json'), 'utf8')).toBe(spoil(text));
  });

  test('the place is the line that does not fit', async () => {
    const root = await underBaseline();
    const { text } = read(root);
    const placeOf = async (spoilt: string) => {
      write(root, 'baseline.json', spoilt);
      const { start } = (await lintOf(root)).findings[0]!;
      return [start.line, start.column];
    };
    const lines = text.split('\n');
    expect(await placeOf(lines.toSpliced(4, 0, '>>>>>>> main').join('\n'))).toEqual([5, 1]);
    expect(await placeOf(lines.with(3, '    { "rule": }').join('\n'))).toEqual([4, 5]);
    expect(await placeOf(text.replace('"version": 1', '"version": 3'))).toEqual([2, 3]);
  });

  test('a line of another rule or entry hides nothing', async () => {
    const root = await underBaseline();
    const { text, entries } = read(root);
    write(root, 'baseline.json', text.replaceAll('"rule":"wording/vague-time"', '"rule":"flow/sound"'));
    const { findings } = await lintOf(root);
    expect(findings.filter(({ rule }) => rule === 'wording/vague-time')).toHaveLength(
      entries.filter(({ rule }) => rule === 'wording/vague-time').length,
    );
  });

  test('a line for what is never hidden is an error', async () => {
    const root = await underBaseline();
    write(
      root,
      'baseline.json',
      read(root).text.replace('"rule":"wording/vague-time"', '"rule":"syntax/schema"'),
    );
    const { code, findings } = await lintOf(root);
    expect(code).toBe(1);
    expect(findings[0]!.message).toContain('"syntax/schema" cannot be hidden');
  });
});

test('a rule that is off leaves its lines alone', async () => {
  const root = await underBaseline();
  const { out } = await cli(['lint', '--root', root, '--rule', 'wording/vague-time=off', ...today]);
  expect(out).not.toMatch(/vague-time|no longer/);
});

test('`loopbook exceptions` lists comments, exceptions and the baseline, in both languages and for machines', async () => {
  const root = await underBaseline();
  const { entries } = read(root);
  const until = '2027-01-31';
  write(
    root,
    SOP,
    body(
      `Answer promptly.\n\nCall back promptly, and close the case.\n\nTell the guest immediately.\n\n{/* loopbook-disable-next-line wording/vague-time -- the phones come in January until ${until} */}\n\nReply promptly.`,
    ),
  );
  write(
    root,
    'exceptions.yaml',
    `exceptions:\n  - { rule: flow/sound, entity: "process:handle-request", reason: Under repair, owner: service-agent, approvedBy: service-manager, until: 2026-11-01 }\n`,
  );
  const { out } = await cli(['exceptions', '--root', root, ...today]);
  expect(out).toContain('Comments (1)');
  expect(out).toContain('until 2027-01-31, 70 days left');
  expect(out).toContain('the phones come in January');
  expect(out).toContain('ended 2026-11-01, 21 days ago');
  expect(out).toContain('service-agent, approved by service-manager');
  expect(out).toContain(`Baseline (${entries.length})`);
  expect(out).toContain('since 2026-11-22');
  const chinese = await cli(['exceptions', '--root', root, '--lang', 'zh-CN', ...today]);
  expect(chinese.out).toContain('至 2027-01-31，还有 70 天');
  expect(chinese.out).toContain('已于 2026-11-01 到期，过去 21 天');
  const json = JSON.parse((await cli(['exceptions', '--root', root, '--format', 'json', ...today])).out);
  expect(json.suppressions.map(({ kind }: { kind: string }) => kind)).toEqual([
    'comment',
    'exception',
    ...entries.map(() => 'baseline'),
  ]);
  expect(json.suppressions[0]).toMatchObject({ state: 'active', until, daysLeft: 70, hides: 1, file: SOP });
  expect(json.suppressions[1]).toMatchObject({
    state: 'expired',
    daysLeft: -21,
    owner: 'service-agent',
    hides: 0,
  });
});

test('where nothing is hidden, it says so', async () => {
  const { out } = await cli(['exceptions', '--root', handbookWith(), ...today]);
  expect(out).toBe('Nothing is hidden.\n');
});

test('SARIF carries what is hidden, and why', async () => {
  const root = await underBaseline();
  const { out } = await cli(['lint', '--root', root, '--format', 'sarif', ...today]);
  const { results } = JSON.parse(out).runs[0];
  expect(results).toHaveLength(read(root).entries.length);
  expect(results.every((each: { suppressions?: unknown[] }) => each.suppressions?.length === 1)).toBe(true);
});
