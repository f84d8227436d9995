import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Measurement, machine, median } from './measure.ts';
import { benchFolder } from './peers.ts';

/** One thing measured several times. */
export interface Series {
  name: string;
  runs: Measurement[];
}

export interface Result {
  /** What was measured, on what files. */
  title: string;
  machine: string;
  /** In UTC, to the minute. */
  measured: string;
  rows: { name: string; seconds: number; runs: number[]; megabytes?: number }[];
  /** How many times as fast, or as small, as what is compared with. */
  ratios: { name: string; value: number; goal?: number }[];
}

const file = join(benchFolder, 'results.json');

export const secondsOf = ({ runs }: Series) => median(runs.map(({ seconds }) => seconds));

/** Peak memory in MB; undefined where it was not watched. */
export function megabytesOf({ runs }: Series): number | undefined {
  const peaks = runs.flatMap(({ peakMegabytes }) => peakMegabytes ?? []);
  return peaks.length > 0 ? median(peaks) : undefined;
}

/** Prints a result and keeps it in .bench/results.json, where the last one of each name stands. */
export async function report(
  name: string,
  title: string,
  series: readonly Series[],
  ratios: Result['ratios'],
): Promise<void> {
  const rows = series.map((each) => {
    const megabytes = megabytesOf(each);
    const runs = each.runs.map(({ seconds }) => round(seconds));
    return {
      name: each.name,
      seconds: round(secondsOf(each)),
      runs,
      ...(megabytes && { megabytes: Math.round(megabytes) }),
    };
  });
  const result: Result = {
    title,
    machine: machine(),
    measured: `${new Date().toISOString().slice(0, 16)}Z`,
    rows,
    ratios: ratios.map((ratio) => ({ ...ratio, value: round(ratio.value) })),
  };
  const all = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  await mkdir(benchFolder, { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...all, [name]: result }, null, 2)}\n`);
  console.log(textOf(result));
}

/** Says so where a program did something else than what is measured. */
export function expectExit(series: Series, exitCode: number): void {
  for (const run of series.runs) {
    if (run.exitCode === exitCode) continue;
    throw new Error(`${series.name} ended with ${run.exitCode}, not ${exitCode}:\n${run.output}`);
  }
}

// helpers

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function textOf({ title, machine: on, rows, ratios }: Result): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, seconds, runs, megabytes }) => {
    const memory = megabytes === undefined ? '' : `  peak ${megabytes} MB`;
    return `  ${name.padEnd(width)}  ${seconds.toFixed(2).padStart(7)} s${memory}  (${runs.join(', ')})`;
  });
  const goals = ratios.map(({ name, value, goal }) => {
    const verdict =
      goal === undefined ? '' : value >= goal ? `, goal ${goal} reached` : `, goal ${goal} missed`;
    return `  ${name}: ${value.toFixed(1)} times${verdict}`;
  });
  return [`\n${title}`, `  ${on}`, ...lines, ...goals].join('\n');
}
