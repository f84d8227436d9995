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

export function isLate({ state }: TrainingDue): boolean {
  return state === 'overdue' || state === 'never';
}

/** Trainings with when they are due, the most urgent first. */
export function mostUrgentFirst(
  view: View,
  trainings: readonly Training[],
): { training: Training; due: TrainingDue }[] {
  const { today } = view.handbook;
  return trainings
    .map((training) => ({ training, due: trainingDue(training, today) }))
    .sort((a, b) => byUrgency(a.due, b.due));
}

// helpers

const urgency: Record<TrainingDue['state'], number> = { overdue: 0, never: 1, due: 2, once: 3 };

/** The most urgent first: overdue, never given, then by the day it is due; what is given once stands last. */
function byUrgency(a: TrainingDue, b: TrainingDue): number {
  return urgency[a.state] - urgency[b.state] || (a.date ?? '').localeCompare(b.date ?? '');
}
