import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { removeFolders } from '../cli/cli.ts';
import { repositoryWith, shallowClone } from '../git/repository.ts';
import { baseFiles } from '../support/handbook.ts';
import { readAction, runAction } from './action.ts';
import { packageRoot, pullRequest } from './shell.ts';

afterAll(removeFolders);

const event = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };

describe('on a pull request', () => {
  const { clone } = pullRequest();
  const run = runAction(clone, {}, event);

  test('fails for what the change brought, in files it did not touch', () => {
    expect(run.code).toBe(1);
    expect(run.outputs.code).toBe('1');
    const errors = run.log.split('\n').filter((line) => line.startsWith('::error '));
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every((line) => line.includes('file=policies/'))).toBe(true);
    expect(errors.some((line) => line.includes('case-log'))).toBe(true);
    expect(errors.some((line) => line.includes('file=policies/tools/'))).toBe(false);
  });

  test('leaves a table in the summary', () => {
    expect(run.summary).toMatch(/^### /);
    expect(run.summary).toContain('references/resolves');
    expect(run.summary).toContain('origin/main');
  });

  test('writes SARIF where its output says, with what hides nothing and what is new', () => {
    expect(run.outputs.sarif).toBe('loopbook.sarif');
    const sarif = JSON.parse(readFileSync(join(clone, run.outputs.sarif!), 'utf8'));
    expect(sarif.version).toBe('2.1.0');
    const states = sarif.runs[0].results.map(
      ({ baselineState }: { baselineState?: string }) => baselineState,
    );
    expect(states).toContain('new');
    expect(states).toContain('unchanged');
  });

  test('with fail-on never it passes and says the same', () => {
    const gentle = runAction(clone, { 'fail-on': 'never' }, event);
    expect([gentle.code, gentle.outputs.code]).toEqual([0, '1']);
    expect(gentle.log).toContain('::error ');
  });

  test('speaks Chinese where it is asked to', () => {
    const chinese = runAction(clone, { lang: 'zh-CN' }, event);
    expect(chinese.summary).toContain('个错误');
  });

  test('leaves nothing in the workspace but the SARIF file', () => {
    expect(readdirSync(clone).sort()).toEqual(['.git', 'loopbook.sarif', 'policies']);
  });
});

test('a change that brings nothing passes, whatever was there before', () => {
  const { origin } = pullRequest();
  origin.git('switch', '--quiet', '--force', 'main');
  const run = runAction(origin.top, { base: 'main', 'fail-on': 'warning' }, {});
  expect([run.code, run.outputs.code]).toEqual([0, '0']);
  const strict = runAction(origin.top, { base: 'none', 'fail-on': 'warning' }, event);
  expect(strict.code).toBe(1);
});

test('without the history it fails and says how to get it, and never passes', () => {
  const { origin } = pullRequest();
  const shallow = shallowClone(origin, '--single-branch');
  const run = runAction(shallow.top, { 'fail-on': 'never' }, event);
  expect(run.code).toBe(2);
  expect(run.outputs).toEqual({ sarif: '', code: '2', 'change-code': '' });
  expect(run.log).toContain('fetch-depth: 0');
  expect(run.log).toContain('::error title=Loopbook::The handbook was not checked');
});

describe('what the change does to the service', () => {
  const STANDARD = 'standards/reply-time.yaml';
  const origin = repositoryWith(baseFiles());
  origin.git('switch', '--quiet', '--create', 'change');
  origin.commit({ [STANDARD]: baseFiles()[STANDARD]!.replace('target: "<= 10 min"', 'target: "<= 30 min"') });

  test('is told in the summary, and does not fail unless asked to', () => {
    const run = runAction(origin.top, { base: 'main' });
    expect([run.code, run.outputs.code, run.outputs['change-code']]).toEqual([0, '0', '0']);
    expect(run.summary).toContain('10 min');
    expect(run.summary).toContain('30 min');
  });

  test('fails where it needs an approval and has none, and says so in the log as well', () => {
    const inputs = { base: 'main', 'fail-on-change': 'weakens,widens-authority' };
    const run = runAction(origin.top, inputs, { PULL_REQUEST_USER: 'someone' });
    expect([run.code, run.outputs.code, run.outputs['change-code']]).toEqual([1, '0', '1']);
    expect(run.log).toContain('30 min');
    expect(run.log).toContain('approvals');
  });

  test('cannot be asked for without a base', () => {
    expect(runAction(origin.top, { 'fail-on-change': 'weakens' }).code).toBe(2);
  });

  test('an effect there is none of is no pass', () => {
    expect(runAction(origin.top, { base: 'main', 'fail-on-change': 'weekens' }).code).toBe(2);
  });
});

test('a folder that is no handbook, or a wrong input, is no pass', () => {
  const { top } = repositoryWith(baseFiles());
  expect(runAction(top, { root: 'nowhere' }).code).toBe(2);
  expect(runAction(top, { 'fail-on': 'sometimes' }).code).toBe(2);
  expect(runAction(top, { root: 'policies' }).code).toBe(0);
});

test('inputs are values and never part of a script', () => {
  const { top } = repositoryWith(baseFiles());
  const nasty = '$(touch pwned); `touch pwned`; "; touch pwned; #\n::set-output name=x::y';
  for (const name of ['root', 'base', 'lang', 'preset', 'sarif', 'fail-on', 'fail-on-change']) {
    const run = runAction(top, { [name]: nasty }, { GITHUB_BASE_REF: '' });
    expect(existsSync(join(top, 'pwned'))).toBe(false);
    expect(run.code).toBe(2);
  }
});

test('nothing of the pull request is run: scripts, hooks, settings of npm and Node', () => {
  const { top } = repositoryWith(baseFiles());
  const mark = join(top, 'pwned');
  const program = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`;
  const files = {
    'package.json': JSON.stringify({
      scripts: { preinstall: 'touch pwned', prepare: 'touch pwned' },
      type: 'commonjs',
    }),
    '.npmrc': 'ignore-scripts=false\nnode-options=--require=./evil.js\n',
    'evil.js': program,
    'loopbook.config.js': program,
    'astro.config.mjs': program,
    '.loopbookrc.js': program,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(top, name), text);
  expect(runAction(top, { root: 'policies' }).code).toBe(0);
  expect(existsSync(mark)).toBe(false);
});

describe('action.yml', () => {
  const action = readAction();

  test('is a composite action whose scripts hold no expression', () => {
    expect(action.runs.using).toBe('composite');
    for (const step of action.runs.steps) expect(step.run).not.toContain('${{');
  });

  test('every input reaches the script, and every output comes from a step', () => {
    const text = JSON.stringify(action.runs.steps);
    for (const name of Object.keys(action.inputs)) expect(text).toContain(`inputs.${name} `);
    const ids = action.runs.steps.flatMap(({ id }) => id ?? []);
    for (const { value } of Object.values(action.outputs)) {
      expect(ids).toContain(/steps\.([\w-]+)\.outputs/.exec(value)?.[1]);
    }
  });
});

describe('the workflow to copy', () => {
  const text = readFileSync(join(packageRoot, 'integrations/github-workflow.yml'), 'utf8');
  const workflow = parse(text);
  const jobs = Object.values(workflow.jobs) as {
    permissions?: object;
    steps: { uses?: string; with?: object }[];
  }[];
  const steps = jobs.flatMap((job) => job.steps);

  test('runs on pull_request, with leave to read alone', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push']);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs.check.permissions).toBeUndefined();
    expect(workflow.jobs.scan.permissions).toEqual({ contents: 'read', 'security-events': 'write' });
    expect(workflow.jobs.scan.if).toBe("github.event_name == 'push'");
  });

  test('pins every action by its full commit, with the version beside it', () => {
    const used = [...text.matchAll(/uses: (\S+)(.*)$/gm)];
    expect(used).toHaveLength(steps.filter(({ uses }) => uses).length);
    for (const [, name, comment] of used) {
      if (name === 'OWNER/loopbook@COMMIT') continue;
      expect(name).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  test('checks out the whole history without leaving a token behind', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.every((step) => JSON.stringify(step.with).includes('"persist-credentials":false'))).toBe(
      true,
    );
    expect(workflow.jobs.check.steps[0].with['fetch-depth']).toBe(0);
  });

  test('gives the action only inputs that it has', () => {
    const { inputs } = readAction();
    for (const step of steps.filter(({ uses }) => uses?.startsWith('OWNER/'))) {
      for (const name of Object.keys(step.with ?? {})) expect(Object.keys(inputs)).toContain(name);
    }
  });

  test('no script of it or of the action holds an expression', () => {
    expect(text).not.toMatch(/run:[^\n]*\$\{\{/);
  });
});
