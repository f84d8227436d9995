/** Ticks that people count in, and the stretch of values from the first to the last. */
export interface Axis {
  /** Ascending, at even steps of 1, 2, 2.5 or 5 times a power of ten. */
  ticks: number[];
  /** What the axis spans: all the values, and no more than the bounds. */
  domain: readonly [min: number, max: number];
}

/**
 * An axis for values from `min` to `max`, with about `count` ticks (never more than twice as many).
 *
 * @param bounds the least and greatest value possible; the axis does not promise more
 * @example
 * axisFor(43, 52, 4) // => { ticks: [42.5, 45, 47.5, 50, 52.5], domain: [42.5, 52.5] }
 * axisFor(80, 99, 4, [0, 100]) // => { ticks: [80, 85, 90, 95, 100], domain: [80, 100] }
 */
export function axisFor(
  min: number,
  max: number,
  count: number,
  [least, greatest]: readonly [number, number] = [-Infinity, Infinity],
): Axis {
  // One value alone stands in the middle of an axis that tells its size.
  const slack = min === max ? Math.abs(min) * 0.1 || 1 : 0;
  const [low, high] = [min - slack, max + slack];
  const { step, decimals } = stepFor((high - low) / count);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  const ticks: number[] = [];
  for (let index = first; index <= last; index++) {
    const tick = Number((index * step).toFixed(decimals));
    if (tick >= least && tick <= greatest) ticks.push(tick);
  }
  const end = (index: number) => Number((index * step).toFixed(decimals));
  return {
    ticks,
    domain: [Math.max(end(first), Math.min(least, min)), Math.min(end(last), Math.max(greatest, max))],
  };
}

/** Where a value of the domain lies in the range, in proportion; the range may run downwards. */
export function scaleOf(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  const width = to - from;
  return (value) => (width === 0 ? (start + end) / 2 : start + ((value - from) / width) * (end - start));
}

// helpers

const FACTORS = [1, 2, 2.5, 5, 10];

/** The least handy step that is no smaller than asked for, and the decimals that its multiples have. */
function stepFor(least: number): { step: number; decimals: number } {
  const power = Math.floor(Math.log10(least));
  const unit = 10 ** power;
  // 10 ** -3 is not quite a thousandth; a hair less must do.
  const factor = FACTORS.find((each) => each * unit >= least * (1 - 1e-9)) ?? 10;
  const decimals = Math.max(0, -power + (factor === 2.5 ? 1 : 0));
  return { step: Number((factor * unit).toFixed(decimals)), decimals };
}
