import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { type Improvement, isOpen, openImprovementsOf } from '../../graph/questions/open-improvements.ts';
import { daysBetween, parseDate } from '../../model/date.ts';
import { type Comparison, parseComparison, parseValue, satisfies } from '../../model/quantity.ts';
import { fieldList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'incomplete' | 'unchecked' | 'unmet' | 'pointless' | 'overdue' | 'pilotOpen' | 'pilotOver';
type Context = RuleContext<MessageId>;

/** Kinds that can be tried out. */
const tried = ['service', 'process', 'standard'] as const;

export default defineRule<MessageId>({
  meta: {
    summary: {
      en: 'Require improvements to have a metric, a baseline, a target and a date, to be checked before they are closed, and trials to end.',
      'zh-CN': '改进应有指标、基线、目标和期限，关闭前应核实结果；试行应有终点。',
    },
    severity: 'error',
    claims: ['S2-14', 'S3-20', 'S3-22', 'S4-26'],
    fix: 'none',
  },
  messages: {
    incomplete: {
      en: 'Improvement "{improvement}" does not state {missing}; expected what is measured, where it starts, where it is to go, by when, and the phase. Add {missing}.',
      'zh-CN':
        '改进“{improvement}”没有写 {missing}；应写明看哪个指标、从多少、到多少、何时完成、处于哪个阶段。请补上 {missing}。',
    },
    unchecked: {
      en: 'Improvement "{improvement}" is in phase "{phase}" without {missing}; expected plan, do, check, then act: the result first. Add {missing}, or go back to "check".',
      'zh-CN':
        '改进“{improvement}”已到“{phase}”阶段，却没有写 {missing}；应先检查结果，再处理和关闭。请补上 {missing}，或退回 check。',
    },
    unmet: {
      en: 'Improvement "{improvement}" is closed with {result}, short of its target "{target}", and nothing follows; expected another improvement of the metric, or a "lesson" that says why it ends. Add one of them.',
      'zh-CN':
        '改进“{improvement}”以 {result} 关闭，未达目标“{target}”，也没有后续；应另立改进，或在 lesson 中写明为何到此为止。请补上其一。',
    },
    pointless: {
      en: 'Baseline "{baseline}" meets target "{target}" already; expected a target that is better than the start. Correct one of them.',
      'zh-CN': '基线“{baseline}”已经达到目标“{target}”，目标应优于起点；请改正其一。',
    },
    overdue: {
      en: 'Improvement "{improvement}" was due on {due}, {days} days ago, and is in phase "{phase}"; expected it to be closed. Close it with its result, or agree on a new date and say why.',
      'zh-CN':
        '改进“{improvement}”应在 {due} 完成，已过 {days} 天，仍在“{phase}”阶段；请写明结果并关闭，或商定新的期限并说明原因。',
    },
    pilotOpen: {
      en: '"{id}" is on trial but does not state {missing}; expected when the trial ends and which metric decides. Add {missing}.',
      'zh-CN': '“{id}”正在试行，却没有写 {missing}；应写明何时结束、看哪个指标决定去留。请补上 {missing}。',
    },
    pilotOver: {
      en: 'The trial of "{id}" ended on {until}; expected a decision. Make it active or retire it, or extend the trial with a reason.',
      'zh-CN': '“{id}”的试行已于 {until} 结束，应作出决定；请转为正式、停用，或说明理由延长试行。',
    },
  },
  check(context) {
    for (const improvement of context.handbook.all('improvement')) {
      if (!inForce(improvement)) continue;
      checkFields(context, improvement);
      checkTarget(context, improvement);
      checkDue(context, improvement);
    }
    for (const kind of tried)
      for (const entity of context.each(context.handbook.all(kind)))
        if (inForce(entity)) checkPilot(context, entity);
  },
});

// helpers

function checkFields({ report }: Context, improvement: Improvement): void {
  const { metric, baseline, target, due, phase, result, checked, changes } = improvement.data;
  const missing = absent({ metric, baseline, target, due, phase });
  if (missing.length > 0) {
    report({
      message: 'incomplete',
      data: { improvement: improvement.id, missing: fieldList(missing) },
      at: improvement.at('/name'),
      subject: improvement.key,
    });
  }
  if (phase !== 'act' && phase !== 'closed') return;
  // What is closed has become part of how work is done: something written was changed.
  const unproven = absent({ result, checked, ...(phase === 'closed' && { changes: changes?.[0] }) });
  if (unproven.length === 0) return;
  report({
    message: 'unchecked',
    data: { improvement: improvement.id, phase, missing: fieldList(unproven) },
    at: improvement.at('/phase'),
    subject: `${improvement.key}/phase`,
  });
}

function checkTarget({ handbook, report }: Context, improvement: Improvement): void {
  const { baseline, target, result, phase, lesson } = improvement.data;
  const comparison = parseComparison(target ?? '');
  if (!comparison.ok) return;
  if (baseline !== undefined && meets(baseline, comparison.value) === true) {
    report({
      message: 'pointless',
      data: { baseline, target: target! },
      at: improvement.at('/baseline'),
      subject: `${improvement.key}/baseline`,
    });
  }
  if (phase !== 'closed' || result === undefined || lesson !== undefined) return;
  if (meets(result, comparison.value) !== false || isContinued(handbook, improvement)) return;
  report({
    message: 'unmet',
    data: { improvement: improvement.id, result, target: target! },
    at: improvement.at('/result'),
    subject: `${improvement.key}/result`,
  });
}

function meets(text: string, target: Comparison): boolean | undefined {
  const value = parseValue(text);
  return value.ok ? satisfies(value.value, target) : undefined;
}

function isContinued(handbook: Handbook, improvement: Improvement): boolean {
  const metric = handbook.referenceAt(improvement, '/metric')?.target;
  return metric !== undefined && openImprovementsOf(handbook, metric).length > 0;
}

function checkDue({ handbook, report }: Context, improvement: Improvement): void {
  const due = parseDate(improvement.data.due ?? '');
  if (!isOpen(improvement) || !due.ok || due.value >= handbook.today) return;
  report({
    message: 'overdue',
    data: {
      improvement: improvement.id,
      due: due.value,
      days: daysBetween(due.value, handbook.today),
      phase: improvement.data.phase ?? '…',
    },
    at: improvement.at('/due'),
    subject: `${improvement.key}/due`,
  });
}

function checkPilot({ handbook, report }: Context, entity: Entity<(typeof tried)[number]>): void {
  const { status, pilot } = entity.data;
  if (status !== 'pilot') return;
  const missing = absent({ 'pilot.until': pilot?.until, 'pilot.metric': pilot?.metric });
  if (missing.length > 0) {
    report({
      message: 'pilotOpen',
      data: { id: entity.id, missing: fieldList(missing) },
      at: entity.at('/status'),
      subject: `${entity.key}/pilot`,
    });
  }
  const until = parseDate(pilot?.until ?? '');
  if (!until.ok || until.value >= handbook.today) return;
  report({
    message: 'pilotOver',
    data: { id: entity.id, until: until.value },
    at: entity.at('/pilot/until'),
    subject: `${entity.key}/pilot/until`,
  });
}

function absent(fields: Record<string, unknown>): string[] {
  return Object.keys(fields).filter((field) => fields[field] === undefined);
}
