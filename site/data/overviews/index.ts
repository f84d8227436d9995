import type { Handbook } from '../../../linter/index.ts';
import { authority } from './authority.ts';
import { awareness } from './awareness.ts';
import { customers } from './customers.ts';
import { dataKept } from './data-kept.ts';
import { organisation } from './organisation.ts';
import { scorecard } from './scorecard.ts';
import { standardsSystem } from './standards-system.ts';
import { strategy } from './strategy.ts';
import { trainingMatrix } from './training-matrix.ts';
import { type OverviewName, overviewNames } from './names.ts';
import type { Overview } from './overview.ts';

export const overviews: Record<OverviewName, Overview> = {
  authority,
  strategy,
  scorecard,
  customers,
  'standards-system': standardsSystem,
  'training-matrix': trainingMatrix,
  awareness,
  organisation,
  'data-kept': dataKept,
};

/** The overviews that a handbook has, in the order of menus. */
export function overviewsOf(handbook: Handbook): OverviewName[] {
  return overviewNames.filter((name) => overviews[name].has(handbook));
}
