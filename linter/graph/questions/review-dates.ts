import { addDuration, type CalendarDate } from '../../model/date.ts';
import { type Duration, parseDuration } from '../../model/quantity.ts';
import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { inForce } from './in-force.ts';

/** When an entry is to be looked at again. */
export interface ReviewDate {
  entity: Entity;
  period: Duration;
  /** The field from which the period runs: the last review, else the day of effect; neither may be stated. */
  from: 'reviewed' | 'effective' | undefined;
  /** Undefined where no day is known from which to count, or the period leads too far. */
  due: CalendarDate | undefined;
}

/** The entries in force that state how often they are reviewed, with the day on which that is due next. */
export function reviewDates(handbook: Handbook): ReviewDate[] {
  const found: ReviewDate[] = [];
  for (const entity of handbook.entities) {
    const period = parseDuration(entity.data.reviewEvery ?? '');
    if (!inForce(entity) || !period.ok) continue;
    const { reviewed, effective } = entity.data;
    const from = reviewed ? 'reviewed' : effective ? 'effective' : undefined;
    const due = from && addDuration((reviewed ?? effective)!, period.value);
    found.push({ entity, period: period.value, from, due });
  }
  return found;
}
