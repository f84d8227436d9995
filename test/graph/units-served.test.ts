import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitsLeadingTo } from '../../linter/graph/questions/units-served.ts';
import { handbookOf } from '../support/handbook.ts';

/** A handbook of units, each with the units it serves. */
function unitsThatServe(served: Record<string, readonly string[]>) {
  const files = Object.entries(served).map(([id, whom]) => [
    `units/${id}.yaml`,
    `name: ${id}\nowner: lead\ntype: team\nserves: [${whom.map((each) => `{ unit: ${each} }`).join(', ')}]\n`,
  ]);
  const handbook = handbookOf(Object.fromEntries(files));
  const leadingTo = (...goals: string[]) => {
    const found = unitsLeadingTo(
      handbook,
      handbook.all('unit'),
      handbook.all('unit').filter(({ id }) => goals.includes(id)),
    );
    return [...found].map(({ id }) => id).sort();
  };
  return { leadingTo };
}

describe('unitsLeadingTo', () => {
  test('follows a chain to its end', () => {
    const { leadingTo } = unitsThatServe({ laundry: ['kitchen'], kitchen: ['hall'], hall: [], archive: [] });
    expect(leadingTo('hall')).toEqual(['hall', 'kitchen', 'laundry']);
  });

  test('ends in a circle', () => {
    const { leadingTo } = unitsThatServe({ archive: ['registry'], registry: ['archive'], hall: ['hall'] });
    expect(leadingTo('archive')).toEqual(['archive', 'registry']);
    expect(leadingTo('hall')).toEqual(['hall']);
  });

  test('finds nothing without goals', () => {
    expect(unitsThatServe({ hall: ['hall'] }).leadingTo()).toEqual([]);
  });

  test('finds just those from which a walk along "serves" arrives', () => {
    const size = 7;
    const names = Array.from({ length: size }, (_, index) => `unit-${index}`);
    const edges = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 12 });
    fc.assert(
      fc.property(edges, fc.nat(size - 1), (pairs, goal) => {
        const whom = (from: number) => pairs.filter((pair) => pair[0] === from).map((pair) => pair[1]);
        const served = names.map((name, index) => [name, whom(index).map((to) => names[to]!)] as const);
        const arrives = (from: number, seen: readonly number[] = []): boolean =>
          from === goal || whom(from).some((to) => !seen.includes(to) && arrives(to, [...seen, from]));
        expect(unitsThatServe(Object.fromEntries(served)).leadingTo(names[goal]!)).toEqual(
          names.filter((_, index) => arrives(index)),
        );
      }),
      { numRuns: 60 },
    );
  });
});
