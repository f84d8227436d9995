import type { Entity } from '../../linter/index.ts';
import { dayAfter } from './envelope.ts';
import type { View } from './view.ts';

type Training = Entity<'training'>;

/** When a training is to be given again. */
export interface TrainingDue {
  state: 'due' | 'overdue' | 'never' | 'once';
  /** `YYYY-MM-DD`; of a training given once the day it was given. */
  date?: string;
}

/**
 * The period counts from the last delivery; without one a training has not been given yet. `once` is one that
 * was given and states no period of days to repeat it.
 */
export function trainingDue({ data }: Training, today: string): TrainingDue {
  const given = data.lastDelivered?.date;
  if (!given) return { state: 'never' };
  const due = data.every ? dayAfter(given, data.every) : undefined;
  if (!due) return { state: 'once', date: given };
  return { state: due < today ? 'overdue' : 'due', date: due };
}

/** The same in words: “due by 4 Dec 2026”. */
export function dueInWords(view: View, { state, date }: TrainingDue): string {
  return view.t(`training.${state}`, { date: view.date(date) ?? '' });
}
