import type { Page } from './page.ts';
import type { View } from './view.ts';

/** The handbook, or one role's part of it, in one piece to be printed. */
export function bookPage(view: View): Page {
  const { t } = view;
  return {
    ref: { type: 'book' },
    title: { text: t('book.title') },
    description: t('book.lead'),
    crumbs: [{ text: t('home'), href: view.href({ type: 'home' }) }],
    sections: [],
  };
}
