import { basename } from 'node:path';
import type { Span } from '../../linter/model/finding.ts';
import type { Example, ExampleFile, ExpectedFinding } from '../../linter/rules/page.ts';
import type { RegisteredRule } from '../../linter/rules/rule.ts';
import { baseFiles, lintMemory, type MemoryFiles, type MemoryFinding } from './handbook.ts';

/** An example's file as it is linted: complete, and with its marks where they then stand. */
interface CompleteFile {
  path: string;
  text: string;
  marks: Span[];
}

export interface ShownFinding {
  at: string;
  range: Span;
  quoted: string;
  messageId: string;
  en: string;
  zh: string;
}

export interface ExampleOutcome {
  /** The rule's own findings in the files of the example, as the page lists them. */
  found: ShownFinding[];
  expected: ShownFinding[];
  /** What should not be there: syntax findings, and findings of the rule outside the example's files. */
  stray: string[];
  findings: MemoryFinding[];
  files: MemoryFiles;
}

/** Lays an example over the base handbook and runs its rule. */
export function runExample(rule: RegisteredRule, example: Example): ExampleOutcome {
  const complete = example.files.map(completeFile);
  const files: MemoryFiles = { ...baseFiles() };
  for (const { path, text } of complete) files[path] = text;
  const findings = lintMemory(files, { rules: [rule] });
  const paths = complete.map(({ path }) => path);
  const own = findings.filter((each) => each.rule === rule.id && paths.includes(each.at.file));
  const found = own.map(shown).sort((a, b) => inOrder(paths, a, b));
  const marks = complete.flatMap(({ path, text, marks: spans }) =>
    spans.map((range) => ({ path, text, range })),
  );
  return {
    found,
    expected: marks.map(({ path, text, range }, index) =>
      expectedAt(path, text, range, example.findings[index]!),
    ),
    stray: findings
      .filter((each) => !own.includes(each))
      .map((each) => `${each.at.file}: ${each.message.en} (${each.rule})`),
    findings: own,
    files,
  };
}

/** Examples show what matters; the two fields that every file needs are added where they are missing. */
function completeFile({ path, text, marks }: ExampleFile): CompleteFile {
  if (!/^[\w-]+\/.*\.(yaml|mdx)$/.test(path) && path !== 'company.yaml') return { path, text, marks };
  const translation = /\.[a-z]{2}(-[A-Z]{2})?\.mdx$/.test(path);
  const head = path.endsWith('.mdx') ? (/^---\n[\s\S]*?\n(?=---\n)/.exec(text)?.[0] ?? '---\n') : text;
  const name = basename(path).replace(/\..*$/, '').replaceAll('-', ' ');
  const missing = [
    /^["']?name["']?:/m.test(head) ? '' : `name: ${name}\n`,
    /^["']?owner["']?:/m.test(head) || translation ? '' : 'owner: service-manager\n',
  ].join('');
  if (path.endsWith('.yaml')) return { path, text: text + missing, marks };
  const at = head.length;
  const moved = (offset: number) => (offset >= at ? offset + missing.length : offset);
  return {
    path,
    text: text.slice(0, at) + missing + text.slice(at),
    marks: marks.map(([start, end]) => [moved(start), moved(end)]),
  };
}

function shown({ at, quoted, messageId, message }: MemoryFinding): ShownFinding {
  return { at: at.file, range: at.span, quoted, messageId, en: message.en, zh: message['zh-CN'] };
}

function expectedAt(
  path: string,
  text: string,
  range: Span,
  { messageId, message }: ExpectedFinding,
): ShownFinding {
  return { at: path, range, quoted: text.slice(...range), messageId, en: message.en, zh: message['zh-CN'] };
}

function inOrder(paths: readonly string[], a: ShownFinding, b: ShownFinding): number {
  return paths.indexOf(a.at) - paths.indexOf(b.at) || a.range[0] - b.range[0] || a.range[1] - b.range[1];
}
