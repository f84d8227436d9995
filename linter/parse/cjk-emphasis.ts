/**
 * CommonMark does not let `**` close between Chinese punctuation and a Han character, so that
 * `**注意：**不得` would stay literal (commonmark/commonmark-spec#650): punctuation makes a run of asterisks
 * open or close only beside a space. For Chinese, punctuation beside an asterisk must count as a letter. So
 * each such character is exchanged for a private-use letter of the same length before parsing and put back
 * in the tree after it: offsets do not move and the parser stays the stock one.
 */
const punctuation = '、。，．；：？！“”‘’（）《》〈〉「」『』【】〔〕［］｛｝…—～·％';
const FIRST_PRIVATE = 0xe0_00;

const characterClass = punctuation.replace(/[\]\\^-]/g, '\\$&');
const besideAsterisk = new RegExp(`[${characterClass}](?=\\*)|(?<=\\*)[${characterClass}]`, 'gu');
const privateLetters = new RegExp(
  `[${String.fromCharCode(FIRST_PRIVATE)}-${String.fromCharCode(FIRST_PRIVATE + punctuation.length - 1)}]`,
  'g',
);

const anyPrivateLetter = new RegExp(privateLetters.source);

/** Exchanges the punctuation beside asterisks; the text keeps its length. */
export function shieldPunctuation(source: string): string {
  // A text that uses these private characters itself is left alone: nothing of it may change.
  if (!source.includes('*') || anyPrivateLetter.test(source)) return source;
  return source.replace(besideAsterisk, (character) =>
    String.fromCharCode(FIRST_PRIVATE + punctuation.indexOf(character)),
  );
}

/** Puts the punctuation back in every string of a tree. Does not recurse: the tree is not cut yet. */
export function restorePunctuation(tree: object): void {
  const pending = [tree as Record<string, unknown>];
  for (let record = pending.pop(); record; record = pending.pop()) {
    for (const [key, value] of Object.entries(record)) {
      if (typeof value === 'string') record[key] = restore(value);
      else if (value !== null && typeof value === 'object' && key !== 'position') {
        pending.push(value as Record<string, unknown>);
      }
    }
  }
}

function restore(text: string): string {
  return text.replace(privateLetters, (letter) => punctuation[letter.charCodeAt(0) - FIRST_PRIVATE]!);
}
