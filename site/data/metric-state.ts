import {
  type Entity,
  formatQuantity,
  type MetricStatus,
  measureOf,
  metricStanding,
} from '../../linter/index.ts';
import type { View } from './view.ts';
import { type Line, plain } from './words.ts';

/** How a metric stands today, in a few words with a mark: “on target: 4.2 min”. */
export interface MetricState {
  status: MetricStatus;
  line: Line;
}

/** The newest value is told where there is one series, else how many of its units are on target. */
export function metricState(view: View, metric: Entity<'metric'>): MetricState {
  const { status, series } = metricStanding(view.handbook, metric);
  const tone = status === 'met' ? 'state-met' : status === 'missed' ? 'state-open' : 'state-none';
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
