import type { Columns } from './columns.ts';
import type { Diagram, Link, Shape } from './diagram.ts';
import type { Rows } from './rows.ts';
import { type Stretch, tracksOf } from './tracks.ts';

/** Above or below the row of shapes: where links run that cannot go straight. */
export type Side = 'above' | 'below';

/** How a link runs, before anything has its place in numbers. */
export interface Way {
  link: Link;
  from: Shape;
  to: Shape;
  back: boolean;
  /** Level with both shapes, nothing between them. */
  straight: boolean;
  /** The upright part after leaving: in which gap (that before the column of this number), on which track. */
  leave: { gap: number; track: number };
  /** The level part between two gaps, where the shapes are not neighbours. */
  channel?: { row: number; side: Side; track: number };
  /** The upright part before entering. */
  enter?: { gap: number; track: number };
  /** From which side of its row a link comes in. */
  comes: Side | 'level';
  goes: Side | 'level';
}

export interface Ways {
  ways: readonly Way[];
  /** How many tracks each gap has; the first gap lies before the first column. */
  gaps: readonly number[];
  /** How many tracks run above and below each row. */
  channels: readonly Record<Side, number>[];
}

/** Leads every link through gaps and channels, each on a track of its own unless two run as one. */
export function waysOf(diagram: Diagram, columns: Columns, rows: Rows): Ways {
  const shapes = new Map(diagram.shapes.map((shape) => [shape.id, shape]));
  const occupied = occupiedColumns(diagram.shapes, columns, rows);
  const fanned = fannedOut(diagram.links);
  const drafts = diagram.links.map((link): Draft => {
    const [from, to] = [shapes.get(link.from)!, shapes.get(link.to)!];
    const [start, end] = [columns.of.get(from.id)!, columns.of.get(to.id)!];
    const [row, target] = [rows.of.get(from.id)!, rows.of.get(to.id)!];
    const back = columns.back.has(link);
    const level = row === target;
    const straight = level && end > start && !isTaken(occupied.get(row), start, end);
    const near = end === start + 1;
    const side: Side = level === back || target > row ? 'above' : 'below';
    return { link, from, to, back, row, target, straight, near, side, gaps: [start + 1, end], net: '' };
  });
  for (const draft of drafts) draft.net = netOf(draft, fanned);
  return placed(drafts, columns.count, rows.first.at(-1)!);
}

// helpers

interface Draft extends Pick<Way, 'link' | 'from' | 'to' | 'back' | 'straight'> {
  row: number;
  target: number;
  /** Whether the shapes stand in neighbouring columns, so that one upright part is enough. */
  near: boolean;
  /** Of the target's row. */
  side: Side;
  gaps: readonly [number, number];
  /** What its leaving part runs as one with. */
  net: string;
}

function occupiedColumns(shapes: readonly Shape[], columns: Columns, rows: Rows): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { id } of shapes) {
    const row = rows.of.get(id)!;
    const list = found.get(row) ?? [];
    list.push(columns.of.get(id)!);
    found.set(row, list);
  }
  for (const list of found.values()) list.sort((a, b) => a - b);
  return found;
}

/** Whether something stands between two columns, both of which are in the sorted list. */
function isTaken(list: readonly number[] = [], start: number, end: number): boolean {
  return list[list.indexOf(start) + 1] !== end;
}

/** The shapes from which several ways are taken at once: their lines leave as one and part later. */
function fannedOut(links: readonly Link[]): Set<string> {
  const once = new Set<string>();
  const several = new Set<string>();
  for (const { from, label } of links) {
    if (label) continue;
    if (once.has(from)) several.add(from);
    once.add(from);
  }
  return several;
}

function netOf({ link, to, near }: Draft, fanned: ReadonlySet<string>): string {
  if (!link.label && fanned.has(link.from)) return `from ${link.from}`;
  return near ? `to ${to.id}` : `${link.from} ${to.id} ${link.label ? 'said' : ''}`;
}

/** A row has three levels: what runs above it, the line of its shapes, what runs below it. */
function levelOf(row: number, side: Side | 'level'): number {
  return row * 3 + { above: 0, level: 1, below: 2 }[side];
}

function placed(drafts: readonly Draft[], columnCount: number, rowCount: number): Ways {
  const bent = drafts.filter(({ straight }) => !straight);
  const upright = Array.from({ length: columnCount + 1 }, (): Stretch[] => []);
  const level = new Map<string, Stretch[]>();
  // Of lines that leave together the one that goes farthest keeps nearest to where they leave: none crosses.
  const byReach = [...bent].sort((a, b) => Math.abs(b.target - b.row) - Math.abs(a.target - a.row));
  for (const draft of byReach) {
    const to = draft.near ? levelOf(draft.target, 'level') : levelOf(draft.target, draft.side);
    upright[draft.gaps[0]]!.push({ net: draft.net, from: levelOf(draft.row, 'level'), to });
  }
  for (const { near, to, target, side, gaps } of bent) {
    if (near) continue;
    const from = levelOf(target, side);
    upright[gaps[1]]!.push({ net: `to ${to.id}`, from, to: levelOf(target, 'level') });
    const channel = `${target} ${side}`;
    const stretches = level.get(channel) ?? [];
    stretches.push({ net: to.id, from: gaps[0], to: gaps[1] });
    level.set(channel, stretches);
  }
  const gaps = upright.map(tracksOf);
  const channels = new Map([...level].map(([name, stretches]) => [name, tracksOf(stretches)]));
  const ways = drafts.map((draft): Way => {
    const { link, from, to, back, straight, near, row, target, side, net } = draft;
    const [first, last] = draft.gaps;
    const leave = { gap: first, track: straight ? 0 : gaps[first]!.of(net) };
    const goes = target > row ? 'below' : target < row ? 'above' : side;
    if (straight) return { link, from, to, back, straight, leave, comes: 'level', goes: 'level' };
    if (near) return { link, from, to, back, straight, leave, comes: row < target ? 'above' : 'below', goes };
    const track = channels.get(`${target} ${side}`)!.of(to.id);
    const enter = { gap: last, track: gaps[last]!.of(`to ${to.id}`) };
    const channel = { row: target, side, track };
    return { link, from, to, back, straight, leave, channel, enter, comes: side, goes };
  });
  const countOf = (row: number, side: Side) => channels.get(`${row} ${side}`)?.count ?? 0;
  return {
    ways,
    gaps: gaps.map(({ count }) => count),
    channels: Array.from({ length: rowCount }, (_, row) => ({
      above: countOf(row, 'above'),
      below: countOf(row, 'below'),
    })),
  };
}
