import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../linter/cli.ts';
import { lint } from '../../linter/engine/lint.ts';
import { fixTexts } from '../../linter/fix/fixes.ts';
import { buildHandbook, type Handbook } from '../../linter/graph/handbook.ts';
import type { Finding } from '../../linter/model/finding.ts';
import { FactsMemory } from '../../linter/node/facts-memory.ts';
import { reporterNames, reporters } from '../../linter/report/reporters.ts';
import { registry } from '../../linter/rules/registry.gen.ts';
import { contextOf } from '../report/hostile.ts';
import { assertValid } from '../report/validity.ts';
import { TODAY } from '../support/handbook.ts';
import type { CorpusFile } from './corpus.ts';
import { type FuzzInput, small } from './inputs.ts';

const memories = small.map(() => new FactsMemory());

/** Throws where an input makes the linter crash, a rule stop, a place wrong or a report invalid. */
export function holds(input: FuzzInput): void {
  const source = laidOver(input);
  const memory = memories[input.handbook]!;
  memory.keep(source);
  const handbook = buildHandbook(source, { clock: TODAY, facts: memory.facts });
  for (const language of ['en', 'zh-CN'] as const) {
    const result = lint(handbook, { language, registry });
    for (const finding of result.findings) assertPlaced(finding, handbook);
    fixTexts(result.findings, (file) => handbook.files.get(file)?.text);
    const texts = (file: string) => handbook.files.get(file)?.text;
    const context = contextOf({ lang: language, source: texts, changed: new Set([source[0]!.path]) });
    for (const name of reporterNames) {
      const text = reporters[name].render(result, context);
      try {
        assertValid[name](text);
      } catch (error) {
        throw new Error(`${name} is invalid: ${(error as Error).message}`);
      }
    }
  }
}

/** The same through the command line and the disk: an exit code of 0, 1 or 2, and a report that is valid. */
export async function holdsOnDisk(input: FuzzInput): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'loopbook-fuzz-'));
  try {
    for (const { path, bytes } of laidOver(input)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), bytes);
    }
    const name = reporterNames[input.files[0]!.bytes.length % reporterNames.length]!;
    let out = '';
    let err = '';
    const code = await run(['lint', '--root', root, '--format', name, '--today', TODAY], {
      cwd: root,
      env: {},
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      terminal: false,
      columns: 100,
    });
    if (code !== 0 && code !== 1) throw new Error(`exit code ${code}: ${err}`);
    assertValid[name](out);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

// helpers

function laidOver({ handbook, files }: FuzzInput): CorpusFile[] {
  const all = new Map(small[handbook]!.map((file) => [file.path, file]));
  for (const file of files) all.set(file.path, file);
  return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function assertPlaced({ rule, messageId, file, start, end, message }: Finding, handbook: Handbook): void {
  const what = `${rule} ${messageId} at ${file}:${start.line}:${start.column}: ${message.slice(0, 300)}`;
  if (messageId === 'crash') throw new Error(what);
  const size = handbook.files.get(file)?.text?.length ?? 0;
  const inside = start.offset >= 0 && start.offset <= end.offset && end.offset <= size;
  if (!inside || start.line < 1 || start.column < 1) throw new Error(`misplaced: ${what}`);
  if (/undefined|\[object |NaN/.test(message) && !/undefined|\[object |NaN/.test(textOf(file, handbook)))
    throw new Error(`a hole in the words: ${what}`);
}

function textOf(file: string, handbook: Handbook): string {
  return handbook.files.get(file)?.text ?? '';
}
