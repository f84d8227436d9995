import type { Entity } from '../../graph/entity.ts';
import { type ProcessGraph, type ProcessStep, processGraph } from '../../graph/flow/process-graph.ts';
import { durationOf, durationWords, stepTime } from '../../graph/flow/process-time.ts';
import { serviceTime, withoutRecovery } from '../../graph/flow/service-time.ts';
import { strongComponents } from '../../graph/flow/strong-components.ts';
import { shareLimit } from '../../graph/questions/company-limits.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import type { Localised, Template } from '../../model/message.ts';
import { compareQuantities, formatQuantity } from '../../model/quantity.ts';
import { quotedList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'noValue' | 'waiting' | 'effort' | 'waitsLonger';

interface Options {
  noValueShare: string;
  waitShare: string;
  customerSteps: number;
}

type Context = RuleContext<MessageId, Options>;
type Process = Entity<'process'>;

const noValueHere: Template = { en: 'This step adds nothing.', 'zh-CN': '该步骤没有价值。' };
const limitHere: Template = { en: 'The limit stands here.', 'zh-CN': '上限写在这里。' };

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require processes to keep steps without value, waiting and the effort of customers within limits.',
      'zh-CN': '流程中没有价值的步骤、等待和客户费力程度应在限度以内。',
    },
    severity: 'warning',
    claims: ['S1-07', 'S2-14', 'S2-21', 'S3-19'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        noValueShare: { type: 'string', maxLength: 20, default: '25 %' },
        waitShare: { type: 'string', maxLength: 20, default: '50 %' },
        customerSteps: { type: 'integer', minimum: 1, maximum: 100, default: 5 },
      },
    },
  },
  messages: {
    noValue: {
      en: '{count} of {total} steps of process "{process}" add nothing ({steps}); expected at most {share} % (limits.noValueShare). Take them out, or join them with others.',
      'zh-CN':
        '流程“{process}”的 {total} 个步骤中有 {count} 个没有价值（{steps}），占比应不超过 {share}%（limits.noValueShare）；请取消，或并入其他步骤。',
    },
    waiting: {
      en: 'On its longest way process "{process}" is {wait} of waiting in {total}; expected at most {share} % (limits.waitShare). Shorten the wait before {steps}, or let the work begin meanwhile.',
      'zh-CN':
        '流程“{process}”最长的一条路径用时 {total}，其中等待 {wait}，占比应不超过 {share}%（limits.waitShare）；请缩短{steps}之前的等待，或利用等待时间先行办理。',
    },
    effort: {
      en: 'Customers have to do {count} steps of process "{process}" on one way through ({steps}); expected at most {limit}. Do something for them, or ask once for all of it.',
      'zh-CN':
        '客户走完流程“{process}”的一条路径要自己做 {count} 步（{steps}），应不超过 {limit} 步；请替客户多做一步，或一次问全。',
    },
    waitsLonger: {
      en: 'Step "{step}" usually waits {wait}, but its waitLimit is {limit}; expected the usual wait within the limit. Shorten the wait, or state the limit that really holds.',
      'zh-CN':
        '步骤“{step}”通常等待 {wait}，而 waitLimit 为 {limit}，通常的等待应在上限以内；请缩短等待，或如实写明上限。',
    },
  },
  check(context) {
    for (const process of context.each(context.handbook.all('process'))) {
      if (!inForce(process)) continue;
      const graph = processGraph(process);
      checkValue(context, process, graph);
      checkWaits(context, process, graph);
      checkWaiting(context, process, graph);
      checkEffort(context, process, graph);
    }
  },
});

// helpers

function checkValue({ handbook, options, report }: Context, process: Process, graph: ProcessGraph): void {
  const share = shareLimit(handbook, 'noValueShare', options.noValueShare);
  const steps = graph.steps.filter(({ data }) => data.lane !== 'evidence');
  const none = steps.filter(({ data }) => data.value === 'none');
  if (share === undefined || none.length === 0 || (none.length / steps.length) * 100 <= share) return;
  report({
    message: 'noValue',
    data: {
      process: process.id,
      count: none.length,
      total: steps.length,
      steps: quotedList(none.map(({ id }) => id)),
      share,
    },
    at: process.at('/name'),
    subject: `${process.key}/value`,
    related: none.map(({ pointer }) => ({ at: process.at(`${pointer}/value`), template: noValueHere })),
  });
}

/** The usual wait cannot lie above the longest that is accepted. */
function checkWaits({ report }: Context, process: Process, graph: ProcessGraph): void {
  for (const { id, pointer, data } of graph.steps) {
    if (!isLonger(data.wait, data.waitLimit)) continue;
    report({
      message: 'waitsLonger',
      data: { step: id, wait: words(data.wait), limit: words(data.waitLimit) },
      at: process.at(`${pointer}/wait`),
      subject: `${process.key}#${id}/wait`,
      related: [{ at: process.at(`${pointer}/waitLimit`), template: limitHere }],
    });
  }
}

/** From here on nobody stands and waits: a loan, a repair, a claim. */
const ONE_VISIT = 86_400;

/**
 * Judged for processes of one visit, and where every step on the way says how long it takes: a share of what
 * is not stated means nothing.
 */
function checkWaiting({ handbook, options, report }: Context, process: Process, graph: ProcessGraph): void {
  const share = shareLimit(handbook, 'waitShare', options.waitShare);
  if (share === undefined || !graph.steps.some(({ data }) => data.wait !== undefined)) return;
  const way = serviceTime(graph, { timeOf: stepTime, edgesOf: withoutRecovery })?.longest;
  if (!way || way.total === 0 || way.total >= ONE_VISIT || (way.wait / way.total) * 100 <= share) return;
  if (!way.steps.every(({ data }) => durationOf(data.time) ?? durationOf(data.wait))) return;
  const waits = [...new Set(way.steps)].filter((step) => stepTime(step).wait > 0);
  waits.sort((a, b) => stepTime(b).wait - stepTime(a).wait);
  report({
    message: 'waiting',
    data: {
      process: process.id,
      wait: durationWords(way.wait),
      total: durationWords(way.total),
      share,
      steps: quotedList(
        waits.map(({ id }) => id),
        2,
      ),
    },
    at: process.at('/name'),
    subject: `${process.key}/wait`,
  });
}

function checkEffort({ handbook, options, report }: Context, process: Process, graph: ProcessGraph): void {
  const limit = handbook.company?.data.limits?.customerSteps ?? options.customerSteps;
  if (graph.steps.filter(isCustomers).length <= limit) return;
  const steps = mostCustomerSteps(graph);
  if (steps.length <= limit) return;
  report({
    message: 'effort',
    data: { process: process.id, count: steps.length, steps: quotedList(steps.map(({ id }) => id)), limit },
    at: process.at('/name'),
    subject: `${process.key}/effort`,
  });
}

function isCustomers({ data }: ProcessStep): boolean {
  return data.lane === 'customer';
}

/** Steps of customers and, by reference, those after them: the ways to an end share what they have in common. */
interface Way {
  count: number;
  own: readonly ProcessStep[];
  after: Way | undefined;
}

/**
 * The steps of customers on the way that asks most of them. What went wrong is left out, and a loop counts
 * once with all that is in it.
 */
function mostCustomerSteps({ start }: ProcessGraph): ProcessStep[] {
  if (!start) return [];
  const targets = (step: ProcessStep) =>
    withoutRecovery(step).flatMap(({ to }) => (to === undefined || to === 'end' ? [] : [to]));
  const most = new Map<ProcessStep, Way | undefined>();
  const componentOf = new Map<ProcessStep, readonly ProcessStep[]>();
  let longest: Way | undefined;
  for (const component of strongComponents([start], targets)) {
    for (const step of component) componentOf.set(step, component);
    let after: Way | undefined;
    for (const to of component.flatMap(targets)) {
      const rest = componentOf.get(to) === component ? undefined : most.get(to);
      if ((rest?.count ?? 0) > (after?.count ?? 0)) after = rest;
    }
    const own = component.filter(isCustomers);
    longest = own.length > 0 ? { count: own.length + (after?.count ?? 0), own, after } : after;
    for (const step of component) most.set(step, longest);
  }
  const steps: ProcessStep[] = [];
  for (let way = longest; way; way = way.after) steps.push(...way.own);
  return steps.sort((a, b) => a.index - b.index);
}

function isLonger(wait: unknown, limit: unknown): boolean {
  const [left, right] = [durationOf(wait), durationOf(limit)];
  return left !== undefined && right !== undefined && compareQuantities(left, right) === 1;
}

function words(written: unknown): Localised | string {
  const duration = durationOf(written);
  return duration
    ? { en: formatQuantity(duration, 'en'), 'zh-CN': formatQuantity(duration, 'zh-CN') }
    : String(written);
}
