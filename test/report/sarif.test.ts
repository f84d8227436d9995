import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { sarif } from '../../linter/report/sarif.ts';
import { findingOn } from './findings.ts';
import { contextOf, EMPTY, HOSTILE, hostileResult, SOURCE } from './hostile.ts';
import { sarifComplaints } from './official-sarif.ts';

const page = {
  summary: 'Require it.',
  why: 'It helps.',
  text: '# flow/step-measured\n',
  severity: 'error',
} as const;

test.each([
  ['an empty result', EMPTY],
  ['a result with everything', hostileResult(['verify', 'answer'])],
  ['hostile texts', hostileResult()],
])('the official validator has no error and no warning on %s', (_, result) => {
  expect(sarifComplaints(sarif(result, contextOf({ rule: () => page })))).toEqual([]);
});

test('the validator is one that complains', () => {
  const log = JSON.parse(sarif(hostileResult(), contextOf()));
  log.runs[0].results[0].ruleIndex = 999;
  expect(sarifComplaints(JSON.stringify(log)).join()).toContain('ruleIndex');
});

test('names files from the repository, percent-encoded, and tells what became of each finding', () => {
  const file = 'roles/服务员 #1%?.yaml';
  const known = findingOn(SOURCE, 'verify', { file, fingerprint: 'a' });
  const added = findingOn(SOURCE, '及时', { fingerprint: 'b', severity: 'info' });
  const fixed = findingOn(SOURCE, 'name', { fingerprint: 'c' });
  const log = JSON.parse(
    sarif(
      {
        files: 1,
        findings: [known, added],
        suppressed: [
          {
            ...known,
            fingerprint: 'd',
            suppression: {
              kind: 'comment',
              reason: 'Agreed.',
              at: known && { file, start: known.start, end: known.end },
            },
          },
          { ...known, fingerprint: 'e', suppression: { kind: 'baseline' } },
        ],
        comparison: { base: 'main', added: new Set(['b']), fixed: [fixed] },
        notices: ['History is cut.'],
      },
      contextOf({ rule: () => page }),
    ),
  ) as Log;
  const [run] = log.runs;
  const place = run!.results![0]!.locations![0]!.physicalLocation!;
  expect(place.artifactLocation).toEqual({
    uri: 'policies/roles/%E6%9C%8D%E5%8A%A1%E5%91%98%20%231%25%3F.yaml',
    uriBaseId: '%SRCROOT%',
  });
  expect(place.region).toEqual({ startLine: 3, startColumn: 9, endLine: 3, endColumn: 15 });
  expect(
    run!.results!.map(({ partialFingerprints, level, baselineState, suppressions }) => [
      partialFingerprints!['loopbook/v1'],
      level,
      baselineState,
      suppressions!.map(({ kind, justification }) => [kind, justification]),
    ]),
  ).toEqual([
    ['a', 'error', 'unchanged', []],
    ['b', 'note', 'new', []],
    ['d', 'error', 'unchanged', [['inSource', 'Agreed.']]],
    ['e', 'error', 'unchanged', [['external', 'in the baseline']]],
    ['c', 'error', 'absent', []],
  ]);
  expect(run!.columnKind).toBe('utf16CodeUnits');
  expect(run!.invocations![0]!.toolExecutionNotifications!.map(({ message }) => message.text)).toEqual([
    'History is cut.',
  ]);
  expect(run!.tool.driver.rules![0]).toMatchObject({
    id: 'flow/step-measured',
    shortDescription: { text: 'Require it.' },
    help: { markdown: '# flow/step-measured\n' },
    defaultConfiguration: { level: 'error' },
  });
});

test('a fix replaces what it replaces in the file without its byte order mark', () => {
  const finding = findingOn(SOURCE, 'verify', {
    fix: { description: 'Cut.', edits: [{ file: 'a.yaml', start: 1, end: 3, text: '' }] },
  });
  const context = contextOf({ source: () => `\ufeff${SOURCE}` });
  const log = JSON.parse(sarif({ ...EMPTY, findings: [finding] }, context)) as Log;
  expect(log.runs[0]!.results![0]!.fixes![0]!.artifactChanges[0]!.replacements[0]!.deletedRegion).toEqual({
    charOffset: 0,
    charLength: 2,
  });
});

test('a link or a placeholder in a text is none', () => {
  const message = HOSTILE.find((text) => text.startsWith('[text](1)'))!;
  const log = JSON.parse(
    sarif({ ...EMPTY, findings: [findingOn(SOURCE, 'verify', { message })] }, contextOf()),
  );
  expect(log.runs[0].results[0].message.text).not.toMatch(/[^\\]\]\(|(?<!\{)\{\d/);
});
