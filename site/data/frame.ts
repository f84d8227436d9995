import { filtersOf } from './facets.ts';
import { type Feedback, feedbackFor } from './feedback.ts';
import { titleOf } from './home-page.ts';
import { languageName } from './languages.ts';
import { type MenuGroup, menuOf } from './menu.ts';
import type { Page } from './page.ts';
import { hrefOf, pathOf } from './routes.ts';
import type { View } from './view.ts';
import type { Piece, Words } from './words.ts';

/** What stands around a page: what browsers and search engines are told of it, its menu and its foot. */
export interface Frame {
  /** The handbook's name. */
  site: Words;
  /** The name of the tab. */
  head: string;
  title: string;
  about: string;
  isHome: boolean;
  /** The page in every language of the handbook. */
  locales: readonly { locale: string; name: string; href: string }[];
  /** Where the page lies; undefined for the one that answers addresses that lead nowhere. */
  href: string | undefined;
  crumbs: readonly Piece[];
  menu: readonly MenuGroup[];
  /** What a reader can narrow a search to, to find this page. */
  filters: readonly string[];
  feedback?: Feedback;
  /** The day of the build, in words. */
  updated: string;
}

/** A name that fills a line of search results alone needs nothing after it. */
const LONGEST_HEAD = 70;

/** The frame of a page; without a `ref` that of the page for addresses that lead nowhere. */
export function frameOf(
  view: View,
  page: Pick<Page, 'title' | 'description'> & Partial<Pick<Page, 'ref' | 'crumbs'>>,
): Frame {
  const { handbook, base, locale } = view;
  const { ref } = page;
  const site = titleOf(view);
  const title = page.title.text;
  const full = `${title} – ${site.text}`;
  const isHome = ref?.type === 'home';
  const feedback = ref && feedbackFor(view, title, ref);
  const localeFolder = (each: string) => (each === view.defaultLocale ? undefined : each);
  return {
    site,
    head: isHome ? site.text : full.length > LONGEST_HEAD ? title : full,
    title,
    about: page.description || full,
    isHome,
    locales: view.locales.map((each) => ({
      locale: each,
      name: languageName(each, view.locales),
      href: hrefOf(base, localeFolder(each), ref ? pathOf(ref) : ''),
    })),
    href: ref && hrefOf(base, localeFolder(locale), pathOf(ref)),
    crumbs: page.crumbs ?? [],
    menu: menuOf(view),
    filters: ref?.type === 'entity' ? filtersOf(view, handbook.get(ref.kind, ref.id)) : [],
    ...(feedback && { feedback }),
    updated: view.date(handbook.today) ?? handbook.today,
  };
}
