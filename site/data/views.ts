import { openHandbook } from '../handbook.ts';
import { type View, viewOf } from './view.ts';

const views = new WeakMap<object, Map<string, View>>();

/** The view of this build's handbook in a locale, made once. */
export function viewIn(locale: string): View {
  const { handbook, base, site, searchParts, errors, changes, versions } = openHandbook();
  const known = views.get(handbook) ?? new Map<string, View>();
  views.set(handbook, known);
  let view = known.get(locale);
  if (!view) {
    view = viewOf(handbook, locale, {
      base,
      ...(site && { site: new URL(site) }),
      searchParts,
      errors,
      changes,
      versions,
    });
    known.set(locale, view);
  }
  return view;
}
