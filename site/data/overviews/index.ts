import type { Handbook } from '../../../linter/index.ts';
import { authority } from './authority.ts';
import { awareness } from './awareness.ts';
import { calendar } from './calendar.ts';
import { changes } from './changes.ts';
import { customers } from './customers.ts';
import { dataKept } from './data-kept.ts';
import { gaps } from './gaps.ts';
import { health } from './health.ts';
import { loopMap } from './loop-map.ts';
import { metricBoard } from './metric-board.ts';
import { type OverviewName, overviewNames } from './names.ts';
import { organisation } from './organisation.ts';
import type { Overview } from './overview.ts';
import { pdca } from './pdca.ts';
import { scorecard } from './scorecard.ts';
import { standardsSystem } from './standards-system.ts';
import { strategy } from './strategy.ts';
import { trainingMatrix } from './training-matrix.ts';
export const overviews: Record<OverviewName, Overview> = {
  authority,
  'metric-board': metricBoard,
  'loop-map': loopMap,
  pdca,
  gaps,
  strategy,
  scorecard,
  customers,
  'standards-system': standardsSystem,
  'training-matrix': trainingMatrix,
  awareness,
  organisation,
  'data-kept': dataKept,
  calendar,
  changes,
  health,
};

/** The overviews that a handbook has, in the order of menus. */
export function overviewsOf(handbook: Handbook): OverviewName[] {
  return overviewNames.filter((name) => overviews[name].has(handbook));
}
