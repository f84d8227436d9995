import { allRead } from '../../graph/all-read.ts';
import type { Entity } from '../../graph/entity.ts';
import { hasFault } from '../../graph/file-fault.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { type Kind, kinds } from '../../model/kinds.ts';
import type { Localised } from '../../model/message.ts';
import { wordList } from '../../model/word-list.ts';
import { kindsOption } from '../kinds-option.ts';
import { defineRule } from '../rule.ts';

type Tool = Entity<'tool'>;
type Stage = NonNullable<Tool['data']['stages']>[number];

interface Options {
  kinds: Kind[];
  stages: Stage[];
}

const stageWords: Record<Stage, Localised> = {
  attract: { en: 'attracting', 'zh-CN': '吸引' },
  acquire: { en: 'winning', 'zh-CN': '获取' },
  onboard: { en: 'onboarding', 'zh-CN': '引导' },
  serve: { en: 'serving', 'zh-CN': '服务' },
  grow: { en: 'growing', 'zh-CN': '成长' },
  retain: { en: 'retaining', 'zh-CN': '留存' },
  'win-back': { en: 'winning back', 'zh-CN': '挽回' },
};

/** Says nothing of use: what replaces an entry, and what it says of itself. */
const noUse = /^\/supersedes(?:\/|$)/;

export default defineRule<'unused' | 'teachesNothing' | 'neverRecalled' | 'stages', Options>({
  meta: {
    summary: {
      en: 'Disallow metrics, tools, standards, training and stored data that nothing in force makes use of.',
      'zh-CN': '不得有无人使用的指标、工具、标准、培训和已存信息。',
    },
    severity: 'warning',
    claims: ['S2-07', 'S3-18', 'S3-31', 'S4-06', 'S4-15'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        kinds: kindsOption(['metric', 'tool', 'standard']),
        stages: {
          type: 'array',
          items: { type: 'string', enum: Object.keys(stageWords) },
          uniqueItems: true,
          maxItems: 7,
          default: ['acquire', 'serve', 'retain', 'win-back'],
        },
      },
    },
  },
  messages: {
    unused: {
      en: 'Nothing in force refers to {kind} "{id}"; expected something that makes use of it. Refer to it where it is used, or retire it.',
      'zh-CN': '没有实施中的条目引用{kind}“{id}”，应有条目用到它；请在使用之处引用，或停用它。',
    },
    teachesNothing: {
      en: 'Training "{id}" covers nothing and teaches no skill; expected the standards, SOPs or skills that it is for. List them under "covers" or "skills", or retire it.',
      'zh-CN':
        '培训“{id}”既没有覆盖任何条目，也没有教授任何技能，应写明用于哪些标准、作业指导书或技能；请填写 covers 或 skills，或停用它。',
    },
    neverRecalled: {
      en: 'No step recalls {fields}, which customers agreed to have kept; expected it to be used for them. Name it under "recalls" of the step that uses it, or stop keeping it.',
      'zh-CN':
        '没有步骤调用{fields}，而这是客户同意保存的，应为客户所用；请在用到它的步骤的 recalls 中写明，或不再保存。',
    },
    stages: {
      en: 'Customer databases say which stages of the customer life cycle they cover, but none covers {stages}; expected all that matter to be looked after. Add them under "stages", or another tool.',
      'zh-CN':
        '客户关系工具写明了覆盖的客户生命周期阶段，但都没有覆盖{stages}，重要阶段都应有工具支持；请补充 stages，或另配工具。',
    },
  },
  check({ each, handbook, options, report }) {
    for (const kind of allRead(handbook) ? options.kinds : []) {
      for (const entity of each(handbook.all(kind))) {
        if (!inForce(entity) || isUsed(handbook, entity)) continue;
        const data = { kind: kinds[kind].label, id: entity.id };
        report({ message: 'unused', data, at: entity.at('/name'), subject: entity.key });
      }
    }
    for (const training of handbook.all('training')) {
      const { covers = [], skills = [], certifies = [] } = training.data;
      if (!inForce(training) || hasFault(handbook, training)) continue;
      if (covers.length + skills.length + certifies.length > 0) continue;
      report({
        message: 'teachesNothing',
        data: { id: training.id },
        at: training.at('/name'),
        subject: `${training.key}/covers`,
      });
    }
    for (const tool of handbook.all('tool')) {
      // Recordings and log files serve others than the customer; what a customer database remembers is for them.
      const fields = inForce(tool) && tool.data.type === 'crm' ? neverRecalled(handbook, tool) : [];
      if (fields.length === 0) continue;
      report({
        message: 'neverRecalled',
        data: { fields: wordList(fields.map(({ name }) => name)) },
        at: tool.at(`/stores/${fields[0]!.index}/field`),
        subject: `${tool.key}/stores`,
      });
    }
    const databases = handbook.all('tool').filter((tool) => inForce(tool) && tool.data.type === 'crm');
    const covered = new Set(databases.flatMap(({ data }) => data.stages ?? []));
    const missing = options.stages.filter((stage) => !covered.has(stage));
    const first = databases.find(({ data }) => data.stages?.length);
    if (!first || missing.length === 0) return;
    report({
      message: 'stages',
      data: { stages: wordList(missing.map((stage) => stageWords[stage])) },
      at: first.at('/stages'),
      subject: `${first.key}/stages`,
    });
  },
});

// helpers

function isUsed(handbook: Handbook, entity: Entity): boolean {
  return handbook
    .referencedBy(entity)
    .some(({ from, pointer }) => from !== entity && inForce(from) && !noUse.test(pointer ?? ''));
}

/** What is kept by consent is kept to be used; contracts and laws have reasons of their own. */
function neverRecalled(handbook: Handbook, tool: Tool): { name: Localised; index: number }[] {
  const recalled = new Set(
    handbook
      .referencedBy(tool)
      .flatMap(({ part, from }) => (part?.type === 'data' && inForce(from) ? [part.id] : [])),
  );
  const found: { name: Localised; index: number }[] = [];
  for (const [index, { id, field, consent }] of (tool.data.stores ?? []).entries()) {
    if (consent !== 'opt-in' || (id && recalled.has(id))) continue;
    const words = (locale: string) => handbook.text(field, locale)?.text ?? id ?? '';
    found.push({ index, name: { en: `"${words('en')}"`, 'zh-CN': `“${words('zh-CN')}”` } });
  }
  return found;
}
