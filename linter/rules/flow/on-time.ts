import type { Entity } from '../../graph/entity.ts';
import { type ProcessGraph, type ProcessStep, processGraph } from '../../graph/flow/process-graph.ts';
import { durationOf, durationWords, stepTime, stepTimeInWorkingDays } from '../../graph/flow/process-time.ts';
import { type ServiceTime, serviceTime, type Way, withoutRecovery } from '../../graph/flow/service-time.ts';
import { checkSoundness } from '../../graph/flow/soundness.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import type { Reference } from '../../graph/references.ts';
import type { Location } from '../../model/finding.ts';
import type { Localised, Template } from '../../model/message.ts';
import {
  compareQuantities,
  type Duration,
  formatQuantity,
  parseComparison,
  toSeconds,
} from '../../model/quantity.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'within' | 'promise' | 'standard' | 'endless' | 'limit';
type Context = RuleContext<MessageId>;
type Process = Entity<'process'>;

/** What a way may take, and where that is written. */
interface Allowed {
  time: Duration;
  at: Location;
}

const allowedHere: Template = { en: 'The time is stated here.', 'zh-CN': '时限写在这里。' };
const takesHere: Template = {
  en: 'Step "{step}" takes {time} of it.',
  'zh-CN': '其中步骤“{step}”用时 {time}。',
};

export default defineRule<MessageId>({
  meta: {
    summary: {
      en: 'Require that the times of the steps add up to no more than the process, its promises and its standards allow.',
      'zh-CN': '各步骤用时之和应不超过流程、承诺和标准规定的时限。',
    },
    severity: 'error',
    claims: ['S2-21', 'S3-19', 'S4-04'],
    fix: 'none',
  },
  messages: {
    within: {
      en: 'Process "{process}" can take {total} ({path}), {over} longer than the {limit} allowed; expected the steps to fit. Shorten steps on this way, let some run side by side, or allow more.',
      'zh-CN':
        '流程“{process}”最长需 {total}（{path}），规定时限为 {limit}，超出 {over}，各步骤用时之和应在时限以内；请缩短这条路径上的步骤、改为并行，或放宽时限。',
    },
    promise: {
      en: 'Promise "{promise}" is kept at step "{step}", which can take {total} to reach and finish ({path}); expected at most {limit}. Shorten steps on this way, or promise what can be kept.',
      'zh-CN':
        '承诺“{promise}”在步骤“{step}”兑现，但到该步骤完成最长需 {total}（{path}），应不超过 {limit}；请缩短这条路径上的步骤，或只承诺做得到的。',
    },
    standard: {
      en: 'Process "{process}" can take {total} ({path}), but standard "{standard}", which governs the whole of it, allows {limit}; expected the steps to fit. Shorten steps on this way, or correct the target.',
      'zh-CN':
        '流程“{process}”最长需 {total}（{path}），而约束整个流程的标准“{standard}”只允许 {limit}，各步骤用时之和应在时限以内；请缩短这条路径上的步骤，或更正目标值。',
    },
    endless: {
      en: 'Process "{process}" is to take at most {limit}, but nothing says how often it may come round through step "{step}"; expected a bound. Add "maxRepeats" to the step that decides.',
      'zh-CN':
        '流程“{process}”规定最多 {limit}，却没有写明经步骤“{step}”最多重复几次，应有次数上限；请在决定是否重复的步骤填写 maxRepeats。',
    },
    limit: {
      en: 'Step "{step}" allows {time} in "{field}" alone, longer than the {limit} for the whole process "{process}"; expected it to be a part of that. Lower it, or allow the process more.',
      'zh-CN':
        '步骤“{step}”仅 {field} 一项就允许 {time}，超过整个流程“{process}”的时限 {limit}，应只占其中一部分；请调低，或放宽流程的时限。',
    },
  },
  check(context) {
    for (const process of context.each(context.handbook.all('process'))) {
      if (!inForce(process)) continue;
      const graph = processGraph(process);
      checkWithin(context, process, graph);
      checkPromises(context, process, graph);
    }
  },
});

// helpers

/** The company's own time for a process goes before the standard that governs it. */
function checkWithin({ handbook, report }: Context, process: Process, graph: ProcessGraph): void {
  const within = durationOf(process.data.within);
  const standard = within ? undefined : standardOf(handbook, process);
  const allowed = within ? { time: within, at: process.at('/within') } : standard?.allowed;
  if (!allowed) return;
  checkLimits(report, process, graph, allowed);
  const subject = `${process.key}/within`;
  const time = timerOf(graph)(allowed.time);
  const way = time?.longest;
  if (way && isLonger(way, allowed.time) && isSound(graph)) {
    const data = { process: process.id, ...timesOf(way, allowed.time) };
    const related = largestOf(process, way);
    if (standard) {
      related.push({ at: allowed.at, template: allowedHere, data: {} });
      const at = process.at('/name');
      report({ message: 'standard', data: { ...data, standard: standard.entity.id }, at, subject, related });
    } else report({ message: 'within', data, at: allowed.at, subject, related });
  } else if (time && !way && within) {
    const step = endlessAt(graph);
    if (!step) return;
    const data = { process: process.id, limit: words(within), step: step.id };
    report({ message: 'endless', data, at: allowed.at, subject });
  }
}

/** What one step may take on a bad day is a part of what the whole may take. */
function checkLimits(
  report: Context['report'],
  process: Process,
  { steps }: ProcessGraph,
  { time, at }: Allowed,
): void {
  for (const { id, pointer, data } of steps) {
    const limits = {
      waitLimit: data.waitLimit,
      'handoff.within': data.handoff?.within,
      'fallback.within': data.fallback?.within,
    };
    for (const [field, written] of Object.entries(limits)) {
      const longest = durationOf(written);
      if (!longest || compareQuantities(longest, time) !== 1) continue;
      const place = `${pointer}/${field.replace('.', '/')}`;
      report({
        message: 'limit',
        data: { step: id, field, time: words(longest), process: process.id, limit: words(time) },
        at: process.at(place),
        subject: process.key + place,
        related: [{ at, template: allowedHere, data: {} }],
      });
    }
  }
}

/**
 * From when the customer has asked: the first step is the customer's own asking or coming, unless it is done
 * at a machine of the company.
 */
function checkPromises({ handbook, report }: Context, process: Process, graph: ProcessGraph): void {
  const asking = graph.start && isAsking(graph.start) ? graph.start : undefined;
  const timer = timerOf(graph, asking);
  // A promise that several steps name is broken once.
  const told = new Set<unknown>();
  for (const step of graph.steps) {
    const reference = handbook.referenceAt(process, `${step.pointer}/promise`);
    const allowed = reference && !reference.failure ? promiseTime(reference) : undefined;
    if (!allowed || !reference?.part || told.has(reference.part)) continue;
    const way = timer(allowed.time)?.until(step);
    if (!way || !isLonger(way, allowed.time)) continue;
    if (!isSound(graph)) return;
    told.add(reference.part);
    const { total, path, limit } = timesOf(way, allowed.time);
    report({
      message: 'promise',
      data: { promise: reference.part.id, step: step.id, total, path, limit },
      at: process.at(`${step.pointer}/promise`),
      subject: `${process.key}#${step.id}/promise`,
      related: [{ at: allowed.at, template: allowedHere, data: {} }, ...largestOf(process, way)],
    });
  }
}

/**
 * What a process takes, held against a length of time; what went wrong is left out. Against working days only
 * working days are counted, so that nothing is claimed that is not certain. Reckoned once for each sort.
 *
 * @param without a step that does not count
 */
function timerOf(graph: ProcessGraph, without?: ProcessStep) {
  const known = new Map<boolean, ServiceTime | undefined>();
  return ({ unit }: Duration): ServiceTime | undefined => {
    const inDays = unit === 'wd';
    if (!known.has(inDays)) {
      const measure = inDays ? stepTimeInWorkingDays : stepTime;
      const timeOf = (step: ProcessStep) => (step === without ? { wait: 0, work: 0 } : measure(step));
      known.set(inDays, serviceTime(graph, { timeOf, edgesOf: withoutRecovery }));
    }
    return known.get(inDays);
  };
}

function isLonger({ total }: Way, allowed: Duration): boolean {
  return total > toSeconds(allowed);
}

function isAsking({ data }: ProcessStep): boolean {
  return data.lane === 'customer' && data.mode !== 'self-service' && data.mode !== 'ai';
}

/** An unsound process has a finding already, and its times mean nothing. */
function isSound(graph: ProcessGraph): boolean {
  return checkSoundness(graph).length === 0;
}

/** Where the process comes round without a bound: a step that leads back and states none. */
function endlessAt(graph: ProcessGraph): ProcessStep | undefined {
  return graph.steps.find(
    (step) =>
      step.data.maxRepeats === undefined && withoutRecovery(step).some(({ to }) => leadsBack(to, step)),
  );
}

function leadsBack(to: ProcessStep | 'end' | undefined, step: ProcessStep): boolean {
  return to !== undefined && to !== 'end' && to.index <= step.index;
}

/** A standard for this very process, with a target in time for a metric by which the process is measured. */
function standardOf(handbook: Handbook, process: Process) {
  const metrics = new Set<Entity>(targetsOf(handbook, process, '/metrics', 'metric'));
  for (const { from, pointer, part } of handbook.referencedBy(process)) {
    if (from.kind !== 'standard' || part || !inForce(from) || !pointer?.startsWith('/appliesTo/')) continue;
    const entity = from as Entity<'standard'>;
    const target = parseComparison(entity.data.target ?? '');
    const metric = handbook.referenceAt(entity, '/metric')?.target;
    if (!target.ok || !metric || !metrics.has(metric)) continue;
    const { op, value } = target.value;
    if (value.kind !== 'duration' || !['<', '<='].includes(op)) continue;
    return { entity, allowed: { time: value, at: entity.at('/target') } };
  }
  return undefined;
}

function promiseTime({ target, part }: Reference): Allowed | undefined {
  if (!target || !part || part.type !== 'promise') return undefined;
  const promises = (target as Entity<'company'> | Entity<'service'>).data.promises ?? [];
  const index = promises.findIndex(({ id }) => id === part.id);
  const time = durationOf(promises[index]?.within);
  return time && inForce(target) ? { time, at: target.at(`/promises/${index}/within`) } : undefined;
}

function timesOf(way: Way, allowed: Duration) {
  const steps = way.steps.map(({ id }) => id);
  const path = steps.length > 7 ? [...steps.slice(0, 3), '…', ...steps.slice(-3)] : steps;
  return {
    total: durationWords(way.total),
    over: durationWords(way.total - toSeconds(allowed)),
    limit: words(allowed),
    path: path.join(' → '),
  };
}

/** Where most of the time goes: the longest steps on the way, at most three. */
function largestOf(process: Process, way: Way) {
  const total = (step: ProcessStep) => stepTime(step).wait + stepTime(step).work;
  const steps = [...new Set(way.steps)].filter((step) => total(step) > 0).sort((a, b) => total(b) - total(a));
  return steps.slice(0, 3).map((step) => ({
    at: process.at(`${step.pointer}/id`),
    template: takesHere,
    data: { step: step.id, time: durationWords(total(step)) } as Record<string, string | Localised>,
  }));
}

function words(duration: Duration): Localised {
  return { en: formatQuantity(duration, 'en'), 'zh-CN': formatQuantity(duration, 'zh-CN') };
}
