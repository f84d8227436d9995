import { expect } from 'vitest';
import type { Finding } from '../../linter/model/finding.ts';
import { handbookWith, report } from '../cli/cli.ts';
import type { MemoryFiles } from '../support/handbook.ts';

/** A finding by its place, what the range covers, and its words. */
export interface Shown {
  at: string;
  rule: string;
  en: string;
  zh: string;
}

/** A tool that has no finding, with more lines after its own four. */
export const tool = (more = '') =>
  `name: Case log\nowner: service-manager\ntype: ticketing\npurpose: Holds every request.\n${more}`;

/** An SOP whose body begins on line 16. */
export const sop = (body: string) =>
  [
    '---',
    'name: Verify a guest',
    'owner: service-manager',
    'roles: [service-agent]',
    'process: handle-request',
    'standards: [reply-time]',
    'decisions: [compensation]',
    'keywords: { en: [verify], zh-CN: [核对] }',
    'version: "1.0"',
    'effective: 2026-09-01',
    'author: service-manager',
    'approvedBy: general-manager',
    'reviewEvery: 365 d',
    'reviewed: 2026-09-01',
    '---',
    body,
  ].join('\n');

/**
 * Lints the base handbook with these files in both languages and returns what stands before all rules
 * (`syntax/…`), or what the rules asked for say. Asserts what holds for every input: an exit code that fits, one
 * JSON document, and no trace of a stack anywhere.
 */
export async function findingsOf(files: MemoryFiles, rules: RegExp = /^syntax\//): Promise<Shown[]> {
  return findingsIn(handbookWith(files), rules);
}

export async function findingsIn(root: string, rules: RegExp = /^syntax\//): Promise<Shown[]> {
  const today = ['--today', '2026-11-22'];
  const english = await report(root, [...today, '--lang', 'en']);
  const chinese = await report(root, [...today, '--lang', 'zh-CN']);
  for (const { code, out, err, summary } of [english, chinese]) {
    expect(err).toBe('');
    expect(out).not.toMatch(/ {4}at |node:internal|RangeError|TypeError|crash/);
    expect(code).toBe(summary.errors > 0 ? 1 : 0);
  }
  expect(chinese.findings.map(({ fingerprint }) => fingerprint)).toEqual(
    english.findings.map(({ fingerprint }) => fingerprint),
  );
  return english.findings
    .map((finding, index) => shown(finding, chinese.findings[index]!.message))
    .filter(({ rule, en, zh }) => {
      expect([en, zh].join()).not.toMatch(/\{\w+\}|undefined|\[object/);
      return rules.test(rule);
    });
}

function shown({ file, start, end, rule, message }: Finding, zh: string): Shown {
  return {
    at: `${file}:${start.line}:${start.column}-${end.line}:${end.column}`,
    rule,
    en: message,
    zh,
  };
}
