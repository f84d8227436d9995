import { type Columns, columnsOf } from './columns.ts';
import type { Box, Diagram, Layout, Link, Place, Point, Route, Shape, Spacing } from './diagram.ts';
import { type Rows, rowsOf } from './rows.ts';
import { type Way, type Ways, waysOf } from './ways.ts';

/** How far beside a shape's line of ports a bent link leaves and enters, so that no two lines meet by chance. */
const LEAVE_OFF = 5;
const ENTER_OFF = 10;
/** From a shape to the upright line from which its several labels branch off, and from there to the labels. */
const TRUNK = 8;

/**
 * Draws a diagram from left to right in the order of time: every shape in its lane, one column after what
 * leads to it; every link level and upright, on a track of its own. Never throws, whatever the links; those of
 * unknown shapes are not drawn.
 *
 * @returns places and corners in the units of the diagram's sizes
 */
export function layOut(diagram: Diagram, spacing: Spacing): Layout {
  const known = new Set(diagram.shapes.filter(({ beside }) => beside === undefined).map(({ id }) => id));
  const links = diagram.links.filter(({ from, to }) => known.has(from) && known.has(to));
  const sound = { ...diagram, links };
  const columns = columnsOf(sound.shapes, links);
  const rows = rowsOf(sound, columns);
  const ways = waysOf(sound, columns, rows);
  const labels = labelsOf(ways.ways);
  const across = columnPlaces(sound.shapes, columns, ways, labels, spacing);
  const down = rowPlaces(sound, rows, ways, labels, spacing);
  const places = new Map(
    sound.shapes.map((shape): [string, Place] => {
      const column = columns.of.get(shape.id)!;
      const x = across.columns[column]!.x;
      const y = down.rows[rows.of.get(shape.id)!]!.line - shape.port;
      return [shape.id, { shape, column, x, y, width: shape.width, height: shape.height }];
    }),
  );
  return {
    width: across.width,
    height: down.height,
    lanes: down.lanes,
    shapes: [...places.values()],
    links: ways.ways.map((way) => routeOf(way, { places, across, down, labels, spacing })),
  };
}

// helpers

interface Across {
  columns: { x: number; width: number }[];
  /** Where the first track of each gap lies. */
  gaps: number[];
  width: number;
}

interface Down {
  lanes: { y: number; height: number }[];
  rows: { line: number; above: number; below: number }[];
  height: number;
}

/** Labels of one shape stand one under the other; each by how far its middle is below the line of ports. */
function labelsOf(ways: readonly Way[]): Map<Link, number> {
  const byShape = new Map<string, Way[]>();
  for (const way of ways) {
    if (!way.link.label) continue;
    const list = byShape.get(way.from.id) ?? [];
    list.push(way);
    byShape.set(way.from.id, list);
  }
  const rank = ({ straight, goes }: Way) => (straight ? 0 : goes === 'above' ? 1 : 2);
  const found = new Map<Link, number>();
  for (const list of byShape.values()) {
    let next: number | undefined;
    for (const { link } of list.sort((a, b) => rank(a) - rank(b))) {
      const { height } = link.label!;
      const middle: number = next === undefined ? 0 : next + height / 2;
      found.set(link, middle);
      next = middle + height / 2 + 6;
    }
  }
  return found;
}

function columnPlaces(
  shapes: readonly Shape[],
  columns: Columns,
  { ways, gaps }: Ways,
  labels: ReadonlyMap<Link, number>,
  { start, track, arrow }: Spacing,
): Across {
  const widths = new Array<number>(columns.count).fill(0);
  const said = new Array<number>(columns.count + 1).fill(0);
  for (const { id, width } of shapes) {
    const column = columns.of.get(id)!;
    widths[column] = Math.max(widths[column]!, width);
  }
  for (const { link, leave } of ways) {
    if (labels.has(link)) said[leave.gap] = Math.max(said[leave.gap]!, link.label!.width);
  }
  const across: Across = { columns: [], gaps: [], width: 0 };
  let x = start;
  for (let gap = 0; gap <= columns.count; gap++) {
    const room = said[gap]! > 0 ? said[gap]! + 3 * TRUNK : gap === 0 ? 0 : TRUNK;
    across.gaps.push(x + room + track / 2);
    const tracks = gaps[gap]! * track;
    const last = gap === columns.count;
    x += tracks === 0 && (last || gap === 0) ? 0 : room + tracks + (last ? 0 : arrow);
    if (last) break;
    across.columns.push({ x, width: widths[gap]! });
    x += widths[gap]!;
  }
  across.width = x + TRUNK;
  return across;
}

function rowPlaces(
  { shapes, lanes }: Diagram,
  rows: Rows,
  { channels, ways }: Ways,
  labels: ReadonlyMap<Link, number>,
  spacing: Spacing,
): Down {
  const sizes = channels.map(() => ({ above: 0, below: 0 }));
  const need = (row: number, above: number, below: number) => {
    const size = sizes[row]!;
    size.above = Math.max(size.above, above);
    size.below = Math.max(size.below, below);
  };
  for (const { id, port, height } of shapes) need(rows.of.get(id)!, port, height - port);
  for (const { link, from } of ways) {
    const middle = labels.get(link);
    if (middle === undefined) continue;
    const half = link.label!.height / 2;
    need(rows.of.get(from.id)!, half - middle, middle + half);
  }
  const room = (tracks: number) => (tracks > 0 ? (tracks + 1) * spacing.track : 0);
  const down: Down = { lanes: [], rows: [], height: 0 };
  let y = 0;
  for (let lane = 0; lane < lanes; lane++) {
    const top = y;
    const [from, to] = [rows.first[lane]!, rows.first[lane + 1]!];
    y += from === to ? spacing.emptyLane : spacing.lane;
    for (let row = from; row < to; row++) {
      if (row > from) y += spacing.row;
      const above = y + room(channels[row]!.above);
      const line = above + sizes[row]!.above;
      const below = line + sizes[row]!.below;
      down.rows.push({ line, above, below });
      y = below + room(channels[row]!.below);
    }
    if (from < to) y += spacing.lane;
    down.lanes.push({ y: top, height: y - top });
  }
  down.height = y;
  return down;
}

interface Placed {
  places: ReadonlyMap<string, Place>;
  across: Across;
  down: Down;
  labels: ReadonlyMap<Link, number>;
  spacing: Spacing;
}

function routeOf(way: Way, placed: Placed): Route {
  const { places, across, labels } = placed;
  const { link, back, straight, leave } = way;
  const [from, to] = [places.get(way.from.id)!, places.get(way.to.id)!];
  const [line, target] = [from.y + from.shape.port, to.y + to.shape.port];
  const middle = labels.get(link);
  const label = middle === undefined ? undefined : labelBox(link, line + middle, from, across);
  const offLeave = middle ?? (straight ? 0 : { above: -LEAVE_OFF, below: LEAVE_OFF, level: 0 }[way.goes]);
  const offEnter = { above: -ENTER_OFF, below: ENTER_OFF, level: 0 }[way.comes];
  const points: Point[] = [];
  if (middle) {
    const trunk = across.columns[from.column]!.x + across.columns[from.column]!.width + TRUNK;
    points.push({ x: rightOf(from, 0), y: line }, { x: trunk, y: line }, { x: trunk, y: line + middle });
  } else points.push({ x: rightOf(from, offLeave), y: line + offLeave });
  if (!straight) points.push(...corners(way, line + offLeave, target + offEnter, placed));
  points.push({ x: leftOf(to, offEnter), y: target + offEnter });
  return { link, points: withoutRepeats(points), back, ...(label && { label }) };

  function corners({ channel, enter }: Way, y: number, end: number, { down, spacing }: Placed): Point[] {
    const x = across.gaps[leave.gap]! + leave.track * spacing.track;
    if (!channel || !enter)
      return [
        { x, y },
        { x, y: end },
      ];
    const row = down.rows[channel.row]!;
    const off = (channel.track + 1) * spacing.track;
    const level = channel.side === 'above' ? row.above - off : row.below + off;
    const last = across.gaps[enter.gap]! + enter.track * spacing.track;
    return [
      { x, y },
      { x, y: level },
      { x: last, y: level },
      { x: last, y: end },
    ];
  }
}

function labelBox({ label }: Link, middle: number, from: Place, { columns }: Across): Box {
  const { x, width } = columns[from.column]!;
  return { x: x + width + 2 * TRUNK, y: middle - label!.height / 2, ...label! };
}

/** Where a level line at some distance from the port meets the outline. */
function rightOf({ x, width, shape }: Place, off: number): number {
  return x + width - inset(shape, off);
}

function leftOf({ x, shape }: Place, off: number): number {
  return x + inset(shape, off);
}

function inset({ form, width }: Shape, off: number): number {
  const radius = width / 2;
  if (form === 'diamond') return Math.min(radius, Math.abs(off));
  if (form === 'circle') return radius - Math.sqrt(Math.max(0, radius ** 2 - off ** 2));
  return 0;
}

function withoutRepeats(points: readonly Point[]): Point[] {
  return points.filter(
    ({ x, y }, index) => index === 0 || x !== points[index - 1]!.x || y !== points[index - 1]!.y,
  );
}
