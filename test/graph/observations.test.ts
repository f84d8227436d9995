import { describe, expect, test } from 'vitest';
import { missedRuns } from '../../linter/graph/questions/missed-targets.ts';
import { measureOf, observationsOf, seriesOf } from '../../linter/graph/questions/observations.ts';
import { newestSpread } from '../../linter/graph/questions/spread.ts';
import { printQuantity } from '../../linter/model/quantity.ts';
import { handbookOf, type MemoryFiles } from '../support/handbook.ts';

const metric = 'name: x\nowner: r\nunit: min\ndirection: lower\ntarget: "<= 10 min"\n';
const unit = 'name: x\nowner: r\ntype: store\n';

function wait(csv: string, more: MemoryFiles = {}) {
  const handbook = handbookOf({
    'metrics/wait.yaml': metric,
    'data/wait.csv': `period,value,n,by\n${csv}`,
    ...more,
  });
  return { handbook, wait: handbook.get('metric', 'wait')! };
}

describe('observations of a metric', () => {
  test('are sorted by period, however the file is', () => {
    const { handbook, wait: of } = wait('2026-10,3,,\n2026-08,1,,\n2026-09,2,,\n');
    expect(observationsOf(handbook, of).map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  test('are found under a former id, and by unit', () => {
    const handbook = handbookOf({
      'metrics/wait.yaml': `${metric}aliases: [queue]\n`,
      'data/queue.csv': 'period,value,by\n2026-10,3,north\n2026-10,5,south\n2026-09,4,north\n',
    });
    const series = seriesOf(handbook, handbook.get('metric', 'wait')!);
    expect(series.map(({ by, observations }) => [by, observations.map(({ value }) => value)])).toEqual([
      ['north', [4, 3]],
      ['south', [5]],
    ]);
  });

  test('take the unit of the metric', () => {
    const { wait: of } = wait('2026-10,3.50,,\n');
    expect(printQuantity(measureOf(of, '3.50')!)).toBe('3.5 min');
  });
});

describe('missed targets', () => {
  const runsOf = (csv: string, more: MemoryFiles = {}) => {
    const { handbook, wait: of } = wait(csv, more);
    return missedRuns(handbook, of).map(({ by, target, missed }) => [by, target.text, missed.length]);
  };

  test('count back from the newest value without a break', () => {
    expect(runsOf('2026-06,12,,\n2026-07,9,,\n2026-08,11,,\n2026-09,10.5,,\n')).toEqual([
      [undefined, '<= 10 min', 2],
    ]);
    expect(runsOf('2026-08,12,,\n2026-09,10,,\n')).toEqual([]);
  });

  test('are judged for each unit, by the value it may deviate to', () => {
    const more = {
      'standards/quick.yaml':
        'name: x\nowner: r\nlevel: shall\nstatement: x\nappliesTo: []\nmetric: wait\ntarget: "<= 10 min"\n',
      'units/north.yaml': unit,
      'units/south.yaml': `${unit}deviations: [{ standard: quick, value: "<= 13 min", why: x }]\n`,
    };
    expect(runsOf('2026-10,12,,north\n2026-10,12,,south\n', more)).toEqual([['north', '<= 10 min', 1]]);
    expect(runsOf('2026-10,14,,south\n', more)).toEqual([['south', '<= 13 min', 1]]);
  });

  test('fall back on the target of a standard', () => {
    const more = {
      'metrics/wait.yaml': metric.replace(/target.*\n/, ''),
      'standards/quick.yaml':
        'name: x\nowner: r\nlevel: shall\nstatement: x\nappliesTo: []\nmetric: wait\ntarget: "<= 8 min"\n',
    };
    expect(runsOf('2026-10,9,,\n', more)).toEqual([[undefined, '<= 8 min', 1]]);
  });

  test('are none where target and unit cannot be compared', () => {
    expect(runsOf('2026-10,99,,\n', { 'metrics/wait.yaml': metric.replace('10 min', '10 point') })).toEqual(
      [],
    );
  });
});

describe('the spread', () => {
  const spreadOf = (csv: string, more: MemoryFiles = {}) => {
    const { handbook, wait: of } = wait(csv, more);
    return newestSpread(handbook, of, 5)?.distance;
  };

  test('is that of the newest period with two values', () => {
    expect(spreadOf('2026-09,1.1,,a\n2026-09,1.4,,b\n2026-10,9,,a\n')).toBe('0.3');
    expect(spreadOf('2026-10,9,,a\n')).toBeUndefined();
  });

  test('leaves out units no longer in force and values over a few cases', () => {
    expect(
      spreadOf('2026-10,1,,a\n2026-10,3,,b\n2026-10,9,4,c\n2026-10,9,,d\n', {
        'units/d.yaml': `${unit}status: retired\n`,
      }),
    ).toBe('2');
  });
});
