import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../linter/cli.ts';
import type { Finding } from '../../linter/model/finding.ts';
import { baseFiles, type MemoryFiles } from '../support/handbook.ts';

/** What a command printed and how it ended. */
export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

export interface Surroundings {
  cwd?: string;
  env?: Record<string, string>;
  terminal?: boolean;
}

/** The report that `--format json` prints. */
export interface Report {
  version: number;
  summary: { files: number; errors: number; warnings: number; infos: number };
  findings: Finding[];
}

/** Runs a command in this process, as `linter/bin.ts` does in its own. */
export async function cli(argv: string[], { cwd = tmpdir(), env = {}, terminal = false }: Surroundings = {}) {
  const outcome: Outcome = { code: null, out: '', err: '' };
  outcome.code = await run(argv, {
    cwd,
    env,
    out: (text) => {
      outcome.out += text;
    },
    err: (text) => {
      outcome.err += text;
    },
    terminal,
    columns: 100,
  });
  return outcome;
}

/** Runs a command as a process of its own, which a fault could end or hold for ever. */
export function cliProcess(argv: string[], { cwd = tmpdir(), env = {} }: Surroundings = {}): Outcome {
  const bin = join(import.meta.dirname, '../../linter/bin.ts');
  const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [bin, ...argv], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error || signal) throw error ?? new Error(`ended by ${signal}`);
  return { code: status, out: stdout, err: stderr };
}

/** The findings of a handbook on disk, and that nothing else was printed. */
export async function report(root: string, argv: string[] = [], surroundings: Surroundings = {}) {
  const outcome = await cli(['lint', '--root', root, '--format', 'json', ...argv], surroundings);
  return { ...outcome, ...(JSON.parse(outcome.out) as Report) };
}

const folders: string[] = [];

/** A new folder with these files; `removeFolders` deletes it. */
export function folderOf(files: MemoryFiles, name = 'handbook'): string {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'loopbook-')));
  folders.push(parent);
  const root = join(parent, name);
  mkdirSync(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** The base handbook, which has no finding, with these files changed or added. */
export function handbookWith(files: MemoryFiles = {}, name?: string): string {
  return folderOf({ ...baseFiles(), ...files }, name);
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
