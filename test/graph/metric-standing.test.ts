import { describe, expect, test } from 'vitest';
import { metricStanding } from '../../linter/graph/questions/metric-standing.ts';
import { handbookOf, type MemoryFiles } from '../support/handbook.ts';

const metric = 'name: x\nowner: r\nunit: min\ndirection: lower\nevery: 30 d\ntarget: "<= 10 min"\n';
const unit = 'name: x\nowner: r\ntype: store\n';

/** How a metric stands on 22 November 2026. */
function standing(csv: string | undefined, more: MemoryFiles = {}) {
  const handbook = handbookOf({
    'metrics/wait.yaml': metric,
    ...(csv !== undefined && { 'data/wait.csv': `period,value,n,by\n${csv}` }),
    ...more,
  });
  return metricStanding(handbook, handbook.get('metric', 'wait')!);
}

describe('a metric', () => {
  test.each([
    ['met', '2026-09,12,,\n2026-10,10,,\n'],
    ['missed', '2026-09,9,,\n2026-10,10.1,,\n'],
    ['none', undefined],
    ['stale', '2026-07,9,,\n'],
  ])('is %s by its newest value', (status, csv) => {
    expect(standing(csv).status).toBe(status);
  });

  test('is unjudged without a target, or with one in another unit', () => {
    const csv = '2026-10,9,,\n';
    expect(standing(csv, { 'metrics/wait.yaml': metric.replace(/^target.*\n/m, '') }).status).toBe(
      'unjudged',
    );
    expect(standing(csv, { 'metrics/wait.yaml': metric.replace('10 min', '10 point') }).status).toBe(
      'unjudged',
    );
  });

  test('is out of date when twice its frequency has passed since its newest period, and not a day before', () => {
    // August ends on the 31st; sixty days later it is 30 October.
    const files = { 'metrics/wait.yaml': metric, 'data/wait.csv': 'period,value\n2026-08,9\n' };
    const on = (today: string) => {
      const handbook = handbookOf(files, today);
      return metricStanding(handbook, handbook.get('metric', 'wait')!).status;
    };
    expect([on('2026-10-30'), on('2026-10-31')]).toEqual(['met', 'stale']);
  });

  test('misses where one unit does, and forgets those whose values stopped while others go on', () => {
    const csv = '2026-10,9,,north\n2026-10,11,,south\n2026-01,30,,west\n';
    const found = standing(csv);
    expect(found.status).toBe('missed');
    expect(found.series.map(({ by, met, stale }) => [by, met, stale])).toEqual([
      ['west', false, true],
      ['north', true, false],
      ['south', false, false],
    ]);
    expect(standing(csv.replace('2026-10,11,,south', '2026-10,8,,south')).status).toBe('met');
  });

  test('holds a unit to the value by which it may deviate', () => {
    const found = standing('2026-10,14,,north\n2026-10,9,,south\n', {
      'standards/prompt.yaml':
        'name: x\nowner: r\nlevel: shall\nstatement: x\nappliesTo: [unit:north]\nmetric: wait\n',
      'units/north.yaml': `${unit}deviations: [{ standard: prompt, value: "<= 15 min", why: x }]\n`,
      'units/south.yaml': unit,
    });
    expect(found.status).toBe('met');
    expect(found.series.map(({ by, target }) => [by, target?.text])).toEqual([
      ['north', '<= 15 min'],
      ['south', '<= 10 min'],
    ]);
  });
});
