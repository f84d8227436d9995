import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { removeFolders } from '../cli/cli.ts';
import { repositoryWith, shallowClone } from '../git/repository.ts';
import { assertValid } from '../report/validity.ts';
import { baseFiles } from '../support/handbook.ts';
import { installedLoopbook, packageRoot, pullRequest, runScript } from './shell.ts';

afterAll(removeFolders);

const script = join(packageRoot, 'integrations/any-ci.sh');
const shells = ['sh', 'dash', 'bash'].filter((shell) =>
  ['/bin', '/usr/bin'].some((at) => existsSync(join(at, shell))),
);

const run = (cwd: string, env: Record<string, string> = {}, shell = 'sh') =>
  runScript([shell], script, { cwd, env, path: [installedLoopbook()] });

describe.each(shells)('in %s', (shell) => {
  const { clone } = pullRequest();
  const ended = run(clone, { LOOPBOOK_BASE: 'origin/main', LOOPBOOK_REPORTS: 'out' }, shell);
  const read = (name: string) => readFileSync(join(clone, 'out', name), 'utf8');

  test('fails for what is new, and shows it', () => {
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('case-log');
  });

  test('writes every report whole', () => {
    expect(readdirSync(join(clone, 'out')).sort()).toEqual([
      'loopbook-checkstyle.xml',
      'loopbook-junit.xml',
      'loopbook.md',
      'loopbook.sarif',
    ]);
    assertValid.checkstyle(read('loopbook-checkstyle.xml'));
    assertValid.junit(read('loopbook-junit.xml'));
    assertValid.markdown(read('loopbook.md'));
    assertValid.sarif(read('loopbook.sarif'));
  });
});

test('passes on a sound handbook', () => {
  const { top } = repositoryWith(baseFiles());
  expect(run(top).code).toBe(0);
  expect(run(top, { LOOPBOOK_ROOT: 'policies' }).code).toBe(0);
  expect(run(top, { LOOPBOOK_ROOT: '$(touch pwned)' }).code).toBe(2);
  expect(existsSync(join(top, 'pwned'))).toBe(false);
});

test('ends with 2 where the history is missing', () => {
  const { origin } = pullRequest();
  const shallow = shallowClone(origin, '--single-branch');
  expect(run(shallow.top, { LOOPBOOK_BASE: 'origin/main' }).code).toBe(2);
});

test('installs this version where none is there', () => {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  expect(readFileSync(script, 'utf8')).toContain(`npx --yes loopbook@${version} `);
});
