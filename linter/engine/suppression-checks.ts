import type { Handbook } from '../graph/handbook.ts';
import { daysBetween } from '../model/date.ts';
import { hint } from '../model/suggest.ts';
import type { RegisteredRule } from '../rules/rule.ts';
import { isHideableRule } from './hideable.ts';
import type { SuppressContext, SuppressionProblem } from './hider.ts';

type Fault = Pick<SuppressionProblem, 'messageId' | 'data'>;

/** A year: long enough for any budget, short enough that somebody decides again. */
const DEFAULT_DAYS = 366;

/** What is wrong with the end date of a suppression: past, or so far ahead that nobody will remember. */
export function dateProblem(until: string, { settings, today }: Handbook): Fault | undefined {
  const days = daysBetween(today, until);
  if (days < 0) return { messageId: 'expired', data: { until } };
  const limit = settings.limits?.maxSuppressionDays ?? DEFAULT_DAYS;
  return days > limit ? { messageId: 'tooFar', data: { until, days, limit } } : undefined;
}

/** What is wrong with the rule that a suppression names. */
export function ruleProblem(id: string, rules: readonly RegisteredRule[]): Fault | undefined {
  if (!isHideableRule(id)) return { messageId: 'notHideable', data: { id } };
  if (rules.some((rule) => rule.id === id)) return undefined;
  const hideable = rules.map((rule) => rule.id).filter(isHideableRule);
  return { messageId: 'unknownRule', data: { id, hint: hint(id, hideable) } };
}

/** Whether a rule runs for a file: what is off finds nothing, which says nothing of a suppression. */
export function isWatched(id: string, file: string, { rules, config }: SuppressContext): boolean {
  const rule = rules.find((each) => each.id === id);
  return rule !== undefined && config.level(rule, file) !== 'off';
}
