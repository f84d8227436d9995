import { reviewDates } from '../../graph/questions/review-dates.ts';
import { daysBetween } from '../../model/date.ts';
import { defineRule } from '../rule.ts';

interface Options {
  days: number;
}

export default defineRule<'soon', Options>({
  meta: {
    summary: {
      en: 'Require owners to hear of a review some weeks before it is due.',
      'zh-CN': '复审到期前几周应提醒负责岗位。',
    },
    severity: 'info',
    claims: ['S1-19', 'S3-42', 'S4-28'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { days: { type: 'integer', minimum: 1, maximum: 365, default: 30 } },
    },
  },
  messages: {
    soon: {
      en: 'The review is due on {due}; "{owner}" has {days} days left. Review it, then set "reviewed" to that day.',
      'zh-CN': '复审将于 {due} 到期，“{owner}”还有 {days} 天；请复审，并把 reviewed 改为当天日期。',
    },
  },
  check({ each, handbook, options, report }) {
    for (const { entity, since, pointer, due } of reviewDates(handbook, each(handbook.entities))) {
      if (!since || !due || due < handbook.today) continue;
      const days = daysBetween(handbook.today, due);
      // With a period shorter than the notice there would be a reminder every day.
      const period = daysBetween(since, due);
      if (days > Math.min(options.days, period / 3)) continue;
      report({
        message: 'soon',
        data: { due, days, owner: entity.data.owner ?? '' },
        at: entity.at(pointer),
        subject: `${entity.key}/reviewed`,
      });
    }
  },
});
