import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { frontlineRoles } from '../../graph/questions/frontline-roles.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { kindOfMetric } from '../../graph/questions/metric-kind.ts';
import { isCustomerMetric } from '../../graph/questions/service-metric.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import { isReadable } from '../../graph/readable.ts';
import type { Localised } from '../../model/message.ts';
import { compareQuantities, formatQuantity, parseRatio, type Ratio } from '../../model/quantity.ts';
import { quotedList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type Incentive = Entity<'incentive'>;
type Weights = Record<string, number | undefined>;
type MessageId = 'missing' | 'total' | 'none' | 'low' | 'speed';
interface Options {
  customerWeight: string;
  handlingTime: string;
}
type Context = RuleContext<MessageId, Options>;

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require appraisals of the frontline to have weights that total 100, with enough for customer metrics.',
      'zh-CN': '一线绩效考核应写明合计 100 的权重，其中客户指标应占足够比例。',
    },
    severity: 'error',
    claims: ['S3-39'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        customerWeight: { type: 'string', maxLength: 40, default: '20 %' },
        handlingTime: { type: 'string', maxLength: 40, default: '20 %' },
      },
    },
  },
  messages: {
    missing: {
      en: 'Appraisal "{incentive}" has no weights; expected each metric with its weight, 100 in all. Write them under "weights".',
      'zh-CN': '考核“{incentive}”没有权重，应写明每个指标的权重，合计 100；请写入“weights”。',
    },
    total: {
      en: 'The weights of appraisal "{incentive}" add up to {total}; expected 100. {remedy}',
      'zh-CN': '考核“{incentive}”的权重合计 {total}，应为 100；{remedy}',
    },
    none: {
      en: 'Appraisal "{incentive}" gives customers no weight; expected a customer metric, such as the net promoter score, with {least} at least. Add it.',
      'zh-CN': '考核“{incentive}”中没有客户指标，应有客户指标（如净推荐值），权重不低于 {least}；请加入。',
    },
    low: {
      en: 'Customer metrics weigh {share} in appraisal "{incentive}"; expected {least} at least. Raise the weight of {metrics}.',
      'zh-CN': '考核“{incentive}”中客户指标只占 {share}，应不低于 {least}；请提高{metrics}的权重。',
    },
    speed: {
      en: 'Handling time "{metric}" weighs {share} in appraisal "{incentive}"; expected {most} at most, since calls are then ended before they are solved. Move weight to what customers get, such as first contact resolution.',
      'zh-CN':
        '考核“{incentive}”中处理时长“{metric}”占 {share}，应不超过 {most}，否则员工会急于结束而不是解决；请把权重移给客户得到的结果，如首次解决率。',
    },
  },
  check(context) {
    const { handbook, options, report } = context;
    const most = parseRatio(options.handlingTime);
    const least = leastShare(handbook, options.customerWeight);
    const frontline = frontlineRoles(handbook);
    for (const incentive of handbook.all('incentive')) {
      if (!inForce(incentive) || incentive.data.type !== 'appraisal') continue;
      if (!isReadable(handbook, incentive)) continue;
      if (incentive.data.weights) {
        checkTotal(context, incentive, incentive.data.weights);
        if (!meetsCustomers(handbook, incentive, frontline)) continue;
        checkCustomerShare(context, incentive, incentive.data.weights, least);
        if (most.ok) checkHandlingTime(context, incentive, incentive.data.weights, most.value);
        continue;
      }
      report({
        message: 'missing',
        data: { incentive: incentive.id },
        at: incentive.at(incentive.has('/metrics') ? '/metrics' : '/name'),
        subject: incentive.key,
      });
    }
  },
});

// helpers

function checkTotal({ report }: Context, incentive: Incentive, weights: Weights): void {
  const total = sum(Object.values(weights).map((each) => each ?? 0));
  if (total === 100) return;
  const off = sum([total, -100]);
  report({
    message: 'total',
    data: {
      incentive: incentive.id,
      total,
      remedy:
        off > 0
          ? { en: `Take ${off} away.`, 'zh-CN': `请减去 ${off}。` }
          : { en: `Add the missing ${-off}.`, 'zh-CN': `请补上缺少的 ${-off}。` },
    },
    at: incentive.at('/weights'),
    subject: `${incentive.key}/weights`,
  });
}

function checkCustomerShare(
  { handbook, report }: Context,
  incentive: Incentive,
  weights: Weights,
  least: Ratio,
): void {
  const metrics: string[] = [];
  for (const { pointer, raw, target, failure } of handbook.referencesOf(incentive)) {
    if (!pointer?.startsWith('/weights/')) continue;
    // What the unknown metric shows cannot be said; that it is unknown, references/resolves says.
    if (failure) return;
    if (target?.kind === 'metric' && isVoiceOfCustomer(target as Entity<'metric'>)) metrics.push(raw);
  }
  const weight = sum(metrics.map((each) => weights[each] ?? 0));
  const share: Ratio = { kind: 'ratio', number: String(weight), unit: '%' };
  if (compareQuantities(share, least) !== -1) return;
  report({
    message: weight === 0 ? 'none' : 'low',
    data: {
      incentive: incentive.id,
      share: shown(share),
      least: shown(least),
      metrics: quotedList(metrics),
    },
    at: incentive.at('/weights'),
    subject: `${incentive.key}/weights/customer`,
  });
}

/** Who is pressed for time ends calls instead of solving what they are about. */
function checkHandlingTime(
  { handbook, report }: Context,
  incentive: Incentive,
  weights: Weights,
  most: Ratio,
) {
  for (const { pointer, raw, target } of handbook.referencesOf(incentive)) {
    if (!pointer?.startsWith('/weights/') || target?.kind !== 'metric') continue;
    if ((target as Entity<'metric'>).data.preset !== 'aht') continue;
    const share: Ratio = { kind: 'ratio', number: String(weights[raw] ?? 0), unit: '%' };
    if (compareQuantities(share, most) !== 1) continue;
    report({
      message: 'speed',
      data: { incentive: incentive.id, metric: raw, share: shown(share), most: shown(most) },
      at: incentive.at(pointer),
      subject: `${incentive.key}${pointer}`,
    });
  }
}

/** What customers say or get; how long the queue is depends on how many are at work, not on the one appraised. */
function isVoiceOfCustomer(metric: Entity<'metric'>): boolean {
  return isCustomerMetric(metric) && kindOfMetric(metric) !== 'efficiency';
}

/** The company's own limit comes before the setting of the rule. */
function leastShare(handbook: Handbook, setting: string): Ratio {
  for (const written of [handbook.company?.data.limits?.customerWeight, setting]) {
    const parsed = parseRatio(written ?? '');
    if (parsed.ok) return parsed.value;
  }
  return { kind: 'ratio', number: '0', unit: '%' };
}

/** Whether an appraisal is for people who meet customers, or who lead those who do. */
function meetsCustomers(
  handbook: Handbook,
  incentive: Incentive,
  frontline: ReadonlySet<Entity<'role'>>,
): boolean {
  if ((incentive.data.roles as string[] | undefined)?.includes('all')) return true;
  return targetsOf(handbook, incentive, '/roles', 'role').some((role) => {
    const unit = handbook.referenceAt(role, '/unit')?.target;
    return frontline.has(role) || (unit?.kind === 'unit' && (unit as Entity<'unit'>).data.frontline === true);
  });
}

/** Exact for weights of up to six decimals, such as 33.3 + 33.3 + 33.4. */
function sum(numbers: readonly number[]): number {
  return Number(numbers.reduce((total, each) => total + each, 0).toFixed(6));
}

function shown(ratio: Ratio): Localised {
  return { en: formatQuantity(ratio, 'en'), 'zh-CN': formatQuantity(ratio, 'zh-CN') };
}
