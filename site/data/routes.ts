import { type Handbook, type Kind, kindNames, kinds } from '../../linter/index.ts';
import { type OverviewName, paths } from './overviews/names.ts';

/** The schemas that authors write by. */
export type SchemaFile = Kind | 'settings' | 'glossary';

/** Which page, in whatever locale. */
export type PageRef =
  | { type: 'home' | 'all' | 'glossary' | 'rules' | 'reference' | 'demands' | 'writing' | 'book' }
  | { type: 'overview'; name: OverviewName }
  | { type: 'kind'; kind: Kind }
  | { type: 'entity'; kind: Kind; id: string }
  | { type: 'schema'; schema: SchemaFile }
  | { type: 'rule'; id: string };

/** The page's path below its locale, without slashes at either end. */
export function pathOf(page: PageRef): string {
  switch (page.type) {
    case 'home':
      return '';
    case 'kind':
      return kinds[page.kind].folder;
    case 'entity':
      return page.kind === 'company' ? 'company' : `${kinds[page.kind].folder}/${page.id}`;
    case 'overview':
      return paths[page.name];
    case 'schema':
      return `reference/${page.schema}`;
    case 'rule':
      return `rules/${page.id}`;
    default:
      return page.type;
  }
}

/** Every page of a handbook except the one for addresses that lead nowhere. */
export function pagesOf(
  handbook: Handbook,
  rules: Iterable<string>,
  overviews: Iterable<OverviewName>,
): PageRef[] {
  const pages: PageRef[] = (['home', 'all', 'rules', 'reference', 'demands', 'writing', 'book'] as const).map(
    (type) => ({
      type,
    }),
  );
  if (handbook.glossary.terms?.length) pages.push({ type: 'glossary' });
  for (const name of overviews) pages.push({ type: 'overview', name });
  for (const kind of kindNames) {
    const entities = handbook.all(kind);
    if (entities.length === 0) continue;
    if (kind !== 'company') pages.push({ type: 'kind', kind });
    for (const { id } of entities) pages.push({ type: 'entity', kind, id });
  }
  for (const schema of [...kindNames, 'settings', 'glossary'] as const)
    pages.push({ type: 'schema', schema });
  for (const id of rules) pages.push({ type: 'rule', id });
  return pages;
}

/**
 * The address of a page under the site's base path.
 *
 * @param base with a slash at both ends
 * @param locale undefined for the default one, whose pages lie at the root
 *
 * @example hrefOf('/handbook/', 'en', 'roles/waiter') // => '/handbook/en/roles/waiter/'
 */
export function hrefOf(base: string, locale: string | undefined, path: string): string {
  const below = [locale, path].filter(Boolean).join('/');
  return below === '' ? base : `${base}${below}/`;
}
