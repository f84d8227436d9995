import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folderOf } from '../cli/cli.ts';
import { type Ended, packageRoot, runScript } from './shell.ts';

interface Step {
  id?: string;
  name: string;
  shell: string;
  run: string;
  env?: Record<string, string>;
}

interface Action {
  inputs: Record<string, { default?: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: Step[] };
}

export function readAction(): Action {
  return parse(readFileSync(join(packageRoot, 'action.yml'), 'utf8')) as Action;
}

export interface ActionRun {
  code: number;
  log: string;
  summary: string;
  outputs: Record<string, string>;
}

/** Runs the steps of action.yml as a GitHub runner does, with its variables and files, until one fails. */
export function runAction(
  workspace: string,
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
): ActionRun {
  const action = readAction();
  const temp = folderOf({});
  const summaryFile = join(temp, 'summary.md');
  writeFileSync(summaryFile, '');
  mkdirSync(join(temp, 'runner'));
  const known = new Map<string, string>([
    ['github.action_path', packageRoot],
    ['github.event.pull_request.user.login', env.PULL_REQUEST_USER ?? ''],
  ]);
  for (const [name, input] of Object.entries(action.inputs)) {
    known.set(`inputs.${name}`, inputs[name] ?? input.default ?? '');
  }
  const say = (text: string) =>
    text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name) => known.get(name) ?? '');
  const run: ActionRun = { code: 0, log: '', summary: '', outputs: {} };
  for (const [index, step] of action.runs.steps.entries()) {
    if (step.run.includes('${{')) throw new Error(`step "${step.name}" puts a value into its script`);
    const output = join(temp, `output-${index}`);
    writeFileSync(output, '');
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, say(text)]));
    const script = join(temp, `step-${index}.sh`);
    writeFileSync(script, step.run);
    const ended: Ended = runScript([step.shell, '-e'], script, {
      cwd: workspace,
      env: {
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summaryFile,
        RUNNER_TEMP: join(temp, 'runner'),
        ...env,
        ...own,
      },
    });
    run.log += ended.out + ended.err;
    for (const line of readFileSync(output, 'utf8').split('\n').filter(Boolean)) {
      const at = line.indexOf('=');
      known.set(`steps.${step.id}.outputs.${line.slice(0, at)}`, line.slice(at + 1));
    }
    run.code = ended.code ?? -1;
    if (run.code !== 0) break;
  }
  if (existsSync(summaryFile)) run.summary = readFileSync(summaryFile, 'utf8');
  run.outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [name, say(value)]),
  );
  return run;
}
