import { inTwoLines } from './chart/text-width.ts';

/** One station on the ring, with the lines of its label. */
export interface RingStation {
  number: number;
  x: number;
  y: number;
  hole: boolean;
  lines: { x: number; y: number; text: string; kind: 'name' | 'who' | 'when' }[];
  anchor: 'start' | 'middle' | 'end';
}

/** A feedback loop as a ring of stations, clockwise from the top; measures in pixels of its own size. */
export interface Ring {
  width: number;
  height: number;
  fontSize: number;
  centre: readonly [x: number, y: number];
  radius: number;
  stations: RingStation[];
  /** The arcs between the stations, and the heads of their arrows. */
  arcs: { path: string; head: string }[];
  /** What stands in the middle. */
  middle: string[];
}

export interface RingInput {
  stations: readonly { name: string; who?: string; when?: string; hole?: boolean }[];
  middle: string;
}

export interface RingSize {
  width: number;
  height: number;
  radius: number;
  fontSize: number;
  /** Whether there is room for who acts. */
  who: boolean;
}

const NODE = 15;

export function ringOf({ stations, middle }: RingInput, size: RingSize): Ring {
  const { width, height, radius, fontSize } = size;
  const centre = [width / 2, height / 2] as const;
  const angleOf = (index: number) => (index / stations.length) * 2 * Math.PI - Math.PI / 2;
  const at = (angle: number, from = radius) =>
    [round(centre[0] + from * Math.cos(angle)), round(centre[1] + from * Math.sin(angle))] as const;
  return {
    width,
    height,
    fontSize,
    centre,
    radius,
    stations: stations.map((station, index) => {
      const [x, y] = at(angleOf(index));
      return {
        number: index + 1,
        x,
        y,
        hole: station.hole ?? false,
        ...labelOf(station, [x, y], centre, size),
      };
    }),
    arcs: stations.map((_, index) => {
      const pad = (NODE + 5) / radius;
      const [start, end] = [angleOf(index) + pad, angleOf(index + 1) - pad];
      const [sx, sy] = at(start);
      const [ex, ey] = at(end - 4 / radius);
      return { path: `M${sx} ${sy}A${radius} ${radius} 0 0 1 ${ex} ${ey}`, head: headAt(at(end), end) };
    }),
    middle: inTwoLines(middle, (radius * 1.4) / (fontSize * 1.1)),
  };
}

// helpers

/** Names stand outside the ring: above the top, below the bottom, and away from it on either side. */
function labelOf(
  { name, who, when }: RingInput['stations'][number],
  [x, y]: readonly [number, number],
  [cx, cy]: readonly [number, number],
  { width, fontSize, who: showWho }: RingSize,
): Pick<RingStation, 'lines' | 'anchor'> {
  const side = Math.abs(x - cx) < 1 ? 0 : Math.sign(x - cx);
  const anchor = side === 0 ? 'middle' : side > 0 ? 'start' : 'end';
  const tx = x + side * (NODE + 6);
  // Names are set in bold, which is a little wider.
  const room = (side === 0 ? width * 0.6 : side > 0 ? width - tx : tx) / 1.05;
  const texts = [
    ...inTwoLines(name, room / fontSize).map((text) => ({ text, kind: 'name' as const })),
    ...(showWho && who
      ? inTwoLines(who, room / fontSize).map((text) => ({ text, kind: 'who' as const }))
      : []),
    ...(when ? inTwoLines(when, room / fontSize).map((text) => ({ text, kind: 'when' as const })) : []),
  ];
  const leading = fontSize * 1.4;
  const block = texts.length * leading;
  const top = side !== 0 ? y - block / 2 : y < cy ? y - NODE - 8 - block : y + NODE + 8;
  return {
    anchor,
    lines: texts.map(({ text, kind }, index) => ({
      text,
      kind,
      x: round(tx),
      y: round(top + index * leading + fontSize * 1.05),
    })),
  };
}

/** A small triangle that points along the ring, clockwise. */
function headAt([x, y]: readonly [number, number], angle: number): string {
  const along = angle + Math.PI / 2;
  const corner = (turn: number, length: number) =>
    `${round(x + length * Math.cos(along + turn))} ${round(y + length * Math.sin(along + turn))}`;
  return `M${corner(0, 3)}L${corner(2.5, 8)}L${corner(-2.5, 8)}z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
