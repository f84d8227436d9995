/** A text as it is to be shown; `lang` only where it is in another language than its page. */
export interface Words {
  text: string;
  lang?: string;
}

/** A run of words, possibly a link. */
export interface Piece extends Words {
  href?: string;
  tone?:
    | 'strong'
    | 'quiet'
    | 'value'
    | 'date'
    | 'missing'
    | 'state-met'
    | 'state-missed'
    | 'state-open'
    | 'state-stale'
    | 'state-none';
}

/** What stands in one line or one cell. */
export type Line = readonly Piece[];

export function plain(text: string, tone?: Piece['tone']): Piece {
  return tone ? { text, tone } : { text };
}

/** Pieces as an enumeration. */
export function joined(pieces: readonly Piece[], separator: string): Line {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [plain(separator), piece]));
}

export function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}

/** Whether a value is short enough to stay on one line on a phone, a Han character being as wide as two. */
export function isShort(text: string): boolean {
  const wide = text.match(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/gu)?.length ?? 0;
  return text.length + wide <= 20;
}

/** The beginning of a text, cut where a reader would not stumble. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const head = characters.slice(0, most - 1).join('');
  return `${head
    .replace(/[\s\p{P}]*$/u, '')
    .replace(/(?<=\s)\S{0,3}$/, '')
    .trimEnd()}…`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
