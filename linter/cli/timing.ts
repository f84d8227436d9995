import type { Stopwatch } from '../engine/lint.ts';

/** A stopwatch that notes how long each rule took. */
export function stopwatchFor(times: Map<string, number>): Stopwatch {
  return {
    now: () => performance.now(),
    record: (rule, milliseconds) => times.set(rule, milliseconds),
  };
}

/** The rules, slowest first, with the share of all rules' time. */
export function timingTable(times: ReadonlyMap<string, number>): string {
  const total = [...times.values()].reduce((sum, each) => sum + each, 0);
  const rows = [...times].sort((a, b) => b[1] - a[1]);
  const width = Math.max(...rows.map(([rule]) => rule.length));
  const line = (rule: string, time: number) => {
    const share = total === 0 ? 0 : (100 * time) / total;
    return `${rule.padEnd(width)}  ${time.toFixed(1).padStart(8)} ms  ${share.toFixed(1).padStart(5)} %\n`;
  };
  return rows.map(([rule, time]) => line(rule, time)).join('') + line('', total);
}
