import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { changesFor, type DatedChange, feedPath, sentenceOf, subjectLink } from '../data/changes.ts';
import { titleOf } from '../data/home-page.ts';
import { viewIn } from '../data/views.ts';
import { openHandbook } from '../handbook.ts';

/** As many as a reader of news catches up with. */
const MOST_ITEMS = 50;

export function getStaticPaths() {
  const { handbook, changes } = openHandbook();
  if (!changes?.days.length) return [];
  return handbook.locales.flatMap((locale) =>
    [undefined, ...handbook.all('role')].map((role) => ({
      params: { feed: feedPath(viewIn(locale), role).replace(/\.xml$/, '') },
      props: { locale, role: role?.id },
    })),
  );
}

/** What changed, for all or for one role, as RSS. */
export const GET: APIRoute = ({ props, url }) => {
  const { locale, role: id } = props as { locale: string; role?: string };
  const view = viewIn(locale);
  const { changes } = view;
  const role = id === undefined ? undefined : view.handbook.get('role', id);
  const found: DatedChange[] = role
    ? changesFor(changes, role)
    : changes!.days.flatMap(({ date, commit, changes }) =>
        changes.map((change) => ({ date, commit, change })),
      );
  const handbook = titleOf(view).text;
  return rss({
    title: role ? `${view.name(role).text} – ${handbook}` : handbook,
    description: view.t('changes.lead'),
    site: view.site ?? url.origin,
    customData: `<language>${locale}</language>`,
    items: found.slice(0, MOST_ITEMS).map(({ date, change }) => ({
      title: sentenceOf(view, change),
      link: subjectLink(view, change)?.href ?? view.href({ type: 'overview', name: 'changes' }),
      pubDate: new Date(`${date}T00:00:00Z`),
      categories: [view.t(`effect.${change.effect}`)],
      customData: `<guid isPermaLink="false">${change.digest}-${date}</guid>`,
    })),
  });
};
