import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { kindOfMetric, type MetricKind } from '../../graph/questions/metric-kind.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import { isReadable } from '../../graph/readable.ts';
import type { Localised } from '../../model/message.ts';
import { quotedList, wordList } from '../../model/word-list.ts';
import { fieldAt } from '../../schema/fields.ts';
import { defineRule } from '../rule.ts';

const kinds = fieldAt('metric', '/kind')?.values ?? [];
const kindList = {
  type: 'array',
  items: { type: 'string', enum: kinds.map(({ value }) => value) },
  minItems: 1,
  maxItems: kinds.length,
  uniqueItems: true,
};

interface Options {
  speed: MetricKind[];
  worth: MetricKind[];
}

export default defineRule<'oneSided' | 'unsorted', Options>({
  meta: {
    summary: {
      en: 'Require every process to be judged by its efficiency and by its quality or its customers.',
      'zh-CN': '每个流程应既看效率，也看质量或客户感受。',
    },
    severity: 'warning',
    claims: ['S1-17', 'S2-09', 'S3-16'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        speed: { ...kindList, default: ['efficiency', 'cost'] },
        worth: { ...kindList, default: ['quality', 'customer'] },
      },
    },
  },
  messages: {
    oneSided: {
      en: 'Process "{process}" is judged by {metrics} alone; expected a metric of {missing} as well. Add one to "metrics".',
      'zh-CN': '流程“{process}”只看{metrics}，还应有{missing}指标；请加入 metrics。',
    },
    unsorted: {
      en: 'Process "{process}" is judged by {metrics} and lacks a metric of {missing}, unless {unsorted} is one. State its "kind", or add a metric.',
      'zh-CN':
        '流程“{process}”看{metrics}，缺少{missing}指标，除非{unsorted}就是；请写明它的 kind，或增加指标。',
    },
  },
  check({ each, handbook, options, report }) {
    for (const process of each(handbook.all('process'))) {
      if (!inForce(process)) continue;
      const { metrics, pointer } = judgedBy(handbook, process);
      // A process that nothing measures is reported step by step, by flow/step-measured.
      if (metrics.length === 0 || !metrics.every((each) => isReadable(handbook, each))) continue;
      // For colleagues as customers, what they feel is what customers feel.
      const worth = isInternal(handbook, process) ? [...options.worth, 'employee'] : options.worth;
      const missing = [options.speed, worth].find(
        (side: readonly string[]) => !metrics.some((metric) => side.includes(kindOfMetric(metric) ?? '')),
      );
      if (!missing) continue;
      const unsorted = metrics.filter((metric) => kindOfMetric(metric) === undefined);
      report({
        message: unsorted.length > 0 ? 'unsorted' : 'oneSided',
        data: {
          process: process.id,
          metrics: quotedList(metrics.map(({ id }) => id)),
          missing: eitherOf(missing === options.speed ? missing : options.worth),
          ...(unsorted.length > 0 && { unsorted: quotedList(unsorted.map(({ id }) => id)) }),
        },
        at: process.at(pointer),
        subject: `${process.key}/metrics`,
      });
    }
  },
});

// helpers

/** The metrics of the whole process; where it names none, those of its steps and of their standards. */
function judgedBy(handbook: Handbook, process: Entity): { metrics: Entity<'metric'>[]; pointer: string } {
  const own = targetsOf(handbook, process, '/metrics', 'metric');
  if (own.length > 0) return { metrics: own, pointer: '/metrics' };
  const standards = targetsOf(handbook, process, '/steps', 'standard').filter(inForce);
  const metrics = [
    ...targetsOf(handbook, process, '/steps', 'metric'),
    ...standards.flatMap((standard) => targetsOf(handbook, standard, '/metric', 'metric')),
  ];
  return { metrics: [...new Set(metrics)], pointer: '/name' };
}

function isInternal(handbook: Handbook, process: Entity): boolean {
  return targetsOf(handbook, process, '/service', 'service').some(({ data }) => data.customer === 'internal');
}

function eitherOf(side: readonly string[]): Localised {
  const labels = side.map((each) => {
    const label = kinds.find(({ value }) => value === each)?.label;
    return label ?? { en: each, 'zh-CN': each };
  });
  const and = wordList(labels);
  return {
    en: and.en.replace(/ and (?=[^,]*$)/, ' or '),
    'zh-CN': and['zh-CN'].replace(/和(?=[^、]*$)/, '或'),
  };
}
