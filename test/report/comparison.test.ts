import { describe, expect, test } from 'vitest';
import type { Finding, LintResult, Severity } from '../../linter/model/finding.ts';
import { comparedLine } from '../../linter/report/comparison.ts';
import { reporters } from '../../linter/report/reporters.ts';

const start = { line: 1, column: 1, offset: 0 };

function finding(fingerprint: string, severity: Severity = 'error'): Finding {
  const message = `Finding ${fingerprint}.`;
  return {
    rule: 'ownership/owner',
    severity,
    message,
    messageId: 'none',
    file: 'roles/a.yaml',
    start,
    end: start,
    fingerprint,
  };
}

const result: LintResult = {
  files: 3,
  findings: [finding('old'), finding('new'), finding('broken'), finding('older', 'warning')],
  suppressed: [],
  comparison: {
    base: 'origin/main',
    added: new Set(['new']),
    neverOld: new Set(['broken']),
    fixed: [finding('mended')],
  },
  notices: [],
};

const context = {
  lang: 'en',
  colour: false,
  source: () => undefined,
  version: '1.0.0',
  prefix: '',
  rule: () => undefined,
} as const;

test('the line of a comparison, in both languages', () => {
  expect(comparedLine(result, 'en')).toBe(
    '✖ Since "origin/main": 2 errors; older and not counted: 2; fixed: 1.',
  );
  expect(comparedLine(result, 'zh-CN')).toBe(
    '✖ 与“origin/main”相比：2 个错误；原有、不计入：2 个；已修复：1 个。',
  );
  const clean = { ...result, findings: result.findings.filter(({ fingerprint }) => /old/.test(fingerprint)) };
  expect(comparedLine(clean, 'en')).toBe(
    '✔ Since "origin/main": nothing new; older and not counted: 2; fixed: 1.',
  );
  const warned = { ...result, findings: [finding('new', 'warning')] };
  expect(comparedLine(warned, 'en')).toMatch(/^⚠ Since "origin\/main": 1 warning;/);
  const { comparison: _, ...alone } = result;
  expect(comparedLine(alone, 'en')).toBeUndefined();
});

describe('what does not count', () => {
  test.each(['pretty', 'github', 'junit', 'checkstyle', 'markdown'] as const)('is not in %s', (name) => {
    const text = reporters[name].render(result, context);
    expect(text).toContain('Finding new.');
    expect(text).toContain('Finding broken.');
    expect(text).not.toMatch(/Finding old/);
    expect(text).not.toContain('Finding mended.');
  });

  test.each(['json', 'sarif', 'gitlab'] as const)('is in %s, whose readers tell it apart', (name) => {
    const text = reporters[name].render(result, context);
    expect(text).toContain('Finding old.');
    expect(text).toContain('Finding new.');
  });
});
