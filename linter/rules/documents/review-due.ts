import { hasFault } from '../../graph/file-fault.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { reviewDates } from '../../graph/questions/review-dates.ts';
import { daysBetween } from '../../model/date.ts';
import { type Kind, kinds } from '../../model/kinds.ts';
import { compareQuantities, parseDuration } from '../../model/quantity.ts';
import { quantityWords } from '../../model/quantity-words.ts';
import { kindsOption } from '../kinds-option.ts';
import { defineRule } from '../rule.ts';

interface Options {
  kinds: Kind[];
  longest: string;
}

export default defineRule<'overdue' | 'never' | 'noPeriod' | 'rare' | 'future', Options>({
  meta: {
    summary: {
      en: 'Require entries to be reviewed before their review period has passed.',
      'zh-CN': '条目应在复审周期届满前完成复审。',
    },
    severity: 'warning',
    claims: ['S1-19', 'S3-42', 'S4-28', 'S5-21'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        kinds: kindsOption(['process', 'service']),
        longest: { type: 'string', maxLength: 40, default: '1095 d' },
      },
    },
  },
  messages: {
    overdue: {
      en: 'The review was due on {due}, {days} days ago; expected "{owner}" to have looked at this again. Review it, then set "reviewed" to that day.',
      'zh-CN':
        '复审已于 {due} 到期，逾期 {days} 天，应由“{owner}”再看一遍；请复审，并把 reviewed 改为当天日期。',
    },
    never: {
      en: 'This is to be reviewed every {every}, but states no day from which to count; expected "reviewed" or "effective". Write the day of the last review.',
      'zh-CN': '应每 {every}复审一次，却没有起算日期，应填写 reviewed 或 effective；请写明上次复审的日期。',
    },
    noPeriod: {
      en: 'Nothing says how often {kind} "{id}" is reviewed; expected "reviewEvery". Write a period such as 365 d, and "reviewed" with the day of the last review.',
      'zh-CN':
        '没有写明{kind}“{id}”多久复审一次，应填写 reviewEvery；请写明周期（例如 365 d），并在 reviewed 中写明上次复审日期。',
    },
    rare: {
      en: 'This is to be reviewed only every {every}; expected at least every {longest}. Shorten the period.',
      'zh-CN': '复审周期为 {every}，应不超过 {longest}；请缩短周期。',
    },
    future: {
      en: 'The last review is dated {reviewed}, after today; expected a day that has been. Correct the date.',
      'zh-CN': '上次复审的日期 {reviewed} 晚于今天，应为已过去的日期；请改正。',
    },
  },
  check({ each, handbook, options, report }) {
    const longest = parseDuration(options.longest);
    for (const { entity, period, from, pointer, due } of reviewDates(handbook, each(handbook.entities))) {
      const { reviewed, owner = '' } = entity.data;
      if (longest.ok && compareQuantities(period, longest.value) === 1) {
        const place = { at: entity.at('/reviewEvery'), subject: `${entity.key}/reviewEvery` };
        report({
          message: 'rare',
          data: { every: quantityWords(period), longest: quantityWords(longest.value) },
          ...place,
        });
      }
      if (reviewed && reviewed > handbook.today) {
        const place = { at: entity.at('/reviewed'), subject: `${entity.key}/reviewed` };
        report({ message: 'future', data: { reviewed }, ...place });
      } else if (!from) {
        if (hasFault(handbook, entity)) continue;
        const place = { at: entity.at('/reviewEvery'), subject: `${entity.key}/reviewEvery` };
        report({ message: 'never', data: { every: quantityWords(period) }, ...place });
      } else if (due && due < handbook.today) {
        report({
          message: 'overdue',
          data: { due, days: daysBetween(due, handbook.today), owner },
          at: entity.at(pointer),
          subject: `${entity.key}/reviewed`,
        });
      }
    }
    for (const kind of options.kinds) {
      for (const entity of each(handbook.all(kind))) {
        if (!inForce(entity) || entity.data.reviewEvery || hasFault(handbook, entity)) continue;
        const data = { kind: kinds[kind].label, id: entity.id };
        report({ message: 'noPeriod', data, at: entity.at('/name'), subject: `${entity.key}/reviewEvery` });
      }
    }
  },
});
