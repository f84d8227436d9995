import type { ChangeDay } from '../../change-log.ts';
import { handbookIfOpen } from '../../handbook.ts';
import { byName } from '../back.ts';
import { type Block, type Item, type Section, section } from '../blocks.ts';
import { changeItems, changesFor, feedPath } from '../changes.ts';
import { pageOf, type View } from '../view.ts';
import { joined, type Piece, plain } from '../words.ts';
import type { Overview } from './overview.ts';

/** As many of a day as one reads; the rest is opened by those who need it. */
const MOST_READ = 12;
/** Of more changes on one day than this the rest is only counted: it was a day of rebuilding. */
const MOST_SHOWN = 60;

/** What changed, by day in sentences, and for whom. */
export const changes: Overview = {
  has: () => (handbookIfOpen()?.changes?.days.length ?? 0) > 0,
  page: (view) => {
    const { t, base } = view;
    const { days = [], complete = true } = view.changes ?? {};
    const title = t('overview.changes');
    return {
      ref: { type: 'overview', name: 'changes' },
      title: { text: title },
      description: t('changes.lead'),
      crumbs: [{ text: t('home'), href: view.href({ type: 'home' }) }],
      sections: [
        ...days.flatMap((day) => daySection(view, day)),
        ...section('by-role', t('changes.byRole'), { type: 'facts', facts: roleFacts(view) }),
        ...section('older', '', {
          type: 'text',
          quiet: true,
          line: [
            ...(complete ? [] : [plain(t('changes.cut'))]),
            { text: t('changes.feed'), href: base + feedPath(view) },
          ],
        }),
      ],
    };
  },
};

// helpers

/** What weakens a standard or widens an authority comes first, as the comparison sorts it. */
function daySection(view: View, { date, commit, changes }: ChangeDay): Section[] {
  const shown = changes.slice(0, MOST_SHOWN).map((change) => ({ date, commit, change }));
  const items = changeItems(view, shown, { dated: false });
  const more = changes.length - shown.length;
  const rest: Block[] =
    more > 0 ? [{ type: 'text', line: [plain(view.t('changes.more', { count: more }))], quiet: true }] : [];
  return section(date, view.date(date) ?? date, ...opened(view, items), ...rest);
}

function opened(view: View, items: readonly Item[]): Block[] {
  // Nobody opens a list for one or two.
  if (items.length <= MOST_READ + 2) return [{ type: 'list', items }];
  const rest = items.slice(MOST_READ);
  return [
    { type: 'list', items: items.slice(0, MOST_READ) },
    {
      type: 'more',
      summary: view.t('changes.rest', { count: rest.length }),
      blocks: [{ type: 'list', items: rest }],
    },
  ];
}

/** The roles by unit whose work something touched, each with how much. */
function roleFacts(view: View) {
  const units = new Map<string, { term: string; roles: Piece[] }>();
  for (const role of byName(view, view.handbook.all('role'))) {
    const count = changesFor(view.changes, role).filter(({ change }) => change.effect !== 'unknown').length;
    if (count === 0 || role.data.status === 'retired') continue;
    const unit = view.handbook.referenceAt(role, '/unit')?.target;
    const group = units.get(unit?.id ?? '') ?? {
      term: unit ? view.name(unit).text : view.t('kind.others'),
      roles: [],
    };
    units.set(unit?.id ?? '', group);
    const text = view.name(role).text + view.t('brackets', { text: String(count) });
    group.roles.push({ text, href: view.href(pageOf(role), '_changes') });
  }
  return [...units.values()].map(({ term, roles }) => ({ term, values: [joined(roles, view.t('comma'))] }));
}
