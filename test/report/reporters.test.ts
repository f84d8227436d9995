import { describe, expect, test } from 'vitest';
import type { LintResult } from '../../linter/model/finding.ts';
import { reporterNames, reporters } from '../../linter/report/reporters.ts';
import { findingOn } from './findings.ts';
import { contextOf, EMPTY, HOSTILE, hostileResult, SOURCE } from './hostile.ts';
import { assertValid } from './validity.ts';

describe.each(reporterNames)('%s', (name) => {
  const { render } = reporters[name];

  test('is valid for nothing at all', () => {
    for (const lang of ['en', 'zh-CN'] as const) assertValid[name](render(EMPTY, contextOf({ lang })));
  });

  test('is valid for hostile texts, together and one by one, in both languages', () => {
    for (const lang of ['en', 'zh-CN'] as const) {
      assertValid[name](render(hostileResult(), contextOf({ lang })));
      for (const text of HOSTILE)
        assertValid[name](render(hostileResult([text]), contextOf({ lang, prefix: '' })));
    }
  });

  test('is the same for the same result', () => {
    expect(render(hostileResult(), contextOf())).toBe(render(hostileResult(), contextOf()));
  });

  test('holds what it can of a hundred thousand findings more, and says what it left out', () => {
    const finding = findingOn(SOURCE, 'verify');
    const findings = Array.from({ length: 200_000 }, (_, index) => ({
      ...finding,
      severity: index % 2 === 0 ? ('warning' as const) : ('error' as const),
      fingerprint: index.toString(16).padStart(16, '0'),
    }));
    const result: LintResult = { ...EMPTY, files: 3, findings };
    const text = render(result, contextOf());
    expect(text.length).toBeLessThan(120_000_000);
    expect(text).toMatch(/more findings are not in this report|more that are not listed|"omitted": 100000/);
  });
});
