/**
 * Makes the observations of the example handbook: policies/data/<metric>.csv, one row a month and unit.
 *
 * The figures are MADE UP. They follow a seeded random number generator, so every run writes the same bytes,
 * and tell the stories that the handbook's improvements tell: a baseline, a turn, a new level.
 *
 *     node linter/tools/observations.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** How one metric of one unit moves from an old level to a new one. */
interface Course {
  by: string;
  from: number;
  to: number;
  /** The month, counted from 0, in the middle of the change. */
  turn: number;
  /** Standard deviation of the noise, in the unit of the metric. */
  noise: number;
  /** What July and August, the busy season, add. */
  season?: number;
}

interface Series {
  metric: string;
  decimals: number;
  /** Fewest and most cases a month. */
  cases: [number, number];
  courses: Course[];
}

const SEED = 20261122;
const FIRST_MONTH = { year: 2024, month: 11 };
const MONTHS = 24;

const LAKESIDE = 'lakeside-hotel';
const OLD_TOWN = 'old-town-hotel';
const STATION = 'railway-hotel';

const SERIES: Series[] = [
  {
    metric: 'nps',
    decimals: 0,
    cases: [210, 420],
    courses: [
      { by: LAKESIDE, from: 45, to: 61, turn: 14, noise: 1.2 },
      { by: OLD_TOWN, from: 48, to: 60, turn: 13, noise: 1.2 },
      { by: STATION, from: 38, to: 55, turn: 15, noise: 1.2 },
    ],
  },
  {
    metric: 'csat',
    decimals: 1,
    cases: [210, 420],
    courses: [
      { by: LAKESIDE, from: 86, to: 93.6, turn: 13, noise: 0.4 },
      { by: OLD_TOWN, from: 88, to: 94.1, turn: 12, noise: 0.4 },
      { by: STATION, from: 84, to: 92.3, turn: 14, noise: 0.4 },
    ],
  },
  {
    metric: 'ces',
    decimals: 2,
    cases: [210, 420],
    courses: [
      { by: LAKESIDE, from: 5.3, to: 6.12, turn: 13, noise: 0.04 },
      { by: OLD_TOWN, from: 5.4, to: 6.1, turn: 13, noise: 0.04 },
      { by: STATION, from: 5.4, to: 6.2, turn: 12, noise: 0.04 },
    ],
  },
  {
    metric: 'checkin-time',
    decimals: 1,
    cases: [1900, 3600],
    courses: [
      { by: LAKESIDE, from: 13.4, to: 6.3, turn: 17, noise: 0.25, season: 0.8 },
      { by: OLD_TOWN, from: 11.1, to: 5.8, turn: 17, noise: 0.2, season: 0.4 },
      { by: STATION, from: 11.5, to: 5.4, turn: 16, noise: 0.2, season: 0.3 },
    ],
  },
  {
    metric: 'checkout-time',
    decimals: 1,
    cases: [1900, 3600],
    courses: [
      { by: LAKESIDE, from: 4.8, to: 2.6, turn: 11, noise: 0.08 },
      { by: OLD_TOWN, from: 4.1, to: 2.5, turn: 11, noise: 0.08 },
      { by: STATION, from: 4.5, to: 2.4, turn: 9, noise: 0.08 },
    ],
  },
  {
    metric: 'room-ready-rate',
    decimals: 1,
    cases: [1900, 3600],
    courses: [
      { by: LAKESIDE, from: 87.5, to: 96.6, turn: 18, noise: 0.3, season: -0.8 },
      { by: OLD_TOWN, from: 86.5, to: 93.4, turn: 18, noise: 0.3, season: -0.5 },
      { by: STATION, from: 90, to: 97, turn: 17, noise: 0.3, season: -0.3 },
    ],
  },
  {
    metric: 'room-pass-rate',
    decimals: 1,
    cases: [900, 1700],
    courses: [
      { by: LAKESIDE, from: 92, to: 97.5, turn: 10, noise: 0.25 },
      { by: OLD_TOWN, from: 93, to: 97.3, turn: 10, noise: 0.25 },
      { by: STATION, from: 91, to: 97.1, turn: 12, noise: 0.25 },
    ],
  },
  {
    metric: 'request-time',
    decimals: 1,
    cases: [800, 1500],
    courses: [
      { by: LAKESIDE, from: 16, to: 8.6, turn: 9, noise: 0.25, season: 0.4 },
      { by: OLD_TOWN, from: 15, to: 8.8, turn: 10, noise: 0.25, season: 0.3 },
      { by: STATION, from: 17, to: 8.3, turn: 9, noise: 0.25 },
    ],
  },
  {
    metric: 'complaint-ack-time',
    decimals: 1,
    cases: [14, 40],
    courses: [
      { by: LAKESIDE, from: 24, to: 7, turn: 15, noise: 0.5 },
      { by: OLD_TOWN, from: 22, to: 7.4, turn: 15, noise: 0.5 },
      { by: STATION, from: 27, to: 7.8, turn: 16, noise: 0.5 },
    ],
  },
  {
    metric: 'complaint-resolution-time',
    decimals: 1,
    cases: [14, 40],
    courses: [
      { by: LAKESIDE, from: 42, to: 19, turn: 16, noise: 0.6 },
      { by: OLD_TOWN, from: 38, to: 18.4, turn: 16, noise: 0.6 },
      { by: STATION, from: 43.5, to: 20.6, turn: 17, noise: 0.6 },
    ],
  },
  {
    metric: 'settlement-count',
    decimals: 0,
    cases: [14, 40],
    courses: [
      { by: LAKESIDE, from: 1, to: 14, turn: 17, noise: 0.7 },
      { by: OLD_TOWN, from: 1, to: 9, turn: 17, noise: 0.6 },
      { by: STATION, from: 2, to: 19, turn: 17, noise: 0.9 },
    ],
  },
  {
    metric: 'seat-wait',
    decimals: 1,
    cases: [2600, 5200],
    courses: [
      { by: LAKESIDE, from: 15.2, to: 12.6, turn: 8, noise: 0.4, season: 1.2 },
      { by: OLD_TOWN, from: 10.6, to: 8.6, turn: 8, noise: 0.3, season: 0.5 },
      { by: STATION, from: 11.3, to: 8.1, turn: 10, noise: 0.3 },
    ],
  },
  {
    metric: 'kiosk-success-rate',
    decimals: 1,
    cases: [500, 1900],
    courses: [
      { by: LAKESIDE, from: 69, to: 87, turn: 17, noise: 0.5 },
      { by: OLD_TOWN, from: 70, to: 86.8, turn: 17, noise: 0.4 },
      { by: STATION, from: 74, to: 89, turn: 16, noise: 0.5 },
    ],
  },
  {
    metric: 'repeat-guest-rate',
    decimals: 1,
    cases: [900, 2400],
    courses: [
      { by: LAKESIDE, from: 25, to: 33, turn: 15, noise: 0.4 },
      { by: OLD_TOWN, from: 27, to: 32, turn: 16, noise: 0.4 },
      { by: STATION, from: 20, to: 26, turn: 17, noise: 0.4 },
    ],
  },
  {
    metric: 'fcr',
    decimals: 1,
    cases: [5200, 8100],
    courses: [{ by: 'contact-centre', from: 71, to: 85.2, turn: 12, noise: 0.5 }],
  },
  {
    metric: 'asa',
    decimals: 0,
    cases: [5200, 8100],
    courses: [{ by: 'contact-centre', from: 45, to: 17, turn: 12, noise: 0.6, season: 1 }],
  },
  {
    metric: 'linen-turnaround',
    decimals: 1,
    cases: [58, 62],
    courses: [{ by: 'laundry-partner', from: 31, to: 22.4, turn: 19, noise: 0.3 }],
  },
];

for (const [path, text] of observations(SEED)) {
  const target = new URL(`../../policies/data/${path}`, import.meta.url);
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(target, text);
  process.stdout.write(`${fileURLToPath(target)}\n`);
}

/** The CSV files as [name, text], the same for the same seed. */
export function observations(seed: number): [path: string, text: string][] {
  return SERIES.map((series, index) => [`${series.metric}.csv`, csvOf(series, randomFrom(seed + index))]);
}

// helpers

function csvOf({ decimals, cases, courses }: Series, random: () => number): string {
  const rows = ['period,value,n,by'];
  for (let month = 0; month < MONTHS; month++) {
    for (const course of courses) {
      const n = Math.round(cases[0] + random() * (cases[1] - cases[0]));
      rows.push(`${periodOf(month)},${valueAt(course, month, random).toFixed(decimals)},${n},${course.by}`);
    }
  }
  return `${rows.join('\n')}\n`;
}

/** The old level, an S-shaped change about `turn`, the season, and noise. Never below zero. */
function valueAt({ from, to, turn, noise, season = 0 }: Course, month: number, random: () => number): number {
  const change = (to - from) / (1 + Math.exp((turn - month) / 1.6));
  const busy = [7, 8].includes(calendarMonth(month)) ? season : 0;
  return Math.max(0, from + change + busy + noise * gauss(random));
}

function calendarMonth(month: number): number {
  return ((FIRST_MONTH.month - 1 + month) % 12) + 1;
}

function periodOf(month: number): string {
  const year = FIRST_MONTH.year + Math.floor((FIRST_MONTH.month - 1 + month) / 12);
  return `${year}-${String(calendarMonth(month)).padStart(2, '0')}`;
}

/** A normal deviate within two standard deviations (Box–Muller), so that no month is freakish. */
function gauss(random: () => number): number {
  const deviate = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.max(-2, Math.min(2, deviate));
}

/** Uniform numbers in [0, 1): the mulberry32 generator, small and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
