import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { entityOfBy, observationFile, observationsOf } from '../../graph/questions/observations.ts';
import type { Location } from '../../model/finding.ts';
import type { Localised } from '../../model/message.ts';
import { definitionOf, metricPresets } from '../../model/metric-presets.ts';
import { dimensionOf, parseComparison } from '../../model/quantity.ts';
import { writtenWords } from '../../model/quantity-words.ts';
import { hint } from '../../model/suggest.ts';
import type { ObservationColumn } from '../../parse/observation-columns.ts';
import type { Observation } from '../../parse/observations.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'noMetric' | 'unknownBy' | 'formula' | 'range' | 'ranges' | 'scale' | 'future';
type Context = RuleContext<MessageId>;
type Metric = Entity<'metric'>;

/** What metrics are broken down by and has a file of its own; channels, shifts and the like have none. */
const kindsOfBy = ['unit', 'role', 'segment', 'service', 'process'] as const;

/** A slip of this sort repeats itself: the first places tell enough. */
const MOST_PLACES = 10;

export default defineRule<MessageId>({
  meta: {
    summary: {
      en: 'Require observations to belong to a metric, to lie within its range and to name units that exist.',
      'zh-CN': '观测数据应对应一个指标，数值在其取值范围内，所列部门应存在。',
    },
    severity: 'error',
    claims: ['S2-18', 'S5-16'],
    fix: 'none',
  },
  messages: {
    noMetric: {
      en: 'There is no metric "{metric}" that these observations belong to; {hint} Rename the file, or define metrics/{metric}.yaml.',
      'zh-CN': '没有与这些数据对应的指标“{metric}”；{hint}请改文件名，或建立 metrics/{metric}.yaml。',
    },
    unknownBy: {
      en: '"{by}" is nothing that metric "{metric}" can be broken down by; {hint} Correct it here, or add the entry.',
      'zh-CN': '“{by}”不是指标“{metric}”可细分的对象；{hint}请在此改正，或建立该条目。',
    },
    formula: {
      en: 'These totals are those of preset "{preset}", computed in "{unit}", but metric "{metric}" is not defined so; expected "preset: {preset}" without another unit. Mend the metric, or write values.',
      'zh-CN':
        '这些合计列属于预设“{preset}”（单位“{unit}”），而指标“{metric}”不是这样定义的，应写“preset: {preset}”且不另写单位；请修改指标，或直接写数值。',
    },
    range: {
      en: 'Value {value} of {period} cannot be: metric "{metric}" is {bounds}. Correct it.',
      'zh-CN': '{period} 的数值 {value} 不可能出现：指标“{metric}”{bounds}；请改正。',
    },
    ranges: {
      en: 'Value {value} of {period} and {more} more cannot be: metric "{metric}" is {bounds}. Correct them, or the unit of the metric.',
      'zh-CN':
        '{period} 的数值 {value} 及另外 {more} 个数不可能出现：指标“{metric}”{bounds}；请改正，或修改指标的单位。',
    },
    scale: {
      en: 'All values lie between 0 and 1, yet metric "{metric}" is in per cent with target "{target}"; expected 87 for 87 %. Multiply them by 100.',
      'zh-CN':
        '所有数值都在 0 到 1 之间，而指标“{metric}”以百分数计、目标值为“{target}”；87 % 应写作 87，请乘以 100。',
    },
    future: {
      en: 'Period "{period}" begins after {today}; expected what has been measured. Correct the period.',
      'zh-CN': '期间“{period}”在 {today} 之后才开始，应只有已测得的数值；请改正期间。',
    },
  },
  check(context) {
    const { handbook, report } = context;
    const owned = new Set(handbook.all('metric').map((metric) => observationFile(handbook, metric)));
    for (const file of handbook.files.values()) {
      const { path, place } = file;
      const text = place?.role === 'observations' ? file.text : undefined;
      if (text === undefined || owned.has(path)) continue;
      const metric = path.slice('data/'.length, -'.csv'.length);
      // A metric whose file did not parse is there, yet cannot be judged.
      if (handbook.find(`metric:${metric}`)) continue;
      const known = handbook.all('metric').map(({ id }) => id);
      const data = { metric, hint: hint(metric, known) };
      report({
        message: 'noMetric',
        data,
        at: { file: path, span: firstLine(text) },
        subject: `metric:${metric}/data`,
      });
    }
    for (const metric of handbook.all('metric')) {
      const observations = observationsOf(handbook, metric);
      if (observations.length === 0) continue;
      checkBy(context, metric, observations);
      checkFuture(context, metric, observations);
      if (checkFormula(context, metric, observations[0]!) || checkScale(context, metric, observations))
        continue;
      checkRange(context, metric, observations);
    }
  },
});

// helpers

function checkBy({ handbook, report }: Context, metric: Metric, observations: readonly Observation[]): void {
  const { by: stated } = metric.data;
  const kinds = kindsOfBy.filter((kind) => stated === undefined || stated.includes(kind));
  // The names of channels, shifts or products stand nowhere, so that no name is wrong.
  const isFree = stated?.some((each) => each !== 'touchpoint' && !kinds.includes(each as never));
  const seen = new Set<string>();
  let reported = 0;
  for (const observation of observations) {
    const { by } = observation;
    if (by === undefined || seen.has(by) || reported >= MOST_PLACES) continue;
    seen.add(by);
    const found = entityOfBy(handbook, by);
    if (isFree || (found && kinds.includes(found.kind as never))) continue;
    if (stated?.includes('touchpoint') && isTouchpoint(handbook, by)) continue;
    reported++;
    const known = kinds.flatMap((kind) => handbook.all(kind).map(({ id }) => id));
    report({
      message: 'unknownBy',
      data: { by, metric: metric.id, hint: hint(by, known) },
      at: place(handbook, metric, observation, 'by'),
      subject: `${metric.key}/data/${by}`,
    });
  }
}

function isTouchpoint(handbook: Handbook, by: string): boolean {
  const id = by.split('#').at(-1);
  return handbook
    .all('service')
    .some((service) =>
      handbook.partsOf(service).some((part) => part.type === 'touchpoint' && part.id === id),
    );
}

function checkFuture(
  { handbook, report }: Context,
  metric: Metric,
  observations: readonly Observation[],
): void {
  const { today } = handbook;
  for (const observation of observations.filter(({ from }) => from > today).slice(0, MOST_PLACES)) {
    const { period, by = '' } = observation;
    report({
      message: 'future',
      data: { period, today },
      at: place(handbook, metric, observation, 'period'),
      subject: `${metric.key}/data/${by}/${period}`,
    });
  }
}

/** Values that were computed for another metric than this one say nothing of it. */
function checkFormula({ handbook, report }: Context, metric: Metric, first: Observation): boolean {
  if (first.preset === undefined) return false;
  const { unit = '' } = metricPresets[first.preset] ?? {};
  if (metric.data.preset === first.preset && definitionOf(metric.data).unit === unit) return false;
  report({
    message: 'formula',
    data: { preset: first.preset, unit, metric: metric.id },
    at: place(handbook, metric, first, 'value'),
    subject: `${metric.key}/data`,
  });
  return true;
}

/** Shares written as 0.87 where per cent are meant: one slip in every line, and so one finding. */
function checkScale(
  { handbook, report }: Context,
  metric: Metric,
  observations: readonly Observation[],
): boolean {
  const target = parseComparison(metric.data.target ?? '');
  const { unit } = definitionOf(metric.data);
  if (unit !== '%' || !target.ok || Number(target.value.value.number) < 5) return false;
  if (observations.length < 2 || !observations.every(({ value }) => value >= 0 && value <= 1)) return false;
  if (observations.every(({ value }) => value === 0)) return false;
  report({
    message: 'scale',
    data: { metric: metric.id, target: metric.data.target! },
    at: place(handbook, metric, observations[0]!, 'value'),
    subject: `${metric.key}/data`,
  });
  return true;
}

function checkRange(
  { handbook, report }: Context,
  metric: Metric,
  observations: readonly Observation[],
): void {
  const bounds = boundsOf(metric);
  if (!bounds) return;
  const outside = observations.filter(({ value }) => value < bounds.min || value > bounds.max);
  const [first] = outside;
  if (!first) return;
  report({
    message: outside.length === 1 ? 'range' : 'ranges',
    data: {
      value: first.written,
      period: first.period,
      metric: metric.id,
      bounds: bounds.words,
      ...(outside.length > 1 && { more: outside.length - 1 }),
    },
    at: place(handbook, metric, first, 'value'),
    subject: `${metric.key}/data/range`,
  });
}

/** The range of the metric or of its preset; time, money and things are never fewer than none. */
function boundsOf({ data }: Metric): { min: number; max: number; words: Localised } | undefined {
  const { unit = '', range } = definitionOf(data);
  const dimension = dimensionOf(unit);
  const [min, max] = range ?? (dimension === 'ratio' ? [0, 100] : []);
  if (min !== undefined && max !== undefined) {
    return {
      min,
      max,
      words: {
        en: `between ${min} and ${writtenWords(`${max} ${unit}`).en}`,
        'zh-CN': `取值在 ${min} 到 ${writtenWords(`${max} ${unit}`)['zh-CN']}之间`,
      },
    };
  }
  if (dimension === undefined || dimension === 'point') return undefined;
  const none = writtenWords(`0 ${unit}`);
  return { min: 0, max: Infinity, words: { en: `at least ${none.en}`, 'zh-CN': `不小于 ${none['zh-CN']}` } };
}

function place(handbook: Handbook, metric: Metric, { at }: Observation, column: ObservationColumn): Location {
  return { file: observationFile(handbook, metric)!, span: at[column] ?? [0, 0] };
}

function firstLine(text: string): readonly [number, number] {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const end = text.search(/\r?\n/);
  return [start, end < start ? text.length : end];
}
