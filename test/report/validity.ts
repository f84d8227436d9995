import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Log } from 'sarif';
import { SaxesParser } from 'saxes';
import { visit } from 'unist-util-visit';
import type { ReporterName } from '../../linter/report/reporters.ts';

/**
 * Throws where a report is not what its reader takes: malformed, or with a text of the handbook that the reader
 * would act on. Knows nothing of how reports are made.
 */
export const assertValid: Record<ReporterName, (text: string) => void> = {
  pretty: inLog,
  json(text) {
    inLog(text);
    const { version, findings } = JSON.parse(text);
    check(version === 1 && Array.isArray(findings), 'not a report of version 1');
  },
  sarif(text) {
    inLog(text);
    assertSarif(JSON.parse(text));
  },
  github: assertCommands,
  gitlab(text) {
    inLog(text);
    assertCodeQuality(JSON.parse(text));
  },
  junit(text) {
    inLog(text);
    const names = namesIn(text);
    check(names[0] === 'testsuites' && names.includes('testcase'), 'no test cases');
    const known = /^(?:testsuites|testsuite|testcase|failure|skipped|system-out)$/;
    check(
      names.every((name) => known.test(name)),
      `elements ${names}`,
    );
  },
  checkstyle(text) {
    inLog(text);
    const names = namesIn(text);
    check(
      names.every((name) => /^(?:checkstyle|file|error)$/.test(name)),
      `elements ${names}`,
    );
  },
  markdown: assertMarkdown,
};

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/u;

/** What holds wherever a report is printed: nothing acts on a terminal or on a build. */
function inLog(text: string): void {
  check(text.endsWith('\n'), 'no line break at the end');
  check(!hidden.test(text.replace(/[\n\u200d]/g, '')), 'a control character');
  check(!/^\s*::|##(?:\[|vso\[)/m.test(text), 'an order to the build');
}

const property = '(?:file|line|endLine|col|endColumn|title)=(?:[^%:,]|%(?:25|0D|0A|3A|2C))*';
const grammar = new RegExp(
  `^::(error|warning|notice) ${property}(?:,${property})*::(?:[^%]|%(?:25|0D|0A))*$`,
  'u',
);

/** GitHub's workflow commands: nothing but annotations, as many of a kind as it shows. */
function assertCommands(text: string): void {
  const counts: Record<string, number> = {};
  const rest: string[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('::')) {
      rest.push(line);
      continue;
    }
    const kind = grammar.exec(line)?.[1];
    check(kind, `no command: ${line}`);
    check(!hidden.test(line.replaceAll('\u200d', '')), 'a control character');
    counts[kind!] = (counts[kind!] ?? 0) + 1;
  }
  check(
    Object.values(counts).every((count) => count <= 10),
    'more than ten of a kind',
  );
  inLog(rest.join('\n'));
}

interface CodeQuality {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number } };
}

/** The fields that GitLab's documentation demands of a code quality report. */
function assertCodeQuality(entries: CodeQuality[]): void {
  check(Array.isArray(entries), 'not a list');
  const fingerprints = new Set<string>();
  for (const { description, check_name, fingerprint, severity, location } of entries) {
    check(typeof description === 'string' && typeof check_name === 'string', 'no words');
    check(/^[0-9a-f]{16}$/.test(fingerprint) && !fingerprints.has(fingerprint), 'a fingerprint twice');
    fingerprints.add(fingerprint);
    check(/^(?:info|minor|major|critical|blocker)$/.test(severity), severity);
    check(location.path !== '' && !location.path.startsWith('./'), location.path);
    check(Number.isInteger(location.lines.begin) && location.lines.begin >= 1, 'no line');
  }
}

function namesIn(text: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => names.push(name));
  parser.write(text).close();
  return names;
}

const schema = sarifSchema();

function sarifSchema() {
  const packages = join(import.meta.dirname, '../../node_modules/@microsoft');
  const folder = readdirSync(packages).find((name) => name.startsWith('sarif-multitool-'));
  const file = join(packages, folder ?? 'sarif-multitool', 'sarif-2.1.0.json');
  const { $schema: _, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  return new Ajv({ strict: false, validateFormats: false }).compile(rest);
}

function assertSarif(log: Log): void {
  check(schema(log), JSON.stringify(schema.errors));
  for (const run of log.runs) {
    const rules = run.tool.driver.rules ?? [];
    for (const result of run.results ?? []) {
      check(rules[result.ruleIndex!]?.id === result.ruleId, 'another rule');
      check(typeof result.message.text === 'string', 'no text');
      const places = [...(result.locations ?? []), ...(result.relatedLocations ?? [])];
      for (const { physicalLocation } of places) {
        const { uri = '', uriBaseId = '' } = physicalLocation?.artifactLocation ?? {};
        check(/^(?:[\w.~!$&'()*+;=:@/-]|%[0-9A-F]{2})*$/.test(uri) && !uri.startsWith('/'), uri);
        check(run.originalUriBaseIds?.[uriBaseId], 'an unknown base');
        const { startLine = 0, startColumn = 0 } = physicalLocation?.region ?? {};
        check(startLine >= 1 && startColumn >= 1, 'no place');
      }
    }
  }
}

/** GitHub's Markdown: text, a table and links to rules; nothing that a text of the handbook brought in. */
function assertMarkdown(text: string): void {
  inLog(text);
  check(Buffer.byteLength(text) <= 1_048_576, 'more than a mebibyte');
  const tree = remark().use(remarkGfm).parse(text);
  visit(tree, (node) => {
    const known = /^(?:root|heading|paragraph|blockquote|table|tableRow|tableCell|text|link|html)$/;
    check(known.test(node.type), node.type);
    if (node.type === 'heading') check(node.depth === 3, 'a heading');
    if (node.type === 'html') check(/^(?:<\/?code>|<br>|<!-- -->)$/.test(node.value), node.value);
    if (node.type === 'link') check(/\/rules\//.test(node.url), node.url);
  });
}

function check(holds: unknown, what: string): asserts holds {
  if (!holds) throw new Error(what.slice(0, 2000));
}
