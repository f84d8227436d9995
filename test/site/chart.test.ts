import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChartInput, lineChart } from '../../site/data/chart/line-chart.ts';
import { periodInWords } from '../../site/data/chart/periods.ts';
import { axisFor, scaleOf } from '../../site/data/chart/scale.ts';
import { sparkline } from '../../site/data/chart/sparkline.ts';
import { apart, fitted, inTwoLines, textWidth } from '../../site/data/chart/text-width.ts';
import { ringOf } from '../../site/data/ring.ts';

describe('an axis', () => {
  test('counts in steps that people count in', () => {
    expect(axisFor(43, 52, 4).ticks).toEqual([42.5, 45, 47.5, 50, 52.5]);
    expect(axisFor(0.1, 0.35, 5).ticks).toEqual([0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
    expect(axisFor(5, 5, 4).ticks).toEqual([4.5, 4.75, 5, 5.25, 5.5]);
  });

  test('promises nothing beyond what is possible', () => {
    expect(axisFor(80, 99, 4, [0, 100])).toEqual({ ticks: [80, 85, 90, 95, 100], domain: [80, 100] });
    expect(axisFor(1, 6.6, 4, [1, 7])).toEqual({ ticks: [2, 4, 6], domain: [1, 7] });
  });

  test('holds all values between even ticks, whatever they are', () => {
    const value = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((each) => each / 1000);
    fc.assert(
      fc.property(value, value, fc.integer({ min: 2, max: 8 }), (a, b, count) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const { ticks, domain } = axisFor(min, max, count);
        expect(domain[0]).toBeLessThanOrEqual(min);
        expect(domain[1]).toBeGreaterThanOrEqual(max);
        expect([ticks[0], ticks.at(-1)]).toEqual([...domain]);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(2 * count + 2);
        const steps = ticks.slice(1).map((tick, index) => tick - ticks[index]!);
        for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 6);
        // No tick shows the dust of binary fractions.
        for (const tick of ticks) expect(String(tick).length).toBeLessThan(13);
      }),
    );
  });

  test('scales in proportion, downwards as well', () => {
    const y = scaleOf([0, 10], [200, 0]);
    expect([y(0), y(5), y(10)]).toEqual([200, 100, 0]);
    expect(scaleOf([3, 3], [0, 10])(3)).toBe(5);
  });
});

test.each([
  ['2026', 'zh-CN', '2026年', '2026'],
  ['2026-H2', 'zh-CN', '2026年下半年', '下半年'],
  ['2026-Q3', 'en', 'quarter 3 of 2026', 'Q3'],
  ['2026-10', 'zh-CN', '2026年10月', '10月'],
  ['2026-10', 'en', 'October 2026', 'Oct'],
  ['2026-W41', 'zh-CN', '2026年第41周', '41周'],
  ['2026-W41', 'en', 'week 41 of 2026', 'W41'],
  ['2026-10-05', 'en', '5 October 2026', '5 Oct'],
  ['whenever', 'en', 'whenever', 'whenever'],
])('the period %s is said in %s', (period, locale, text, short) => {
  expect(periodInWords(period, locale)).toMatchObject({ text, short });
});

describe('a chart', () => {
  const month = (number: number, value: number, year = 2026) => {
    const name = String(number).padStart(2, '0');
    return {
      from: `${year}-${name}-01`,
      to: `${year}-${name}-28`,
      value,
      short: `${number}`,
      year: String(year),
    };
  };
  const size = { width: 354, height: 240, fontSize: 12 };
  const input = (more: Partial<ChartInput> = {}): ChartInput => ({
    series: [
      { name: 'North', value: '52', points: [month(1, 40), month(2, 45), month(3, 52)] },
      { name: 'South', value: '51', points: [month(1, 30), month(2, 41), month(3, 51)] },
    ],
    target: { value: 50, label: 'Target 50' },
    unit: 'points',
    number: String,
    ...more,
  });

  test('draws every value, higher values higher, later ones further right', () => {
    const { lines, plot } = lineChart(input(), size);
    const places = [...lines[0]!.path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(places).toHaveLength(3);
    expect(places.map(([x]) => x)).toEqual([...places.map(([x]) => x!)].sort((a, b) => a - b));
    expect(places.map(([, y]) => y)).toEqual([...places.map(([, y]) => y!)].sort((a, b) => b - a));
    for (const [x, y] of places) {
      expect(x).toBeGreaterThanOrEqual(plot.left);
      expect(x).toBeLessThanOrEqual(plot.right);
      expect(y).toBeGreaterThanOrEqual(plot.top);
      expect(y).toBeLessThanOrEqual(plot.bottom);
    }
  });

  test('tells its lines apart by pattern, mark and a name that covers no other', () => {
    const { lines } = lineChart(input(), size);
    expect(new Set(lines.map(({ pattern }) => pattern)).size).toBe(2);
    expect(new Set(lines.map(({ marks }) => marks.replace(/[\d. -]+/g, ''))).size).toBe(2);
    expect(lines.map(({ label }) => label.text)).toEqual(['North 52', 'South 51']);
    expect(Math.abs(lines[0]!.label.y - lines[1]!.label.y)).toBeGreaterThanOrEqual(size.fontSize * 1.2);
  });

  test('breaks a line where a period is missing', () => {
    const points = [month(1, 1), month(2, 2), month(3, 3), month(6, 4), month(7, 5)];
    const [line] = lineChart(input({ series: [{ name: '', value: '5', points }] }), size).lines;
    expect(line!.path.match(/M/g)).toHaveLength(2);
    expect(line!.path).toMatch(/^M\S+ \S+?L\S+ \S+?L\S+ \S+?M\S+ \S+?L\S+ \S+$/);
  });

  test('puts the target where its value belongs, with its name inside the frame', () => {
    const { target, rows, plot } = lineChart(input(), size);
    const at = rows.find(({ label }) => label.text === '50');
    expect(target!.y).toBeCloseTo(at!.y, 1);
    expect(target!.label.text).toBe('Target 50');
    expect(target!.label.y).toBeGreaterThan(plot.top - size.fontSize);
    expect(target!.label.y).toBeLessThan(plot.bottom);
  });

  test('names the newest period and each year once, and no two labels touch', () => {
    const points = [...Array(24).keys()].map((index) =>
      month((index % 12) + 1, index, 2025 + Math.floor(index / 12)),
    );
    const { columns } = lineChart(input({ series: [{ name: 'x', value: '23', points }] }), size);
    expect(columns.at(-1)!.label.text).toBe('12');
    expect(columns.flatMap(({ year }) => year?.text ?? [])).toEqual(['2025', '2026']);
    const gaps = columns.slice(1).map(({ x }, index) => x - columns[index]!.x);
    expect(Math.min(...gaps)).toBeGreaterThan(size.fontSize * 2);
  });

  test('keeps within its frame and free of what is no number, whatever it is given', () => {
    const point = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    const series = fc.array(fc.uniqueArray(point, { minLength: 1, maxLength: 12, selector: ([m]) => m }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(series, fc.string({ maxLength: 60 }), (all, name) => {
        const drawing = lineChart(
          input({
            series: all.map((points) => ({
              name,
              value: '1',
              points: points.sort(([a], [b]) => a - b).map(([number, value]) => month(number, value)),
            })),
          }),
          size,
        );
        expect(JSON.stringify(drawing)).not.toMatch(/null|NaN|Infinity/);
        for (const { path } of drawing.lines) {
          for (const [, y] of path.matchAll(/[ML][-\d.]+ ([-\d.]+)/g)) {
            expect(Number(y)).toBeGreaterThanOrEqual(drawing.plot.top - 1);
            expect(Number(y)).toBeLessThanOrEqual(drawing.plot.bottom + 1);
          }
        }
      }),
    );
  });
});

test('a sparkline shows the newest values and the target on one scale', () => {
  const points = [...Array(30).keys()].map((index) => ({
    to: `2026-01-${String(index + 1).padStart(2, '0')}`,
    value: index,
  }));
  const { paths, target, ends, height } = sparkline([points], 17.5);
  expect(paths[0]!.match(/[ML]/g)).toHaveLength(24);
  expect(ends).toHaveLength(1);
  expect(ends[0]!.y).toBe(4);
  expect(target).toBe(height / 2);
});

describe('the words of a drawing', () => {
  test('are measured, cut and broken by their width', () => {
    expect(textWidth('入住')).toBe(2);
    expect(textWidth('ab')).toBeCloseTo(1.12);
    expect(fitted('前台接待员', 4)).toBe('前台接…');
    expect(fitted('前台', 4)).toBe('前台');
    expect(inTwoLines('Guest relations manager', 9)).toEqual(['Guest relations', 'manager']);
    expect(inTwoLines('宾客关系部经理', 5)).toEqual(['宾客关系部', '经理']);
  });

  test('leave out what all names begin with, but never a whole name', () => {
    expect(apart(['Yunshan Lakeside', 'Yunshan Old Town'])).toEqual(['Lakeside', 'Old Town']);
    expect(apart(['云山·湖畔酒店', '云山·古城酒店'])).toEqual(['湖畔酒店', '古城酒店']);
    expect(apart(['North', 'South'])).toEqual(['North', 'South']);
    expect(apart(['New York', 'New '])).toEqual(['New York', 'New ']);
    expect(apart(['Only one'])).toEqual(['Only one']);
  });
});

test('a ring goes clockwise from the top, its labels inside the picture', () => {
  const size = { width: 354, height: 312, radius: 92, fontSize: 13, who: true };
  const stations = ['Collect', 'Acknowledge', 'Resolve', 'Analyse', 'Improve', 'Reply'].map((name) => ({
    name,
    who: 'Guest relations manager',
    when: 'within 30 min',
  }));
  const ring = ringOf({ stations, middle: 'Complaint' }, size);
  expect(ring.stations.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  const [first, second, , fourth, fifth] = ring.stations;
  expect(first!.y).toBeLessThan(second!.y);
  expect(second!.x).toBeGreaterThan(ring.centre[0]);
  expect(fourth!.y).toBeGreaterThan(ring.centre[1]);
  expect(fifth!.x).toBeLessThan(ring.centre[0]);
  for (const { lines, anchor } of ring.stations) {
    for (const { x, text } of lines) {
      const width = textWidth(text) * size.fontSize;
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      expect(left).toBeGreaterThanOrEqual(-1);
      expect(left + width).toBeLessThanOrEqual(size.width + 1);
    }
  }
});
