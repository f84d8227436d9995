/** JSON Pointers (RFC 6901): `/steps/0/next`; the empty pointer is the whole document. */

export function escapeToken(token: string | number): string {
  // Almost no field name needs it, and this runs for every field of every file.
  if (typeof token === 'number' || !/[~/]/.test(token)) return String(token);
  return String(token).replaceAll('~', '~0').replaceAll('/', '~1');
}

export function unescapeToken(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** @example pointer('steps', 0, 'next') // => '/steps/0/next' */
export function pointer(...tokens: (string | number)[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('');
}

/** @example tokensOf('/steps/0') // => ['steps', '0'] */
export function tokensOf(path: string): string[] {
  return path.split('/').slice(1).map(unescapeToken);
}

export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The value a pointer names, or undefined where there is none. */
export function valueAt(data: unknown, path: string): unknown {
  let value = data;
  for (const token of tokensOf(path)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}
