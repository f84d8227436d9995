import { type Entity, type Kind, parseLimit } from '../../linter/index.ts';
import { byName } from './back.ts';
import { type Item, type Section, section } from './blocks.ts';
import { limitInText } from './grants.ts';
import { overviewLinksOf } from './menu.ts';
import type { Page } from './page.ts';
import { targetOf } from './targets.ts';
import type { View } from './view.ts';
import { joined, type Line, plain } from './words.ts';

/** All entities of a kind, grouped as a reader would look for them. */
export interface KindPage extends Page {
  kind: Kind;
  count: number;
}

/** Beyond this a list shows names alone: it is looked through, not read. */
const MOST_WITH_SUMMARY = 400;

export function kindPage(view: View, kind: Kind): KindPage {
  const entities = view.handbook.all(kind);
  const brief = entities.length > MOST_WITH_SUMMARY;
  const groups = groupsOf(view, kind, entities);
  const sections = groups.flatMap(({ title, entities }, index) =>
    section(`group-${index + 1}`, title, {
      type: 'list',
      items: byName(view, entities).map((entity) => itemOf(view, entity, brief)),
    }),
  );
  const title = view.kindPlural(kind);
  return {
    ref: { type: 'kind', kind },
    kind,
    title: { text: title },
    description: view.t('kind.description', { kind: title, count: entities.length }),
    crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
    count: entities.length,
    sections: [...sideBySide(view, kind), ...sections],
  };
}

/** An entry's name as a link, with its status unless it is simply in force. */
export function nameWithStatus(view: View, entity: Entity): Line {
  const { status } = entity.data;
  if (!status || status === 'active') return [view.link(entity)];
  const text = view.label(entity.kind, '/status', status) ?? status;
  return [view.link(entity), plain(view.t('brackets', { text }), 'quiet')];
}

interface Group {
  title: string;
  entities: Entity[];
}

export function groupsOf(view: View, kind: Kind, entities: readonly Entity[]): Group[] {
  const groups = new Map<string, Entity[]>();
  for (const entity of entities) {
    const title = groupOf(view, kind, entity);
    const group = groups.get(title);
    if (group) group.push(entity);
    else groups.set(title, [entity]);
  }
  const order = orderOf(view, kind);
  const made = [...groups].map(([title, entities]) => ({ title, entities }));
  if (order.length === 0)
    return made.sort(
      (a, b) => b.entities.length - a.entities.length || a.title.localeCompare(b.title, view.locale),
    );
  return made.sort((a, b) => order.indexOf(a.title) - order.indexOf(b.title));
}

// helpers

/** The way to where entries are compared, for those who came for the whole. */
function sideBySide(view: View, kind: Kind): Section[] {
  const links = overviewLinksOf(view, kind);
  if (links.length === 0) return [];
  const line = [plain(view.t('kind.overview')), ...joined(links, view.t('comma'))];
  return section('overview', '', { type: 'text', line });
}

function itemOf(view: View, entity: Entity, brief: boolean): Item {
  const note = brief ? undefined : noteOf(view, entity);
  return {
    line: [...nameWithStatus(view, entity), ...valueLine(view, entity)],
    notes: note ? [note] : [],
  };
}

function noteOf(view: View, entity: Entity): Line | undefined {
  const data = entity.data as Record<string, unknown>;
  const words =
    view.words(entity.data.summary) ??
    view.words(data.commitment ?? data.statement ?? data.subject ?? data.purpose ?? data.criteria);
  return words && [words];
}

function valueLine(view: View, entity: Entity): Line {
  const key = keyOf(view, entity);
  return key ? [plain(view.t('colon')), plain(key, 'value')] : [];
}

/** The value by which things of a kind are told apart. */
function keyOf(view: View, entity: Entity): string | undefined {
  if (entity.kind === 'decision-right') return lowest(view, entity as Entity<'decision-right'>);
  return targetOf(view, entity);
}

/** The first step of the ladder: what may be decided without asking anyone. */
function lowest(view: View, right: Entity<'decision-right'>): string | undefined {
  const limit = right.data.grants?.[0]?.limit;
  const read = limit === undefined ? undefined : parseLimit(limit);
  if (!read?.ok || read.value.kind === 'unlimited') return undefined;
  return view.t('kind.from', { limit: limitInText(view, right, 0) ?? '' });
}

const groupFields: Partial<Record<Kind, string>> = {
  unit: 'type',
  segment: 'type',
  service: 'type',
  standard: 'level',
  guide: 'type',
  metric: 'kind',
  'feedback-loop': 'method',
  incentive: 'type',
  inspection: 'method',
  tool: 'type',
  improvement: 'phase',
};

const groupReferences: Partial<Record<Kind, string>> = { role: 'unit', process: 'service', sop: 'process' };

function groupOf(view: View, kind: Kind, entity: Entity): string {
  const reference = groupReferences[kind];
  if (reference) {
    const target = view.handbook.referenceAt(entity, `/${reference}`)?.target;
    return target ? view.name(target).text : view.t('kind.others');
  }
  const field = groupFields[kind];
  if (!field) return '';
  const value = (entity.data as Record<string, unknown>)[field];
  if (typeof value !== 'string') return view.t('kind.others');
  const label = view.label(kind, `/${field}`, value) ?? value;
  return kind === 'standard'
    ? view.t(`level.${value as 'shall'}`, { level: label })
    : label.charAt(0).toUpperCase() + label.slice(1);
}

/** The order the schema gives the values, so that the lists read from strongest to weakest, first to last. */
function orderOf(view: View, kind: Kind): string[] {
  const field = groupFields[kind];
  if (!field) return [];
  return view.values(kind, `/${field}`).map((value) => {
    const label = view.label(kind, `/${field}`, value) ?? value;
    return kind === 'standard'
      ? view.t(`level.${value as 'shall'}`, { level: label })
      : label.charAt(0).toUpperCase() + label.slice(1);
  });
}
