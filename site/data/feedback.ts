import { type PageRef, pathOf } from './routes.ts';
import type { View } from './view.ts';

/** What stands for the reader's role until it is known; encoded, as the rest of an address is. */
const ROLE = encodeURIComponent('{role}');

/** The address by which a reader reports what is wrong on a page. */
export interface Feedback {
  /** Page and version are named in it. */
  href: string;
  /** The same with `%7Brole%7D` where the reader's role belongs; absent where the address has no place for it. */
  withRole?: string;
}

/** Where a reader reports what is wrong on a page, the page and its version being named already. */
export function feedbackFor(view: View, title: string, page: PageRef): Feedback | undefined {
  const { url, email } = view.handbook.settings.feedback ?? {};
  const version = page.type === 'entity' ? view.handbook.get(page.kind, page.id)?.data.version : undefined;
  const named = {
    page: `${title} (${view.locale}/${pathOf(page)})`,
    version: version ?? view.handbook.today,
  };
  if (url && /^https?:\/\//.test(url)) return filled(url, named);
  if (!email) return undefined;
  const address = encodeURIComponent(email).replace('%40', '@');
  return filled(`mailto:${address}?subject={page}&body={version}%0A{role}`, named);
}

// helpers

function filled(template: string, values: Record<string, string>): Feedback {
  const withRole = template.replace(/\{(page|version)\}/g, (_, name: string) =>
    encodeURIComponent(values[name]!),
  );
  const href = withRole.replaceAll('{role}', '');
  return href === withRole ? { href } : { href, withRole: withRole.replaceAll('{role}', ROLE) };
}
