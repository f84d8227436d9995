import type { CardContents, CardItem, Detail } from './card-items.ts';
import { widthOf } from './text-width.ts';

/**
 * How a card is set on one format of paper so that it is one page: sheets of every format of a family have the
 * same proportions, so a card is measured in hundredths of the width between its edges, whatever that is.
 */
export interface Fit {
  /** The size of type, in twentieths of a hundredth of the width; card.css has a style for each. */
  size: number;
  detail: Detail;
  /** How many items are shown, from the first on. */
  shown: number;
}

/** What stands at the head and the foot of a card. */
export interface CardFrame {
  label: string;
  title: string;
  address: string;
}

export type Format = 'a4' | 'a6';

/**
 * The largest type at which everything fits; else with fewer details; else at the smallest type as many items as
 * there is room for.
 */
export function fitOf(contents: CardContents, frame: CardFrame, format: Format): Fit {
  const { items } = contents;
  const details = detailsOf(items);
  for (const detail of details) {
    for (const size of sizes[format]) {
      if (shownAt(contents, frame, format, size, detail) === items.length)
        return { size, detail, shown: items.length };
    }
  }
  const detail = details.at(-1)!;
  const smallest = sizes[format].at(-1)!;
  return { size: smallest, detail, shown: shownAt(contents, frame, format, smallest, detail) };
}

/** The details there are, the most first. */
export function detailsOf(items: readonly CardItem[]): Detail[] {
  const used = new Set(
    items.flatMap(({ lines, caption }) => [...lines.map(({ detail }) => detail), caption?.detail]),
  );
  return ([3, 2, 1] as const).filter((detail) => detail === 1 || used.has(detail));
}

// helpers; lengths in hundredths of the card's width, as `--u` of card.css

/** From the edge at the head to the one at the foot; a little less than there is. */
const HEIGHT = 144;
/** Twentieths of a unit: on A4, 34 is 9 pt and 80 is 21; on A6, 53 is 7 pt and 80 is 10.5. */
const sizes: Record<Format, readonly number[]> = {
  a4: [80, 68, 57, 50, 46, 42, 38, 34],
  a6: [80, 74, 68, 62, 57, 53],
};
/** The code at the foot, and the type beside it. */
const foot: Record<Format, { code: number; type: number }> = {
  a4: { code: 11, type: 1.7 },
  a6: { code: 17, type: 2.65 },
};
/** What the sentence about what is left out may take. */
const LINES_OF_LEFT = 2;
const LEADING = 1.32;
const TITLE = 1.45;
const FIGURE = 1.8;
const LIMIT = 1.5;
const LEADING_OF_LIMIT = 1.15;
const LIMIT_IN_LINES = 1.2;
/** No caption is broader. */
const CAPTION = 11;
const GAP = 0.4;
const RULE = 0.05;
/** Names are bold, and broader than the text. */
const BOLD = 1.08;

function shownAt(
  { figure, items }: CardContents,
  frame: CardFrame,
  format: Format,
  size: number,
  detail: Detail,
): number {
  const em = size / 20;
  const width = 100 / em;
  const room = HEIGHT / em - footOf(frame, format) / em;
  let height = headOf(frame, figure, width);
  let part = items[0]?.part;
  for (const [index, item] of items.entries()) {
    if (item.part !== part && item.part) height += linesOf(widthOf(item.part), width) * LEADING + 2 * GAP;
    part = item.part;
    height += heightOf(item, width, detail) + GAP + RULE;
    if (height > room) return index;
  }
  return items.length;
}

function headOf({ label, title }: CardFrame, figure: CardContents['figure'], width: number): number {
  const titled = linesOf(widthOf(title) * TITLE * BOLD, width) * TITLE * 1.25;
  const { value = '', label: of = '' } = figure ?? {};
  const figured = figure ? linesOf(widthOf(value) * FIGURE * BOLD + widthOf(of) + 1, width) * FIGURE : 0;
  return linesOf(widthOf(label), width) * LEADING + titled + figured * LEADING + 2;
}

function footOf({ address }: CardFrame, format: Format): number {
  const { code, type } = foot[format];
  const width = (100 - code) / type - 2;
  const lines = linesOf(widthOf(address), width) + 2 + LINES_OF_LEFT;
  return Math.max(code, lines * LEADING * type) + 2 * type;
}

function heightOf(item: CardItem, width: number, detail: Detail): number {
  const { lines, number, point } = item;
  const beside = besideOf(item, detail);
  const indent = number !== undefined ? 2.2 : point ? 1.2 : 0;
  const within = width - indent - beside.width;
  const shown = lines.filter((line) => line.detail <= detail);
  const text = shown.reduce((sum, { tone, widths }) => {
    const size = tone === 'limit' ? LIMIT_IN_LINES : 1;
    const broad = tone === 'what' || tone === 'note' ? size : size * BOLD;
    const count = widths.reduce((count, each) => count + linesOf(each * broad, within), 0);
    return sum + count * size * LEADING;
  }, 0);
  return Math.max(text, beside.height);
}

/** The limit beside the lines, with its caption below it. */
function besideOf({ limit, caption }: CardItem, detail: Detail): { width: number; height: number } {
  if (limit === undefined) return { width: 0, height: 0 };
  const captioned = caption && caption.detail <= detail ? widthOf(caption.text) : 0;
  const width = Math.max(widthOf(limit) * LIMIT * BOLD, Math.min(captioned, CAPTION));
  const below = captioned ? linesOf(captioned, CAPTION) * LEADING : 0;
  return { width: width + 1, height: LIMIT * LEADING_OF_LIMIT + below };
}

/** Lines end before a word that does not fit, or a mark that may not begin one. */
function linesOf(text: number, width: number): number {
  return text <= width ? 1 : Math.ceil(text / Math.max(width - 1.5, 1));
}
