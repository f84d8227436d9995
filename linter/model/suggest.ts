import { distance } from 'fastest-levenshtein';
import type { Localised } from './message.ts';

/** How many slips a name may have for us to guess it: one in three characters. */
const farthest = (name: string) => Math.max(1, Math.floor(name.length / 3));

/**
 * The known name nearest to a misspelt one, or undefined where none is near.
 *
 * @example nearest('frontdesk', ['front-desk', 'waiter']) // => 'front-desk'
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const folded = fold(name);
  const limit = farthest(folded);
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const plain = fold(candidate);
    // A cheap bound first: the distance is never less than the difference in length.
    if (Math.abs(plain.length - folded.length) >= bestDistance) continue;
    const apart = distance(folded, plain);
    if (apart < bestDistance) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

/** The end of a sentence: “did you mean …?” where a near name is known, else a few of the names there are. */
export function hint(name: string, known: readonly string[]): Localised {
  const near = nearest(name, known);
  if (near !== undefined) return { en: `did you mean "${near}"?`, 'zh-CN': `是否应为“${near}”？` };
  const list = known.slice(0, 12);
  const more = known.length > list.length ? ', …' : '';
  return {
    en: `expected one of ${list.join(', ')}${more}.`,
    'zh-CN': `应为 ${list.join('、')}${more && '…'} 之一。`,
  };
}
