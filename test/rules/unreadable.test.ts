import { describe, expect, test } from 'vitest';
import { registry } from '../../linter/rules/registry.gen.ts';
import { baseFiles, lintMemory } from '../support/handbook.ts';

const themes = /^(?:authority|people|awareness|inspection)\//;
const rules = registry.filter(({ id }) => themes.test(id));

/** What these rules say once a file of the base handbook is changed. */
function findingsAfter(file: string, change: (text: string) => string): string[] {
  const files = baseFiles();
  const before = files[file]!;
  const after = change(before);
  expect(after).not.toBe(before);
  const findings = lintMemory({ ...files, [file]: after }, { rules });
  expect(findings.some(({ rule }) => rule.startsWith('syntax/'))).toBe(true);
  return findings
    .filter(({ rule }) => themes.test(rule))
    .map(({ rule, message }) => `${rule}: ${message.en}`);
}

describe('a slip in one file', () => {
  const slips: [string, string, (text: string) => string][] = [
    ['a list left open in a training', 'training/service-awareness.yaml', (text) => text.replace(']', '')],
    ['a misspelt field of a training', 'training/first-weeks.yaml', (text) => text.replace('aims:', 'ams:')],
    [
      'a misspelt field of a role',
      'roles/service-manager.yaml',
      (text) => text.replace('behaviours', 'behaviors'),
    ],
    ['a misspelt field of a unit', 'units/head-office.yaml', (text) => text.replace('serves:', 'server:')],
    [
      'a misspelt field of an incentive',
      'incentives/service-appraisal.yaml',
      (text) => text.replace('weights', 'weight'),
    ],
    [
      'a misspelt field of an inspection',
      'inspections/case-review.yaml',
      (text) => text.replace('every:', 'evry:'),
    ],
    [
      'a basis that no limit has',
      'decision-rights/compensation.yaml',
      (text) => text.replace('500 CNY, per: case', '500 CNY, per: visitation'),
    ],
    [
      'a misspelt limit',
      'decision-rights/compensation.yaml',
      (text) => text.replace('limit: 500', 'limits: 500'),
    ],
    [
      'a tab in an inspection',
      'inspections/case-review.yaml',
      (text) => text.replace('  within', '\twithin'),
    ],
  ];

  test.each(slips)('is told once: %s', (_, file, change) => {
    expect(findingsAfter(file, change)).toEqual([]);
  });
});
