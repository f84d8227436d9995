import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

export interface Command {
  program: string;
  args: readonly string[];
  cwd?: string;
  env?: Record<string, string>;
}

export interface Measurement {
  seconds: number;
  /** Of the program and all it started at the same moment, in MB; undefined where memory was not watched. */
  peakMegabytes?: number;
  exitCode: number;
  output: string;
}

/** How often memory is looked at while a program runs, in milliseconds. */
const WATCH_EVERY = 100;

/** Runs a program to its end, as a new process with nothing kept from the last one. */
export function measure({ program, args, cwd, env }: Command, { memory = false } = {}): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(program, args, { cwd, env: { ...process.env, NO_COLOR: '1', ...env } });
    let output = '';
    let peak = 0;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    const watch = () => {
      peak = Math.max(peak, residentOfTree(child.pid!));
    };
    const timer = memory && canWatchMemory ? setInterval(watch, WATCH_EVERY) : undefined;
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - begun) / 1000;
      const result = { seconds, exitCode: code ?? -1, output: output.slice(-10_000) };
      resolve(timer ? { ...result, peakMegabytes: peak / 1e6 } : result);
    });
  });
}

/** The middle value; the mean of the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

/** What the numbers were measured on. */
export function machine(): string {
  const load = loadavg()[0]!.toFixed(1);
  const memory = Math.round(totalmem() / 1e9);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${availableParallelism()} cores (${model}), ${memory} GB, ${process.platform}, Node ${process.versions.node}, load ${load} at the start`;
}

// helpers

/** Linux tells each process's parent and pages in /proc; nothing else is asked, so that watching is cheap. */
const canWatchMemory = process.platform === 'linux';
const PAGE = 4096;

/** Resident memory of a process and its descendants in bytes; pages that they share count for each. */
function residentOfTree(root: number): number {
  const children = new Map<number, number[]>();
  const resident = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const stat = statOf(pid);
    if (!stat) continue;
    resident.set(pid, stat.pages * PAGE);
    children.set(stat.parent, [...(children.get(stat.parent) ?? []), pid]);
  }
  let sum = 0;
  const pending = [root];
  for (let pid = pending.pop(); pid !== undefined; pid = pending.pop()) {
    sum += resident.get(pid) ?? 0;
    pending.push(...(children.get(pid) ?? []));
  }
  return sum;
}

/** Undefined for a process that has ended meanwhile. */
function statOf(pid: number): { parent: number; pages: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold blanks: fields are counted from behind it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), pages: Number(fields[21]) };
  } catch {
    return undefined;
  }
}
