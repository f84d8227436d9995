import type { Entity } from '../../graph/entity.ts';
import { entityQuestion, question } from '../../graph/question.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import { isReadable } from '../../graph/readable.ts';
import { addDuration, parseDate } from '../../model/date.ts';
import type { Localised } from '../../model/message.ts';
import { compareQuantities, type Duration, formatQuantity, parseDuration } from '../../model/quantity.ts';
import { wordList } from '../../model/word-list.ts';
import { fieldAt } from '../../schema/fields.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'missing' | 'rare' | 'overdue' | 'passive' | 'level' | 'critical';
interface Options {
  practice: string[];
  level: number;
  criticalLevel: number;
  longest: string;
}
type Context = RuleContext<MessageId, Options>;
type Training = Entity<'training'>;

const methods = fieldAt('training', '/method/*')?.values ?? [];

const unstated = {
  every: { en: 'how often it is repeated ("every")', 'zh-CN': '多久重复一次（every）' },
  method: { en: 'how it is taught ("method")', 'zh-CN': '用什么方法（method）' },
  evaluate: { en: 'how its result is judged ("evaluate")', 'zh-CN': '效果评估到哪一层（evaluate）' },
} satisfies Record<string, Localised>;

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require training to be repeated, to be practised and to be judged by what people learn and do.',
      'zh-CN': '培训应定期重复、包含练习，并按学会什么、做到什么来评估。',
    },
    severity: 'warning',
    claims: ['S1-13', 'S2-16', 'S5-11', 'S5-21'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        practice: {
          type: 'array',
          items: { type: 'string', enum: methods.map(({ value }) => value) },
          maxItems: methods.length,
          uniqueItems: true,
          default: ['drill', 'case'],
        },
        level: { type: 'integer', minimum: 1, maximum: 4, default: 2 },
        criticalLevel: { type: 'integer', minimum: 1, maximum: 4, default: 3 },
        longest: { type: 'string', maxLength: 40, default: '1095 d' },
      },
    },
  },
  messages: {
    missing: {
      en: 'Training "{training}" does not say {missing}; expected training that is repeated, practised and judged. State it.',
      'zh-CN': '培训“{training}”没有写明{missing}，培训应定期重复、有练习、有评估；请补充。',
    },
    rare: {
      en: 'Training "{training}" is repeated every {every}; expected at least every {longest}, or what was learned is gone. Shorten it.',
      'zh-CN': '培训“{training}”每 {every}才重复一次，间隔应不超过 {longest}，否则学过的早已忘记；请缩短。',
    },
    overdue: {
      en: 'Training "{training}" was last given on {date} and is repeated every {every}; expected it again by {due}. Give it, or enter the newer date.',
      'zh-CN':
        '培训“{training}”最近一次在 {date}，每 {every}一次，应在 {due} 前再次举办；请安排培训，或填写新的日期。',
    },
    passive: {
      en: 'Training "{training}" is taught by {methods} only; expected practice: {practice}. Add it.',
      'zh-CN': '培训“{training}”只有{methods}，应有练习：{practice}；请补充。',
    },
    level: {
      en: 'Training "{training}" is judged at level {level} of Kirkpatrick; expected level {least} at least. Test what people learned, not whether they liked it.',
      'zh-CN':
        '培训“{training}”只评估到柯氏第 {level} 层，至少应到第 {least} 层；请评估学会了什么，而不只是喜不喜欢。',
    },
    critical: {
      en: 'Training "{training}" teaches the critical steps of "{what}" and is judged at level {level} of Kirkpatrick; expected level {least} at least. Observe what people do at work.',
      'zh-CN':
        '培训“{training}”讲授“{what}”的关键步骤，却只评估到柯氏第 {level} 层，至少应到第 {least} 层；请观察员工在岗位上怎么做。',
    },
  },
  check(context) {
    for (const training of context.each(context.handbook.all('training'))) {
      if (!inForce(training)) continue;
      if (isReadable(context.handbook, training)) checkStated(context, training);
      checkRecurrence(context, training);
      checkMethod(context, training);
      checkLevel(context, training);
    }
  },
});

// helpers

function checkStated({ report }: Context, training: Training): void {
  const { data } = training;
  const missing: Localised[] = [];
  // Newcomers are trained when they come, not by the calendar.
  if (!data.every && data.tier !== 'new') missing.push(unstated.every);
  if (!data.method?.length) missing.push(unstated.method);
  if (data.evaluate === undefined) missing.push(unstated.evaluate);
  if (missing.length === 0) return;
  report({
    message: 'missing',
    data: { training: training.id, missing: wordList(missing) },
    at: training.at('/name'),
    subject: training.key,
  });
}

function checkRecurrence({ handbook, options, report }: Context, training: Training): void {
  const every = durationOf(training.data.every);
  if (!every || training.data.tier === 'new') return;
  const longest = durationOf(options.longest);
  if (longest && compareQuantities(every, longest) === 1) {
    report({
      message: 'rare',
      data: { training: training.id, every: shown(every), longest: shown(longest) },
      at: training.at('/every'),
      subject: `${training.key}/every`,
    });
  }
  const last = parseDate(training.data.lastDelivered?.date ?? '');
  const due = last.ok ? addDuration(last.value, every) : undefined;
  if (!last.ok || !due || due >= handbook.today) return;
  report({
    message: 'overdue',
    data: { training: training.id, every: shown(every), date: last.value, due },
    at: training.at('/lastDelivered/date'),
    subject: `${training.key}/lastDelivered`,
  });
}

function checkMethod({ options, report }: Context, training: Training): void {
  const used: readonly string[] = training.data.method ?? [];
  if (used.length === 0 || options.practice.length === 0) return;
  if (used.some((each) => options.practice.includes(each))) return;
  report({
    message: 'passive',
    data: {
      training: training.id,
      methods: wordList(used.map(labelOf)),
      practice: wordList(options.practice.map(labelOf)),
    },
    at: training.at('/method'),
    subject: `${training.key}/method`,
  });
}

function checkLevel({ handbook, options, report }: Context, training: Training): void {
  const level = training.data.evaluate;
  if (level === undefined) return;
  const covered = [
    ...targetsOf(handbook, training, '/covers', 'sop'),
    ...targetsOf(handbook, training, '/covers', 'process'),
  ];
  const critical = criticalWork(handbook);
  const what = covered.find((each) => critical.has(each));
  const least = what ? Math.max(options.level, options.criticalLevel) : options.level;
  if (level >= least) return;
  report({
    message: what ? 'critical' : 'level',
    data: { training: training.id, level, least, ...(what && { what: what.id }) },
    at: training.at('/evaluate'),
    subject: `${training.key}/evaluate`,
  });
}

/** A process that has a critical step, and the SOPs that such steps are done by; by their keys. */
const criticalIn = entityQuestion('critical-work-in-process', (handbook, process: Entity<'process'>) =>
  (process.data.steps ?? []).flatMap((step, index) => {
    if (step?.critical !== true) return [];
    const sop = handbook.referenceAt(process, `/steps/${index}/sop`)?.target;
    return sop ? [process.key, sop.key] : [process.key];
  }),
);

/** The processes that have a critical step, and the SOPs that such steps are done by. */
const criticalWork = question('critical-work', (handbook): ReadonlySet<Entity> => {
  const found = new Set<Entity>();
  for (const process of handbook.all('process').filter(inForce)) {
    for (const key of criticalIn(handbook, process)) found.add(handbook.find(key)!);
  }
  return found;
});

function durationOf(text: string | undefined): Duration | undefined {
  const parsed = parseDuration(text ?? '');
  return parsed.ok ? parsed.value : undefined;
}

function shown(duration: Duration): Localised {
  return { en: formatQuantity(duration, 'en'), 'zh-CN': formatQuantity(duration, 'zh-CN') };
}

function labelOf(method: string): Localised {
  return methods.find(({ value }) => value === method)?.label ?? { en: method, 'zh-CN': method };
}
