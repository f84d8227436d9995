import {
  daysBetween,
  type Entity,
  isOpen,
  type Measure,
  parseComparison,
  parseValue,
  satisfies,
  toSeconds,
} from '../../linter/index.ts';
import type { Card, Track, TrackLabels } from './board-blocks.ts';
import type { View } from './view.ts';
import { type Line, type Piece, plain } from './words.ts';

export type Improvement = Entity<'improvement'>;

/** From where to where, and how far; undefined where start or target is not stated. */
export function trackOf(view: View, { data }: Improvement): Track | undefined {
  const from = view.value('value', data.baseline);
  const target = view.value('comparison', data.target, 'signs');
  if (!from || !target) return undefined;
  const result = view.value('value', data.result);
  const share = shareOf(data.baseline, data.target, data.result);
  const met = metBy(data.target, data.result);
  return {
    from,
    target,
    ...(result && { result }),
    ...(share !== undefined && { share }),
    ...(met !== undefined && { met }),
  };
}

/** How an improvement stands to its date, and once it is closed to its target. */
export function improvementState(view: View, improvement: Improvement): Piece | undefined {
  const { due, phase, target, result, checked } = improvement.data;
  if (phase === 'closed') {
    const met = metBy(target, result);
    const date = view.date(checked);
    if (met === undefined) return plain(view.t('improvement.closed'), 'state-none');
    return met
      ? plain(
          view.t(date ? 'improvement.reachedOn' : 'improvement.reached', { date: date ?? '' }),
          'state-met',
        )
      : plain(view.t('improvement.notReached'), 'state-missed');
  }
  if (!due || !isOpen(improvement)) return undefined;
  const days = daysBetween(view.handbook.today, due);
  if (days < 0) return plain(view.t('improvement.overdue', { count: -days }), 'state-missed');
  return plain(view.t(days === 0 ? 'improvement.today' : 'improvement.left', { count: days }));
}

export function isOverdue(view: View, improvement: Improvement): boolean {
  const { due } = improvement.data;
  return isOpen(improvement) && due !== undefined && due < view.handbook.today;
}

/** An improvement as a card tells it: what, how far, by when, why, who. */
export function cardOf(view: View, improvement: Improvement): Card {
  const { data } = improvement;
  const track = trackOf(view, improvement);
  const state = improvementState(view, improvement);
  const metric = view.ref(improvement, '/metric');
  const trigger = view.ref(improvement, '/trigger');
  const owner = view.ref(improvement, '/owner');
  const due = data.phase === 'closed' ? undefined : view.date(data.due);
  const same = trigger?.href !== undefined && trigger.href === metric?.href;
  return {
    title: view.link(improvement),
    ...(track && { track }),
    ...(state && { state }),
    notes: [
      ...note(view, view.field('improvement', '/due'), due && plain(due)),
      ...note(view, view.field('improvement', '/metric'), metric),
      ...note(view, view.field('improvement', '/trigger'), same ? undefined : trigger),
      ...note(view, view.t('meta.owner'), owner),
    ],
  };
}

export function trackLabels(view: View): TrackLabels {
  return {
    from: view.field('improvement', '/baseline'),
    target: view.field('improvement', '/target'),
    result: view.field('improvement', '/result'),
  };
}

/**
 * The part of the way from the baseline to the target that a result has gone: 0 none of it, 1 all of it, less
 * or more beyond. Undefined where one is missing, or they cannot be compared.
 *
 * @example shareOf('12 min', '<= 5 min', '300 s') // => 1
 */
export function shareOf(
  baseline: string | undefined,
  target: string | undefined,
  result: string | undefined,
): number | undefined {
  const [start, end, now] = [measureIn(baseline), boundOf(target), measureIn(result)];
  if (!start || !end || !now || start.kind !== end.kind || now.kind !== end.kind) return undefined;
  const [from, to, at] = [numberOf(start), numberOf(end), numberOf(now)];
  return from === to ? undefined : (at - from) / (to - from);
}

// helpers

function metBy(target: string | undefined, result: string | undefined): boolean | undefined {
  const comparison = target === undefined ? undefined : parseComparison(target);
  const value = measureIn(result);
  return comparison?.ok && value ? satisfies(value, comparison.value) : undefined;
}

function measureIn(text: string | undefined): Measure | undefined {
  const read = text === undefined ? undefined : parseValue(text);
  return read?.ok ? read.value : undefined;
}

function boundOf(text: string | undefined): Measure | undefined {
  const read = text === undefined ? undefined : parseComparison(text);
  return read?.ok ? read.value.value : undefined;
}

function numberOf(measure: Measure): number {
  if (measure.kind === 'duration') return toSeconds(measure);
  if (measure.kind === 'ratio' && measure.unit === ':')
    return (Number(measure.number) / Number(measure.to)) * 100;
  return Number(measure.number);
}

function note(view: View, term: string, piece: Piece | undefined | ''): Line[] {
  return piece ? [[plain(`${term}${view.t('colon')}`, 'quiet'), piece]] : [];
}
