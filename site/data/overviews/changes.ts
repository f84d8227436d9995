import { handbookIfOpen } from '../../handbook.ts';
import { section } from '../blocks.ts';
import { changeItems, feedPath } from '../changes.ts';
import { plain } from '../words.ts';
import type { Overview } from './overview.ts';

/** Of more changes on one day than this the rest is only counted: it was a day of rebuilding. */
const MOST_SHOWN = 60;

/** What changed, by day, in sentences. */
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
        ...days.flatMap(({ date, commit, changes }) => {
          const shown = changes.slice(0, MOST_SHOWN).map((change) => ({ date, commit, change }));
          const count = changes.length - shown.length;
          return section(
            date,
            view.date(date) ?? date,
            { type: 'list', items: changeItems(view, shown, { dated: false }) },
            ...(count > 0
              ? [{ type: 'text' as const, line: [plain(t('changes.more', { count }))], quiet: true }]
              : []),
          );
        }),
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
