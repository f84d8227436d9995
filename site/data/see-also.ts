import { type Entity, inForce } from '../../linter/index.ts';
import { type Fact, fact } from './blocks.ts';
import type { OverviewName } from './overviews/names.ts';
import type { View } from './view.ts';

/** The overview that shows an entry among its like; of one not in force there may be none. */
export function seeAlso(view: View, entity: Entity, name: OverviewName): Fact[] {
  if (!inForce(entity)) return [];
  const link = { text: view.t(`overview.${name}`), href: view.href({ type: 'overview', name }) };
  return fact(view.t('seeAlso'), link);
}
