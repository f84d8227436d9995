import type { Handbook } from '../../../linter/index.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';

/** A page that looks across kinds: who may decide what, the strategy, the calendar … */
export interface Overview {
  /** Whether a handbook has anything to show there; a page that would be empty is left out of site and menus. */
  has(handbook: Handbook): boolean;
  /** `ref` is `{ type: 'overview', name }`; `title` what menus call it. */
  page(view: View): Page;
}
