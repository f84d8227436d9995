/** Text whose bytes were once read in the wrong encoding, found and, where its bytes survive, put right. */
export interface Mojibake {
  start: number;
  end: number;
  /** What it was, where it can be told. */
  original?: string;
}

/** What Windows-1252 makes of the bytes 0x80 to 0x9F. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009Džÿ'.replace('ÿ', 'Ÿ');
const continuation = `[\\u0080-\\u00BF${windows1252}]`;

/** UTF-8 read as Latin: a lead byte as a letter, its continuation bytes as signs. */
const latin = new RegExp(
  `(?:[\\u00C2\\u00C3]${continuation}|[\\u00E2-\\u00EF]${continuation}{2}|\\u00F0${continuation}{3})+`,
  'g',
);

/** What lost characters become on their way through GBK, and what debuggers fill memory with. */
const lost = /(?:锟斤拷?|斤拷)+|烫{3,}|屯{3,}|ï¿½/g;

/** What the first two bytes of a Chinese character in UTF-8 become in GBK: rare characters, all of them. */
const gbkLeads = gbkCharacters([0xe3, 0xe9], [0x80, 0xbf]);
const gbkRun = new RegExp(`[${[...gbkLeads.keys()].join('')}][^\\0-\\x7F]{2,}`, 'g');

export function findMojibake(text: string): Mojibake[] {
  const found: Mojibake[] = [];
  for (const match of text.matchAll(lost))
    found.push({ start: match.index, end: match.index + match[0].length });
  for (const match of text.matchAll(latin)) {
    const original = decode(latinBytes(match[0]));
    if (original === undefined || isWordEnd(text, match.index, match[0])) continue;
    found.push({ start: match.index, end: match.index + match[0].length, original });
  }
  for (const match of text.matchAll(gbkRun)) {
    const read = readGbk(match[0]);
    if (read) found.push({ start: match.index, end: match.index + read.length, ...read.found });
  }
  return found.sort((a, b) => a.start - b.start);
}

// helpers

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function latinBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const high = windows1252.indexOf(character);
    return high === -1 ? character.charCodeAt(0) : 0x80 + high;
  });
}

/** «café”…» decodes by chance; typographic marks after a letter are the common case, and start with â€. */
function isWordEnd(text: string, start: number, run: string): boolean {
  return run.length <= 3 && !run.startsWith('â€') && /[A-Za-z]/.test(text[start - 1] ?? '');
}

/**
 * How much of a run is UTF-8 read as GBK: sound text may follow at once. GBK loses an odd last byte, and then
 * the last character cannot be told.
 */
function readGbk(run: string): { length: number; found: { original?: string } } | undefined {
  const pairs = gbkPairs(run);
  const bytes = pairs.flat();
  const sound = soundLength(bytes);
  const original = decode(Uint8Array.from(bytes.slice(0, sound))) ?? '';
  if (!/^[\p{Script=Han}\p{P}]{2,}$/u.test(original)) return undefined;
  let length = 0;
  for (let reached = 0; reached < sound; length++) reached += pairs[length]!.length;
  const isWhole = pairs.slice(0, length).flat().length === sound;
  // A half of one more character, with no known one after it, is what became of the last one.
  const cut = bytes.length - sound <= 2 && (bytes[sound] ?? 0) >= 0xe3 && length < pairs.length ? 1 : 0;
  return { length: Math.min(run.length, length + cut), found: isWhole && cut === 0 ? { original } : {} };
}

/** How many bytes are whole three-byte sequences of UTF-8. */
function soundLength(bytes: readonly number[]): number {
  const isNext = (byte = 0) => byte >= 0x80 && byte <= 0xbf;
  let at = 0;
  while ((bytes[at] ?? 0) >= 0xe3 && bytes[at]! <= 0xef && isNext(bytes[at + 1]) && isNext(bytes[at + 2]))
    at += 3;
  return at;
}

let gbkTable: Map<string, readonly number[]> | undefined;

/** The bytes of a run's characters in GBK, up to the first character that it does not know. */
function gbkPairs(text: string): (readonly number[])[] {
  gbkTable ??= gbkCharacters([0x81, 0xfe], [0x40, 0xfe]).set('€', [0x80]);
  const pairs: (readonly number[])[] = [];
  for (const character of text) {
    const pair = gbkTable.get(character);
    if (!pair) break;
    pairs.push(pair);
  }
  return pairs;
}

/** Characters of GBK by the range of their bytes, made from the decoder that every browser and Node has. */
function gbkCharacters([from, to]: readonly [number, number], [low, high]: readonly [number, number]) {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, readonly number[]>();
  for (let lead = from; lead <= to; lead++) {
    for (let trail = low; trail <= high; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\uFFFD') table.set(character, [lead, trail]);
    }
  }
  return table;
}
