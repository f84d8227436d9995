import { type PageRef, pathOf } from './routes.ts';
import type { View } from './view.ts';

/** Where a reader reports what is wrong on a page, the page being named already. */
export function feedbackHref(view: View, title: string, page: PageRef): string | undefined {
  const { url, email } = view.handbook.settings.feedback ?? {};
  if (url && /^https:\/\//.test(url)) return url;
  if (!email) return undefined;
  const subject = `${title} (${view.locale}/${pathOf(page)})`;
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}?subject=${encodeURIComponent(subject)}`;
}
