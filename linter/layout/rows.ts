import type { Columns } from './columns.ts';
import type { Diagram, Link, Shape } from './diagram.ts';

/** In which row of the whole drawing each shape stands; a lane has as many rows as its fullest column needs. */
export interface Rows {
  of: ReadonlyMap<string, number>;
  /** The first row of each lane, and the number of all rows at the end. */
  first: readonly number[];
}

/** Gives every shape a row of its lane, the usual way on going straight where it can. */
export function rowsOf({ shapes, links, lanes }: Diagram, columns: Columns): Rows {
  const wanted = new Wanted(shapes, links, columns);
  const inLane = new Map<string, number>();
  const counts = new Array<number>(lanes).fill(0);
  const taken = new Set<string>();
  for (const shape of inColumns(shapes, columns, wanted, inLane)) {
    const column = columns.of.get(shape.id)!;
    let row = wanted.row(shape, inLane);
    while (taken.has(`${shape.lane} ${column} ${row}`)) row++;
    // Where the usual way on passes over columns, its row stays free for it.
    for (let at = column; at < Math.max(column + 1, wanted.until(shape)); at++)
      taken.add(`${shape.lane} ${at} ${row}`);
    inLane.set(shape.id, row);
    counts[shape.lane] = Math.max(counts[shape.lane]!, row + 1);
  }
  const first = [0];
  for (const count of counts) first.push(first.at(-1)! + count);
  return { of: new Map(shapes.map(({ id, lane }) => [id, first[lane]! + inLane.get(id)!])), first };
}

// helpers

/** Column by column; in each those first that go on straight from the one before. */
function* inColumns(
  shapes: readonly Shape[],
  columns: Columns,
  wanted: Wanted,
  inLane: ReadonlyMap<string, number>,
): Generator<Shape> {
  const byColumn = Array.from({ length: columns.count }, (): Shape[] => []);
  for (const shape of shapes) byColumn[columns.of.get(shape.id)!]!.push(shape);
  for (const column of byColumn) {
    const order = column.map((shape) => ({
      shape,
      usual: wanted.isUsual(shape) ? 0 : 1,
      row: wanted.row(shape, inLane),
    }));
    for (const { shape } of order.sort((a, b) => a.usual - b.usual || a.row - b.row)) yield shape;
  }
}

/** The rows in which links would run straight. */
class Wanted {
  readonly #shapes: ReadonlyMap<string, Shape>;
  readonly #before = new Map<string, { from: Shape; usual: boolean }[]>();
  /** The column to which each shape's usual way on leads within its lane. */
  readonly #until = new Map<string, number>();

  constructor(shapes: readonly Shape[], links: readonly Link[], columns: Columns) {
    this.#shapes = new Map(shapes.map((shape) => [shape.id, shape]));
    const left = new Set<string>();
    for (const link of links) {
      const [from, to] = [this.#shapes.get(link.from), this.#shapes.get(link.to)];
      if (!from || !to || columns.back.has(link) || from.lane !== to.lane) continue;
      const list = this.#before.get(to.id) ?? [];
      list.push({ from, usual: !left.has(from.id) });
      this.#before.set(to.id, list);
      if (!left.has(from.id)) this.#until.set(from.id, columns.of.get(to.id)!);
      left.add(from.id);
    }
  }

  isUsual({ id }: Shape): boolean {
    return this.#before.get(id)?.some(({ usual }) => usual) ?? false;
  }

  until({ id }: Shape): number {
    return this.#until.get(id) ?? 0;
  }

  row({ id }: Shape, inLane: ReadonlyMap<string, number>): number {
    const before = this.#before.get(id) ?? [];
    const usual = before.filter((each) => each.usual);
    const rows = (usual.length > 0 ? usual : before).map(({ from }) => inLane.get(from.id) ?? 0);
    return rows.length > 0 ? Math.min(...rows) : 0;
  }
}
