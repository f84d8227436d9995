import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type ReporterName, reporterNames } from '../../linter/report/reporters.ts';
import { cli, cliProcess, type Outcome, removeFolders } from '../cli/cli.ts';
import { repositoryWith, shallowClone, type TestRepository } from '../git/repository.ts';
import { sarifComplaints } from '../report/official-sarif.ts';
import { assertValid } from '../report/validity.ts';
import { ACCOUNTS, oldHandbook } from './old-handbook.ts';
import { newIn } from './read-report.ts';

/*
 * One story in one repository, from the first day to the merge; the checks that decide it run as processes of
 * their own, as a build runs them. Tests go on from what those before them left.
 */

const RIGHT = 'decision-rights/table-compensation.yaml';
const TARGET = 'standards/seat-wait.yaml';
const DELETED = 'standards/allergy-question.yaml';

/** What refers to the deleted standard, in files that the change does not touch. */
const BROKEN = [
  'references/resolves policies/inspections/service-walk.yaml:3',
  'references/resolves policies/processes/table-service.yaml:46',
  'references/resolves policies/sops/table-service.mdx:7',
  'references/resolves policies/training/first-week.yaml:9',
  'references/resolves policies/training/whole-house.yaml:5',
];

const files = oldHandbook();
const reports = mkdtempSync(join(tmpdir(), 'loopbook-story-'));
let repository: TestRepository;

beforeAll(() => {
  repository = repositoryWith(files);
});

afterAll(() => {
  removeFolders();
  rmSync(reports, { recursive: true, force: true });
});

/** Runs a command on the handbook. */
function loopbook(command: string, ...args: string[]) {
  return cli(argvFor(command, repository.root, args));
}

/** Runs a command as a build does. */
function inBuild({ top, root }: TestRepository, command: string, ...args: string[]) {
  return cliProcess(argvFor(command, root, args), { cwd: top });
}

/** Runs shall leave nothing in the cache of whoever tests. */
function argvFor(command: string, root: string, args: readonly string[]): string[] {
  const apart = command === 'lint' ? ['--no-cache'] : [];
  return [command, '--root', root, '--lang', 'en', ...apart, ...args];
}

interface JsonReport {
  summary: { errors: number };
  findings: { rule: string; new?: boolean }[];
  suppressed?: { suppression: { kind: string } }[];
  comparison?: { added: number; fixed: unknown[] };
}

/** The counts of a run: how it ended, what is found, hidden, new and fixed. */
async function counts(...args: string[]) {
  const { code, out } = await loopbook('lint', '--format', 'json', ...args);
  const { findings, suppressed = [], comparison } = JSON.parse(out) as JsonReport;
  const fresh = findings.filter((each) => each.new).length;
  return { code, found: findings.length, hidden: suppressed.length, fresh, fixed: comparison?.fixed.length };
}

interface JsonChange {
  effect: string;
  subject: string;
  message: string;
  digest: string;
  touches: Record<string, string[]>;
  approval: {
    needed: boolean;
    entitled: { role: string; handles: string[] }[];
    by?: { role: string; file: string };
    refused: { role: string; why: string }[];
  };
}

async function diff(...args: string[]) {
  const { code, out, err } = await loopbook('diff', 'main', '--format', 'json', ...args);
  expect(err).toBe('');
  const { changes, summary } = JSON.parse(out) as {
    changes: JsonChange[];
    summary: Record<string, number>;
  };
  return { code, changes, summary };
}

const FAIL_ON = ['--fail-on', 'weakens,widens-authority'];

/** The entry by which a role accepts a change, as `loopbook diff` prints it, with the reason that it leaves out. */
function entryFor({ digest, subject, effect, message }: JsonChange, reason: string) {
  return { change: digest, entity: subject, effect, says: message, date: '2026-11-22', reason };
}

const approvals = (...entries: ReturnType<typeof entryFor>[]) => stringify({ approvals: entries });

describe('the first day', { timeout: 120_000 }, () => {
  let old = 0;

  test('a thousand old findings', async () => {
    const first = await counts();
    old = first.found;
    expect(first).toMatchObject({ code: 1, hidden: 0 });
    expect(old).toBeGreaterThanOrEqual(1000);
    const { findings } = JSON.parse((await loopbook('lint', '--format', 'json')).out) as JsonReport;
    expect(new Set(findings.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(10);
  });

  test('go under a baseline, which says what it hides, and the check passes', async () => {
    const written = await loopbook('baseline');
    expect(written).toMatchObject({ code: 0, err: '' });
    expect(written.out).toBe(`baseline.json holds ${old} findings: ${old} added, 0 taken out.\n`);
    const { code, out } = await loopbook('lint');
    expect(code).toBe(0);
    expect(out).toContain(`${old} findings are hidden by baseline.json`);
    expect(await counts()).toMatchObject({ code: 0, found: 0, hidden: old });
  });

  test('CODEOWNERS is written, and is up to date until an owner changes', async () => {
    expect((await loopbook('codeowners', '--check')).code).toBe(1);
    expect((await loopbook('codeowners')).code).toBe(0);
    expect(await loopbook('codeowners', '--check')).toMatchObject({ code: 0, out: '' });
    const owners = readFileSync(join(repository.top, 'CODEOWNERS'), 'utf8');
    expect(owners).toMatch(/^\/policies\/standards\/allergy-question\.yaml @table\/kitchen/m);
    expect(owners).toMatch(/^\/policies\/decision-rights\/table-compensation\.yaml @table\/manager/m);
    expect(owners).toMatch(/^\/policies\/approvals\/floor-leader\.yaml @table\/floor/m);
    repository.write({ [TARGET]: files[TARGET]!.replace('owner: floor-leader', 'owner: chef') });
    expect((await loopbook('codeowners', '--check')).code).toBe(1);
    repository.write({ [TARGET]: files[TARGET]! });
    repository.commit({}, { message: 'Adopt the check' });
  });
});

describe('pull requests that owe nothing', { timeout: 120_000 }, () => {
  const rule = 'standards/terrace-table.yaml';
  const neighbour = 'standards/terrace-water.yaml';

  test('moved lines in an old file are nothing new', async () => {
    repository.git('switch', '--quiet', '--create', 'comment');
    const moved = `# Looked at in autumn.\n\n${files[rule]}# Not changed.\n`;
    repository.commit({ [rule]: moved });
    expect(await counts('--base', 'main')).toMatchObject({ code: 0, fresh: 0, fixed: 0 });
    expect(await counts()).toMatchObject({ code: 0 });
  });

  test('one old finding mended and one like it added is noticed', async () => {
    repository.git('switch', '--quiet', '--create', 'swap', 'main');
    const mended = files[rule]!.replace(' as soon as possible', '');
    const worse = files[neighbour]!.replace('promptly', 'promptly, as soon as possible,');
    repository.commit({ [rule]: mended, [neighbour]: worse });
    const swapped = await counts('--base', 'main');
    expect(swapped.code).toBe(1);
    expect(swapped.fresh).toBeGreaterThan(0);
    expect(swapped.fixed).toBeGreaterThan(0);
    expect((await counts()).code).toBe(1);
  });

  test('nor can the baseline learn what the same pull request brings', async () => {
    expect((await loopbook('baseline')).code).toBe(1);
    expect((await loopbook('baseline', '--grow')).code).toBe(0);
    repository.commit({});
    expect((await counts()).code).toBe(0);
    expect((await counts('--base', 'main')).code).toBe(1);
    const { changes } = await diff();
    expect(changes).toContainEqual(
      expect.objectContaining({ effect: 'weakens', subject: expect.stringContaining('baseline.json') }),
    );
  });
});

describe('a pull request raises a limit, loosens a target and deletes what others refer to', {
  timeout: 120_000,
}, () => {
  beforeAll(() => {
    repository.git('switch', '--quiet', '--create', 'change', 'main');
    repository.commit({
      [RIGHT]: files[RIGHT]!.replace('waiter, limit: 200 CNY', 'waiter, limit: 500 CNY'),
      [TARGET]: files[TARGET]!.replace('"<= 10 min"', '"<= 12 min"'),
      [DELETED]: null,
    });
  });

  describe('lint --base reports exactly the broken references', () => {
    const read = (name: ReporterName) => readFileSync(join(reports, `all.${name}`), 'utf8');
    let outcome: Outcome;

    beforeAll(() => {
      const formats = reporterNames.flatMap((name) => [
        '--format',
        `${name}=${join(reports, `all.${name}`)}`,
      ]);
      outcome = inBuild(repository, 'lint', '--base', 'main', ...formats);
    });

    test('and fails, with all formats from one run', () => {
      expect(outcome).toMatchObject({ code: 1, out: '' });
    });

    test.each(reporterNames)('as %s', (name) => {
      const text = read(name);
      assertValid[name](text);
      expect(newIn[name](text).sort()).toEqual(BROKEN);
    });

    test.each(reporterNames)('as %s on the standard output, which holds nothing else', async (name) => {
      const { code, out } = await loopbook('lint', '--base', 'main', '--format', name);
      expect(code).toBe(1);
      expect(out).toBe(read(name));
    });

    test('SARIF without error or warning of the official validator, the old findings as suppressed', () => {
      expect(sarifComplaints(read('sarif'))).toEqual([]);
      const [run] = JSON.parse(read('sarif')).runs;
      const hidden = run.results.filter((each: { suppressions?: unknown[] }) => each.suppressions?.length);
      expect(hidden.length).toBeGreaterThanOrEqual(1000);
      expect(run.results).toHaveLength(hidden.length + BROKEN.length);
    });

    test('the code quality report in the shape that GitLab checks', () => {
      const accepts = new Ajv().compile(CODE_QUALITY);
      expect(accepts(JSON.parse(read('gitlab'))), JSON.stringify(accepts.errors)).toBe(true);
      expect(accepts([{ description: 'Without a place', fingerprint: 'a', severity: 'major' }])).toBe(false);
    });
  });

  test('diff names exactly the three changes, gravest first, and fails', async () => {
    const { code, changes, summary } = await diff(...FAIL_ON);
    expect(code).toBe(1);
    expect(changes.map(({ effect, subject, message }) => [effect, subject, message])).toEqual([
      [
        'widens-authority',
        'decision-right:table-compensation#waiter',
        'Compensation at the table: Waiter may decide up to 500 CNY per table (was 200 CNY)',
      ],
      ['weakens', 'standard:allergy-question', 'The standard "Allergies first" was removed'],
      [
        'weakens',
        'standard:seat-wait',
        'Seated in time: target loosened from at most 10 min to at most 12 min',
      ],
    ]);
    expect(summary).toMatchObject({ total: 3, unapproved: 3 });
  });

  test('with who may approve each, by role and account, and what it touches', async () => {
    const { changes } = await diff(...FAIL_ON);
    const floor = { role: 'floor-leader', handles: [ACCOUNTS['floor-leader']] };
    const manager = { role: 'restaurant-manager', handles: [ACCOUNTS['restaurant-manager']] };
    const chef = { role: 'chef', handles: [ACCOUNTS.chef] };
    expect(changes.map(({ approval }) => approval.entitled)).toEqual([
      [floor, manager],
      [chef, manager],
      [floor, manager],
    ]);
    expect(changes[0]!.touches).toMatchObject({
      sops: ['sop:table-service'],
      trainings: expect.arrayContaining(['training:hard-tables']),
    });
    const { code, out } = inBuild(repository, 'diff', 'main', ...FAIL_ON);
    expect(code).toBe(1);
    expect(out).toContain('may approve: Floor leader (@table/floor) or Restaurant manager (@table/manager)');
    expect(out).toContain('may approve: Chef (@table/kitchen) or Restaurant manager (@table/manager)');
    expect(out).toContain('Approval missing: 3.');
    const comment = await loopbook('diff', 'main', ...FAIL_ON, '--format', 'markdown');
    expect(comment.code).toBe(1);
    for (const { digest } of changes) expect(comment.out).toContain(digest);
  });

  test('the entries it prints, one below the other, make the files that accept the changes', async () => {
    const { out } = await loopbook('diff', 'main', ...FAIL_ON);
    const entries = [...out.matchAll(/here (\S+), and gives the reason:\n((?: {6}.*\n)+)/g)];
    const written = new Map<string, string>();
    for (const [, file, lines] of entries) {
      const signed = lines!.replace(/^ {6}/gm, '').replace(/reason:$/m, 'reason: Agreed');
      written.set(file!, (written.get(file!) ?? '') + signed);
    }
    expect([...written.keys()].sort()).toEqual(['approvals/chef.yaml', 'approvals/floor-leader.yaml']);
    repository.write(Object.fromEntries(written));
    expect(await diff(...FAIL_ON)).toMatchObject({ code: 0, summary: { unapproved: 0 } });
    repository.write(Object.fromEntries([...written.keys()].map((file) => [file, null])));
  });

  test('says the same in Chinese', async () => {
    const { code, out } = await loopbook('diff', 'main', ...FAIL_ON, '--lang', 'zh-CN');
    expect(code).toBe(1);
    expect(out).toContain('桌边赔付：服务员的权限由 200 元提高到 500 元/桌');
    expect(out).toContain('缺少审批：3 处。');
  });

  test('approvals of the wrong role, or of the author, do not count', async () => {
    const { changes } = await diff(...FAIL_ON);
    const [raised] = changes as [JsonChange];
    repository.write({ 'approvals/waiter.yaml': approvals(entryFor(raised, 'We need it')) });
    const own = await diff(...FAIL_ON);
    expect(own.code).toBe(1);
    expect(own.changes[0]!.approval.refused).toMatchObject([{ role: 'waiter', why: 'own-authority' }]);
    repository.write({
      'approvals/waiter.yaml': null,
      'approvals/floor-leader.yaml': approvals(entryFor(raised, 'We need it')),
    });
    const author = await diff(...FAIL_ON, '--author', ACCOUNTS['floor-leader']);
    expect(author.changes[0]!.approval.refused).toMatchObject([{ role: 'floor-leader', why: 'own-change' }]);
  });

  test('with the reference mended and both changes accepted, everything passes', async () => {
    // The standard comes back under a better name; the old one still leads to it.
    const renamed = `${files[DELETED]}aliases: [allergy-question]\n`;
    repository.write({ 'standards/allergies-first.yaml': renamed, 'approvals/floor-leader.yaml': null });
    const { changes } = await diff(...FAIL_ON);
    expect(changes.map(({ effect, subject }) => [effect, subject])).toEqual([
      ['widens-authority', 'decision-right:table-compensation#waiter'],
      ['weakens', 'standard:seat-wait'],
      ['changes', 'standard:allergies-first'],
      ['editorial', 'standard:allergies-first'],
    ]);
    const [raised, loosened] = changes as [JsonChange, JsonChange];
    repository.commit({
      'approvals/floor-leader.yaml': approvals(
        entryFor(loosened, 'Twelve minutes until the terrace is built'),
      ),
      'approvals/restaurant-manager.yaml': approvals(
        entryFor(raised, 'Nine settlements in ten are below it'),
      ),
    });
    const accepted = await diff(...FAIL_ON);
    expect(accepted.code).toBe(0);
    expect(accepted.changes.flatMap(({ approval }) => approval.by?.role ?? [])).toEqual([
      'restaurant-manager',
      'floor-leader',
    ]);
    expect(inBuild(repository, 'diff', 'main', 'HEAD', ...FAIL_ON).code).toBe(0);
    expect(inBuild(repository, 'lint', '--base', 'main').code).toBe(0);
    expect(await counts('--base', 'main')).toMatchObject({ code: 0, found: 0, fresh: 0 });
    expect(await counts()).toMatchObject({ code: 0, found: 0 });
    expect(parse(readFileSync(join(repository.root, RIGHT), 'utf8')).grants[0].limit).toBe('500 CNY');
  });

  test('CODEOWNERS has to follow, and then passes, too', async () => {
    expect((await loopbook('codeowners', '--check')).code).toBe(1);
    expect((await loopbook('codeowners')).code).toBe(0);
    repository.commit({});
    expect((await loopbook('codeowners', '--check')).code).toBe(0);
  });

  test('an approved change does not pass further than it was approved', async () => {
    const more = files[RIGHT]!.replace('waiter, limit: 200 CNY', 'waiter, limit: 501 CNY');
    repository.write({ [RIGHT]: more });
    expect((await diff(...FAIL_ON)).code).toBe(1);
    repository.git('checkout', '--quiet', '--', '.');
  });

  test('a shallow clone is an error that says what to do, never a pass', () => {
    const clone = shallowClone(repository);
    const runs = [
      inBuild(clone, 'lint', '--base', 'origin/main'),
      inBuild(clone, 'diff', 'origin/main', ...FAIL_ON),
    ];
    for (const { code, out, err } of runs) {
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/shallow clone.*git fetch --unshallow.*fetch-depth: 0/);
    }
  });
});

test('merged, the main branch is clean', { timeout: 60_000 }, async () => {
  repository.git('switch', '--quiet', 'main');
  repository.git('merge', '--quiet', '--no-ff', '--no-edit', 'change');
  expect(await counts()).toMatchObject({ code: 0, found: 0 });
  expect((await diff(...FAIL_ON)).changes).toEqual([]);
});

/** What GitLab's server checks of a code quality report, and what its documentation demands beyond that. */
const CODE_QUALITY = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string' },
      check_name: { type: 'string' },
      fingerprint: { type: 'string' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer' } } },
        },
      },
    },
  },
};
