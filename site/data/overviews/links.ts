import type { View } from '../view.ts';
import type { Piece } from '../words.ts';
import { overviewsOf } from './index.ts';

/** The overviews of a handbook as a menu names them. */
export function overviewLinks(view: View): Piece[] {
  return overviewsOf(view.handbook).map((name) => ({
    text: view.t(`overview.${name}`),
    href: view.href({ type: 'overview', name }),
  }));
}
