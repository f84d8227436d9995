import { encode } from 'uqr';
import type { Entity } from '../../linter/index.ts';
import { detailsOf, type Fit, type Format, fitOf } from './card-fit.ts';
import { type CardContents, type CardItem, contentsOfCard } from './card-items.ts';
import type { KindView } from './kinds/kind-view.ts';
import { hrefOf, pathOf } from './routes.ts';
import { pageOf, type View } from './view.ts';
import { shorten } from './words.ts';

/** What is printed of a page to hang on a wall or lie in a drawer: on one sheet what to do, and how far one may go. */
export interface Card extends CardContents {
  label: string;
  title: string;
  /** How it is set on each format of paper; `left` names what there is no room for, empty where there is. */
  formats: Record<Format, Fit & { left: string }>;
  /** The page's address with its version, and its code; without them where the site's address is not known. */
  code?: Code;
}

export interface Code {
  address: string;
  /** The QR code of the address: the lengths of the dashes and gaps of a line through it, in modules. */
  dashes: string;
  /** Modules on a side, without the quiet zone. */
  size: number;
}

/** The kinds whose pages hang on walls and lie behind desks. */
const kinds = new Set(['sop', 'process', 'decision-right']);
/** Parts that are named where they are left out; the last of more is an ellipsis. */
const MOST_NAMED = 3;

/** The card of a page that shows so much; undefined for pages of which there are no cards. */
export function cardOf(view: View, entity: Entity, shown: KindView): Card | undefined {
  if (!kinds.has(entity.kind)) return undefined;
  const contents = contentsOfCard(view, entity, shown);
  const code = codeOf(view, entity);
  const frame = { label: labelOf(view, entity), title: view.name(entity).text };
  const formatOf = (format: Format) => {
    const fit = fitOf(contents, { ...frame, address: code?.address ?? '' }, format);
    return { ...fit, left: leftOut(view, contents.items, fit) };
  };
  return {
    ...contents,
    ...frame,
    formats: { a4: formatOf('a4'), a6: formatOf('a6') },
    ...(code && { code }),
  };
}

/** The code that leads to a page; undefined where the site's address is not known: one that leads nowhere is worse than none. */
export function codeOf(view: View, entity: Entity): Code | undefined {
  if (!view.site) return undefined;
  const version = entity.data.version ?? view.handbook.today;
  const prefix = view.locale === view.defaultLocale ? undefined : view.locale;
  const url = new URL(hrefOf(view.base, prefix, pathOf(pageOf(entity))), view.site);
  url.searchParams.set('v', version);
  // Any mask can be read; trying all eight for the prettiest takes twenty times as long.
  const { data, size } = encode(url.href, { ecc: 'M', border: 0, maskPattern: 2 });
  return { address: url.href, dashes: dashesOf(data), size };
}

// helpers

/** What it is, and the version that was printed. */
function labelOf(view: View, { kind, data }: Entity): string {
  const version = data.version ?? view.date(view.handbook.today) ?? view.handbook.today;
  return view.kindName(kind) + view.t('dot') + view.t('card.version', { version });
}

/** What there is no room for, in words: details, steps by their numbers, other parts by their headings. */
function leftOut(view: View, items: readonly CardItem[], { detail, shown }: Fit): string {
  const left = items.slice(shown);
  const steps = left.flatMap(({ number }) => (number === undefined ? [] : [number]));
  const others = left.filter(({ number, part }) => number === undefined && part !== items[0]?.part);
  const parts = [...new Set(others.map(({ part }) => part))];
  const unnamed = left.length > steps.length + others.length;
  const named = [
    ...(steps.length > 0 ? [view.t('card.steps', { from: steps[0]!, to: steps.at(-1)! })] : []),
    ...parts.slice(0, MOST_NAMED).map((part) => shorten(part, 24)),
    ...(parts.length > MOST_NAMED ? ['…'] : []),
    ...(unnamed || detail < detailsOf(items)[0]! ? [view.t('card.details')] : []),
  ];
  return named.length > 0 ? view.t('card.left', { parts: named.join(view.t('comma')) }) : '';
}

/**
 * Dark modules as the dashes of one line that runs along the middle of each row, to and fro, and from row to row
 * beside the code: half the weight of a path for each run, on pages that have little else.
 */
function dashesOf(rows: readonly (readonly boolean[])[]): string {
  const lengths: number[] = [];
  let [dark, length] = [true, 0];
  const add = (isDark: boolean, by: number) => {
    if (isDark !== dark) {
      lengths.push(length);
      [dark, length] = [isDark, 0];
    }
    length += by;
  };
  rows.forEach((row, y) => {
    add(false, 1);
    for (const module of y % 2 ? row.toReversed() : row) add(module, 1);
    // Around the corner: out of the code, and down to the next row.
    add(false, 2);
  });
  return [...lengths, length].join(' ');
}
