import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagram, Layout, Link, Place, Point, Shape } from '../../linter/layout/diagram.ts';
import { layOut } from '../../linter/layout/layout.ts';

const SPACING = { start: 10, lane: 20, emptyLane: 40, row: 10, track: 8, arrow: 14 };

function box(id: string, lane = 0, more: Partial<Shape> = {}): Shape {
  return { id, lane, width: 100, height: 60, port: 20, form: 'box', ...more };
}

function drawn(shapes: Shape[], links: Link[], lanes = 3): Layout {
  return layOut({ shapes, links, lanes }, SPACING);
}

function placeOf({ shapes }: Layout, id: string): Place {
  return shapes.find(({ shape }) => shape.id === id)!;
}

describe('time runs from left to right', () => {
  test('each shape stands one column after the last that leads to it', () => {
    const links = [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'd' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'd' },
    ];
    const layout = drawn(
      ['a', 'b', 'c', 'd'].map((id) => box(id)),
      links,
    );
    expect(layout.shapes.map(({ column }) => column)).toEqual([0, 1, 2, 3]);
    expect(layout.links.map(({ back }) => back)).toEqual([false, false, false, false]);
  });

  test('a way back to something earlier moves nothing', () => {
    const links = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'a' },
      { from: 'b', to: 'b' },
    ];
    const layout = drawn(
      ['a', 'b', 'c'].map((id) => box(id)),
      links,
    );
    expect(layout.shapes.map(({ column }) => column)).toEqual([0, 1, 2]);
    expect(layout.links.map(({ back }) => back)).toEqual([false, false, true, true]);
  });

  test('the usual way on goes straight, also past what only goes wrong', () => {
    const links = [
      { from: 'a', to: 'c' },
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ];
    const layout = drawn(
      ['a', 'b', 'c'].map((id) => box(id)),
      links,
    );
    expect(placeOf(layout, 'a').y).toBe(placeOf(layout, 'c').y);
    expect(placeOf(layout, 'b').y).toBeGreaterThan(placeOf(layout, 'a').y);
    expect(layout.links[0]!.points).toHaveLength(2);
  });

  test('a note stands in the column of its shape', () => {
    const shapes = [box('a'), box('b'), box('note', 2, { beside: 'b' })];
    const layout = drawn(shapes, [{ from: 'a', to: 'b' }]);
    expect(placeOf(layout, 'note').x).toBe(placeOf(layout, 'b').x);
    expect(placeOf(layout, 'note').y).toBeGreaterThanOrEqual(layout.lanes[2]!.y);
  });
});

test('several labels of one shape stand one under the other, clear of it', () => {
  const label = { width: 80, height: 30 };
  const shapes = [box('a'), box('b'), box('c', 1)];
  const layout = drawn(shapes, [
    { from: 'a', to: 'b', label },
    { from: 'a', to: 'c', label },
  ]);
  const [first, second] = layout.links.map((link) => link.label!);
  expect(second!.y).toBeGreaterThanOrEqual(first!.y + first!.height);
  const a = placeOf(layout, 'a');
  expect(first!.x).toBeGreaterThan(a.x + a.width);
  expect(placeOf(layout, 'b').x).toBeGreaterThan(first!.x + first!.width);
});

test('links of shapes that are not there are left out, an empty diagram is only its lanes', () => {
  expect(drawn([box('a')], [{ from: 'a', to: 'nowhere' }]).links).toEqual([]);
  expect(drawn([], []).lanes).toHaveLength(3);
});

describe('whatever the links', () => {
  const diagrams: fc.Arbitrary<Diagram> = fc.integer({ min: 1, max: 9 }).chain((count) => {
    const id = fc.nat(count - 1).map((n) => `s${n}`);
    const label = fc.option(
      fc.record({ width: fc.integer({ min: 10, max: 90 }), height: fc.integer({ min: 12, max: 60 }) }),
      { nil: undefined },
    );
    const shape = fc.record({ lane: fc.nat(2), height: fc.integer({ min: 40, max: 140 }) });
    return fc.record({
      lanes: fc.constant(3),
      shapes: fc
        .array(shape, { minLength: count, maxLength: count })
        .map((all) => all.map(({ lane, height }, index) => box(`s${index}`, lane, { height }))),
      links: fc.uniqueArray(fc.record({ from: id, to: id, label }), {
        maxLength: 14,
        selector: ({ from, to }) => `${from} ${to}`,
      }),
    });
  });

  test('shapes never overlap and stay in their lanes', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const { shapes, lanes } = layOut(diagram, SPACING);
        for (const [index, one] of shapes.entries()) {
          const lane = lanes[one.shape.lane]!;
          expect(one.y).toBeGreaterThanOrEqual(lane.y);
          expect(one.y + one.height).toBeLessThanOrEqual(lane.y + lane.height);
          for (const other of shapes.slice(index + 1)) expect(overlap(one, other)).toBe(false);
        }
      }),
    );
  });

  test('links are level and upright, end at their shapes and run through no other', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const layout = layOut(diagram, SPACING);
        for (const { link, points } of layout.links) {
          const [from, to] = [placeOf(layout, link.from), placeOf(layout, link.to)];
          expect(points[0]!.x).toBe(from.x + from.width);
          expect(points.at(-1)!.x).toBe(to.x);
          for (const part of partsOf(points)) {
            expect(part.a.x === part.b.x || part.a.y === part.b.y).toBe(true);
            for (const shape of layout.shapes) expect(runsThrough(part, shape)).toBe(false);
          }
        }
      }),
    );
  });

  test('no two links run on one line unless they come from or lead to the same shape', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const { links } = layOut(diagram, SPACING);
        for (const [index, one] of links.entries()) {
          for (const other of links.slice(index + 1)) {
            if (one.link.from === other.link.from || one.link.to === other.link.to) continue;
            for (const a of partsOf(one.points))
              for (const b of partsOf(other.points)) expect(onOneLine(a, b)).toBe(false);
          }
        }
      }),
    );
  });

  test('forward links lead forward in time', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const layout = layOut(diagram, SPACING);
        for (const { link, back } of layout.links) {
          const later = placeOf(layout, link.to).column > placeOf(layout, link.from).column;
          expect(later).toBe(!back);
        }
      }),
    );
  });
});

test('5,000 shapes are drawn, too', () => {
  const shapes = Array.from({ length: 5000 }, (_, index) => box(`s${index}`, index % 3));
  const links = shapes
    .slice(1)
    .flatMap(({ id }, index) => [
      { from: `s${index}`, to: id },
      ...(index % 7 === 0 && index > 10 ? [{ from: `s${index}`, to: `s${index - 10}` }] : []),
    ]);
  expect(drawn(shapes, links).links).toHaveLength(links.length);
});

// helpers

interface Part {
  a: Point;
  b: Point;
}

function partsOf(points: readonly Point[]): Part[] {
  return points.slice(1).map((b, index) => ({ a: points[index]!, b }));
}

function overlap(one: Place, other: Place): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function runsThrough({ a, b }: Part, { x, y, width, height }: Place): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return left < x + width && right > x && top < y + height && bottom > y;
}

function onOneLine(one: Part, other: Part): boolean {
  const shared = (a: number, b: number, c: number, d: number) =>
    Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d));
  if (one.a.x === one.b.x && other.a.x === other.b.x && one.a.x === other.a.x)
    return shared(one.a.y, one.b.y, other.a.y, other.b.y) > 0;
  if (one.a.y === one.b.y && other.a.y === other.b.y && one.a.y === other.a.y)
    return shared(one.a.x, one.b.x, other.a.x, other.b.x) > 0;
  return false;
}
