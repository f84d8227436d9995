import { addDuration, type CalendarDate } from '../../model/date.ts';
import { type Duration, toSeconds } from '../../model/quantity.ts';

/** Values may come in late: only after this many times the frequency of their metric they are out of date. */
export const TIMES_BEFORE_STALE = 2;

/**
 * The day by which the next value is due, counted from the last day of the newest period. Days are the finest
 * that periods are told by: a value every hour is due the next day. Undefined where the time leads too far.
 *
 * @param times how often the frequency may pass
 */
export function nextDue(date: CalendarDate, every: Duration, times: number): CalendarDate | undefined {
  const days =
    every.unit === 'wd'
      ? { ...every, number: String(Math.ceil(Number(every.number) * times)) }
      : ({
          kind: 'duration',
          unit: 'd',
          number: String(Math.ceil((toSeconds(every) * times) / 86_400)),
        } as const);
  return addDuration(date, days);
}
