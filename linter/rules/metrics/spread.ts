import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { entityOfBy, measureOf, observationFile, seriesOf } from '../../graph/questions/observations.ts';
import { openImprovementsOf } from '../../graph/questions/open-improvements.ts';
import { isCustomerMetric } from '../../graph/questions/service-metric.ts';
import { newestSpread } from '../../graph/questions/spread.ts';
import { definitionOf } from '../../model/metric-presets.ts';
import { parseComparison, satisfies } from '../../model/quantity.ts';
import { writtenWords } from '../../model/quantity-words.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'noBreakdown' | 'noLimit' | 'exceeded';
interface Options {
  types: string[];
  cases: number;
}
type Context = RuleContext<MessageId, Options>;
type Metric = Entity<'metric'>;

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require metrics of several units to be broken down by unit, to limit the spread between them and to keep within it.',
      'zh-CN': '涉及多个部门的指标应按部门细分，规定部门之间的差距上限，并保持在上限以内。',
    },
    severity: 'info',
    claims: ['S5-16', 'S2-22'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        types: { type: 'array', items: { type: 'string', maxLength: 40 }, maxItems: 10, default: ['store'] },
        cases: { type: 'integer', minimum: 0, maximum: 100000, default: 5 },
      },
    },
  },
  messages: {
    noBreakdown: {
      en: 'Metric "{metric}" is one figure for {count} units; expected a figure for each. Add "by: [unit]".',
      'zh-CN': '指标“{metric}”用一个数字概括 {count} 个部门，应每个部门一个数字；请加上“by: [unit]”。',
    },
    noLimit: {
      en: 'Metric "{metric}" is broken down by unit but states no "spread"; expected how far the best and the worst may lie apart. Add it, as in "<= {example}".',
      'zh-CN':
        '指标“{metric}”按部门细分，却没有写 spread（最好与最差的差距上限）；请补上，例如“<= {example}”。',
    },
    exceeded: {
      en: 'In {period} the units of metric "{metric}" lie {distance} apart, from {low} ("{lowest}") to {high} ("{highest}"); expected a spread of "{spread}". Find out what differs, and open an improvement.',
      'zh-CN':
        '{period} 指标“{metric}”的部门差距达 {distance}，从 {low}（{lowest}）到 {high}（{highest}），超出差距上限“{spread}”；请查明差异所在，立项改进。',
    },
  },
  check(context) {
    const { handbook, options } = context;
    const sites = handbook
      .all('unit')
      .filter((unit) => inForce(unit) && options.types.includes(unit.data.type ?? ''));
    for (const metric of handbook.all('metric')) {
      if (!inForce(metric)) continue;
      const units = unitsOf(handbook, metric, sites);
      if (units > 1) checkDefinition(context, metric, units);
      if (metric.data.spread !== undefined) checkSpread(context, metric, metric.data.spread);
    }
  },
});

// helpers

/** How many units a metric speaks of: those with figures, those that name it, and all sites for what customers say. */
function unitsOf(handbook: Handbook, metric: Metric, sites: readonly Entity<'unit'>[]): number {
  const measured = seriesOf(handbook, metric).filter(
    ({ by }) => by && entityOfBy(handbook, by)?.kind === 'unit',
  );
  if (measured.length > 0) return measured.length;
  if (isCustomerMetric(metric)) return sites.length;
  const naming = handbook.referencedBy(metric).map(({ from }) => from);
  return sites.filter((site) => naming.includes(site)).length;
}

function checkDefinition({ report }: Context, metric: Metric, count: number): void {
  const { by = [], spread } = metric.data;
  if (!by.includes('unit') && !by.includes('role')) {
    const data = { metric: metric.id, count };
    report({
      message: 'noBreakdown',
      data,
      at: metric.at(by.length > 0 ? '/by' : '/name'),
      subject: `${metric.key}/by`,
    });
    return;
  }
  if (spread !== undefined) return;
  const { unit } = definitionOf(metric.data);
  // Without a unit there is nothing to state a spread in: metrics/definition speaks of it.
  if (unit === undefined) return;
  report({
    message: 'noLimit',
    data: { metric: metric.id, example: `10 ${unit}` },
    at: metric.at('/by'),
    subject: `${metric.key}/spread`,
  });
}

function checkSpread({ handbook, options, report }: Context, metric: Metric, written: string): void {
  const limit = parseComparison(written);
  const spread = newestSpread(handbook, metric, options.cases);
  const distance = spread && measureOf(metric, spread.distance);
  if (!limit.ok || !distance || satisfies(distance, limit.value) !== false) return;
  // What is being worked on is known.
  if (openImprovementsOf(handbook, metric).length > 0) return;
  const { lowest, highest } = spread;
  const file = observationFile(handbook, metric)!;
  report({
    message: 'exceeded',
    data: {
      metric: metric.id,
      period: highest.period,
      distance: writtenWords(`${spread.distance} ${definitionOf(metric.data).unit ?? ''}`),
      low: lowest.written,
      lowest: lowest.by ?? '',
      high: highest.written,
      highest: highest.by ?? '',
      spread: written,
    },
    at: metric.at('/spread'),
    subject: `${metric.key}/spread`,
    related: [
      {
        at: { file, span: lowest.at.value ?? [0, 0] },
        template: { en: 'The lowest value.', 'zh-CN': '最低值。' },
      },
      {
        at: { file, span: highest.at.value ?? [0, 0] },
        template: { en: 'The highest value.', 'zh-CN': '最高值。' },
      },
    ],
  });
}
