import { describe, expect, test } from 'vitest';
import { lint, suppressionsOf } from '../../linter/engine/lint.ts';
import type { Language } from '../../linter/model/message.ts';
import { registry } from '../../linter/rules/registry.gen.ts';
import { baseFiles, handbookOf, type MemoryFiles } from '../support/handbook.ts';

const FILE = 'processes/handle-request.yaml';

interface Written {
  rule?: string;
  entity?: string;
  reason?: string;
  owner?: string;
  approvedBy?: string;
  until?: string;
}

const good: Required<Written> = {
  rule: 'flow/step-measured',
  entity: 'process:handle-request#note',
  reason: '{ en: The new system comes in March, zh-CN: 新系统三月上线 }',
  owner: 'service-agent',
  approvedBy: 'service-manager',
  until: '2027-03-31',
};

/** The base with a step that nothing measures, and exceptions. */
function files(...written: Written[]): MemoryFiles {
  const lines = written.map((each) => {
    const fields = Object.entries({ ...good, ...each }).map(([name, value]) => `    ${name}: ${value}\n`);
    return `  -\n${fields.join('')}`;
  });
  const step = `  - { id: note, lane: frontstage, role: service-agent, do: Note the request, next: ${firstStep()} }\n`;
  const process = baseFiles()[FILE]!.replace(/^steps:\n/m, `steps:\n${step}`);
  return {
    ...baseFiles(),
    [FILE]: process,
    ...(written.length > 0 && { 'exceptions.yaml': `exceptions:\n${lines.join('')}` }),
  };
}

function firstStep(): string {
  return /- \{? ?id: ([\w-]+)/.exec(baseFiles()[FILE]!)![1]!;
}

function run(own: MemoryFiles, language: Language = 'en') {
  const handbook = handbookOf(own);
  const { findings, suppressed } = lint(handbook, { language, registry });
  const watched = findings.filter(({ rule }) =>
    /^(?:syntax\/|references\/resolves|flow\/step-measured)/.test(rule),
  );
  return {
    open: watched.map(({ messageId, file, start, end }) => [
      messageId,
      handbook.files.get(file)?.text?.slice(start.offset, end.offset),
    ]),
    messages: watched.map(({ message }) => message),
    hidden: suppressed.map(({ rule, suppression }) => ({ rule, ...suppression })),
    entries: suppressionsOf(handbook, { language, registry }),
  };
}

const finding = ['unmeasured', 'note'];

test('without an exception the step is a finding', () => expect(run(files()).open).toEqual([finding]));

test('an exception that is signed hides it, and says who and how long', () => {
  const { open, hidden, entries } = run(files({}));
  expect(open).toEqual([]);
  expect(hidden).toEqual([
    expect.objectContaining({
      rule: 'flow/step-measured',
      kind: 'exception',
      reason: 'The new system comes in March',
      until: '2027-03-31',
    }),
  ]);
  expect(hidden[0]!.at).toMatchObject({ file: 'exceptions.yaml', start: { line: 3, column: 5 } });
  expect(entries).toEqual([
    expect.objectContaining({
      kind: 'exception',
      state: 'active',
      entity: 'process:handle-request#note',
      owner: 'service-agent',
      approvedBy: 'service-manager',
      daysLeft: 129,
      hides: 1,
    }),
  ]);
  expect(run(files({}), 'zh-CN').hidden[0]!.reason).toBe('新系统三月上线');
});

test('an exception for the whole entry hides what its parts have', () => {
  expect(run(files({ entity: 'process:handle-request' })).open).toEqual([]);
});

test('an exception for another part hides nothing', () => {
  const other = `process:handle-request#${firstStep()}`;
  expect(run(files({ entity: other })).open).toEqual([['unused', 'flow/step-measured'], finding]);
});

describe('whose signature counts', () => {
  test.each([
    ['the owner of the entry', 'quality-lead', 'service-manager', []],
    ['a role above the one that asks', 'service-agent', 'general-manager', []],
    ['right above', 'service-agent', 'duty-manager', []],
    ['not the one that asks', 'service-agent', 'service-agent', [['selfApproved', 'service-agent']]],
    [
      'not even the owner, where it asks',
      'service-manager',
      'service-manager',
      [['selfApproved', 'service-manager']],
    ],
    ['not a role beside', 'service-agent', 'quality-lead', [['notEntitled', 'quality-lead']]],
    ['not a role below', 'service-manager', 'service-agent', [['notEntitled', 'service-agent']]],
  ])('%s', (_, owner, approvedBy, expected) => {
    const { open } = run(files({ owner, approvedBy }));
    expect(open).toEqual(expected.length > 0 ? [...expected, finding] : []);
  });

  test('the finding names who may', () => {
    const own = files({ approvedBy: 'quality-lead' });
    expect(run(own).messages[0]).toBe(
      '"quality-lead" may not approve this exception, so nothing is hidden; expected the owner of "process:handle-request" (service-manager) or a role above "service-agent". Have one of them approve it.',
    );
    expect(run(own, 'zh-CN').messages[0]).toBe(
      '“quality-lead”无权批准此例外，因此不起作用，应由“process:handle-request”的负责岗位（service-manager）或“service-agent”的上级岗位批准；请由其批准。',
    );
  });
});

describe('what is wrong with an exception is a finding with its place, and hides nothing', () => {
  test.each<[string, Written, string, string]>([
    ['a rule that does not exist', { rule: 'flow/step-mesured' }, 'unknownRule', 'flow/step-mesured'],
    ['a rule that is never hidden', { rule: 'references/resolves' }, 'notHideable', 'references/resolves'],
    [
      'an entry that does not exist',
      { entity: 'process:handle-requests' },
      'missing',
      'process:handle-requests',
    ],
    [
      'a part that does not exist',
      { entity: 'process:handle-request#nota' },
      'unknownEntity',
      'process:handle-request#nota',
    ],
    ['an owner that does not exist', { owner: 'service-agnt' }, 'missing', 'service-agnt'],
    ['an approver that does not exist', { approvedBy: 'nobody' }, 'missing', 'nobody'],
    ['a date that has passed', { until: '2026-11-21' }, 'expired', '2026-11-21'],
    ['a date too far ahead', { until: '2028-01-01' }, 'tooFar', '2028-01-01'],
  ])('%s', (_, written, messageId, quoted) => {
    expect(run(files(written)).open).toEqual([[messageId, quoted], finding]);
  });

  test.each(['rule', 'entity', 'reason', 'owner', 'approvedBy', 'until'])('without %s', (field) => {
    const own = files({});
    own['exceptions.yaml'] = String(own['exceptions.yaml']).replace(
      new RegExp(`^    ${field}: .*\\n`, 'm'),
      '',
    );
    const { open, hidden } = run(own);
    expect(open.map(([messageId]) => messageId)).toEqual(['required', 'unmeasured']);
    expect(hidden).toEqual([]);
  });

  test('a file that is no list of exceptions', () => {
    expect(run({ ...files(), 'exceptions.yaml': 'exceptions: none\n' }).open.map(([id]) => id)).toEqual([
      'typeList',
      'unmeasured',
    ]);
    expect(run({ ...files(), 'exceptions.yaml': '' }).open.map(([id]) => id)).toEqual([
      'empty',
      'unmeasured',
    ]);
  });
});

test('roles that report to one another in a circle do not approve for ever', () => {
  const own = files({ owner: 'service-agent', approvedBy: 'quality-lead' });
  own['roles/general-manager.yaml'] = `${own['roles/general-manager.yaml']}reportsTo: service-agent\n`;
  expect(run(own).open[0]).toEqual(['notEntitled', 'quality-lead']);
});
