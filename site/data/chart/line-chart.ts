import { type Axis, axisFor, scaleOf } from './scale.ts';
import { fitted, textWidth } from './text-width.ts';

/** One value of a series: the days it speaks of, and how its period is called. */
export interface ChartPoint {
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  value: number;
  short: string;
  year?: string;
}

export interface ChartSeries {
  name: string;
  /** The newest value, which stands beside the name whole. */
  value: string;
  points: readonly ChartPoint[];
}

export interface ChartInput {
  series: readonly ChartSeries[];
  /** What is aimed for, said in words. */
  target?: { value: number; label: string };
  /** The least and greatest value possible. */
  bounds?: readonly [min: number, max: number];
  /** The unit, said once above the axis. */
  unit: string;
  /** A number in the reader's digits. */
  number(value: number): string;
}

export interface ChartSize {
  width: number;
  height: number;
  fontSize: number;
}

export interface ChartLabel {
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

/** A line of the chart; told from the others by its pattern, the shape of its marks and its name beside it. */
export interface ChartLine {
  /** One path for every stretch without a missing period. */
  path: string;
  /** The outlines of its marks, of a shape of its own. */
  marks: string;
  label: ChartLabel;
  /** 1 to 4: solid, dashed, dotted, dash-dotted. */
  pattern: number;
}

/** A chart ready to be drawn; all measures in pixels of its own size. */
export interface ChartDrawing extends ChartSize {
  plot: { left: number; right: number; top: number; bottom: number };
  unit: ChartLabel;
  rows: { y: number; label: ChartLabel }[];
  columns: { x: number; label: ChartLabel; year?: ChartLabel }[];
  target?: { y: number; label: ChartLabel };
  lines: ChartLine[];
}

/** As many lines as can be told apart without colours. */
export const MOST_LINES = 4;

/**
 * Lays out a line chart over time. Values stand in the middle of their periods, and a line breaks where a
 * period is missing.
 */
export function lineChart(input: ChartInput, size: ChartSize): ChartDrawing {
  const { fontSize } = size;
  const axis = valueAxis(input, size);
  const numbers = axis.ticks.map(input.number);
  const left = Math.ceil(Math.max(...numbers.map(textWidth)) * fontSize) + 10;
  const room = (size.width * 0.26) / fontSize;
  const names = input.series.map(({ name, value }) =>
    name === '' ? value : `${fitted(name, room - textWidth(` ${value}`))} ${value}`,
  );
  const longest = Math.max(0, ...names.map(textWidth));
  const plot = {
    left,
    right: size.width - Math.ceil(longest * fontSize) - 16,
    top: fontSize * 2,
    bottom: size.height - fontSize * 3,
  };
  const y = scaleOf(axis.domain, [plot.bottom, plot.top]);
  const x = timeScale(input.series, plot);
  const { target } = input;
  return {
    ...size,
    plot,
    unit: { x: 0, y: fontSize, text: input.unit, anchor: 'start' },
    rows: axis.ticks.map((tick, index) => ({
      y: round(y(tick)),
      label: { x: left - 8, y: round(y(tick) + fontSize * 0.35), text: numbers[index]!, anchor: 'end' },
    })),
    columns: timeLabels(input.series, x, plot, size),
    ...(target && { target: targetLine(target, y, plot, input.series, x, fontSize) }),
    lines: withLabels(
      input.series.map(({ points }, index) => ({
        points: points.map((point) => [x(point), y(point.value)] as const),
        path: pathOf(points, x, y),
        marks: marksOf(points, x, y, index),
        name: names[index]!,
        pattern: index + 1,
      })),
      plot,
      fontSize,
    ),
  };
}

// helpers

type Plot = ChartDrawing['plot'];
type TimeScale = (point: Pick<ChartPoint, 'from' | 'to'>) => number;

function valueAxis({ series, target, bounds }: ChartInput, { height, fontSize }: ChartSize): Axis {
  const values = series.flatMap(({ points }) => points.map(({ value }) => value));
  if (target) values.push(target.value);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  // A target at the very edge would be taken for the frame.
  const air = (max - min) * 0.06;
  const [least, greatest] = bounds ?? [-Infinity, Infinity];
  return axisFor(
    Math.max(min - air, Math.min(least, min)),
    Math.min(max + air, Math.max(greatest, max)),
    Math.max(2, Math.round(height / (fontSize * 4.5))),
    bounds,
  );
}

const middle = ({ from, to }: Pick<ChartPoint, 'from' | 'to'>) => (Date.parse(from) + Date.parse(to)) / 2;

function timeScale(series: readonly ChartSeries[], plot: Plot): TimeScale {
  const times = series.flatMap(({ points }) => points.map(middle));
  const scale = scaleOf([Math.min(...times), Math.max(...times)], [plot.left + 6, plot.right - 6]);
  return (point) => scale(middle(point));
}

/** Labels from the newest period backwards, as many as there is room for; the year where it changes. */
function timeLabels(
  series: readonly ChartSeries[],
  x: TimeScale,
  plot: Plot,
  { fontSize }: ChartSize,
): ChartDrawing['columns'] {
  const byPeriod = new Map(series.flatMap(({ points }) => points.map((point) => [point.from, point])));
  const points = [...byPeriod.values()].sort((a, b) => middle(a) - middle(b));
  const widest = Math.max(
    ...points.map(({ short, year }) => Math.max(textWidth(short), textWidth(year ?? ''))),
  );
  const room = Math.max(1, Math.floor((plot.right - plot.left) / (widest * fontSize + fontSize)));
  const every =
    [1, 2, 3, 4, 6, 12].find((each) => points.length / each <= room) ?? Math.ceil(points.length / room);
  const shown = points.filter((_, index) => (points.length - 1 - index) % every === 0);
  return shown.map((point, index) => {
    const at = round(x(point));
    const label = (text: string, line: number): ChartLabel => ({
      x: at,
      y: round(plot.bottom + fontSize * line),
      text,
      anchor: 'middle',
    });
    const newYear = point.year !== undefined && point.year !== shown[index - 1]?.year;
    return {
      x: at,
      label: label(point.short, 1.4),
      ...(newYear && { year: label(point.year!, 2.6) }),
    };
  });
}

/** The name of the target stands where its line is farthest from the values. */
function targetLine(
  { value, label }: NonNullable<ChartInput['target']>,
  y: (value: number) => number,
  plot: Plot,
  series: readonly ChartSeries[],
  x: TimeScale,
  fontSize: number,
): NonNullable<ChartDrawing['target']> {
  const at = y(value);
  const width = textWidth(label) * fontSize;
  const points = series.flatMap((each) => each.points.map((point) => [x(point), y(point.value)] as const));
  const places = (['start', 'end'] as const).flatMap((anchor) =>
    [at - fontSize * 0.5, at + fontSize * 1.2].map((baseline) => {
      const from = anchor === 'start' ? plot.left + 6 : plot.right - 6 - width;
      const centre = baseline - fontSize * 0.35;
      const near = points.filter(([px]) => px >= from - 8 && px <= from + width + 8);
      const free = Math.min(Infinity, ...near.map(([, py]) => Math.abs(py - centre)));
      const inside = centre > plot.top - fontSize && centre < plot.bottom - fontSize * 0.5;
      return { free: inside ? free : -1, anchor, baseline };
    }),
  );
  const best = places.reduce((a, b) => (b.free > a.free ? b : a));
  return {
    y: round(at),
    label: {
      x: best.anchor === 'start' ? plot.left + 6 : plot.right - 6,
      y: round(best.baseline),
      text: label,
      anchor: best.anchor,
    },
  };
}

function pathOf(points: readonly ChartPoint[], x: TimeScale, y: (value: number) => number): string {
  const steps = points.slice(1).map((point, index) => middle(point) - middle(points[index]!));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return points
    .map((point, index) => {
      // Months differ in length; half as long again as usual means that one was left out.
      const broken = index === 0 || steps[index - 1]! > usual * 1.6;
      return `${broken ? 'M' : 'L'}${round(x(point))} ${round(y(point.value))}`;
    })
    .join('');
}

/** Marks on every value where there are few, else on every sixth, counted from the newest. */
function marksOf(
  points: readonly ChartPoint[],
  x: TimeScale,
  y: (value: number) => number,
  index: number,
): string {
  const every = points.length <= 12 ? 1 : Math.ceil(points.length / 8);
  return points
    .filter((_, at) => (points.length - 1 - at) % every === 0)
    .map((point) => markAt(index, round(x(point)), round(y(point.value))))
    .join('');
}

/** A circle, a square, a triangle or a diamond about a place. */
export function markAt(shape: number, x: number, y: number): string {
  switch (shape % MOST_LINES) {
    case 0:
      return `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`;
    case 1:
      return `M${round(x - 3.5)} ${round(y - 3.5)}h7v7h-7z`;
    case 2:
      return `M${x} ${round(y - 4.5)}l4.5 8h-9z`;
    default:
      return `M${x} ${y - 5}l5 5l-5 5l-5 -5z`;
  }
}

interface Unlabelled extends Omit<ChartLine, 'label'> {
  points: readonly (readonly [x: number, y: number])[];
  name: string;
}

/** Names beside the ends of their lines, pushed apart until none covers another. */
function withLabels(lines: readonly Unlabelled[], plot: Plot, fontSize: number): ChartLine[] {
  const gap = fontSize * 1.3;
  const ends = lines
    .map(({ points }, index) => ({ index, y: points.at(-1)?.[1] ?? plot.bottom }))
    .sort((a, b) => a.y - b.y);
  for (const [place, end] of ends.entries()) {
    const above = ends[place - 1];
    if (above) end.y = Math.max(end.y, above.y + gap);
  }
  let floor = plot.bottom;
  for (const end of ends.toReversed()) {
    end.y = Math.min(end.y, floor);
    floor = end.y - gap;
  }
  const heights = new Map(ends.map(({ index, y }) => [index, y]));
  return lines.map(({ path, marks, pattern, name }, index) => ({
    path,
    marks,
    pattern,
    label: {
      x: plot.right + 6,
      y: round(heights.get(index)! + fontSize * 0.35),
      text: name,
      anchor: 'start',
    },
  }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
