import { isKind, type Kind } from '../../linter/index.ts';
import type { StringKey } from '../i18n/strings.ts';
import { overviewsOf } from './overviews/index.ts';
import { type OverviewName, overviewNames } from './overviews/names.ts';
import type { PageRef } from './routes.ts';
import type { View } from './view.ts';
import type { Piece } from './words.ts';

/** Pages that are alone of their type. */
type Single = Extract<
  PageRef['type'],
  'all' | 'glossary' | 'rules' | 'reference' | 'demands' | 'writing' | 'book'
>;

/** Links that belong together, under the question they answer. */
export interface MenuGroup {
  title: string;
  links: readonly Piece[];
}

/** Every list and every page that looks across lists, by what a reader came to do. */
export const menuGroups: readonly (readonly [StringKey, readonly (Kind | OverviewName | Single)[]])[] = [
  [
    'menu.work',
    ['role', 'process', 'sop', 'guide', 'decision-right', 'authority', 'tool', 'calendar', 'glossary'],
  ],
  [
    'menu.promise',
    ['strategy', 'service', 'segment', 'customers', 'standard', 'standards-system', 'data-kept'],
  ],
  [
    'menu.improve',
    ['metric', 'metric-board', 'scorecard', 'feedback-loop', 'loop-map', 'improvement', 'pdca', 'gaps'],
  ],
  [
    'menu.people',
    ['unit', 'organisation', 'training', 'training-matrix', 'incentive', 'inspection', 'awareness'],
  ],
  ['menu.handbook', ['changes', 'health', 'demands', 'rules', 'reference', 'book', 'writing', 'all']],
];

/** The menu at the foot of every page; what a handbook does not have is left out. */
export function menuOf(view: View): readonly MenuGroup[] {
  let menu = menus.get(view);
  if (!menu) {
    menu = makeMenu(view);
    menus.set(view, menu);
  }
  return menu;
}

/** Only the pages that look across lists, for those who answer for the whole. */
export function overviewMenu(view: View): MenuGroup[] {
  const has = new Set<string>(overviewsOf(view.handbook));
  return grouped(view, (name) => isOverview(name) && has.has(name));
}

/** The overviews that show a kind as a whole, from the one closest to it. */
const overviewsOfKind: Partial<Record<Kind, readonly OverviewName[]>> = {
  unit: ['organisation', 'awareness'],
  role: ['authority', 'organisation'],
  segment: ['customers'],
  service: ['strategy', 'scorecard'],
  standard: ['standards-system'],
  metric: ['metric-board', 'scorecard'],
  'decision-right': ['authority'],
  'feedback-loop': ['loop-map'],
  training: ['training-matrix'],
  incentive: ['awareness'],
  inspection: ['calendar'],
  tool: ['data-kept'],
  improvement: ['pdca', 'gaps'],
};

/** Where the entries of a kind are seen side by side. */
export function overviewLinksOf(view: View, kind: Kind): Piece[] {
  const has = overviewsOf(view.handbook);
  return (overviewsOfKind[kind] ?? []).filter((name) => has.includes(name)).map((name) => linkTo(view, name));
}

// helpers

/** Every page shows it. */
const menus = new WeakMap<View, readonly MenuGroup[]>();

function makeMenu(view: View): MenuGroup[] {
  const has = new Set<string>(overviewsOf(view.handbook));
  return grouped(view, (name) => {
    if (isOverview(name)) return has.has(name);
    if (isKind(name)) return view.handbook.all(name).length > 0;
    return name !== 'glossary' || Boolean(view.handbook.glossary.terms?.length);
  });
}

type Name = Kind | OverviewName | Single;

function grouped(view: View, wanted: (name: Name) => boolean): MenuGroup[] {
  return menuGroups.flatMap(([title, names]) => {
    const links = names.filter(wanted).map((name) => linkTo(view, name));
    return links.length > 0 ? [{ title: view.t(title), links }] : [];
  });
}

function linkTo(view: View, name: Name): Piece {
  if (isOverview(name))
    return { text: view.t(`overview.${name}`), href: view.href({ type: 'overview', name }) };
  if (isKind(name)) return { text: view.kindPlural(name), href: view.href({ type: 'kind', kind: name }) };
  const key = ({ book: 'book.title', all: 'menu' } as const)[name as 'book' | 'all'] ?? name;
  return { text: view.t(key as StringKey), href: view.href({ type: name }) };
}

function isOverview(name: string): name is OverviewName {
  return (overviewNames as readonly string[]).includes(name);
}
