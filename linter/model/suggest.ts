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
    const farOff = Math.abs(plain.length - folded.length) >= bestDistance;
    if (farOff && !isStart(folded, plain)) continue;
    const apart = isSwap(folded, plain) || isStart(folded, plain) ? 1 : distance(folded, plain);
    if (apart < bestDistance) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}

/** Two neighbouring letters swapped, as in `onwer`, are one slip and not two. */
function isSwap(written: string, known: string): boolean {
  if (written.length !== known.length) return false;
  const at = [...known].findIndex((letter, i) => letter !== written[i]);
  return at >= 0 && known.slice(0, at) + known[at + 1] + known[at] + known.slice(at + 2) === written;
}

/** A name cut short, such as `warn` for `warning`. */
function isStart(written: string, known: string): boolean {
  return written.length >= 3 && known.startsWith(written);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

/** The end of a sentence: “did you mean …?” where a near name is known, else a few of the names there are. */
export function hint(name: string, known: readonly string[]): Localised {
  const near = nearest(name, known);
  if (near !== undefined) return { en: `did you mean "${near}"?`, 'zh-CN': `是否应为“${near}”？` };
  if (known.length === 0) return { en: 'expected none. Delete it.', 'zh-CN': '此处不应有，请删除。' };
  if (known.length === 1) return { en: `expected "${known[0]}".`, 'zh-CN': `应为“${known[0]}”。` };
  const list = known.slice(0, 12);
  const more = known.length > list.length ? ', …' : '';
  return {
    en: `expected one of ${list.join(', ')}${more}.`,
    'zh-CN': `应为 ${list.join('、')}${more && '…'} 之一。`,
  };
}
