import type { Template } from '../model/message.ts';
import type { ProblemCollector } from './problem.ts';

export const encodingMessages = {
  utf16: {
    en: 'The file is encoded in UTF-16; expected UTF-8. Save it as "UTF-8" in your editor.',
    'zh-CN': '文件编码为 UTF-16，应为 UTF-8；请在编辑器中另存为“UTF-8”。',
  },
  notUtf8: {
    en: 'Byte {byte} at position {index} is not UTF-8; the file looks like {guess}. Save it as "UTF-8" in your editor.',
    'zh-CN': '第 {index} 个字节 {byte} 不是 UTF-8，文件疑为 {guess} 编码；请在编辑器中另存为“UTF-8”。',
  },
  binary: {
    en: 'The file holds a NUL character, so it is not text. Replace it by a text file or move it out of the handbook.',
    'zh-CN': '文件含有空字符（NUL），不是文本文件；请换成文本文件或移出手册目录。',
  },
  bareCarriageReturn: {
    en: 'A line ends in a bare carriage return (old Mac style); expected LF or CRLF. Convert the line endings.',
    'zh-CN': '此行以单独的回车符（旧 Mac 格式）结尾，应为 LF 或 CRLF；请转换换行符。',
  },
  strayBom: {
    en: 'There is an invisible byte order mark (U+FEFF) inside the text. Delete it.',
    'zh-CN': '正文中混有不可见的字节顺序标记（U+FEFF）；请删除。',
  },
  bidi: {
    en: 'The invisible character {code} changes the direction of the text, so that it reads other than it is. Delete it.',
    'zh-CN': '不可见字符 {code} 会改变文字方向，使读到的内容与实际不符；请删除。',
  },
} satisfies Record<string, Template>;

/** Text of a file as it lies on disk; `text` still begins with the byte order mark, if there is one. */
export interface Decoded {
  text: string;
  /** 1 where the file begins with a byte order mark, else 0: the offset at which content begins. */
  contentStart: 0 | 1;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BOM = '\uFEFF';
// Characters that a review on a Git site does not show, yet change what is read (CVE-2021-42574).
const invisible = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Decodes a file strictly as UTF-8. Returns undefined, with a problem reported, where it is not text.
 * Offsets of everything found later are UTF-16 offsets into `text`.
 */
export function decode(bytes: Uint8Array, report: ProblemCollector): Decoded | undefined {
  const fail = (messageId: keyof typeof encodingMessages, data = {}) => {
    report.add('syntax/encoding', encodingMessages, { messageId, span: [0, 0], data });
    return undefined;
  };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return fail('utf16');
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    const index = firstInvalidByte(bytes);
    const byte = `0x${bytes[index]!.toString(16).toUpperCase().padStart(2, '0')}`;
    return fail('notUtf8', { index: index + 1, byte, guess: guessEncoding(bytes) });
  }
  if (text.includes('\0')) return fail(looksLikeUtf16(bytes) ? 'utf16' : 'binary');
  reportInvisible(text, report);
  return { text, contentStart: text.startsWith(BOM) ? 1 : 0 };
}

function reportInvisible(text: string, report: ProblemCollector): void {
  const stray = text.indexOf(BOM, 1);
  if (stray > 0) {
    report.add('syntax/encoding', encodingMessages, { messageId: 'strayBom', span: [stray, stray + 1] });
  }
  const bare = /\r(?!\n)/.exec(text);
  if (bare) {
    const span = [bare.index, bare.index + 1] as const;
    report.add('syntax/encoding', encodingMessages, { messageId: 'bareCarriageReturn', span });
  }
  for (const match of text.matchAll(invisible)) {
    const code = `U+${match[0].charCodeAt(0).toString(16).toUpperCase()}`;
    const span = [match.index, match.index + 1] as const;
    report.add('syntax/encoding', encodingMessages, { messageId: 'bidi', span, data: { code }, what: code });
  }
}

/** Where the first sequence that is not UTF-8 begins: after the longest prefix that decodes, found by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodePrefix(bytes.subarray(0, middle)) !== undefined) low = middle;
    else high = middle - 1;
  }
  const whole = new TextEncoder().encode(decodePrefix(bytes.subarray(0, low))).length;
  return Math.min(whole, bytes.length - 1);
}

/** The text of a prefix, whose last sequence may be cut off; undefined where it is not UTF-8. */
function decodePrefix(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** GBK is what Chinese Windows editors write by default; a file that decodes as GBK most likely is. */
function guessEncoding(bytes: Uint8Array): string {
  try {
    new TextDecoder('gbk', { fatal: true }).decode(bytes);
    return 'GBK';
  } catch {
    return 'Latin-1';
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  let zeros = 0;
  const sample = bytes.subarray(0, 512);
  for (const byte of sample) if (byte === 0) zeros++;
  return zeros > sample.length / 4;
}
