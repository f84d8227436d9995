import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemCollector } from '../../linter/parse/problem.ts';
import { parseAnyYaml } from '../../linter/parse/yaml.ts';
import { readPlainYaml } from '../../linter/parse/yaml-plain.ts';

/** What the library makes of a text, problems included. */
function byLibrary(source: string, offset: number) {
  const report = new ProblemCollector('a.yaml');
  const document = parseAnyYaml(source, offset, report);
  return { ...document.content(), sound: document.sound, problems: report.problems };
}

/** Holds the two readers together where the plain one reads; tells whether it did. */
function compare(source: string, offset = 0): boolean {
  const plain = readPlainYaml(source, offset);
  if (!plain) return false;
  expect(byLibrary(source, offset)).toEqual({ ...plain, sound: true, problems: [] });
  return true;
}

const root = join(import.meta.dirname, '../../policies');
const policies = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

test('reads the example handbook as the library does', () => {
  const read = policies.filter((text) => compare(text));
  expect(read.length).toBeGreaterThan(policies.length * 0.95);
});

describe('leaves to the library what it is not sure of', () => {
  test.each([
    ['a tag', 'a: !t b\n'],
    ['an anchor', 'a: &x b\n'],
    ['an alias', 'a: *x\n'],
    ['a block of text', 'a: |\n  b\n'],
    ['a scalar on two lines', 'a: b\n  c\n'],
    ['a field without a value', 'a:\n'],
    ['a word that was a boolean once', 'a: no\n'],
    ['null', 'a: ~\n'],
    ['a number with a trailing zero', 'version: 1.10\n'],
    ['an octal number', 'a: 010\n'],
    ['a duplicate name', 'a: b\na: c\n'],
    ['a name that programs treat specially', '__proto__: b\n'],
    ['an escape', 'a: "b\\n"\n'],
    ['a colon in a scalar', 'a: b: c\n'],
    ['a tab', 'a:\tb\n'],
    ['CRLF', 'a: b\r\n'],
    ['a directive', '%YAML 1.1\n---\na: b\n'],
    ['a flow collection on two lines', 'a: [b,\n  c]\n'],
    ['a comment deeper than what follows', 'a:\n  b: c\n    # d\ne: f\n'],
    ['a list in a list', 'a:\n  - - b\n'],
    ['deep nesting', `a: ${'['.repeat(100)}${']'.repeat(100)}\n`],
    ['a document that is no mapping', '- a\n'],
    ['nothing', '# only a comment\n'],
  ])('%s', (_, source) => expect(readPlainYaml(source, 0)).toBeUndefined());
});

describe('reads', () => {
  test.each([
    ['comments', '# a\nb: c # d\n# e\nf: g\n'],
    ['lists under their names', 'a:\n- b\n- c: d\n  e: f\ng: h\n'],
    ['quotes', "a: 'it''s'\nb: \"x\"\nc: {\"d:e\": f, g: [h, 'i']}\n"],
    ['numbers and truth', 'a: 1\nb: 0\nc: 12.5\nd: true\ne: 2026-11-22\nf: 5 min\n'],
    ['references', 'a: service:stay#front-desk\nb: [role:waiter, "x"]\n'],
    ['empty collections', 'a: {}\nb: []\nc: { }\n'],
    ['Chinese', '名称: 云山酒店：服务\na: { zh-CN: 甲、乙 # 丙, en: b }\n'.replace(' # 丙', '')],
    ['no line break at the end', 'a:\n  b: c'],
    ['names to be escaped in pointers', '"a/b~c": d\n'],
  ])('%s', (_, source) => expect(compare(source, 4)).toBe(true));
});

test('whatever it reads, it reads as the library does', () => {
  const bits = [
    ...[
      ' ',
      '  ',
      '\n',
      '\n\n',
      '- ',
      ': ',
      ':',
      '#',
      ' #',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '\n# c\n',
      '\n  # c\n',
    ],
    ...[
      'true',
      '~',
      '1',
      '0x1',
      '1.50',
      '1e5',
      '+1',
      '.5',
      '00',
      '|',
      '>',
      '&a ',
      '*a',
      '!t ',
      '%',
      '---\n',
      '...\n',
    ],
    ...[
      '\t',
      '\r\n',
      '客',
      '：',
      '?',
      '? ',
      '-',
      '.',
      '=',
      '<<: ',
      '"a": ',
      "'b'",
      '\\',
      'null',
      'yes',
      '@',
      '`',
    ],
    ...['\u00a0', '\u3000', '\u2028', '😀', '\ufeff', 'a: b\n', '{}', '[]', 'x: {}\n', 'a:\n- b\n- c: d\n'],
  ];
  const excerpt = fc
    .tuple(fc.constantFrom(...policies), fc.nat(200), fc.integer({ min: 2, max: 14 }), fc.boolean())
    .map(
      ([text, from, count, ends]) =>
        outdented(
          text
            .split('\n')
            .slice(from % text.split('\n').length)
            .slice(0, count),
        ) + (ends ? '\n' : ''),
    );
  const edit = fc.record({ at: fc.nat(600), cut: fc.nat(4), insert: fc.constantFrom('', ...bits) });
  let read = 0;
  fc.assert(
    fc.property(excerpt, fc.array(edit, { maxLength: 3 }), fc.nat(5), (text, edits, offset) => {
      let source = text;
      for (const { at, cut, insert } of edits) {
        const place = at % (source.length + 1);
        source = source.slice(0, place) + insert + source.slice(place + cut);
      }
      if (compare(source, offset)) read++;
    }),
    { numRuns: 4000 },
  );
  expect(read).toBeGreaterThan(500);
});

function outdented(lines: string[]): string {
  const indent = /^ */.exec(lines[0] ?? '')![0].length;
  return lines.map((line) => line.slice(Math.min(indent, /^ */.exec(line)![0].length))).join('\n');
}
