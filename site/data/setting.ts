import type { Kind, Language } from '../../linter/index.ts';
import type { Translate } from '../i18n/strings.ts';
import type { PageRef } from './routes.ts';

/** Where and in which language a page stands, whatever it says: all that drawing it needs besides its data. */
export interface Setting {
  locale: string;
  defaultLocale: string;
  /** All that the handbook has. */
  locales: readonly string[];
  /** The language of labels that the schemas hold. */
  language: Language;
  base: string;
  /** Where the site is served; undefined where nobody said. */
  site: URL | undefined;
  /** Into how many parts the index of texts is divided (search/parts.ts). */
  searchParts: number;
  /** The linter's errors in a forced build. */
  errors: number;
  t: Translate;
  href(page: PageRef, anchor?: string): string;
  kindName(kind: Kind): string;
}
