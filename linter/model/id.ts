/** Ids are kebab-case ASCII, so that they survive file systems, addresses and keyboards everywhere. */
export const MAX_ID_LENGTH = 63;

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function isId(text: string): boolean {
  return text.length <= MAX_ID_LENGTH && idPattern.test(text);
}

/**
 * The id nearest to a name, or undefined where a letter or digit of it is not ASCII: without it, `一楼A` and
 * `二楼A` would be one.
 *
 * @example toId('Front_Desk') // => 'front-desk'
 */
export function toId(name: string): string | undefined {
  const plain = name.normalize('NFKD').replace(/[\u0300-\u036F]/g, '');
  if (/(?![A-Za-z0-9])[\p{L}\p{N}]/u.test(plain)) return undefined;
  const id = plain
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_ID_LENGTH)
    .replace(/-+$/, '');
  return id === '' ? undefined : id;
}

/**
 * The id that a file name means: itself, its spelling as an id, or, where there is none, what it says.
 *
 * @example idMeant('Check In') // => 'check-in'
 * @example idMeant('入住') // => '入住'
 */
export function idMeant(name: string): string {
  const whole = name.normalize('NFC');
  return idPattern.test(whole) ? whole : (toId(whole) ?? whole);
}
