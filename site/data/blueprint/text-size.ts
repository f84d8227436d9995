const NARROW = /[iIjlftr.,:;'’|!()[\]·\- ]/;
const BROAD = /[mwMW@%—…]/;
const CAPITAL = /[A-Z0-9&#?$€£<>=+]/;
const FULL =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60“”‘]|\p{Extended_Pictographic}/u;
/** What stands together on a line: a Latin word with the space after it, or one Han character. */
const PARTS = /(?:[^\s\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]|\u00A0[^\s])+\s*|\s+|./gsu;

/**
 * How wide a text is in a system font, in em; on the safe side, since nobody knows the reader's font when the
 * drawing is made.
 */
export function widthInEm(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** How many lines a text takes in a box of a given width, both in em; at least one. */
export function lineCount(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const [part] of text.matchAll(PARTS)) {
    const solid = widthInEm(part.trimEnd());
    if (used > 0 && used + solid > width) {
      lines++;
      used = 0;
    }
    // A word longer than the line is broken within.
    const broken = Math.max(0, Math.ceil(solid / width) - 1);
    lines += broken;
    used += widthInEm(part) - broken * width;
  }
  return lines;
}

// helpers

function widthOf(character: string): number {
  if (FULL.test(character)) return 1.02;
  if (NARROW.test(character)) return 0.39;
  if (BROAD.test(character)) return 0.95;
  return CAPITAL.test(character) ? 0.7 : 0.62;
}
