import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { frame } from '../../linter/report/frame.ts';
import { positionAt } from './findings.ts';

const same = (text: string) => text;
const draw = (source: string, quoted: string, width = 100, from = 0) => {
  const offset = source.indexOf(quoted, from);
  if (offset === -1) throw new Error(`"${quoted}" is not in the source`);
  const range = { start: positionAt(source, offset), end: positionAt(source, offset + quoted.length) };
  return frame(source, range, { width, gutter: same, mark: same });
};

describe('frame', () => {
  it.each([
    ['Chinese', 'name: 办理入住：核对', '入住', ['  1 │ name: 办理入住：核对', '    │           ^^^^']],
    ['a tab', '\tdo:\twait', 'wait', ['  1 │     do: wait', '    │         ^^^^']],
    ['a tab in the range', 'a\tb', 'a\tb', ['  1 │ a   b', '    │ ^^^^^']],
    ['an emoji family', 'x: 👨‍👩‍👧 late', 'late', ['  1 │ x: 👨‍👩‍👧 late', '    │       ^^^^']],
    ['combining marks', 'cafe\u0301 late', 'late', ['  1 │ cafe\u0301 late', '    │      ^^^^']],
    ['CRLF', 'a: 1\r\nb: 2\r\n', 'b: 2', ['  2 │ b: 2', '    │ ^^^^']],
    ['a range over CRLF', 'a: 1\r\nb: 2\r\n', 'a: 1\r\n', ['  1 │ a: 1', '    │ ^^^^']],
    ['a byte order mark', '\ufeffname: x', 'x', ['  1 │ name: x', '    │       ^']],
    ['an empty range', 'name:\n', '', ['  1 │ name:', '    │ ^']],
    ['an empty line', 'a\n\nb', '\n\n', ['  1 │ a', '    │  ^', '  2 │', '    │ ^']],
  ])('marks %s', (_, source, quoted, lines) => {
    expect(draw(source, quoted)).toEqual(lines);
  });

  it('marks the end of a line for what is missing there', () => {
    const end = positionAt('owner:', 6);
    expect(frame('owner:', { start: end, end }, { width: 80, gutter: same, mark: same })).toEqual([
      '  1 │ owner:',
      '    │       ^',
    ]);
  });

  it('shows the first lines of a long range and its last', () => {
    const source = 'steps:\n  - id: greet\n    lane: front\n  - id: pay\n    lane: back\nnext: 1\n';
    expect(draw(source, source.slice(0, source.indexOf('next')))).toEqual([
      '  1 │ steps:',
      '    │ ^^^^^^',
      '  2 │   - id: greet',
      '    │   ^^^^^^^^^^^',
      '    ⋮',
      '  5 │     lane: back',
      '    │     ^^^^^^^^^^',
    ]);
  });

  it('aligns numbers of different length', () => {
    const source = `${'\n'.repeat(8)}a: 1\nb: 2\nc: 3\n`;
    expect(draw(source, 'a: 1\nb: 2\nc: 3')).toEqual([
      '   9 │ a: 1',
      '     │ ^^^^',
      '  10 │ b: 2',
      '     │ ^^^^',
      '  11 │ c: 3',
      '     │ ^^^^',
    ]);
  });

  it('cuts a long line around the range', () => {
    const source = `do: ${'核对证件'.repeat(40)}及时${'告知客人'.repeat(40)}`;
    const [text = '', marks = ''] = draw(source, '及时', 60);
    expect(text).toMatch(/^ {2}1 │ ….+及时.+…$/);
    expect(stringWidth(text)).toBeLessThanOrEqual(60);
    expect(stringWidth(text.slice(0, text.indexOf('及时')))).toBe(marks.indexOf('^'));
  });

  it('keeps the head of a range that is longer than the room', () => {
    const [text, marks] = draw(`do: ${'a'.repeat(5000)}`, 'a'.repeat(5000), 40);
    expect(text).toBe(`  1 │ do: ${'a'.repeat(29)}…`);
    expect(marks).toBe(`    │     ${'^'.repeat(29)}`);
  });

  it('prints nothing for a range outside the text', () => {
    const far = { line: 9, column: 1, offset: 900 };
    expect(frame('a', { start: far, end: far }, { width: 80, gutter: same, mark: same })).toEqual([]);
  });

  it('marks exactly the columns that the range takes', () => {
    const word = fc.constantFrom(
      '入住',
      '“及时”',
      'wait:',
      'é',
      '👩‍🍳',
      '🇨🇳',
      '：',
      'ab',
      'cafe\u0301',
      '한글',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        word,
        fc.array(word, { maxLength: 3 }),
        (a, marked, b) => {
          const before = a.map((text) => `${text} `).join('');
          const source = [before + marked, ...b].join(' ');
          const [, marks = ''] = draw(source, marked, 200, before.length);
          expect(marks).toBe(`    │ ${' '.repeat(stringWidth(before))}${'^'.repeat(stringWidth(marked))}`);
        },
      ),
    );
  });

  it('never leaves its room, never prints a control, always marks something', () => {
    const words = fc.constantFrom(
      ...'入住 a é 👩‍🍳 🇨🇳 \t , ， “ ” \u202e \u001b[31m \ud83d \u0301 \r ﷺ key:'.split(' '),
      ' ',
    );
    const line = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''));
    const text = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.integer({ min: 30, max: 120 }), (source, a, b, width) => {
        const [from, to] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y);
        const range = { start: positionAt(source, from ?? 0), end: positionAt(source, to ?? 0) };
        const lines = frame(source, range, { width, gutter: same, mark: same });
        expect(lines.join('')).toContain('^');
        for (const printed of lines) {
          expect(stringWidth(printed)).toBeLessThanOrEqual(width);
          expect(printed).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
      }),
    );
  });
});
