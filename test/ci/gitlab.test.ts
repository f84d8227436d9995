import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { removeFolders } from '../cli/cli.ts';
import { assertValid } from '../report/validity.ts';
import { installedLoopbook, packageRoot, pullRequest, runScript } from './shell.ts';

afterAll(removeFolders);

const job = parse(readFileSync(join(packageRoot, 'integrations/gitlab-ci.yml'), 'utf8')).loopbook;
const reports = job.artifacts.reports as { codequality: string; junit: string };

/** Runs the job's script as a GitLab runner does: one shell, the job's variables, at the top of the clone. */
function runJob(clone: string, env: Record<string, string>) {
  return runScript(['sh', '-ec'], job.script.join('\n'), {
    cwd: clone,
    env: { CI: 'true', GITLAB_CI: 'true', ...job.variables, ...env },
    path: [installedLoopbook()],
  });
}

describe('on a merge request', () => {
  const { origin, clone } = pullRequest();
  const base = origin.git('rev-parse', 'main').trim();
  const { code, out } = runJob(clone, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
  const read = (name: string) => readFileSync(join(clone, name), 'utf8');

  test('fails for what is new', () => {
    expect(code).toBe(1);
    expect(out).toContain('case-log');
  });

  test('the code quality report is one, with places from the top of the repository', () => {
    assertValid.gitlab(read(reports.codequality));
    const entries = JSON.parse(read(reports.codequality)) as Record<string, unknown>[];
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        description: expect.any(String),
        check_name: expect.any(String),
        fingerprint: expect.any(String),
        severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
        location: { path: expect.stringMatching(/^policies\//), lines: { begin: expect.any(Number) } },
      });
      const { path } = entry.location as { path: string };
      expect(existsSync(join(clone, path))).toBe(true);
    }
    const names = entries.map(({ fingerprint }) => fingerprint);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the JUnit report is one', () => assertValid.junit(read(reports.junit)));
});

test('on the default branch, where there is nothing to compare with, all findings count', () => {
  const { clone, origin } = pullRequest();
  origin.git('switch', '--quiet', 'main');
  const { code, out } = runJob(clone, {});
  expect(code).toBe(1);
  expect(out).toContain('promptly');
});

test('the job fetches the history, installs this version and runs no script of a package', () => {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  expect(job.variables.GIT_DEPTH).toBe('0');
  expect(job.before_script).toEqual([
    `npm install --global --ignore-scripts --no-audit --no-fund loopbook@${version}`,
  ]);
  expect(job.artifacts.when).toBe('always');
});
