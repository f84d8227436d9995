/**
 * About how wide a text is on one line, in em: on the wide side of what common system fonts do, so that what is
 * reckoned to fit does.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character.codePointAt(0)!);
  return width;
}

// helpers

const NARROW = new Set([..." ijltfrI.,;:'’!|()[]/-·"].map((each) => each.codePointAt(0)!));
const BROAD = new Set([...'mwMW@%—…“”‘'].map((each) => each.codePointAt(0)!));

function widthOfCharacter(code: number): number {
  // Han, kana, full-width punctuation, signs and emoji
  if (code >= 0x2e80 || (code >= 0x2190 && code < 0x2c00)) return 1;
  if (NARROW.has(code)) return 0.37;
  if (BROAD.has(code)) return 0.98;
  return code >= 0x41 && code <= 0x5a ? 0.73 : 0.62;
}
