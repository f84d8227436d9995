import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { computeMetric, metricFormulas } from '../../linter/model/metric-formulas.ts';
import { metricPresets } from '../../linter/model/metric-presets.ts';

const names = Object.keys(metricPresets);

test('every preset has a formula', () => {
  expect(Object.keys(metricFormulas).sort()).toEqual([...names].sort());
});

test('a score of promoters lies within its range, and turns its sign when the sides change', () => {
  const counts = tuple(
    integer({ min: 0, max: 500 }),
    integer({ min: 0, max: 500 }),
    integer({ min: 1, max: 500 }),
  );
  assert(
    property(counts, ([promoters, detractors, passives]) => {
      const n = promoters + detractors + passives;
      const score = computeMetric('nps', [promoters, detractors], n)!;
      const [min, max] = metricPresets.nps!.range!;
      expect(score).toBeGreaterThanOrEqual(min);
      expect(score).toBeLessThanOrEqual(max);
      expect(computeMetric('nps', [detractors, promoters], n)).toBeCloseTo(-score, 1);
    }),
  );
});

test('there is no value over no cases', () => {
  expect(names.map((name) => computeMetric(name, [0, 0, 0], 0))).toEqual(names.map(() => undefined));
});

test.each([
  ['en', 'metric-presets.md'],
  ['zh-CN', 'metric-presets.zh-CN.md'],
] as const)('the page in %s tells formulas, units and totals', (language, file) => {
  const page = readFileSync(join(import.meta.dirname, '../../linter/model', file), 'utf8');
  for (const name of names) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
    const { formula, unit } = metricPresets[name]!;
    expect(row).toContain(` ${formula[language]} `);
    expect(row).toContain(`| \`${unit}\` |`);
    for (const column of [...metricFormulas[name]!.totals, 'n']) expect(row).toContain(`\`${column}\``);
  }
});
