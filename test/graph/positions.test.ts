import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lint } from '../../linter/engine/lint.ts';
import { buildHandbook } from '../../linter/graph/handbook.ts';
import type { Finding } from '../../linter/model/finding.ts';
import { json } from '../../linter/report/json.ts';
import { registry } from '../../linter/rules/registry.gen.ts';
import { baseFiles, TODAY } from '../support/handbook.ts';

const base = baseFiles();
const paths = Object.keys(base).filter((path) => path !== 'loopbook.yaml');

/** What people and programs do to files: anything from a slip of the keyboard to a broken download. */
const insertion = fc.oneof(
  fc.constantFrom(
    ...[
      '尽快',
      'as soon as possible',
      '🙂',
      '云山',
      'é',
      '\t',
      '  ',
      '\n',
      '\n\n',
      '：',
      '，',
      '"',
      "'",
      '#',
      ': ',
      '- ',
    ],
    ...[
      '{',
      '}',
      '[',
      ']',
      '<',
      '<Note>',
      '</Note>',
      '<Role id="x" />',
      '{x}',
      '*',
      '`',
      '&a ',
      '*a',
      '!x ',
      '%',
      '@',
      '|',
      '>',
    ],
    ...[
      '---\n',
      '```\n',
      '\u200B',
      '\uFEFF',
      '\u202E',
      '\r',
      'role:nobody',
      'sop:none',
      '[a](javascript:x)',
      '<!-- a -->',
    ],
    ...[
      'name: x\n',
      'owner: nobody\n',
      '\nexport const a = 1\n',
      '0',
      '5 mins',
      '2026-02-30',
      'no',
      'null',
      '__proto__: 1\n',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

const edit = fc.record({
  path: fc.constantFrom(...paths),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.constantFrom(0, 0, 0, 1, 3, 20, 200),
  insert: insertion,
});

const disguise = fc.record({ crlf: fc.boolean(), bom: fc.boolean() });

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function broken(
  edits: readonly Edit[],
  { crlf, bom }: { crlf: boolean; bom: boolean },
): Record<string, string> {
  const files: Record<string, string> = { ...base };
  for (const { path, at, remove, insert } of edits) {
    const text = files[path]!;
    const index = Math.floor(at * text.length);
    files[path] = text.slice(0, index) + insert + text.slice(index + remove);
  }
  for (const [path, text] of Object.entries(files)) {
    // As a disk would hold it: half a surrogate pair has no bytes.
    const plain = text.toWellFormed();
    files[path] = `${bom ? '\uFEFF' : ''}${crlf ? plain.replace(/\r?\n/g, '\r\n') : plain}`;
  }
  return files;
}

function run(
  files: Record<string, string>,
  order: (a: string, b: string) => number = (a, b) => (a < b ? -1 : 1),
) {
  const source = Object.keys(files)
    .sort(order)
    .map((path) => ({ path, bytes: new TextEncoder().encode(files[path]) }));
  return lint(buildHandbook(source, { clock: TODAY }), { language: 'en', registry });
}

/** Line and column counted anew, character by character. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  let [line, column] = [1, 1];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < offset; at++) {
    column++;
    if (text[at] === '\n') [line, column] = [line + 1, 1];
  }
  return { line, column };
}

function checkPlace(
  { file, start, end }: Pick<Finding, 'file' | 'start' | 'end'>,
  files: Record<string, string>,
) {
  const text = files[file];
  expect(text, file).toBeDefined();
  expect(start.offset).toBeGreaterThanOrEqual(0);
  expect(end.offset).toBeGreaterThanOrEqual(start.offset);
  expect(end.offset).toBeLessThanOrEqual(text!.length);
  for (const { offset, ...place } of [start, end]) expect(place).toEqual(placeOf(text!, offset));
}

const runs = { numRuns: 250 };

test('every finding lies in its file, lines and columns agree with its offsets', () => {
  let seen = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), disguise, (edits, how) => {
      const files = broken(edits, how);
      for (const finding of run(files).findings) {
        seen++;
        expect(finding.messageId).not.toBe('crash');
        expect(finding.message).not.toMatch(/undefined|\[object/);
        checkPlace(finding, files);
        for (const related of finding.related ?? []) checkPlace(related, files);
        for (const remedy of [finding.fix, ...(finding.suggest ?? [])]) {
          for (const { file, start, end } of remedy?.edits ?? []) {
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(files[file]!.length);
          }
        }
      }
    }),
    runs,
  );
  expect(seen).toBeGreaterThan(500);
});

/** Messages that quote, at their own range, what an author wrote there. */
const quoting = new Set([
  'duplicateKey',
  'forbiddenKey',
  'unknownField',
  'alias',
  'ambiguousWord',
  'unknownLocale',
]);

test('a finding that quotes what stands at its range quotes exactly that', () => {
  const seen = new Map<string, number>();
  const aimed = fc.constantFrom(
    'nmae: x\n',
    'owner: a\n',
    '__proto__: 1\n',
    'why: no\n',
    'why: *a\n',
    'why: { fr: x }\n',
    'tags: [{ a: 1, a: 2 }]\n',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...paths.filter((path) => path.endsWith('.yaml'))),
      aimed,
      disguise,
      (path, line, how) => {
        const files = broken([], how);
        files[path] += how.crlf ? line.replace('\n', '\r\n') : line;
        for (const finding of run(files).findings) {
          if (finding.file !== path || !quoting.has(finding.messageId)) continue;
          const quoted = /"(?:[&*])?([^"]*)"/.exec(finding.message)![1]!;
          const covered = files[path]!.slice(finding.start.offset, finding.end.offset);
          expect(covered.replace(/^\*/, '')).toBe(quoted);
          seen.set(finding.messageId, (seen.get(finding.messageId) ?? 0) + 1);
        }
      },
    ),
    { numRuns: 200 },
  );
  expect([...seen.keys()].sort()).toEqual([...quoting].sort());
});

test('the same files give the same bytes, in whatever order they are read', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), disguise, (edits, how) => {
      const files = broken(edits, how);
      const first = json(run(files));
      expect(json(run(files))).toBe(first);
      expect(json(run(files, (a, b) => (a < b ? 1 : -1)))).toBe(first);
    }),
    { numRuns: 60 },
  );
});

test('lines and comments above change places, never fingerprints', () => {
  const comment = fc.constantFrom('\n', '# 注释 🙂\n', '#\n\n# two\n');
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), comment, (edits, above) => {
      const files = broken(edits, { crlf: false, bom: false });
      const moved: Record<string, string> = {};
      for (const [path, text] of Object.entries(files)) {
        moved[path] = path.endsWith('.mdx') ? text.replace(/^---\n/, `---\n${above}`) : above + text;
      }
      // A directive or a mark is one only at the very beginning.
      fc.pre(!Object.values(files).some((text) => /^(?:\s|%|---[ \t]*[^\n\s]|\uFEFF|\.\.\.)/.test(text)));
      const prints = (each: Record<string, string>) =>
        run(each)
          .findings.filter(({ rule }) => rule !== 'documents/translation')
          .map(({ rule, fingerprint }) => `${rule} ${fingerprint}`)
          .sort();
      expect(prints(moved)).toEqual(prints(files));
    }),
    { numRuns: 80 },
  );
});
