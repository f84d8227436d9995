import type { Link, Shape } from './diagram.ts';

/** In which column each shape stands, and which links lead back in time. */
export interface Columns {
  of: ReadonlyMap<string, number>;
  back: ReadonlySet<Link>;
  count: number;
}

/**
 * Puts shapes in the order of time: each stands one column after the last of those that lead to it (longest
 * path layering). Links that close a loop are left aside. Linear in the size of the diagram.
 */
export function columnsOf(shapes: readonly Shape[], links: readonly Link[]): Columns {
  const moving = shapes.filter(({ beside }) => beside === undefined);
  const leaving = new Map<string, Link[]>(moving.map(({ id }) => [id, []]));
  for (const link of links) leaving.get(link.from)?.push(link);
  const { order, back } = inTime(moving, leaving);
  const of = new Map<string, number>(moving.map(({ id }) => [id, 0]));
  for (const id of order) {
    for (const link of leaving.get(id)!) {
      if (!back.has(link)) of.set(link.to, Math.max(of.get(link.to) ?? 0, of.get(id)! + 1));
    }
  }
  for (const { id, beside } of shapes) if (beside !== undefined) of.set(id, of.get(beside) ?? 0);
  return { of, back, count: Math.max(0, ...of.values()) + 1 };
}

// helpers

/** Shapes each before all that it leads to, loops cut where a walk from the first shape closes them. */
function inTime(shapes: readonly Shape[], leaving: ReadonlyMap<string, readonly Link[]>) {
  const back = new Set<Link>();
  const done = new Set<string>();
  const open = new Set<string>();
  const finished: string[] = [];
  for (const { id: root } of shapes) {
    if (done.has(root)) continue;
    open.add(root);
    const stack = [{ id: root, at: 0 }];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const link = leaving.get(frame.id)![frame.at++];
      if (!link) {
        stack.pop();
        open.delete(frame.id);
        done.add(frame.id);
        finished.push(frame.id);
      } else if (open.has(link.to)) back.add(link);
      else if (!done.has(link.to) && leaving.has(link.to)) {
        open.add(link.to);
        stack.push({ id: link.to, at: 0 });
      }
    }
  }
  return { order: finished.reverse(), back };
}
