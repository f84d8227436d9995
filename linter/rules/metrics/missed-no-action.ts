import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { type MissedRun, missedRuns } from '../../graph/questions/missed-targets.ts';
import { observationFile } from '../../graph/questions/observations.ts';
import { openImprovementsOf } from '../../graph/questions/open-improvements.ts';
import { type Localised, same } from '../../model/message.ts';
import { definitionOf } from '../../model/metric-presets.ts';
import { writtenWords } from '../../model/quantity-words.ts';
import { scaffold } from '../../model/scaffold.ts';
import { quoted, quotedList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

export default defineRule<'missed', { periods: number }>({
  meta: {
    summary: {
      en: 'Require an open improvement for every metric that keeps missing its target.',
      'zh-CN': '指标连续未达标，应有未关闭的改进。',
    },
    severity: 'error',
    claims: ['S2-18', 'S5-15'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { periods: { type: 'integer', minimum: 1, maximum: 24, default: 2 } },
    },
  },
  messages: {
    missed: {
      en: 'Metric "{metric}" missed its target "{target}" {count} periods running{by}, last with {value} in {period}, and no improvement is open; expected one after {allowed}. Open an improvement.',
      'zh-CN':
        '指标“{metric}”{by}连续 {count} 期未达目标“{target}”，最近一期 {period} 为 {value}，却没有未关闭的改进，超过 {allowed} 期就应立项；请立项改进。',
    },
  },
  check({ handbook, options, report }) {
    const allowed = handbook.company?.data.limits?.missedPeriods ?? options.periods;
    for (const metric of handbook.all('metric')) {
      if (!inForce(metric)) continue;
      const long = missedRuns(handbook, metric).filter(({ missed }) => missed.length > allowed);
      if (long.length === 0 || openImprovementsOf(handbook, metric).length > 0) continue;
      const file = observationFile(handbook, metric)!;
      for (const runs of byTarget(long)) {
        const worst = runs.reduce((a, b) => (b.missed.length > a.missed.length ? b : a));
        const { target, missed } = worst;
        const last = missed.at(-1)!;
        const { unit = '' } = definitionOf(metric.data);
        report({
          message: 'missed',
          data: {
            metric: metric.id,
            target: target.text,
            count: missed.length,
            by: byWords(runs),
            value: writtenWords(`${last.written} ${unit}`),
            period: last.period,
            allowed,
          },
          at: target.entity.at(target.pointer),
          subject: target.entity.key + target.pointer,
          related: [{ at: { file, span: last.at.value ?? [0, 0] }, template: lastHere }],
          suggest: [
            scaffold(
              `improvements/better-${metric.id}.yaml`,
              improvementFor(handbook, metric.id, worst, unit),
            ),
          ],
        });
      }
    }
  },
});

// helpers

const lastHere = { en: 'The newest value stands here.', 'zh-CN': '最近一期的数值在这里。' };

/** One finding for each target: a unit with a target of its own is told of its own. */
function byTarget(runs: readonly MissedRun[]): MissedRun[][] {
  const groups = new Map<string, MissedRun[]>();
  for (const run of runs) {
    const key = run.target.entity.key + run.target.pointer;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()];
}

function byWords(runs: readonly MissedRun[]): Localised {
  const names = runs.flatMap(({ by }) => (by === undefined ? [] : [by]));
  if (names.length === 0) return same('');
  const shown = names.length > 3 ? `${names.length}` : undefined;
  const list = shown ? { en: `${shown} units`, 'zh-CN': `在 ${shown} 个部门` } : quotedListOr(names);
  return { en: ` in ${list.en}`, 'zh-CN': list['zh-CN'] };
}

function quotedListOr(names: readonly string[]): Localised {
  const list = names.length === 1 ? quoted(names[0]!) : quotedList(names);
  return { en: list.en, 'zh-CN': `在${list['zh-CN']}` };
}

function improvementFor(
  handbook: Handbook,
  metric: string,
  { target, missed }: MissedRun,
  unit: string,
): string {
  const owner = handbook.get('metric', metric)?.data.owner ?? '…';
  return [
    'name: …',
    `owner: ${owner}`,
    `trigger: metric:${metric}`,
    `metric: ${metric}`,
    `baseline: ${missed.at(-1)!.written} ${unit}`,
    `target: "${target.text}"`,
    'due: …',
    'phase: plan',
    'gap: …',
  ].join('\n');
}
