import { titleOf } from './home-page.ts';
import type { Page } from './page.ts';
import type { View } from './view.ts';

/** The front of the book, from which it is put together in the reader's browser. */
export interface BookPage extends Page {
  /** The handbook's name. */
  handbook: string;
  /** The day of the build, in words. */
  date: string;
  /** Whose parts there are. */
  roles: readonly { id: string; name: string }[];
}

/** The handbook, or one role's part of it, in one piece to be printed. */
export function bookPage(view: View): BookPage {
  const { t, handbook } = view;
  return {
    ref: { type: 'book' },
    title: { text: t('book.title') },
    description: t('book.lead'),
    crumbs: [{ text: t('home'), href: view.href({ type: 'home' }) }],
    sections: [],
    handbook: titleOf(view).text,
    date: view.date(handbook.today) ?? handbook.today,
    roles: handbook.all('role').map((role) => ({ id: role.id, name: view.name(role).text })),
  };
}
