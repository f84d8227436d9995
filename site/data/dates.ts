import { type Entity, inForce, reviewDates } from '../../linter/index.ts';
import { dayAfter } from './envelope.ts';
import { trainingDue } from './training-due.ts';
import type { View } from './view.ts';

/** Something that somebody has to do by a day. */
export interface DueDate {
  what: 'review' | 'training' | 'inspection' | 'improvement';
  entity: Entity;
  /** `YYYY-MM-DD` */
  date: string;
  overdue: boolean;
  /** The role that has to see to it. */
  by?: Entity;
}

/**
 * The days that follow from what is written: the next review, the next training, the next inspection, the end of
 * an improvement; earliest first. What states no day, or no period to count from one, has none.
 */
export function dueDates(view: View): DueDate[] {
  const { handbook } = view;
  const { today } = handbook;
  const found: DueDate[] = [];
  const add = (what: DueDate['what'], entity: Entity, date: string | undefined, pointer: string) => {
    const by = handbook.referenceAt(entity, pointer)?.target;
    if (date) found.push({ what, entity, date, overdue: date < today, ...(by && { by }) });
  };
  for (const { entity, due } of reviewDates(handbook)) add('review', entity, due, '/owner');
  for (const training of handbook.all('training')) {
    const { state, date } = trainingDue(training, today);
    if (inForce(training) && (state === 'due' || state === 'overdue'))
      add('training', training, date, '/owner');
  }
  for (const inspection of handbook.all('inspection')) {
    const last = (inspection.data.results ?? [])
      .map(({ date }) => date ?? '')
      .sort()
      .at(-1);
    const { every } = inspection.data;
    if (inForce(inspection) && last && every) add('inspection', inspection, dayAfter(last, every), '/by');
  }
  for (const improvement of handbook.all('improvement')) {
    if (inForce(improvement) && improvement.data.phase !== 'closed')
      add('improvement', improvement, improvement.data.due, '/owner');
  }
  return found.sort((a, b) => compare(a.date, b.date) || compare(a.entity.key, b.entity.key));
}

/** What is to be done again and again, and has never been recorded: no day follows from it, which is a gap. */
export function undated({ handbook }: View): Omit<DueDate, 'date' | 'overdue'>[] {
  const by = (entity: Entity, pointer: string) => {
    const role = handbook.referenceAt(entity, pointer)?.target;
    return role && { by: role };
  };
  return [
    ...handbook
      .all('training')
      .filter((each) => inForce(each) && trainingDue(each, handbook.today).state === 'never')
      .map((entity) => ({ what: 'training' as const, entity, ...by(entity, '/owner') })),
    ...handbook
      .all('inspection')
      .filter((each) => inForce(each) && each.data.every && !each.data.results?.some(({ date }) => date))
      .map((entity) => ({ what: 'inspection' as const, entity, ...by(entity, '/by') })),
  ];
}

// helpers

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
