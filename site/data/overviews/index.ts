import type { Handbook } from '../../../linter/index.ts';
import { authority } from './authority.ts';
import { type OverviewName, overviewNames } from './names.ts';
import type { Overview } from './overview.ts';

export const overviews: Record<OverviewName, Overview> = {
  authority,
};

/** The overviews that a handbook has, in the order of menus. */
export function overviewsOf(handbook: Handbook): OverviewName[] {
  return overviewNames.filter((name) => overviews[name].has(handbook));
}
