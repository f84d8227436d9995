import type { Entity, Handbook, Kind, Reference } from '../../linter/index.ts';
import { kindNames } from '../../linter/index.ts';
import { pageOf, type View } from '../data/view.ts';

/** The version of the form of these files; it changes when a field goes or means something else. */
export const API_VERSION = 1;

/** One entity as programs read it; `api.schema.json` says what each field means. */
export interface ApiEntity {
  key: string;
  kind: Kind;
  id: string;
  name: Record<string, string>;
  url: Record<string, string>;
  markdown: Record<string, string>;
  status: string;
  data: unknown;
  references: { field: string; to: string }[];
  referencedBy: { from: string; field: string }[];
}

/** The way into the interface: what there is, and where. */
export function apiIndex(views: readonly View[], program: string) {
  const { handbook, base } = views[0]!;
  return {
    version: API_VERSION,
    program: { name: 'loopbook', version: program },
    title: localised(views, (view) => view.words(handbook.settings.title)?.text ?? ''),
    locales: [...handbook.locales],
    built: handbook.today,
    ...(handbook.history && { commit: handbook.history.commit }),
    schema: `${base}api/v1/schema.json`,
    kinds: kindNames
      .filter((kind) => handbook.all(kind).length > 0)
      .map((kind) => ({
        kind,
        name: localised(views, (view) => view.kindPlural(kind)),
        count: handbook.all(kind).length,
        url: `${base}api/v1/${kind}.json`,
      })),
  };
}

/** All entities of a kind, by id. */
export function apiKind(views: readonly View[], kind: Kind) {
  const { handbook } = views[0]!;
  return {
    version: API_VERSION,
    kind,
    built: handbook.today,
    entities: handbook.all(kind).map((entity) => apiEntity(views, handbook, entity)),
  };
}

// helpers

function apiEntity(views: readonly View[], handbook: Handbook, entity: Entity): ApiEntity {
  return {
    key: entity.key,
    kind: entity.kind,
    id: entity.id,
    name: localised(views, (view) => view.name(entity).text),
    url: localised(views, (view) => view.href(pageOf(entity))),
    markdown: localised(views, (view) => `${view.href(pageOf(entity))}index.md`),
    status: entity.data.status ?? 'active',
    data: entity.data,
    references: handbook
      .referencesOf(entity)
      .flatMap((each) => (each.target ? [{ field: fieldOf(each), to: nameOf(each) }] : [])),
    referencedBy: handbook
      .referencedBy(entity)
      .map((each) => ({ from: each.from.key, field: fieldOf(each) })),
  };
}

/** The JSON pointer of a reference; a body has none. */
function fieldOf({ pointer }: Reference): string {
  return pointer ?? 'body';
}

function nameOf({ target, part }: Reference): string {
  return part ? `${target!.key}#${part.id}` : target!.key;
}

function localised(views: readonly View[], say: (view: View) => string): Record<string, string> {
  return Object.fromEntries(views.map((view) => [view.locale, say(view)]));
}
