/** About how wide a text is, in the widths of a Han character: Latin letters and digits are about half as wide. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(character) ? 1 : 0.56;
  return width;
}

/** The beginning of a text that is no wider than this, with an ellipsis where it had to be cut. */
export function fitted(text: string, most: number): string {
  if (textWidth(text) <= most) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`) > most) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A text in at most two lines of this width, broken between words or between Han characters. */
export function inTwoLines(text: string, most: number): string[] {
  if (textWidth(text) <= most) return [text];
  const parts =
    text.match(
      /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]|[^\s\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+\s*|\s+/gu,
    ) ?? [];
  let first = '';
  for (const part of parts) {
    if (first !== '' && textWidth((first + part).trimEnd()) > most) break;
    first += part;
  }
  return [first.trimEnd(), text.slice(first.length).trim()].filter(Boolean).map((line) => fitted(line, most));
}

/**
 * Names without the words that all of them begin with: beside a line there is room for what tells it apart.
 *
 * @example apart(['Yunshan Lakeside', 'Yunshan Old Town']) // => ['Lakeside', 'Old Town']
 */
export function apart(names: readonly string[]): string[] {
  const [first = '', ...others] = names;
  if (others.length === 0) return [...names];
  let common = 0;
  for (const match of first.matchAll(/[\s·・:：/-]+/g)) {
    const end = match.index + match[0].length;
    if (others.every((name) => name.startsWith(first.slice(0, end)) && name.length > end)) common = end;
  }
  return names.map((name) => name.slice(common));
}
