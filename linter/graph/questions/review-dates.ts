import { addDuration, type CalendarDate } from '../../model/date.ts';
import { type Duration, parseDuration } from '../../model/quantity.ts';
import type { Entity } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { inForce } from './in-force.ts';

/** When an entry is to be looked at again. */
export interface ReviewDate {
  entity: Entity;
  period: Duration;
  /**
   * From which day the period runs: the last review, else the day of effect, else the file's last change in
   * Git. `unknown` where Git would know the last and this clone does not reach so far.
   */
  from: 'reviewed' | 'effective' | 'changed' | 'unknown' | undefined;
  since: CalendarDate | undefined;
  /** The field that says so, as a pointer. */
  pointer: string;
  /** Undefined where no day is known from which to count, or the period leads too far. */
  due: CalendarDate | undefined;
}

/** The entries in force that state how often they are reviewed, with the day on which that is due next. */
export function* reviewDates(
  handbook: Handbook,
  entities: Iterable<Entity> = handbook.entities,
): Generator<ReviewDate> {
  for (const entity of entities) {
    if (!inForce(entity)) continue;
    const period = parseDuration(entity.data.reviewEvery ?? '');
    if (!period.ok) continue;
    const start = startOf(handbook, entity);
    const due = start.since && addDuration(start.since, period.value);
    yield { entity, period: period.value, ...start, due };
  }
}

function startOf(handbook: Handbook, entity: Entity): Pick<ReviewDate, 'from' | 'since' | 'pointer'> {
  const { reviewed, effective } = entity.data;
  if (reviewed) return { from: 'reviewed', since: reviewed, pointer: '/reviewed' };
  if (effective) return { from: 'effective', since: effective, pointer: '/effective' };
  const pointer = '/reviewEvery';
  const { history } = handbook;
  if (!history) return { from: undefined, since: undefined, pointer };
  const changed = history.files.get(entity.file)?.changed;
  if (changed) return { from: 'changed', since: changed, pointer };
  // What was never committed is being written today.
  if (history.complete) return { from: 'changed', since: handbook.today, pointer };
  return { from: 'unknown', since: undefined, pointer };
}
