import type { LoggedChange } from '../../change-log.ts';
import { handbookIfOpen } from '../../handbook.ts';
import { byName } from '../back.ts';
import { type Block, type Item, type Section, section } from '../blocks.ts';
import { changeItems, changesFor, feedPath, filesAddress } from '../changes.ts';
import { spanWords } from '../entity-versions.ts';
import { spanOf, type Versions } from '../versions.ts';
import { pageOf, type View } from '../view.ts';
import { joined, type Line, type Piece, plain } from '../words.ts';
import type { Overview } from './overview.ts';

/** As many of a day as one reads; the rest is opened by those who need it. */
const MOST_READ = 12;
/** Of more changes on one day than this the rest is only counted: it was a day of rebuilding. */
const MOST_SHOWN = 60;
/** As many digits of a commit as tell it from all others of a handbook. */
const DIGITS = 12;

/** What changed, by day in sentences, and for whom; and which version was in force on any day. */
export const changes: Overview = {
  has: () => handbookIfOpen()?.versions !== undefined,
  page: (view) => {
    const { t } = view;
    const versions = view.versions ?? { days: [], before: 'nothing' };
    return {
      ref: { type: 'overview', name: 'changes' },
      title: { text: t('overview.changes') },
      description: t('changes.lead'),
      crumbs: [{ text: t('home'), href: view.href({ type: 'home' }) }],
      sections: [
        ...section('choose', '', ...dayChoice(view, versions), ...ways(view, versions)),
        ...yearSections(view, versions),
        ...section('by-role', t('changes.byRole'), { type: 'facts', facts: roleFacts(view) }),
      ],
    };
  },
};

// helpers

function dayChoice(view: View, { days, before }: Versions): Block[] {
  const first = days.at(-1)?.date;
  if (first === undefined) return [];
  const day = (date: string) => view.date(date) ?? date;
  // A commit may be dated after the day by which the handbook is judged.
  const last = [days[0]!.date, view.handbook.today].sort().at(-1)!;
  const { t } = view;
  return [
    {
      type: 'day-choice',
      last,
      label: t('changes.choose'),
      button: t('changes.show'),
      found: t('changes.found', { date: '%date%' }),
      before: t(`changes.before.${before}`, { date: '%date%', day: day(first) }),
      future: t('changes.future', { date: '%date%', day: day(last) }),
      none: t('changes.noDay'),
      script: t('changes.script'),
    },
  ];
}

/** To the feed, and to the roles below all days, where no list of years leads there. */
function ways(view: View, { days }: Versions): Block[] {
  if (!view.changes?.days.length) return [];
  const years = new Set(days.map(({ date }) => date.slice(0, 4)));
  const roles = view.href({ type: 'overview', name: 'changes' }, '_by-role');
  const links: Piece[] = [
    ...(years.size < 2 && roleFacts(view).length > 0
      ? [{ text: view.t('changes.byRole'), href: roles }]
      : []),
    { text: view.t('changes.feed'), href: view.base + feedPath(view) },
  ];
  return [{ type: 'text', quiet: true, line: joined(links, view.t('dot')) }];
}

/** The days of each year, newest first; after the oldest, why there are no more. */
function yearSections(view: View, { days, before }: Versions): Section[] {
  const { t } = view;
  const changed = new Map((view.changes?.days ?? []).map(({ date, changes }) => [date, changes]));
  const years = new Map<string, Block[]>();
  for (const [index, { date, commit }] of days.entries()) {
    const oldest = index === days.length - 1;
    const span = spanWords(view, spanOf(days, index), { late: oldest && before === 'unknown' });
    const found = changed.get(date) ?? [];
    const blocks: Block[] = [
      { type: 'text', quiet: true, line: versionLine(view, span, commit) },
      ...(oldest && before === 'nothing' ? [text(t('changes.begins'))] : []),
      ...daySentences(view, { date, commit, changes: found }),
      ...(found.length === 0 && !oldest ? [text(unchanged(view, date))] : []),
    ];
    const year = date.slice(0, 4);
    const groups = years.get(year) ?? [];
    groups.push({ type: 'group', id: date, title: [plain(view.date(date) ?? date)], blocks });
    years.set(year, groups);
  }
  const cut = before === 'unknown' ? t('changes.cut') : before === 'unlisted' ? t('changes.unlisted') : '';
  const all = [...years];
  return all.flatMap(([year, blocks], index) =>
    section(
      year,
      t('changes.year', { year }),
      ...blocks,
      ...(cut && index === all.length - 1 ? [text(cut)] : []),
    ),
  );
}

/** From when to when, by which commit, and the files as they were. */
function versionLine(view: View, span: string, commit: string): Line {
  const { t } = view;
  const files = filesAddress(view, commit);
  return [
    plain(span),
    plain(t('dot')),
    plain(t('changes.commit', { commit: commit.slice(0, DIGITS) })),
    ...(files ? [plain(t('dot')), { text: t('changes.files'), href: files }] : []),
  ];
}

/** Days between two that are told of were compared, and said nothing; of older ones that is not known. */
function unchanged(view: View, date: string): string {
  const told = view.changes?.days.some((day) => day.date < date) ?? false;
  return view.t(told ? 'changes.wording' : 'changes.notCompared');
}

/** What weakens a standard or widens an authority comes first, as the comparison sorts it. */
function daySentences(
  view: View,
  { date, commit, changes }: { date: string; commit: string; changes: readonly LoggedChange[] },
): Block[] {
  const shown = changes.slice(0, MOST_SHOWN).map((change) => ({ date, commit, change }));
  const items = changeItems(view, shown, { dated: false });
  const more = changes.length - shown.length;
  return [
    ...(items.length > 0 ? opened(view, items) : []),
    ...(more > 0 ? [text(view.t('changes.more', { count: more }))] : []),
  ];
}

function text(words: string): Block {
  return { type: 'text', line: [plain(words)], quiet: true };
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
