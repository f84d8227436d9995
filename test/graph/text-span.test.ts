import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, Scalar, stringify } from 'yaml';
import { ProblemCollector } from '../../linter/parse/problem.ts';
import { parseYaml } from '../../linter/parse/yaml.ts';
import { handbookOf } from '../support/handbook.ts';

/** A handbook whose one tool has this source for its `why`, and what is read from it. */
function toolWith(source: string) {
  const text = `name: Log\nowner: waiter\n${source}`;
  const tool = handbookOf({ 'loopbook.yaml': 'title: x\nlocales: [en]\n', 'tools/a.yaml': text }).get(
    'tool',
    'a',
  )!;
  return {
    text,
    value: tool.data.why as string,
    quote: (from: number, to: number) => text.slice(...tool.textAt('/why', from, to).span),
  };
}

describe('a part of a value, in its source', () => {
  test.each([
    ['plain', 'why: Answer at once, please\n', 'at once', 'at once'],
    ['plain over two lines', 'why: Answer at\n  once, please\n', 'at once', 'at\n  once'],
    ['plain, line end with blanks', 'why: Answer at  \n   once, please\n', 'once', 'once'],
    ['in double quotes', 'why: "Answer at once"\n', 'at once', 'at once'],
    ['in double quotes with escapes', 'why: "\\u4e91 \\"at once\\" x"\n', 'at once', 'at once'],
    ['an escape itself', 'why: "a \\u4e91 b"\n', '云', '\\u4e91'],
    ['in double quotes over lines', 'why: "Answer at\n  once"\n', 'at once', 'at\n  once'],
    ['a line joined by a backslash', 'why: "Answer at \\\n  once"\n', 'at once', 'at \\\n  once'],
    ['in single quotes', "why: 'it''s at once'\n", 'at once', 'at once'],
    ['a quotation mark in single quotes', "why: 'it''s so'\n", "it's", "it''s"],
    ['folded', 'why: >\n  Answer at\n  once, please\n', 'at once', 'at\n  once'],
    ['folded, stripped', 'why: >-\n  Answer\n  at once\n', 'at once', 'at once'],
    ['folded with paragraphs', 'why: >\n  Answer\n\n  at once\n', 'at once', 'at once'],
    ['folded with more indentation', 'why: >\n  Answer\n    at once\n  now\n', 'at once', 'at once'],
    ['literal', 'why: |\n  Answer\n  at once\n', 'at once', 'at once'],
    ['literal with an indented line', 'why: |\n  Answer\n    at once\n  now\n', '  at once', '  at once'],
    ['literal with an indicator of indentation', 'why: |2\n   Answer\n  at once\n', 'at once', 'at once'],
    ['literal with a comment', 'why: | # note\n  Answer at once\n', 'at once', 'at once'],
    ['literal with CRLF', 'why: |\r\n  甲\r\n  at once\r\n', 'at once', 'at once'],
    ['Chinese with pictures', 'why: 🙂 请尽快答复\n', '尽快', '尽快'],
  ])('%s', (_, source, part, quoted) => {
    const { value, quote } = toolWith(source);
    const from = value.indexOf(part);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(quote(from, from + part.length)).toBe(quoted);
  });
});

const word = fc.stringMatching(/^[A-Za-z云山酒店，。：'"\\#&*🙂é-]{1,9}$/u);
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const textOf = fc
  .array(line, { minLength: 1, maxLength: 5 })
  .chain((lines) =>
    fc
      .array(fc.constantFrom(' ', '\n', '\n\n', ' \n  '), { minLength: 5, maxLength: 5 })
      .map((gaps) => lines.map((each, i) => each + (i < lines.length - 1 ? gaps[i] : '')).join('')),
  );
const style = fc.constantFrom(
  Scalar.PLAIN,
  Scalar.QUOTE_DOUBLE,
  Scalar.QUOTE_SINGLE,
  Scalar.BLOCK_FOLDED,
  Scalar.BLOCK_LITERAL,
);

test('every character of a value is found in its source, whatever the style', () => {
  let followed = 0;
  let whole = 0;
  fc.assert(
    fc.property(
      textOf,
      style,
      fc.integer({ min: 20, max: 60 }),
      fc.boolean(),
      (text, type, lineWidth, crlf) => {
        const scalar = new Scalar(text);
        scalar.type = type;
        const written = stringify({ why: scalar }, { lineWidth });
        const source = crlf ? written.replaceAll('\n', '\r\n') : written;
        fc.pre(
          new ProblemCollector('a').problems.length === 0 &&
            parseYaml(source, 0, new ProblemCollector('a')).sound,
        );
        const { value, quote } = toolWith(source);
        fc.pre(typeof value === 'string');
        expect(value).toBe(parse(source).why);
        for (let at = 0; at < value.length; at++) {
          const quoted = quote(at, at + 1);
          if (quoted.length > 12) {
            whole++;
            continue;
          }
          followed++;
          if (/\s/.test(value[at]!)) expect(quoted).toMatch(/^[\s\\n]*$/);
          else
            expect([value[at], JSON.stringify(value[at]).slice(1, -1), `${value[at]}${value[at]}`]).toContain(
              quoted,
            );
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(followed).toBeGreaterThan(5000);
  expect(whole).toBe(0);
});
