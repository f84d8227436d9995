/** A stretch that lines of one kind take in a gap or a channel; both ends belong to it. */
export interface Stretch {
  /** Lines that may run as one: to the same shape, or from where all ways are taken at once. */
  net: string;
  from: number;
  to: number;
}

/**
 * Gives stretches numbered tracks, so that those of different nets do not touch (left-edge algorithm, in the
 * order given).
 */
export function tracksOf(stretches: readonly Stretch[]): { of(net: string): number; count: number } {
  const nets = new Map<string, { from: number; to: number }>();
  for (const { net, from, to } of stretches) {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const known = nets.get(net);
    nets.set(net, { from: Math.min(known?.from ?? low, low), to: Math.max(known?.to ?? high, high) });
  }
  const tracks: { from: number; to: number }[][] = [];
  const found = new Map<string, number>();
  for (const [net, stretch] of nets) {
    const free = tracks.findIndex((track) =>
      track.every(({ from, to }) => to < stretch.from || from > stretch.to),
    );
    const at = free === -1 ? tracks.push([]) - 1 : free;
    tracks[at]!.push(stretch);
    found.set(net, at);
  }
  return { of: (net) => found.get(net) ?? 0, count: tracks.length };
}
