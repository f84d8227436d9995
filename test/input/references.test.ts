import { afterAll, describe, expect, test } from 'vitest';
import { removeFolders } from '../cli/cli.ts';
import { baseFiles, type MemoryFiles } from '../support/handbook.ts';
import { findingsOf, sop, tool } from './input.ts';

afterAll(removeFolders);

/** A file of the base handbook with a part replaced. */
function edited(path: string, part: string | RegExp, by: string): MemoryFiles {
  const text = baseFiles()[path]!;
  const changed = text.replace(part, by);
  if (changed === text) throw new Error(`nothing to replace in ${path}`);
  return { [path]: changed };
}

/** Places and rules of what is wrong with references; the rules’ own pages hold the words. */
async function referencesIn(files: MemoryFiles): Promise<string[]> {
  const found = await findingsOf(files, /^(references|flow\/sound|authority\/ladder|syntax)/);
  return found.map(({ at, rule }) => `${at} ${rule}`);
}

const duty = 'roles/duty-manager.yaml';
const agent = 'roles/service-agent.yaml';
const centre = 'units/service-centre.yaml';
const office = 'units/head-office.yaml';
const under = (path: string, parent: string) => ({
  [path]: `${baseFiles()[path]!.replace(/^parent: .*\n/m, '')}parent: ${parent}\n`,
});

describe('references', () => {
  test.each([
    [
      'to nothing',
      { 'tools/a.yaml': tool().replace('service-manager', 'nobody') },
      ['tools/a.yaml:2:8-2:14'],
    ],
    [
      'to the wrong kind',
      { 'tools/a.yaml': tool().replace('service-manager', 'metric:nps') },
      ['tools/a.yaml:2:8-2:18'],
    ],
    [
      'to an unknown kind',
      { 'tools/a.yaml': tool().replace('service-manager', 'rol:x') },
      ['tools/a.yaml:2:8-2:13'],
    ],
    [
      'to a property of every object',
      { 'tools/a.yaml': tool().replace('service-manager', '__proto__') },
      ['tools/a.yaml:2:8-2:17'],
    ],
    [
      'from a key with signs that pointers escape',
      edited('incentives/service-appraisal.yaml', 'reply-time: 40', 'metric:a/b~c: 40'),
      ['incentives/service-appraisal.yaml:5:21-5:33'],
    ],
    [
      'from such a key of the settings',
      {
        'loopbook.yaml':
          'title: t\nlocales: [en, zh-CN]\ntoday: 2026-11-22\napprovals: { roles: { a/b~c: ["@a"] } }\n',
      },
      ['loopbook.yaml:4:23-4:28'],
    ],
    ['from a component', { 'sops/a.mdx': sop('好 <Role id="nobody" />') }, ['sops/a.mdx:16:13-16:19']],
    ['from a link', { 'sops/a.mdx': sop('好 [x](metric:none)') }, ['sops/a.mdx:16:7-16:18']],
  ])('%s', async (_, files, places) => {
    const found = await findingsOf(files);
    const resolved = await findingsOf(files, /^references\/resolves$/);
    expect([...found, ...resolved].map(({ at }) => at)).toEqual(places);
  });

  test('an id twice, in folders below', async () => {
    const files = { 'roles/night/duty-manager.yaml': baseFiles()[duty]! };
    expect(await referencesIn(files)).toEqual(['roles/night/duty-manager.yaml:1:7-1:40 references/id']);
  });

  test('ids that differ in capitals only', async () => {
    const files = { 'tools/Case-log.yaml': baseFiles()['tools/case-log.yaml']! };
    expect(await referencesIn(files)).toEqual([
      expect.stringMatching(/^tools\/(Case|case)-log\.yaml:1:.* references\/id$/),
    ]);
  });

  test.each(['my tool', '工具', '$(rm -rf x)', 'a;b', 'Tool_1', "it's", '-a', 'a--b', '%2e%2e'])(
    'a file named %s',
    async (name) => {
      expect(await referencesIn({ [`tools/${name}.yaml`]: tool() })).toEqual([
        `tools/${name}.yaml:1:7-1:15 references/id`,
      ]);
    },
  );
});

describe('circles', () => {
  test.each<[string, MemoryFiles, string[]]>([
    [
      'a role that reports to itself',
      edited(duty, /^reportsTo: .*/m, 'reportsTo: duty-manager'),
      ['references/circle'],
    ],
    [
      'two roles that report to each other',
      {
        ...edited(duty, /^reportsTo: .*/m, 'reportsTo: service-agent'),
        ...edited(agent, 'reportsTo: duty-manager', 'reportsTo: "duty-manager"'),
      },
      ['references/circle'],
    ],
    ['a unit in itself', under(office, 'head-office'), ['references/circle']],
    [
      'two units in each other',
      { ...under(office, 'service-centre'), ...under(centre, 'head-office') },
      ['references/circle'],
    ],
    [
      'an escalation that comes back',
      edited('decision-rights/compensation.yaml', 'escalate: general-manager', 'escalate: service-agent'),
      ['authority/ladder'],
    ],
    [
      'a step that follows itself',
      edited('processes/handle-request.yaml', 'next: end', 'next: close'),
      ['flow/sound'],
    ],
    [
      'steps without an end',
      edited('processes/handle-request.yaml', 'next: end', 'next: ask'),
      ['flow/sound'],
    ],
  ])('%s', async (_, files, rules) => {
    const found = await referencesIn(files);
    expect([...new Set(found.map((line) => line.split(' ')[1]))]).toEqual(rules);
    for (const line of found) expect(Object.keys(files)).toContain(line.split(':')[0]);
  });

  test('a chain of two thousand roles', async () => {
    const role = baseFiles()[agent]!;
    const files = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [
        `roles/r${i}.yaml`,
        role.replace(/^reportsTo: .*/m, `reportsTo: r${(i + 1) % 2000}`),
      ]),
    );
    expect((await findingsOf(files, /^references\//)).length).toBeGreaterThan(0);
  });
});
