import { encode } from 'uqr';
import type { Entity } from '../../linter/index.ts';
import { hrefOf, pathOf } from './routes.ts';
import { pageOf, type View } from './view.ts';

/** What the printed card of a page says of itself, so that whoever finds it on a wall knows if it still holds. */
export interface Card {
  /** The page's address with its version. */
  address: string;
  /** The QR code of the address as the path of an SVG, in modules: strokes along the middle of each row. */
  code: string;
  /** Modules on a side, without the quiet zone. */
  size: number;
}

/** The kinds whose pages hang on walls and lie behind desks. */
const kinds = new Set(['sop', 'process', 'decision-right']);

/**
 * The card of a page; undefined for pages that are no cards, and where the site's address is not known: a code
 * that leads nowhere is worse than none.
 */
export function cardOf(view: View, entity: Entity): Card | undefined {
  if (!view.site || !kinds.has(entity.kind)) return undefined;
  const version = entity.data.version ?? view.handbook.today;
  const prefix = view.locale === view.defaultLocale ? undefined : view.locale;
  const url = new URL(hrefOf(view.base, prefix, pathOf(pageOf(entity))), view.site);
  url.searchParams.set('v', version);
  // Any mask can be read; trying all eight for the prettiest takes twenty times as long.
  const { data, size } = encode(url.href, { ecc: 'M', border: 0, maskPattern: 2 });
  return { address: url.href, code: pathOfModules(data), size };
}

// helpers

/**
 * Dark modules of each row as strokes one module wide, each told from where the last one ended: a third of the
 * weight of closed shapes, on pages that have little else.
 */
function pathOfModules(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  rows.forEach((row, y) => {
    let end: number | undefined;
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += end === undefined ? `M${start} ${y}` : `m${start - end} 0`;
      path += `h${x - start + 1}`;
      end = x + 1;
    }
  });
  return path;
}
