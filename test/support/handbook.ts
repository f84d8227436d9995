import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { judge } from '../../linter/engine/lint.ts';
import { type FileFacts, readFacts } from '../../linter/graph/facts.ts';
import { buildHandbook, type Handbook } from '../../linter/graph/handbook.ts';
import type { SourceFile } from '../../linter/graph/source.ts';
import type { JudgedProblem } from '../../linter/model/finding.ts';
import { type Language, render } from '../../linter/model/message.ts';
import type { RegisteredRule } from '../../linter/rules/rule.ts';

/** Path relative to the handbook's root → text, or bytes for what is not UTF-8. */
export type MemoryFiles = Record<string, string | Uint8Array>;

export const TODAY = '2026-11-22';

export const rulesFolder = join(import.meta.dirname, '../../linter/rules');

/** A problem with its words in both languages. */
export interface MemoryFinding extends JudgedProblem {
  message: Record<Language, string>;
  /** What the range covers. */
  quoted: string;
}

/** The handbook of these files, and nothing else. */
export function handbookOf(files: MemoryFiles, today = TODAY): Handbook {
  const source = Object.entries(files)
    .map(([path, content]) => ({
      path,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return buildHandbook(source, { clock: today, facts: rememberedFacts });
}

const known = new Map<string, FileFacts>();

/** Hundreds of examples are laid over the same base; each of its files is read once. */
function rememberedFacts(file: SourceFile, locales: readonly string[]): FileFacts {
  const name = `${locales} ${file.path} ${file.bytes && Buffer.from(file.bytes).toString('latin1')}`;
  const facts = known.get(name) ?? readFacts(file, locales);
  known.set(name, facts);
  return facts;
}

/** All findings of these rules, and of what stands before all rules (`syntax/…`), sorted as `lint` sorts. */
export function lintMemory(
  files: MemoryFiles,
  { rules }: { rules: readonly RegisteredRule[] },
): MemoryFinding[] {
  const handbook = handbookOf(files);
  return judge(handbook, { registry: rules }).map((problem) => ({
    ...problem,
    message: {
      en: render(problem.template, problem.data, 'en'),
      'zh-CN': render(problem.template, problem.data, 'zh-CN'),
    },
    quoted: handbook.files.get(problem.at.file)?.text?.slice(...problem.at.span) ?? '',
  }));
}

let base: Record<string, string> | undefined;

/** The small handbook that examples of rules are laid over. */
export function baseFiles(): Record<string, string> {
  base ??= readBase();
  return base;
}

function readBase(): Record<string, string> {
  const root = join(rulesFolder, 'base');
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(
    files.map((each) => {
      const path = join(each.parentPath, each.name);
      return [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}
