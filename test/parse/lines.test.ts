import { describe, expect, test } from 'vitest';
import { LineIndex } from '../../linter/parse/lines.ts';

describe('the range of a span', () => {
  test.each([
    ['LF', 'a: 1\n'],
    ['CRLF', 'a: 1\r\n'],
  ])('ends before the %s that ends its last line', (_, text) => {
    const { start, end } = new LineIndex(`${text}b: 2`).range([0, text.length]);
    expect(start).toEqual({ line: 1, column: 1, offset: 0 });
    expect(end).toEqual({ line: 1, column: 5, offset: 4 });
  });

  test('keeps a line break that is itself what is marked', () => {
    const { start, end } = new LineIndex('a\nb').range([1, 2]);
    expect([start.offset, end.offset]).toEqual([1, 2]);
  });

  test('keeps an empty span at the start of a line', () => {
    const { start, end } = new LineIndex('a\nb').range([2, 2]);
    expect([start, end]).toEqual(Array(2).fill({ line: 2, column: 1, offset: 2 }));
  });
});
