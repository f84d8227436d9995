/**
 * How the index of all texts is divided: a large one is built and loaded in parts, so that it can grow while pages
 * are still being made, needs the memory of one part, and one changed page costs one part.
 */

/** A reader's browser asks each part; a handbook of fewer pages in a language has one. */
const PAGES_IN_A_PART = 2000;

/** @param pages how many there are to be found in one language */
export function partsFor(pages: number): number {
  return Math.max(1, Math.ceil(pages / PAGES_IN_A_PART));
}

/** The part that a page belongs to, from 0; by its path alone, so that no other page moves when one comes or goes. */
export function partOf(path: string, parts: number): number {
  if (parts === 1) return 0;
  // FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  let sum = 0x811c9dc5;
  for (let at = 0; at < path.length; at++) sum = Math.imul(sum ^ path.charCodeAt(at), 0x01000193);
  return (sum >>> 0) % parts;
}

/** The folder of a part below `pagefind/`. */
export function bundleName(locale: string, part: number): string {
  return part === 0 ? locale : `${locale}-${part + 1}`;
}
