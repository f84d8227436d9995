/** How the value of a well-known metric follows from what was counted in a period. */
export interface MetricFormula {
  /** Totals of the period, in the order that `compute` takes them. */
  totals: readonly string[];
  /** Whether the totals are parts of the cases, which together cannot be more than all. */
  parts: boolean;
  /** @param n number of cases, above zero */
  compute(totals: readonly number[], n: number): number;
}

/** The formulas of the presets, in the units of the presets; metric-presets.md tells them to authors. */
export const metricFormulas: Readonly<Record<string, MetricFormula>> = {
  nps: {
    totals: ['promoters', 'detractors'],
    parts: true,
    compute: ([p = 0, d = 0], n) => ((p - d) / n) * 100,
  },
  csat: { totals: ['satisfied'], parts: true, compute: ([satisfied = 0], n) => (satisfied / n) * 100 },
  ces: { totals: ['scores'], parts: false, compute: ([scores = 0], n) => scores / n },
  fcr: { totals: ['solved'], parts: true, compute: ([solved = 0], n) => (solved / n) * 100 },
  aht: {
    totals: ['talk', 'hold', 'wrap'],
    parts: false,
    compute: ([talk = 0, hold = 0, wrap = 0], n) => (talk + hold + wrap) / n,
  },
  asa: { totals: ['wait'], parts: false, compute: ([wait = 0], n) => wait / n },
  'service-level': { totals: ['timely'], parts: true, compute: ([timely = 0], n) => (timely / n) * 100 },
  'abandon-rate': {
    totals: ['abandoned'],
    parts: true,
    compute: ([abandoned = 0], n) => (abandoned / n) * 100,
  },
};

/**
 * A value from the totals of a period, rounded to two decimals as reports show it.
 *
 * @example computeMetric('nps', [55, 10], 100) // => 45
 */
export function computeMetric(preset: string, totals: readonly number[], n: number): number | undefined {
  const formula = metricFormulas[preset];
  return formula && n > 0 ? Number(formula.compute(totals, n).toFixed(2)) : undefined;
}
