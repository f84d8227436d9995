import { type Entity, entityOfBy, formatQuantity, type MetricStatus, measureOf } from '../../linter/index.ts';
import { latestOf, standingIn } from './metric-words.ts';
import type { View } from './view.ts';
import { type Line, plain } from './words.ts';

/** How a metric stands today, in a few words with a mark: “on target: 4.2 min”. */
export interface MetricState {
  status: MetricStatus;
  line: Line;
}

/** The newest value is told where there is one series, else how many of its units are on target. */
export function metricState(view: View, metric: Entity<'metric'>): MetricState {
  const { status, series } = standingIn(view, metric);
  const tone = toneOf(status);
  const judged = series.filter(({ met, stale }) => met !== undefined && !stale);
  if (judged.length > 1) {
    const met = judged.filter((each) => each.met).length;
    return { status, line: [plain(view.t('state.metOf', { met, all: judged.length }), tone)] };
  }
  const written = (judged[0] ?? series[0])?.newest.written;
  const measure = written === undefined ? undefined : measureOf(metric, written);
  if (!measure) return { status, line: [plain(view.t(`state.${status}`), tone)] };
  const value = formatQuantity(measure, view.locale);
  return { status, line: [plain(view.t('state.at', { state: view.t(`state.${status}`), value }), tone)] };
}

/** The same for those whom a metric is about: the value of their own unit or role, where one is observed. */
export function metricStateFor(view: View, metric: Entity<'metric'>, whose: readonly Entity[]): MetricState {
  const { series } = standingIn(view, metric);
  for (const entity of whose) {
    const own = series.find(({ by }) => by !== undefined && entityOfBy(view.handbook, by) === entity);
    const measure = own && measureOf(metric, own.newest.written);
    if (!own || !measure) continue;
    const status: MetricStatus = own.stale
      ? 'stale'
      : own.met === undefined
        ? 'unjudged'
        : own.met
          ? 'met'
          : 'missed';
    const value = formatQuantity(measure, view.locale);
    const text = view.t('state.at', { state: view.t(`state.${status}`), value });
    const of = view.t('brackets', { text: view.name(entity).text });
    return { status, line: [plain(text, toneOf(status)), plain(of, 'quiet')] };
  }
  const state = metricState(view, metric);
  // Of several units it says how many are on target; between which values they lie is told here.
  const range = series.length > 1 ? latestOf(view, standingIn(view, metric))?.value : undefined;
  if (!range) return state;
  return { ...state, line: [...state.line, plain(view.t('brackets', { text: range }), 'quiet')] };
}

// helpers

function toneOf(status: MetricStatus) {
  return status === 'met' ? 'state-met' : status === 'missed' ? 'state-open' : 'state-none';
}
