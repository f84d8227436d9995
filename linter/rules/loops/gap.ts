import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { measureOf, observationsOf } from '../../graph/questions/observations.ts';
import { type Improvement, isOpen, openImprovementsOf } from '../../graph/questions/open-improvements.ts';
import type { Localised } from '../../model/message.ts';
import { definitionOf } from '../../model/metric-presets.ts';
import { compareQuantities } from '../../model/quantity.ts';
import { writtenWords } from '../../model/quantity-words.ts';
import type { Observation } from '../../parse/observations.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'unnamed' | 'unclassified' | 'cause' | 'abandoned' | 'otherGap' | 'expectation';
type Context = RuleContext<MessageId>;
type Inspection = Entity<'inspection'>;

/** The five gaps of the service quality model of Parasuraman, Zeithaml and Berry. */
const gaps: Readonly<Record<number, Localised>> = {
  1: { en: '1 (knowledge)', 'zh-CN': '1（认知）' },
  2: { en: '2 (standards)', 'zh-CN': '2（标准）' },
  3: { en: '3 (delivery)', 'zh-CN': '3（传递）' },
  4: { en: '4 (communication)', 'zh-CN': '4（沟通）' },
  5: { en: '5 (customer)', 'zh-CN': '5（感知）' },
};

export default defineRule<MessageId>({
  meta: {
    summary: {
      en: 'Require every open finding and improvement to name its service quality gap, and every open gap to be worked on.',
      'zh-CN': '未关闭的问题和改进都应写明属于哪个服务质量差距，每个差距都应有人着手解决。',
    },
    severity: 'warning',
    claims: ['S5-07'],
    fix: 'none',
  },
  messages: {
    unnamed: {
      en: 'Improvement "{improvement}" names no gap; expected 1 knowledge, 2 standards, 3 delivery, 4 communication or 5 customer. Add "gap".',
      'zh-CN': '改进“{improvement}”没有写差距，应为 1 认知、2 标准、3 传递、4 沟通或 5 感知；请补上 gap。',
    },
    unclassified: {
      en: 'The failure of {date} names no gap; expected 1 knowledge, 2 standards, 3 delivery, 4 communication or 5 customer. Add "gap".',
      'zh-CN': '{date} 的不合格项没有写差距，应为 1 认知、2 标准、3 传递、4 沟通或 5 感知；请补上 gap。',
    },
    cause: {
      en: 'Gap 5 is what the customer feels, and improvement "{improvement}" states no cause; expected which of the gaps 1 to 4 lie behind it. Add "causes".',
      'zh-CN':
        '差距 5 是客户的感受，改进“{improvement}”没有写成因，应写明由差距 1 到 4 中的哪些造成；请补上 causes。',
    },
    abandoned: {
      en: 'Gap {gap} is open since {date}, but improvement "{improvement}" is no longer under way; expected one that is. Open another, or enter when the failure was put right ("closed").',
      'zh-CN':
        '差距 {gap}自 {date} 起未解决，而改进“{improvement}”已不在进行；应有进行中的改进，请另行立项，已整改的请填写 closed。',
    },
    otherGap: {
      en: 'The failure of {date} is of gap {gap}, but improvement "{improvement}" works on gap {other}; expected the same gap. Correct one, or name another improvement.',
      'zh-CN':
        '{date} 的不合格项属于差距 {gap}，而改进“{improvement}”针对差距 {other}，两者应一致；请改正其一，或改写改进项目。',
    },
    expectation: {
      en: 'In {period} metric "{metric}" is at {value}, worse than the {expected} that customers expect ("{other}"), and no improvement is open; expected one. Open an improvement with its "gap".',
      'zh-CN':
        '{period} 指标“{metric}”为 {value}，不及客户期望的 {expected}（“{other}”），却没有未关闭的改进；请立项并写明 gap。',
    },
  },
  check(context) {
    const { handbook } = context;
    for (const improvement of handbook.all('improvement'))
      if (isOpen(improvement)) checkImprovement(context, improvement);
    for (const inspection of handbook.all('inspection'))
      if (inForce(inspection)) checkFailures(context, inspection);
    for (const metric of handbook.all('metric')) if (inForce(metric)) checkExpectation(context, metric);
  },
});

// helpers

function checkImprovement({ report }: Context, improvement: Improvement): void {
  const { gap, causes, type } = improvement.data;
  const data = { improvement: improvement.id };
  // What is new closes no gap between what was promised and what is done.
  if (gap === undefined && type !== 'innovation') {
    report({ message: 'unnamed', data, at: improvement.at('/name'), subject: `${improvement.key}/gap` });
  }
  if (gap === 5 && !causes?.length) {
    report({ message: 'cause', data, at: improvement.at('/gap'), subject: `${improvement.key}/causes` });
  }
}

/** A failure without an improvement is a matter of inspection/closes; here its gap and its improvement are held together. */
function checkFailures({ handbook, report }: Context, inspection: Inspection): void {
  for (const [index, result] of (inspection.data.results ?? []).entries()) {
    for (const [place, failure] of (result?.failures ?? []).entries()) {
      if (!failure || failure.closed) continue;
      const pointer = `/results/${index}/failures/${place}`;
      const date = result.date ?? '';
      const subject = `${inspection.key}/results/${date}/${failure.item ?? failure.standard ?? place}/gap`;
      const { gap } = failure;
      if (gap === undefined) {
        report({ message: 'unclassified', data: { date }, at: inspection.at(pointer), subject });
        continue;
      }
      const own = handbook.referenceAt(inspection, `${pointer}/improvement`)?.target;
      const target = own ?? handbook.referenceAt(inspection, '/onFail/improvement')?.target;
      if (target?.kind !== 'improvement' || !target.sound) continue;
      const improvement = target as Improvement;
      const where = { at: inspection.at(`${pointer}/gap`), subject };
      const data = { date, gap: gaps[gap]!, improvement: improvement.id };
      if (!isOpen(improvement)) report({ message: 'abandoned', data, ...where });
      else if (own && !dealsWith(improvement, gap)) {
        report({ message: 'otherGap', data: { ...data, other: gaps[improvement.data.gap!]! }, ...where });
      }
    }
  }
}

/** Gap 5 sums up the others, and an improvement without a gap is told of itself. */
function dealsWith({ data }: Improvement, gap: number): boolean {
  if (data.gap === undefined || data.gap === gap) return true;
  return gap === 5 || (data.gap === 5 && (data.causes ?? []).includes(gap as never));
}

/** What is delivered or perceived against what is expected. */
function checkExpectation({ handbook, report }: Context, metric: Entity<'metric'>): void {
  const { measures } = metric.data;
  const target = handbook.referenceAt(metric, '/pairedWith')?.target;
  if ((measures !== 'perception' && measures !== 'performance') || target?.kind !== 'metric') return;
  const other = target as Entity<'metric'>;
  if (!inForce(other) || other.data.measures !== 'expectation') return;
  const [value, expected] = [newest(handbook, metric), newest(handbook, other)];
  if (!value || !expected || !isWorse(metric, value, other, expected)) return;
  if ([metric, other].some((each) => openImprovementsOf(handbook, each).length > 0)) return;
  report({
    message: 'expectation',
    data: {
      metric: metric.id,
      other: other.id,
      period: value.period,
      value: inUnitOf(metric, value),
      expected: inUnitOf(other, expected),
    },
    at: metric.at('/pairedWith'),
    subject: `${metric.key}/pairedWith`,
  });
}

function inUnitOf(metric: Entity<'metric'>, { written }: Observation): Localised {
  return writtenWords(`${written} ${definitionOf(metric.data).unit ?? ''}`);
}

/** The newest value of the whole company; a metric that is only known by unit has none. */
function newest(handbook: Handbook, metric: Entity<'metric'>): Observation | undefined {
  const observations = observationsOf(handbook, metric);
  const units = new Set(observations.map(({ by }) => by));
  return observations.findLast(({ by }) => by === undefined || units.size === 1);
}

function isWorse(
  metric: Entity<'metric'>,
  value: Observation,
  other: Entity<'metric'>,
  expected: Observation,
): boolean {
  const { direction, unit } = definitionOf(metric.data);
  const [left, right] = [measureOf(metric, value.written), measureOf(other, expected.written)];
  if (!left || !right || direction === undefined || unit !== definitionOf(other.data).unit) return false;
  const order = compareQuantities(left, right);
  return order === (direction === 'lower' ? 1 : -1);
}
