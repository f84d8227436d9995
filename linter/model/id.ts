/** Ids are kebab-case ASCII, so that they survive file systems, addresses and keyboards everywhere. */
export const MAX_ID_LENGTH = 63;

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function isId(text: string): boolean {
  return text.length <= MAX_ID_LENGTH && idPattern.test(text);
}

/**
 * The id nearest to a name, or undefined where nothing of it is ASCII.
 *
 * @example toId('Front_Desk') // => 'front-desk'
 */
export function toId(name: string): string | undefined {
  const id = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_ID_LENGTH)
    .replace(/-+$/, '');
  return id === '' ? undefined : id;
}
