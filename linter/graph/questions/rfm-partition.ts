/** Lowest and highest score, both included. */
export type ScoreRange = readonly [low: number, high: number];

/** A block of cells of the score grid: recency × frequency × monetary value. */
export interface RfmBlock {
  r: ScoreRange;
  f: ScoreRange;
  m: ScoreRange;
}

export interface RfmCell {
  r: number;
  f: number;
  m: number;
}

export interface RfmPartition<Name> {
  /** The cells that several blocks hold, once for each later block that shares cells with earlier ones. */
  overlaps: { name: Name; earlier: Name[]; cells: number; example: RfmCell }[];
  /** What no block holds: how many cells, and the largest block of them; undefined where all is covered. */
  gap: { cells: number; largest: RfmBlock } | undefined;
}

/**
 * Judges whether blocks of RFM scores form a partition of the grid 1…scale in each direction: every cell in
 * exactly one block. Ranges must lie within the grid and not be reversed.
 *
 * Every cell is visited for each block that holds it, so that it costs at most blocks × scale³ steps, and the
 * largest gap is found over all scale⁶/8 blocks of the grid with sums of covered cells: 166,375 for scale 10.
 */
export function rfmPartition<Name>(
  blocks: readonly (RfmBlock & { name: Name })[],
  scale: number,
): RfmPartition<Name> {
  const holders = new Map<number, Name[]>();
  const overlaps: RfmPartition<Name>['overlaps'] = [];
  for (const block of blocks) {
    const earlier = new Set<Name>();
    let cells = 0;
    let example: RfmCell | undefined;
    for (const cell of cellsOf(block)) {
      const index = indexOf(cell, scale);
      const held = holders.get(index);
      if (!held) {
        holders.set(index, [block.name]);
        continue;
      }
      cells++;
      example ??= cell;
      for (const name of held) earlier.add(name);
      // Three holders tell no more than two: the first is always among them.
      if (held.length < 2) held.push(block.name);
    }
    if (example) overlaps.push({ name: block.name, earlier: [...earlier], cells, example });
  }
  const cells = scale ** 3 - holders.size;
  return {
    overlaps,
    gap: cells === 0 ? undefined : { cells, largest: largestGap(new Set(holders.keys()), scale) },
  };
}

/** How many cells a block has. */
export function sizeOf({ r, f, m }: RfmBlock): number {
  return lengthOf(r) * lengthOf(f) * lengthOf(m);
}

// helpers

function lengthOf([low, high]: ScoreRange): number {
  return high - low + 1;
}

function* cellsOf({ r, f, m }: RfmBlock): Generator<RfmCell> {
  for (let i = r[0]; i <= r[1]; i++)
    for (let j = f[0]; j <= f[1]; j++) for (let k = m[0]; k <= m[1]; k++) yield { r: i, f: j, m: k };
}

function indexOf({ r, f, m }: RfmCell, scale: number): number {
  return ((r - 1) * scale + (f - 1)) * scale + (m - 1);
}

/** The largest block without a covered cell; of equal ones that with the lowest scores. */
function largestGap(covered: ReadonlySet<number>, scale: number): RfmBlock {
  const sums = coveredSums(covered, scale);
  const ranges = rangesOf(scale);
  let best: RfmBlock | undefined;
  let most = 0;
  for (const r of ranges) {
    for (const f of ranges) {
      for (const m of ranges) {
        const block = { r, f, m };
        const size = sizeOf(block);
        if (size <= most || coveredIn(block, sums, scale) > 0) continue;
        best = block;
        most = size;
      }
    }
  }
  return best!;
}

function rangesOf(scale: number): ScoreRange[] {
  const ranges: ScoreRange[] = [];
  for (let low = 1; low <= scale; low++) for (let high = low; high <= scale; high++) ranges.push([low, high]);
  return ranges;
}

/** For each corner the number of covered cells with scores up to it (a summed-volume table). */
function coveredSums(covered: ReadonlySet<number>, scale: number): Int32Array {
  const side = scale + 1;
  const sums = new Int32Array(side ** 3);
  const at = (r: number, f: number, m: number) => sums[(r * side + f) * side + m]!;
  for (const { r, f, m } of cellsOf({ r: [1, scale], f: [1, scale], m: [1, scale] })) {
    const own = covered.has(indexOf({ r, f, m }, scale)) ? 1 : 0;
    const faces = at(r - 1, f, m) + at(r, f - 1, m) + at(r, f, m - 1);
    const edges = at(r - 1, f - 1, m) + at(r - 1, f, m - 1) + at(r, f - 1, m - 1);
    sums[(r * side + f) * side + m] = own + faces - edges + at(r - 1, f - 1, m - 1);
  }
  return sums;
}

function coveredIn({ r, f, m }: RfmBlock, sums: Int32Array, scale: number): number {
  const side = scale + 1;
  let covered = 0;
  for (const [i, signR] of corners(r)) {
    for (const [j, signF] of corners(f)) {
      for (const [k, signM] of corners(m))
        covered += signR * signF * signM * sums[(i * side + j) * side + k]!;
    }
  }
  return covered;
}

function corners([low, high]: ScoreRange): readonly (readonly [number, 1 | -1])[] {
  return [
    [high, 1],
    [low - 1, -1],
  ];
}
