import {
  type Entity,
  inForce,
  kindOfMetric,
  type MetricStatus,
  openImprovementsOf,
} from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { type Section, section } from '../blocks.ts';
import { improvementState } from '../improvement-words.ts';
import { metricRow, standingLabels } from '../metric-blocks.ts';
import { standingIn, statusTone } from '../metric-words.ts';
import type { View } from '../view.ts';
import { capital, type Line, plain } from '../words.ts';
import type { Overview } from './overview.ts';

type Metric = Entity<'metric'>;

/** What asks for attention stands first. */
const ORDER: readonly MetricStatus[] = ['missed', 'stale', 'met', 'unjudged', 'none'];

/** How every metric stands, by what sort of result it shows; those that miss their target first. */
export const metricBoard: Overview = {
  has: (handbook) => handbook.all('metric').some(inForce),
  page: (view) => {
    const metrics = byName(view, view.handbook.all('metric').filter(inForce)) as Metric[];
    return {
      ref: { type: 'overview', name: 'metric-board' },
      title: { text: view.t('overview.metric-board') },
      description: view.t('metricBoard.lead'),
      crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
      sections: [
        ...section('tally', '', { type: 'tally', entries: tallyOf(view, metrics) }),
        ...groupsOf(view, metrics),
      ],
    };
  },
};

// helpers

function tallyOf(view: View, metrics: readonly Metric[]) {
  return ORDER.flatMap((status) => {
    const count = metrics.filter((each) => standingIn(view, each).status === status).length;
    if (count === 0) return [];
    return [{ piece: plain(view.t(`metric.status.${status}`), statusTone(status)), count }];
  });
}

function groupsOf(view: View, metrics: readonly Metric[]): Section[] {
  const kinds = [...view.values('metric', '/kind'), undefined];
  return kinds.flatMap((kind) => {
    const rows = metrics
      .filter((metric) => kindOfMetric(metric) === kind)
      .sort((a, b) => placeOf(view, a) - placeOf(view, b))
      .map((metric) => metricRow(view, metric, measuresOf(view, metric)));
    const title =
      kind === undefined ? view.t('kind.others') : capital(view.label('metric', '/kind', kind) ?? kind);
    return section(`group-${kind ?? 'other'}`, title, {
      type: 'standings',
      rows,
      labels: standingLabels(view),
    });
  });
}

function placeOf(view: View, metric: Metric): number {
  return ORDER.indexOf(standingIn(view, metric).status);
}

/** What is being done where a target is missed, or that nothing is. */
function measuresOf(view: View, metric: Metric): Line[] {
  if (standingIn(view, metric).status !== 'missed') return [];
  const open = openImprovementsOf(view.handbook, metric);
  if (open.length === 0) return [[plain(view.t('metric.noImprovement'))]];
  return open.map((each) => {
    const state = improvementState(view, each);
    return [view.link(each), ...(state ? [plain(view.t('colon')), plain(state.text)] : [])];
  });
}
