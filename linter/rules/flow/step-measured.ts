import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { isMachineStep } from '../../graph/questions/meets-customers.ts';
import { isReadable } from '../../graph/readable.ts';
import { parseComparison } from '../../model/quantity.ts';
import { writtenWords } from '../../model/quantity-words.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  meta: {
    summary: {
      en: 'Require a metric or a measured standard for every step that staff perform.',
      'zh-CN': '员工执行的每个步骤应有指标，或有可测量的标准。',
    },
    severity: 'error',
    claims: ['S2-13', 'S4-04', 'S4-17'],
    fix: 'none',
  },
  messages: {
    unmeasured: {
      en: 'Step "{step}" has no metric; expected "metric" or a "standard" with a target.',
      'zh-CN': '步骤“{step}”没有指标；应填写 metric，或引用带目标值的 standard。',
    },
    unmeasuredStandard: {
      en: 'Step "{step}" has no metric, and its standard "{standard}" has no metric with a target; expected one of the two. Add "metric" here, or "metric" and "target" to the standard.',
      'zh-CN':
        '步骤“{step}”没有指标，所引用的标准“{standard}”也没有带目标值的指标；两者应有其一。请在此填写 metric，或在标准中填写 metric 和 target。',
    },
    waitWithoutTarget: {
      en: 'Step "{step}" waits {wait}, and nothing limits it; expected "waitLimit", or a metric or standard with a target in time.',
      'zh-CN': '步骤“{step}”需等待 {wait}，却没有上限；应填写 waitLimit，或引用以时间为目标值的指标或标准。',
    },
  },
  check({ each, handbook, report }) {
    for (const process of each(handbook.all('process'))) {
      if (process.data.status === 'retired') continue;
      for (const [index, step] of (process.data.steps ?? []).entries()) {
        if (step.id === undefined || step.lane === undefined) continue;
        const pointer = `/steps/${index}`;
        const about = { subject: `${process.key}#${step.id}`, at: process.at(`${pointer}/id`) };
        const measures = measuresOf(handbook, process, pointer, step);
        if (isStaff(step) && step.process === undefined && !measures.measured) {
          if (hasFaultIn(handbook, process, pointer)) continue;
          const standard = measures.standards[0]?.id;
          if (standard === undefined) report({ message: 'unmeasured', ...about, data: { step: step.id } });
          else report({ message: 'unmeasuredStandard', ...about, data: { step: step.id, standard } });
        } else if (step.wait !== undefined && step.waitLimit === undefined && !measures.timed) {
          const at = process.at(`${pointer}/wait`);
          report({
            message: 'waitWithoutTarget',
            ...about,
            at,
            data: { step: step.id, wait: writtenWords(step.wait) },
          });
        }
      }
    }
  },
});

// helpers

type StepData = NonNullable<Entity<'process'>['data']['steps']>[number];

interface Measures {
  standards: Entity<'standard'>[];
  measured: boolean;
  /** Whether a target speaks of time. */
  timed: boolean;
}

/** What does not resolve, or cannot be read, may well be measured: others speak of it. */
function measuresOf(
  handbook: Handbook,
  process: Entity<'process'>,
  pointer: string,
  step: StepData,
): Measures {
  const metrics = targetsOf(handbook, process, `${pointer}/metric`, step.metric) as Target<'metric'>[];
  const standards = targetsOf(
    handbook,
    process,
    `${pointer}/standard`,
    step.standard,
  ) as Target<'standard'>[];
  const known = standards.filter((each) => each !== undefined);
  const unknown = standards.length > known.length || known.some((each) => !isReadable(handbook, each));
  const hasTarget = ({ data }: Entity<'standard'>) => data.metric !== undefined && data.target !== undefined;
  return {
    standards: known,
    measured: metrics.length > 0 || unknown || known.some(hasTarget),
    timed: [...metrics, ...standards].some((each) => each === undefined || isTimed(each.data.target)),
  };
}

type Target<K extends 'metric' | 'standard'> = Entity<K> | undefined;

function targetsOf(handbook: Handbook, process: Entity<'process'>, pointer: string, value: unknown) {
  if (value === undefined) return [];
  const pointers = Array.isArray(value) ? value.map((_, index) => `${pointer}/${index}`) : [pointer];
  return pointers.map((each) => handbook.referenceAt(process, each)?.target);
}

/** What a machine does is staff work where a role answers for it. */
function isStaff(step: StepData): boolean {
  if (step.lane === 'customer' || step.lane === 'evidence') return false;
  return step.role !== undefined || !isMachineStep(step);
}

function isTimed(target: string | undefined): boolean {
  if (target === undefined) return false;
  const parsed = parseComparison(target);
  // A target that cannot be read has a finding of its own.
  return !parsed.ok || parsed.value.value.kind === 'duration';
}
