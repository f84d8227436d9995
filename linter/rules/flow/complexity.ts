import type { Entity } from '../../graph/entity.ts';
import { processGraph } from '../../graph/flow/process-graph.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { rolesOfSteps } from '../../graph/questions/roles-of-steps.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import type { Localised } from '../../model/message.ts';
import { wordList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Process = Entity<'process'>;
type Complexity = 'low' | 'medium' | 'high';
type Measure = 'steps' | 'handoffs' | 'approvals' | 'tools';
type Limits = Record<Measure, number>;
type Options = Record<Complexity, Partial<Limits>> & { unstated: Complexity };

const measures: readonly Measure[] = ['steps', 'handoffs', 'approvals', 'tools'];

const measureWords: Record<Measure, (count: number, limit: number) => Localised> = {
  steps: words('step', 'steps', '个步骤'),
  handoffs: words('handoff', 'handoffs', '次交接'),
  approvals: words('approval', 'approvals', '次审批'),
  tools: words('tool', 'tools', '种工具'),
};

const complexityWords: Record<Complexity, Localised> = {
  low: { en: 'low', 'zh-CN': '低' },
  medium: { en: 'medium', 'zh-CN': '中' },
  high: { en: 'high', 'zh-CN': '高' },
};

const defaults: Record<Complexity, Limits> = {
  low: { steps: 8, handoffs: 3, approvals: 0, tools: 3 },
  medium: { steps: 12, handoffs: 6, approvals: 1, tools: 5 },
  high: { steps: 20, handoffs: 10, approvals: 3, tools: 8 },
};

export default defineRule<'over', Options>({
  meta: {
    summary: {
      en: 'Require the steps, handoffs, approvals and tools of a process to fit the complexity of its service.',
      'zh-CN': '流程的步骤、交接、审批和工具数量应与服务的复杂度相称。',
    },
    severity: 'warning',
    claims: ['S1-19', 'S2-10'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        low: classLimits('low'),
        medium: classLimits('medium'),
        high: classLimits('high'),
        unstated: { type: 'string', enum: Object.keys(complexityWords), default: 'medium' },
      },
    },
  },
  messages: {
    over: {
      en: 'Process "{process}" has {over}, more than a service of {complexity} complexity needs; expected a process that is as simple as its service. Join steps, let those who serve decide, or state a higher "complexity" if the service is so.',
      'zh-CN':
        '流程“{process}”有{over}，超出复杂度为“{complexity}”的服务所需，流程应与服务一样简明；请合并步骤、让经办人自己决定，或在服务确实复杂时填写更高的 complexity。',
    },
  },
  check({ each, handbook, options, report }) {
    for (const process of each(handbook.all('process'))) {
      if (!inForce(process)) continue;
      const complexity = complexityOf(handbook, process) ?? options.unstated;
      const limits = {
        ...defaults[complexity],
        ...options[complexity],
        ...companyLimits(handbook, complexity),
      };
      const counts = countsOf(handbook, process);
      const over = measures.filter((measure) => counts[measure] > limits[measure]);
      if (over.length === 0) continue;
      report({
        message: 'over',
        data: {
          process: process.id,
          over: wordList(over.map((measure) => measureWords[measure](counts[measure], limits[measure]))),
          complexity: complexityWords[complexity],
        },
        at: process.at('/name'),
        subject: `${process.key}/complexity`,
      });
    }
  },
});

// helpers

function classLimits(complexity: Complexity) {
  const limit = { type: 'integer', minimum: 0, maximum: 1000 };
  const properties = Object.fromEntries(measures.map((measure) => [measure, limit]));
  return { type: 'object', additionalProperties: false, properties, default: defaults[complexity] };
}

/** Where the process differs from its service, it says so itself. */
function complexityOf(handbook: Handbook, process: Process): Complexity | undefined {
  const service = handbook.referenceAt(process, '/service')?.target;
  const own = process.data.complexity;
  return own ?? (service?.kind === 'service' ? (service as Entity<'service'>).data.complexity : undefined);
}

/** The company's own limits go before the rule's, each for itself. */
function companyLimits({ company }: Handbook, complexity: Complexity): Partial<Limits> {
  const stated: Partial<Record<Measure, unknown>> = company?.data.limits?.complexity?.[complexity] ?? {};
  const numbers = Object.entries(stated).filter(([, limit]) => typeof limit === 'number');
  return Object.fromEntries(numbers) as Partial<Limits>;
}

function countsOf(handbook: Handbook, process: Process): Limits {
  const { steps } = processGraph(process);
  const roles = rolesOfSteps(handbook, process);
  const acting = steps.filter(({ data }) => data.lane !== 'evidence');
  const handsOver = acting.filter(({ index, next }) => {
    const [role] = roles.get(index) ?? [];
    const changes = next.some(({ to }) => {
      const [receiver] = (to !== undefined && to !== 'end' && roles.get(to.index)) || [];
      return receiver !== undefined && receiver !== role;
    });
    return role !== undefined && changes;
  });
  const approvals = acting.filter(
    ({ data }) => data.approval === true || data.with?.some((each) => each?.as === 'approver'),
  );
  return {
    steps: acting.length,
    handoffs: handsOver.length,
    approvals: approvals.length,
    tools: targetsOf(handbook, process, '/steps', 'tool').filter(inForce).length,
  };
}

function words(one: string, many: string, zh: string) {
  return (count: number, limit: number): Localised => ({
    en: `${count} ${count === 1 ? one : many} (at most ${limit})`,
    'zh-CN': ` ${count} ${zh}（上限 ${limit}）`,
  });
}
