import type { Entity } from '../../graph/entity.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { isReadable } from '../../graph/readable.ts';
import { parseDate } from '../../model/date.ts';
import type { Localised } from '../../model/message.ts';
import { compareQuantities, parseDuration } from '../../model/quantity.ts';
import { quantityWords } from '../../model/quantity-words.ts';
import { quoted, wordList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type Inspection = Entity<'inspection'>;
type Result = NonNullable<Inspection['data']['results']>[number];
type Failure = NonNullable<Result['failures']>[number];
type MessageId = 'plan' | 'open' | 'overdue' | 'repeated' | 'unexplained' | 'slow';
interface Options {
  repeats: number;
}
type Context = RuleContext<MessageId, Options>;

const absent = {
  act: { en: 'an action ("act")', 'zh-CN': '措施（act）' },
  within: { en: 'a time ("within")', 'zh-CN': '时限（within）' },
  due: { en: 'a date ("due")', 'zh-CN': '期限（due）' },
  improvement: { en: 'an improvement ("improvement")', 'zh-CN': '改进项目（improvement）' },
} satisfies Record<string, Localised>;

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require what fails in an inspection to lead to an action in time, and to an improvement.',
      'zh-CN': '检查不合格的，应有按时完成的措施并转入改进。',
    },
    severity: 'error',
    claims: ['S4-02', 'S5-15'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { repeats: { type: 'integer', minimum: 2, maximum: 100, default: 3 } },
    },
  },
  messages: {
    plan: {
      en: 'Inspection "{inspection}" lacks {missing} for what fails; expected everybody to know what happens then. State it under "onFail".',
      'zh-CN': '检查“{inspection}”没有写明不合格时的{missing}，人人都应知道不合格怎么办；请写入“onFail”。',
    },
    open: {
      en: 'The failure of {date} lacks {missing}; expected every failure to lead somewhere. State it, or enter when it was put right ("closed").',
      'zh-CN':
        '{date} 的不合格项没有写{missing}，每个不合格项都应有后续；请补充，已整改的请填写完成日期（closed）。',
    },
    overdue: {
      en: 'This was to be put right by {due} and is still open; expected it closed by then. Put it right and enter "closed", or agree a new date with the owner.',
      'zh-CN': '此项应在 {due} 前整改完成，至今仍未关闭；请整改并填写“closed”，或与负责岗位商定新期限。',
    },
    repeated: {
      en: '{item} has failed {count} times and no improvement deals with the cause; expected one. Start it and name it under "improvement".',
      'zh-CN': '{item}已 {count} 次不合格，却没有改进项目解决原因，应有一项；请立项并写入“improvement”。',
    },
    unexplained: {
      en: 'The score {score} of {date} is below the pass mark {pass}, but no failure is recorded; expected what failed and what follows. Record it under "failures".',
      'zh-CN':
        '{date} 得分 {score}，低于合格分 {pass}，却没有记录不合格项，应写明哪里不合格、如何处理；请写入“failures”。',
    },
    slow: {
      en: 'What fails in inspection "{inspection}" may wait {within}, longer than until the next one ({every}); expected it to be put right before. Shorten "within".',
      'zh-CN':
        '检查“{inspection}”发现的不合格可拖 {within}，比检查周期 {every}还长，应在下次检查之前整改；请缩短 within。',
    },
  },
  check(context) {
    for (const inspection of context.handbook.all('inspection')) {
      if (!inForce(inspection) || !isReadable(context.handbook, inspection)) continue;
      checkPlan(context, inspection);
      for (const [index, result] of (inspection.data.results ?? []).entries()) {
        if (result) checkResult(context, inspection, result, `/results/${index}`);
      }
      checkRepeats(context, inspection);
    }
  },
});

// helpers

function checkPlan({ report }: Context, inspection: Inspection): void {
  const { every, onFail } = inspection.data;
  const missing = (['act', 'within'] as const).filter((field) => !onFail?.[field]);
  if (missing.length === 0) {
    const [longest, period] = [parseDuration(onFail?.within ?? ''), parseDuration(every ?? '')];
    if (!longest.ok || !period.ok || compareQuantities(longest.value, period.value) !== 1) return;
    report({
      message: 'slow',
      data: {
        inspection: inspection.id,
        within: quantityWords(longest.value),
        every: quantityWords(period.value),
      },
      at: inspection.at('/onFail/within'),
      subject: `${inspection.key}/onFail/within`,
    });
    return;
  }
  report({
    message: 'plan',
    data: { inspection: inspection.id, missing: wordList(missing.map((field) => absent[field])) },
    at: inspection.at(inspection.has('/onFail') ? '/onFail' : '/name'),
    subject: `${inspection.key}/onFail`,
  });
}

function checkResult(
  { handbook, report }: Context,
  inspection: Inspection,
  result: Result,
  pointer: string,
): void {
  const { date = '', score, failures = [] } = result;
  const pass = inspection.data.score?.pass;
  if (score !== undefined && pass !== undefined && score < pass && failures.length === 0) {
    report({
      message: 'unexplained',
      data: { date, score, pass },
      at: inspection.at(`${pointer}/score`),
      subject: `${inspection.key}/results/${date}`,
    });
  }
  for (const [index, failure] of failures.entries()) {
    if (!failure || failure.closed) continue;
    const at = `${pointer}/failures/${index}`;
    const subject = `${inspection.key}/results/${date}/${nameOf(failure) ?? index}`;
    const missing = (['act', 'due', 'improvement'] as const).filter(
      (field) => !failure[field] && !(field === 'improvement' && inspection.data.onFail?.improvement),
    );
    if (missing.length > 0) {
      report({
        message: 'open',
        data: { date, missing: wordList(missing.map((field) => absent[field])) },
        at: inspection.at(at),
        subject,
      });
    }
    const due = parseDate(failure.due ?? '');
    if (!due.ok || due.value >= handbook.today) continue;
    report({
      message: 'overdue',
      data: { due: due.value },
      at: inspection.at(`${at}/due`),
      subject: `${subject}/due`,
    });
  }
}

/** The same thing put right again and again has a cause that nobody looks for. */
function checkRepeats({ options, report }: Context, inspection: Inspection): void {
  if (inspection.data.onFail?.improvement) return;
  const seen = new Map<string, { count: number; improved: boolean; latest: string; date: string }>();
  for (const [index, result] of (inspection.data.results ?? []).entries()) {
    for (const [place, failure] of (result?.failures ?? []).entries()) {
      const name = failure && nameOf(failure);
      if (!name) continue;
      const before = seen.get(name);
      const date = result?.date ?? '';
      const newer = !before || date > before.date;
      seen.set(name, {
        count: (before?.count ?? 0) + 1,
        improved: before?.improved === true || failure.improvement !== undefined,
        latest: newer ? `/results/${index}/failures/${place}` : before.latest,
        date: newer ? date : before.date,
      });
    }
  }
  for (const [item, { count, improved, latest }] of seen) {
    // An open failure without an improvement is told already.
    if (improved || count < options.repeats) continue;
    report({
      message: 'repeated',
      data: { item: quoted(item), count },
      at: inspection.at(latest),
      subject: `${inspection.key}/${item}`,
    });
  }
}

function nameOf({ item, standard }: Failure): string | undefined {
  return item ?? standard;
}
