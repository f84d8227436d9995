import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { rolesOfSteps } from '../../graph/questions/roles-of-steps.ts';
import { isReadable } from '../../graph/readable.ts';
import type { Localised } from '../../model/message.ts';
import { compareQuantities, parseComparison, parseDuration } from '../../model/quantity.ts';
import { quantityWords } from '../../model/quantity-words.ts';
import { scaffold } from '../../model/scaffold.ts';
import { quoted, wordList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type Unit = Entity<'unit'>;
type MessageId = 'promise' | 'partner' | 'looser';
type Context = RuleContext<MessageId>;

const absent = {
  what: { en: 'what is provided ("what")', 'zh-CN': '提供什么（what）' },
  within: { en: 'how fast ("within")', 'zh-CN': '多快完成（within）' },
  metric: { en: 'what shows it ("metric")', 'zh-CN': '用什么指标衡量（metric）' },
} satisfies Record<string, Localised>;

const customers: Localised = { en: 'customers', 'zh-CN': '客户' };

export default defineRule<MessageId>({
  meta: {
    summary: {
      en: 'Require service between units, and that of partners, to be a promise with a time and a metric.',
      'zh-CN': '部门之间以及合作方的服务应有承诺，写明内容、时限和指标。',
    },
    severity: 'warning',
    claims: ['S1-18', 'S2-27', 'S5-22'],
    fix: 'suggestion',
  },
  messages: {
    promise: {
      en: 'Unit "{unit}" serves {served} and does not say {missing}; expected a promise that can be counted on. State it.',
      'zh-CN': '部门“{unit}”服务于{served}，却没有写明{missing}，应有对方可以指望的承诺；请补充。',
    },
    partner: {
      en: 'Step "{step}" is done by partner "{unit}", which promises nobody a time; expected its promise, as agreed with it. State it under "serves" of the unit.',
      'zh-CN':
        '步骤“{step}”由合作方“{unit}”完成，但合作方没有承诺时限，应写明与其约定的承诺；请写入该部门的“serves”。',
    },
    looser: {
      en: 'Unit "{unit}" promises {served} {within}, but metric "{metric}" is content with {target}; expected a target within the promise. Correct one of the two.',
      'zh-CN':
        '部门“{unit}”向{served}承诺 {within}，而指标“{metric}”的目标是 {target}，目标应不宽于承诺；请更正其中之一。',
    },
  },
  check(context) {
    for (const unit of context.handbook.all('unit'))
      if (inForce(unit) && isReadable(context.handbook, unit)) checkPromises(context, unit);
    for (const process of context.each(context.handbook.all('process')))
      if (inForce(process)) checkSteps(context, process);
  },
});

// helpers

/** One finding for each relation, naming all that it leaves open. */
function checkPromises({ handbook, report }: Context, unit: Unit): void {
  for (const [index, relation] of (unit.data.serves ?? []).entries()) {
    const internal = relation?.unit !== undefined;
    // What a unit owes to customers is laid down in standards; a partner's debt only here.
    if (!relation || (!internal && unit.data.type !== 'partner')) continue;
    const pointer = `/serves/${index}`;
    const missing = (['what', 'within', 'metric'] as const).filter((field) => !relation[field]);
    const open = missing.filter((field) => field !== 'metric' || !isMeasured(handbook, unit, pointer));
    const target = targetOf(handbook, unit, pointer);
    const within = parseDuration(relation.within ?? '');
    if (target && within.ok && compareQuantities(target.longest, within.value) === 1) {
      report({
        message: 'looser',
        data: {
          unit: unit.id,
          served: relation.unit !== undefined ? quoted(relation.unit) : customers,
          within: quantityWords(within.value),
          metric: target.metric.id,
          target: quantityWords(target.longest),
        },
        at: unit.at(`${pointer}/within`),
        subject: `${unit.key}/serves/${relation.unit ?? 'customer'}/within`,
        related: [{ at: target.metric.at('/target'), template: targetHere }],
      });
    }
    if (open.length === 0) continue;
    report({
      message: 'promise',
      data: {
        unit: unit.id,
        served: relation.unit !== undefined ? quoted(relation.unit) : customers,
        missing: wordList(open.map((field) => absent[field])),
      },
      at: unit.at(pointer),
      subject: `${unit.key}/serves/${relation.unit ?? 'customer'}`,
      suggest: [scaffold(unit.file, open.map((field) => `${field}: …`).join('\n'))],
    });
  }
}

const targetHere: Localised = { en: 'The target stands here.', 'zh-CN': '目标写在这里。' };

/** The longest time that the metric of a relation accepts. */
function targetOf(handbook: Handbook, unit: Unit, relation: string) {
  const metric = handbook.referenceAt(unit, `${relation}/metric`)?.target as Entity<'metric'> | undefined;
  const target = parseComparison(metric?.data.target ?? '');
  if (!metric || !target.ok) return undefined;
  const { op, value } = target.value;
  return value.kind === 'duration' && (op === '<' || op === '<=') ? { metric, longest: value } : undefined;
}

/** Whether the standard of a relation has a metric or a target. */
function isMeasured(handbook: Handbook, unit: Unit, relation: string): boolean {
  const reference = handbook.referenceAt(unit, `${relation}/standard`);
  if (reference?.target?.kind !== 'standard') return reference !== undefined;
  const { metric, target } = (reference.target as Entity<'standard'>).data;
  return metric !== undefined || target !== undefined;
}

/** A partner that serves nobody on paper and yet does a step; once for each process. */
function checkSteps({ handbook, report }: Context, process: Entity<'process'>): void {
  const told = new Set<Entity>();
  for (const [index, roles] of rolesOfSteps(handbook, process)) {
    for (const role of roles) {
      const unit = handbook.referenceAt(role, '/unit')?.target as Unit | undefined;
      if (unit?.data.type !== 'partner' || unit.data.serves?.length || told.has(unit)) continue;
      told.add(unit);
      const step = process.data.steps?.[index]?.id ?? '';
      report({
        message: 'partner',
        data: { step, unit: unit.id },
        at: process.at(`/steps/${index}/role`),
        subject: `${process.key}#${step}/role`,
        suggest: [scaffold(unit.file, 'serves:\n  - { unit: …, what: …, within: …, metric: … }')],
      });
    }
  }
}
