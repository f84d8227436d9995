import type { Entity, Kind } from '../../linter/index.ts';
import { byName } from './back.ts';
import { type Fact, type Figure, fact, type Item, type Section } from './blocks.ts';
import { type Card, cardOf } from './card.ts';
import { entityVersions } from './entity-versions.ts';
import { type Envelope, envelopeOf, recordOf } from './envelope.ts';
import { viewers } from './kinds/index.ts';
import type { KindView, KindViewer } from './kinds/kind-view.ts';
import type { Page } from './page.ts';
import { synonymsOf } from './synonyms.ts';
import { pageOf, type View } from './view.ts';
import type { Line, Words } from './words.ts';

/** The page of one role, process, standard … */
export interface EntityPage extends Page {
  kind: Kind;
  label: Line;
  lead?: Words;
  figures: readonly Figure[];
  envelope: Envelope;
  why?: Words;
  /** Where else the handbook refers to this, by kind. */
  usedBy: readonly Fact[];
  record: readonly Fact[];
  /** What it bears where it is printed to hang on a wall. */
  card?: Card;
  /** Which of its versions was in force when, newest first. */
  versions: readonly Item[];
  /** The other language the text is in, where it is not translated. */
  fallback?: string;
  /** Words that a search should find this page by although it does not say them. */
  keywords: readonly string[];
}

export function entityPage(view: View, entity: Entity): EntityPage {
  const { kind } = entity;
  const shown: KindView = (viewers[kind] as KindViewer<Kind>)(view, entity);
  const title = view.name(entity);
  const label: Line = [
    { text: view.kindName(kind), ...(kind !== 'company' && { href: view.href({ type: 'kind', kind }) }) },
    ...(shown.label ?? []),
  ];
  const why = view.words(entity.data.why);
  const fallback = fallbackOf(shown.sections);
  const card = cardOf(view, entity, shown);
  const summary = shown.lead?.text ?? title.text;
  return {
    ref: pageOf(entity),
    kind,
    title,
    description: summary,
    crumbs: [
      { text: view.t('home'), href: view.href({ type: 'home' }) },
      ...(kind === 'company'
        ? []
        : [{ text: view.kindPlural(kind), href: view.href({ type: 'kind', kind }) }]),
    ],
    label,
    ...(shown.lead && { lead: shown.lead }),
    figures: shown.figures ?? [],
    envelope: envelopeOf(view, entity),
    ...(why && { why }),
    sections: shown.sections,
    usedBy: usedBy(view, entity, shown.shown),
    record: recordOf(view, entity),
    ...(card && { card }),
    versions: entityVersions(view, entity),
    ...(fallback && { fallback }),
    keywords: synonymsOf(view, entity, title.text),
  };
}

// helpers

function fallbackOf(sections: readonly Section[]): string | undefined {
  for (const { blocks } of sections) {
    for (const block of blocks) if (block.type === 'prose' && block.lang) return block.lang;
  }
  return undefined;
}

function usedBy(view: View, entity: Entity, shown: RegExp | undefined): Fact[] {
  const byKind = new Map<Kind, Set<Entity>>();
  for (const { from, pointer } of view.handbook.referencedBy(entity)) {
    if (from === entity || (pointer !== undefined && shown?.test(pointer))) continue;
    const set = byKind.get(from.kind) ?? new Set();
    byKind.set(from.kind, set.add(from));
  }
  return [...byKind].flatMap(([kind, entities]) =>
    fact(view.kindPlural(kind), ...byName(view, [...entities]).map((each) => view.link(each))),
  );
}
