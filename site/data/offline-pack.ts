import { digest, type Entity, type Handbook, type Kind } from '../../linter/index.ts';
import type { View } from './view.ts';
import { pageOf } from './view.ts';

/** What a role keeps on a phone. */
export interface OfflinePack {
  /** Changes when anything a saved page says may have changed. */
  version: string;
  /** The day the handbook was built for, `YYYY-MM-DD`. */
  date: string;
  /** The addresses of its entries below the host by locale, the role's own page first. */
  entries: Record<string, string[]>;
  /** Those of them that a printed book has as chapters. */
  chapters: Record<string, string[]>;
  /** The addresses of the pages that lead to them, in every locale. */
  frame: string[];
}

/**
 * The pages a person in a role needs where there is no network: their own, what refers to their role or is
 * referred to by it, and what the processes and SOPs among these name.
 */
export function offlinePack(views: readonly View[], role: Entity<'role'>, program: string): OfflinePack {
  const { handbook } = views[0]!;
  const entities = entitiesFor(handbook, role);
  const frame = views.flatMap((view) => [
    view.href({ type: 'home' }),
    view.href({ type: 'all' }),
    ...(handbook.glossary.terms?.length ? [view.href({ type: 'glossary' })] : []),
  ]);
  return {
    version: digest([program, handbook.today, ...entities.map(digestOf)].join('\0'), 16),
    date: handbook.today,
    entries: byLocale(views, entities),
    chapters: byLocale(
      views,
      entities.filter((each) => each === role || read.has(each.kind)),
    ),
    frame,
  };
}

/** The entries that such a person needs, the role's own first. */
export function entitiesFor(handbook: Handbook, role: Entity<'role'>): Entity[] {
  const found = new Set<Entity>([role]);
  const add = (entity: Entity | undefined) => {
    if (entity?.sound && entity.data.status !== 'retired') found.add(entity);
  };
  for (const { target } of handbook.referencesOf(role)) add(target);
  for (const { from } of handbook.referencedBy(role)) add(from);
  for (const entity of [...found]) {
    if (entity.kind !== 'process' && entity.kind !== 'sop') continue;
    for (const { target } of handbook.referencesOf(entity)) add(target);
  }
  return [...found];
}

// helpers

/** What is read through, where the rest is looked up. */
const read = new Set<Kind>([
  'decision-right',
  'process',
  'sop',
  'guide',
  'standard',
  'feedback-loop',
  'training',
]);

function byLocale(views: readonly View[], entities: readonly Entity[]): Record<string, string[]> {
  return Object.fromEntries(
    views.map((view) => [view.locale, entities.map((each) => view.href(pageOf(each)))]),
  );
}

const digests = new WeakMap<Entity, string>();

/** Of all that was written of an entity; most entries are kept by many roles. */
function digestOf(entity: Entity): string {
  let known = digests.get(entity);
  if (known === undefined) {
    const texts = [entity.text, ...[...entity.translations.values()].map(({ text }) => text)];
    known = digest(texts.join('\0'), 32);
    digests.set(entity, known);
  }
  return known;
}
