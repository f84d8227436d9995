import type { Location, Span } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import { escapeToken } from '../../model/pointer.ts';
import { treeOf } from '../../parse/mdx.ts';
import { type Insert, type Prose, proseOf } from '../../parse/prose.ts';
import type { Entity, Translation } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { maskQuotes, sentencesOf } from './sentences.ts';

/** A sentence of a normative text, as a span of the text. */
export interface Sentence {
  text: string;
  span: Span;
  /** The components that stand in it. */
  inserts: Insert[];
}

/** Text that binds somebody: what a standard states, what a step or an SOP tells people to do. */
export interface NormativeText {
  entity: Entity;
  /** `statement` of a standard, `step` of a process, `instruction` in an SOP's body. */
  role: 'statement' | 'step' | 'instruction';
  locale: string;
  /** `standard:reply-time/statement`, `process:check-in#verify`, `sop:check-in`. */
  subject: string;
  /** The field that holds it; undefined in a body. */
  pointer?: string;
  /** As it lies on disk, for a quick look: what follows is made when it is first asked for. */
  raw: string;
  /** Components, code and quoted words are hidden behind `MASK`. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** Where the part [start, end) of the text stands. */
  at(start: number, end: number): Location;
}

/** Why a thing is done is told in other words than what is to be done. */
const explanations = /^(?:why|purpose|background|rationale|为什么|目的|背景|缘由|为何)/i;

/** The kind of entry that each sort of text stands in. */
const kindOf = {
  statement: 'standard',
  step: 'process',
  instruction: 'sop',
} satisfies Record<NormativeText['role'], Kind>;

const everyRole = Object.keys(kindOf) as NormativeText['role'][];

const normative = new WeakMap<Entity, readonly NormativeText[]>();
const bodies = new WeakMap<Entity, readonly NormativeText[]>();

/**
 * The normative texts of a handbook, retired entries left out. They are found once for each entry and shared
 * by all rules.
 *
 * @param mayMatter looks at a file as it lies on disk; entries in none of whose files it sees anything are
 *   left out. Finding texts costs more than reading them, and most hold nothing of what a rule looks for.
 * @param roles the texts wanted
 * @param entities whose texts, all unless given
 */
export function* normativeTexts(
  handbook: Handbook,
  mayMatter: (file: string) => boolean = () => true,
  roles: readonly NormativeText['role'][] = everyRole,
  entities: Iterable<Entity> = handbook.entities,
): Generator<NormativeText> {
  const kinds = new Set<Kind>(roles.map((role) => kindOf[role]));
  for (const entity of entities) {
    if (!kinds.has(entity.kind) || !entity.sound || entity.status === 'retired') continue;
    if (!filesOf(entity).some(({ text }) => mayMatter(text))) continue;
    yield* remember(normative, entity, () => textsOf(entity, handbook.locales[0]!));
  }
}

/** An entry's own file and its translations. */
export function filesOf(entity: Entity): (Entity | Translation)[] {
  return [entity, ...entity.translations.values()];
}

/** The running text of an entry's body and its translations, without the section that explains why. */
export function bodyTexts(entity: Entity, locale: string): readonly NormativeText[] {
  return remember(bodies, entity, () =>
    filesOf(entity).flatMap((source) => {
      if (!source.body) return [];
      return proseOf(treeOf(source.text), source.text)
        .filter(({ section }) => !explanations.test(section.trim()))
        .map((prose) => bodyText(entity, source.file, prose, 'locale' in source ? source.locale : locale));
    }),
  );
}

// helpers

/** What is kept is as much a reading of the entity as what is found. */
function remember<Value>(known: WeakMap<Entity, Value>, entity: Entity, find: () => Value): Value {
  entity.note();
  let value = known.get(entity);
  if (value === undefined) {
    value = find();
    known.set(entity, value);
  }
  return value;
}

function textsOf(entity: Entity, locale: string): readonly NormativeText[] {
  switch (entity.kind) {
    case 'standard':
      return fieldTexts(entity, '/statement', 'statement', `${entity.key}/statement`, locale);
    case 'process':
      return stepTexts(entity as Entity<'process'>, locale);
    case 'sop':
      return bodyTexts(entity, locale);
    default:
      return [];
  }
}

/** What the customer does is told, not demanded. */
function stepTexts(process: Entity<'process'>, locale: string): NormativeText[] {
  return (process.data.steps ?? []).flatMap((step, index) => {
    if (step.lane === 'customer' || step.lane === 'evidence') return [];
    return fieldTexts(process, `/steps/${index}/do`, 'step', `${process.key}#${step.id}`, locale);
  });
}

function fieldTexts(
  entity: Entity,
  field: string,
  role: NormativeText['role'],
  subject: string,
  defaultLocale: string,
): NormativeText[] {
  return localTexts(entity, field, defaultLocale).map(({ locale, pointer, value }) => {
    return normativeText(
      { entity, role, locale, subject, pointer, raw: value },
      { text: value, inserts: [] },
      (start, end) => entity.textAt(pointer, start, end),
    );
  });
}

/** A text field's wording in each locale that it has. */
function localTexts(entity: Entity, field: string, defaultLocale: string) {
  let value: unknown = entity.data;
  for (const token of field.slice(1).split('/'))
    value = (value as Record<string, unknown> | undefined)?.[token];
  if (typeof value === 'string') return [{ locale: defaultLocale, pointer: field, value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([locale, text]) => ({ locale, pointer: `${field}/${escapeToken(locale)}`, value: text }));
}

function bodyText(entity: Entity, file: string, prose: Prose, locale: string): NormativeText {
  return normativeText(
    { entity, role: 'instruction', locale, subject: entity.key, raw: prose.raw },
    prose,
    (start, end) => ({ file, span: prose.spanOf(start, end) }),
  );
}

/** Most texts are never read: only those that a quick look at their raw form finds doubtful are. */
function normativeText(
  known: Omit<NormativeText, 'text' | 'sentences' | 'at'>,
  content: Pick<Prose, 'text' | 'inserts'>,
  at: NormativeText['at'],
): NormativeText {
  let text: string | undefined;
  let sentences: Sentence[] | undefined;
  return {
    ...known,
    at,
    get text() {
      text ??= maskQuotes(content.text);
      return text;
    },
    get sentences() {
      sentences ??= sentencesOf(this.text).map((span) => ({
        text: this.text.slice(...span),
        span,
        inserts: content.inserts.filter(({ index }) => index >= span[0] && index < span[1]),
      }));
      return sentences;
    },
  };
}
