import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRule, refusal } from '../../linter/tools/new-rule.ts';

const repository = resolve(import.meta.dirname, '../..');
const id = 'wording/unfinished-entry';
let copy: string;

/** The parts of the repository that the rules and their tests need, in a folder of their own. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'loopbook-new-rule-'));
  for (const path of [
    'linter',
    'schemas',
    'test/rules',
    'test/support',
    'package.json',
    'tsconfig.json',
    'biome.json',
  ]) {
    cpSync(join(repository, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('a new rule passes the tests of the rule set as it is', { timeout: 120_000 }, () => {
  expect(createRule(copy, id)).toEqual([
    `linter/rules/${id}.ts`,
    `linter/rules/${id}.md`,
    'linter/rules/registry.gen.ts',
  ]);
  expect(readFileSync(join(copy, 'linter/rules/registry.gen.ts'), 'utf8')).toContain(`id: '${id}'`);
  const only = ['-t', `${id}|registry is fresh`, '--reporter=json', '--outputFile=report.json'];
  run('vitest/vitest.mjs', 'run', 'test/rules/examples.test.ts', 'test/rules/set.test.ts', ...only);
  const { success, numPassedTests } = JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8'));
  expect(success).toBe(true);
  // Four examples, their edits, the remedies announced, the tests of the set and the registry.
  expect(numPassedTests).toBeGreaterThan(12);
});

test('a new rule is formatted and typed as the others', { timeout: 120_000 }, () => {
  const file = `linter/rules/${id}.ts`;
  run('@biomejs/biome/bin/biome', 'check', '--vcs-enabled=false', file);
  run(
    'typescript/bin/tsc',
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--target',
    'es2024',
    '--module',
    'nodenext',
    '--allowImportingTsExtensions',
    '--resolveJsonModule',
    file,
  );
});

test.each([
  ['', /expected theme\/name/],
  ['vague-time', /expected theme\/name/],
  ['wording/vague/time', /expected theme\/name/],
  ['wordings/new', /no theme "wordings"; did you mean "wording"\?/],
  ['base/new', /no theme "base"/],
  ['wording/Vague_Time', /lower-case words/],
  ['wording/../../etc', /expected theme\/name/],
  ['wording/..', /lower-case words/],
  ['wording/vague-time', /vague-time\.ts exists already/],
])('refuses %j', (name, reason) => {
  expect(refusal(repository, name)).toMatch(reason);
  expect(() => createRule(repository, name)).toThrow(reason);
});

function run(script: string, ...options: string[]): string {
  return execFileSync(process.execPath, [join(repository, 'node_modules', script), ...options], {
    cwd: copy,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, VITEST: undefined, NODE_ENV: undefined },
  });
}
