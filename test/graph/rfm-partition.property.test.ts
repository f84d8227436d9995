import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type RfmBlock,
  rfmPartition,
  type ScoreRange,
  sizeOf,
} from '../../linter/graph/questions/rfm-partition.ts';

const named = (blocks: readonly RfmBlock[]) => blocks.map((block, name) => ({ name, ...block }));

describe('hand-made grids', () => {
  test('one block over everything is a partition', () => {
    expect(rfmPartition(named([{ r: [1, 5], f: [1, 5], m: [1, 5] }]), 5)).toEqual({
      overlaps: [],
      gap: undefined,
    });
  });

  test('no block at all leaves the whole grid', () => {
    expect(rfmPartition([], 3).gap).toEqual({ cells: 27, largest: { r: [1, 3], f: [1, 3], m: [1, 3] } });
  });

  test('the shared cell and both names are told', () => {
    const blocks = named([
      { r: [1, 3], f: [1, 5], m: [1, 5] },
      { r: [3, 5], f: [1, 5], m: [1, 5] },
    ]);
    expect(rfmPartition(blocks, 5)).toEqual({
      overlaps: [{ name: 1, earlier: [0], cells: 25, example: { r: 3, f: 1, m: 1 } }],
      gap: undefined,
    });
  });

  test('a single missing cell is found', () => {
    const blocks = named([
      { r: [1, 1], f: [1, 2], m: [1, 2] },
      { r: [2, 2], f: [1, 1], m: [1, 2] },
      { r: [2, 2], f: [2, 2], m: [1, 1] },
    ]);
    expect(rfmPartition(blocks, 2).gap).toEqual({ cells: 1, largest: { r: [2, 2], f: [2, 2], m: [2, 2] } });
  });
});

describe('against counting every cell', () => {
  const scales = fc.integer({ min: 1, max: 5 });
  const rangeWithin = (scale: number): fc.Arbitrary<ScoreRange> =>
    fc
      .tuple(fc.integer({ min: 1, max: scale }), fc.integer({ min: 1, max: scale }))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const blockWithin = (scale: number): fc.Arbitrary<RfmBlock> => {
    const range = rangeWithin(scale);
    return fc.record({ r: range, f: range, m: range });
  };
  const grids = scales.chain((scale) =>
    fc.record({ scale: fc.constant(scale), blocks: fc.array(blockWithin(scale), { maxLength: 8 }) }),
  );

  test('overlaps and gaps are those of the cells', () => {
    fc.assert(
      fc.property(grids, ({ scale, blocks }) => {
        const { overlaps, gap } = rfmPartition(named(blocks), scale);
        const counts = allCells(scale).map((cell) => blocks.filter((block) => holds(block, cell)).length);
        expect(gap?.cells ?? 0).toBe(counts.filter((count) => count === 0).length);
        expect(overlaps.length > 0).toBe(counts.some((count) => count > 1));
        for (const { name, earlier, cells, example } of overlaps) {
          const shared = allCells(scale).filter(
            (cell) => holds(blocks[name]!, cell) && blocks.slice(0, name).some((block) => holds(block, cell)),
          );
          expect(cells).toBe(shared.length);
          expect(shared).toContainEqual([example.r, example.f, example.m]);
          for (const other of earlier) {
            expect(other).toBeLessThan(name);
            expect(shared.some((cell) => holds(blocks[other]!, cell))).toBe(true);
          }
        }
      }),
    );
  });

  test('the largest gap is uncovered and cannot be made larger', () => {
    fc.assert(
      fc.property(grids, ({ scale, blocks }) => {
        const { gap } = rfmPartition(named(blocks), scale);
        if (!gap) return;
        const free = (block: RfmBlock) =>
          allCells(scale).every((cell) => !holds(block, cell) || !blocks.some((each) => holds(each, cell)));
        expect(free(gap.largest)).toBe(true);
        const larger = allBlocks(scale).filter((block) => sizeOf(block) > sizeOf(gap.largest));
        expect(larger.some(free)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test('cutting the grid again and again always gives a partition', () => {
    const cuts = fc.array(fc.tuple(fc.nat(), fc.constantFrom('r', 'f', 'm'), fc.nat()), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 }), cuts, (scale, list) => {
        let blocks: RfmBlock[] = [{ r: [1, scale], f: [1, scale], m: [1, scale] }];
        for (const [which, axis, where] of list) blocks = cut(blocks, which % blocks.length, axis, where);
        expect(rfmPartition(named(blocks), scale)).toEqual({ overlaps: [], gap: undefined });
        if (blocks.length === 1) return;
        expect(rfmPartition(named(blocks.slice(1)), scale).gap?.cells).toBe(sizeOf(blocks[0]!));
      }),
    );
  });
});

type Axis = 'r' | 'f' | 'm';

function cut(blocks: RfmBlock[], which: number, axis: Axis, where: number): RfmBlock[] {
  const block = blocks[which]!;
  const [low, high] = block[axis];
  if (low === high) return blocks;
  const at = low + (where % (high - low));
  const parts = [
    { ...block, [axis]: [low, at] },
    { ...block, [axis]: [at + 1, high] },
  ];
  return [...blocks.slice(0, which), ...parts, ...blocks.slice(which + 1)];
}

function holds({ r, f, m }: RfmBlock, [i, j, k]: readonly [number, number, number]): boolean {
  const within = ([low, high]: ScoreRange, score: number) => low <= score && score <= high;
  return within(r, i) && within(f, j) && within(m, k);
}

function allCells(scale: number): [number, number, number][] {
  const scores = Array.from({ length: scale }, (_, index) => index + 1);
  return scores.flatMap((r) => scores.flatMap((f) => scores.map((m): [number, number, number] => [r, f, m])));
}

function allBlocks(scale: number): RfmBlock[] {
  const scores = Array.from({ length: scale }, (_, index) => index + 1);
  const ranges = scores.flatMap((low) =>
    scores.filter((high) => high >= low).map((high): ScoreRange => [low, high]),
  );
  return ranges.flatMap((r) => ranges.flatMap((f) => ranges.map((m) => ({ r, f, m }))));
}
