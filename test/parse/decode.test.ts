import { describe, expect, test } from 'vitest';
import { decode } from '../../linter/parse/decode.ts';
import { ProblemCollector } from '../../linter/parse/problem.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function read(bytes: Uint8Array) {
  const report = new ProblemCollector('a.yaml');
  const decoded = decode(bytes, report);
  return {
    decoded,
    problems: report.problems.map(({ messageId, data, at }) => ({ messageId, data, span: at.span })),
  };
}

describe('decode', () => {
  test('keeps a byte order mark in the text and says where the content begins', () => {
    expect(read(utf8('\uFEFFname: 甲'))).toEqual({
      decoded: { text: '\uFEFFname: 甲', contentStart: 1 },
      problems: [],
    });
  });

  test('reads CRLF as it is', () => {
    expect(read(utf8('a: 1\r\nb: 2\r\n'))).toEqual({
      decoded: { text: 'a: 1\r\nb: 2\r\n', contentStart: 0 },
      problems: [],
    });
  });

  test('names the byte that is not UTF-8, and GBK where it is GBK', () => {
    // «name: 云山» in GBK.
    const bytes = Uint8Array.of(...utf8('name: '), 0xd4, 0xc6, 0xc9, 0xbd);
    expect(read(bytes)).toEqual({
      decoded: undefined,
      problems: [{ messageId: 'notUtf8', data: { index: 7, byte: '0xD4', guess: 'GBK' }, span: [0, 0] }],
    });
  });

  test('tells Latin-1 from GBK', () => {
    const bytes = Uint8Array.of(...utf8('caf'), 0xe9);
    expect(read(bytes).problems[0]!.data).toMatchObject({ index: 4, byte: '0xE9', guess: 'Latin-1' });
  });

  test.each([
    ['little-endian with mark', Uint8Array.of(0xff, 0xfe, 0x61, 0x00)],
    ['big-endian with mark', Uint8Array.of(0xfe, 0xff, 0x00, 0x61)],
    ['little-endian without mark', Uint8Array.of(0x61, 0x00, 0x3a, 0x00, 0x20, 0x00)],
  ])('recognises UTF-16 (%s)', (_, bytes) => {
    expect(read(bytes).problems.map(({ messageId }) => messageId)).toEqual(['utf16']);
  });

  test('refuses binary files', () => {
    expect(read(utf8(`PNG and much text${'x'.repeat(100)}\0`)).problems[0]!.messageId).toBe('binary');
  });

  test('a sequence cut off at the end of the file is named', () => {
    const whole = utf8('name: 甲');
    expect(read(whole.subarray(0, whole.length - 1)).problems[0]).toMatchObject({ messageId: 'notUtf8' });
  });

  test.each([
    ['a mark inside the text', 'a: 1\n\uFEFFb: 2', 'strayBom', [5, 6]],
    ['a bare carriage return', 'a: 1\rb: 2', 'bareCarriageReturn', [4, 5]],
    ['a character that turns the text round', 'a: \u202Etxt', 'bidi', [3, 4]],
  ])('reports %s at its place and keeps the text', (_, text, messageId, span) => {
    const { decoded, problems } = read(utf8(text));
    expect(decoded?.text).toBe(text);
    expect(problems.map((each) => [each.messageId, each.span])).toEqual([[messageId, span]]);
  });
});
