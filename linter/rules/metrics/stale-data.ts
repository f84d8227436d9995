import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { nextDue } from '../../graph/questions/observation-due.ts';
import { entityOfBy, observationFile, seriesOf } from '../../graph/questions/observations.ts';
import { daysBetween } from '../../model/date.ts';
import type { Location } from '../../model/finding.ts';
import { formatQuantity, parseDuration } from '../../model/quantity.ts';
import type { Observation } from '../../parse/observations.ts';
import { defineRule } from '../rule.ts';

interface Options {
  times: number;
  everyMetric: boolean;
}

export default defineRule<'stale' | 'staleSeries' | 'none', Options>({
  meta: {
    summary: {
      en: 'Require observations to be as recent as the frequency of their metric promises.',
      'zh-CN': '观测数据应按指标的频次更新，不应过期。',
    },
    severity: 'warning',
    claims: ['S2-18'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        times: { type: 'number', minimum: 1, maximum: 12, default: 2 },
        everyMetric: { type: 'boolean', default: false },
      },
    },
  },
  messages: {
    stale: {
      en: 'The newest value of metric "{metric}" is of {period}, {age} days ago, though it is measured every {every}; expected one by {due}. Add the missing values.',
      'zh-CN':
        '指标“{metric}”最近的数值是 {period} 的，距今 {age} 天，而频次为每{every}一次，最迟应在 {due} 前更新；请补录。',
    },
    staleSeries: {
      en: 'The newest value of metric "{metric}" for "{by}" is of {period}, {age} days ago, while others go on; expected one by {due}. Add the missing values.',
      'zh-CN':
        '指标“{metric}”中“{by}”最近的数值是 {period} 的，距今 {age} 天，其他仍在更新，最迟应在 {due} 前更新；请补录。',
    },
    none: {
      en: 'Metric "{metric}" has no observations; expected some every {every}. Record them in data/{metric}.csv.',
      'zh-CN': '指标“{metric}”没有观测数据，应每{every}有一次；请记入 data/{metric}.csv。',
    },
  },
  check({ handbook, options, report }) {
    for (const metric of handbook.all('metric')) {
      const every = parseDuration(metric.data.every ?? '');
      if (!inForce(metric) || !every.ok) continue;
      const shown = {
        en: formatQuantity(every.value, 'en'),
        'zh-CN': ` ${formatQuantity(every.value, 'zh-CN')}`,
      };
      const file = observationFile(handbook, metric);
      const newest = newestOf(handbook, metric);
      if (newest.length === 0) {
        // A file whose lines cannot be read has findings of its own.
        const isBroken = file && (handbook.files.get(file)?.problems.length ?? 0) > 0;
        if ((file || options.everyMetric) && !isBroken) {
          const data = { metric: metric.id, every: shown };
          report({ message: 'none', data, at: metric.at('/every'), subject: `${metric.key}/data` });
        }
        continue;
      }
      const late = newest.flatMap((observation) => {
        const due = nextDue(observation.to, every.value, options.times);
        return due !== undefined && due < handbook.today ? [{ observation, due }] : [];
      });
      const place = (observation: Observation): Location => ({
        file: file!,
        span: observation.at.period ?? [0, 0],
      });
      const common = ({ observation: { period, to }, due }: (typeof late)[number]) => ({
        metric: metric.id,
        period,
        age: daysBetween(to, handbook.today),
        due,
      });
      if (late.length === newest.length) {
        const last = late.reduce((a, b) => (b.observation.to > a.observation.to ? b : a));
        report({
          message: 'stale',
          data: { ...common(last), every: shown },
          at: place(last.observation),
          subject: `${metric.key}/data`,
          related: [{ at: metric.at('/every'), template: everyHere }],
        });
        continue;
      }
      for (const each of late) {
        const { by } = each.observation;
        if (by === undefined || hasEnded(handbook, by)) continue;
        report({
          message: 'staleSeries',
          data: { ...common(each), by },
          at: place(each.observation),
          subject: `${metric.key}/data/${by}`,
        });
      }
    }
  },
});

// helpers

const everyHere = { en: 'The frequency is stated here.', 'zh-CN': '频次写在这里。' };

/** The last observation of each unit, and of the whole. */
function newestOf(handbook: Handbook, metric: Entity<'metric'>): Observation[] {
  return seriesOf(handbook, metric).map(({ observations }) => observations.at(-1)!);
}

/** A unit that was closed sends no figures; a channel or shift, known by name alone, may have ended too. */
function hasEnded(handbook: Handbook, by: string): boolean {
  const entity = entityOfBy(handbook, by);
  return !entity || !inForce(entity);
}
