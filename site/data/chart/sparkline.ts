import { scaleOf } from './scale.ts';

/** The course of a metric as small as a word; its words stand beside it. */
export interface Sparkline {
  width: number;
  height: number;
  paths: string[];
  /** Where the target lies. */
  target?: number;
  /** The newest value of each series. */
  ends: { x: number; y: number }[];
}

const MOST_POINTS = 24;

export interface SparklineOptions {
  width?: number;
  height?: number;
  /** The scale, where several sparklines are to be compared; that of the values themselves unless given. */
  domain?: readonly [min: number, max: number];
}

/**
 * @param series values over time, of one unit each, all on one scale; days as `YYYY-MM-DD`
 */
export function sparkline(
  series: readonly (readonly { to: string; value: number }[])[],
  target: number | undefined,
  { width = 112, height = 32, domain = [Infinity, -Infinity] }: SparklineOptions = {},
): Sparkline {
  const recent = series.map((points) => points.slice(-MOST_POINTS));
  const values = recent.flatMap((points) => points.map(({ value }) => value));
  if (target !== undefined) values.push(target);
  const times = recent.flatMap((points) => points.map(({ to }) => Date.parse(to)));
  const x = scaleOf([Math.min(...times), Math.max(...times)], [3, width - 4]);
  const y = scaleOf([Math.min(domain[0], ...values), Math.max(domain[1], ...values)], [height - 4, 4]);
  const places = recent.map((points) =>
    points.map(({ to, value }) => ({ x: round(x(Date.parse(to))), y: round(y(value)) })),
  );
  return {
    width,
    height,
    paths: places.map((each) => each.map(({ x, y }, index) => `${index ? 'L' : 'M'}${x} ${y}`).join('')),
    ...(target !== undefined && { target: round(y(target)) }),
    ends: places.flatMap((each) => each.at(-1) ?? []),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
