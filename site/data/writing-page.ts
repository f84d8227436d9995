import type { Page } from './page.ts';
import type { View } from './view.ts';

/** The guide for those who write the handbook. Its text is ours, in English and Chinese. */
export function writingPage(view: View): Page {
  return {
    ref: { type: 'writing' },
    title: { text: view.t('writing') },
    description: view.t('writing.lead'),
    crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
    sections: [],
  };
}
