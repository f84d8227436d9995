import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import { inForce } from '../graph/questions/in-force.ts';
import { rolesBound } from '../graph/questions/roles-bound.ts';
import { sopsByRole } from '../graph/questions/sops-of-role.ts';
import { sopsOfProcess } from '../graph/questions/sops-taught.ts';
import type { Part, Reference } from '../graph/references.ts';
import { sourceHashOf } from '../graph/source-hash.ts';
import type { Change } from '../model/change.ts';
import { kinds } from '../model/kinds.ts';
import { type Localised, same } from '../model/message.ts';
import { valueAt } from '../model/pointer.ts';
import type { BlastRadius, Named } from '../model/review.ts';
import { entityName } from './entity-name.ts';
import { itemName } from './words.ts';

const nothing: BlastRadius = {
  roles: [],
  steps: [],
  sops: [],
  translations: [],
  trainings: [],
  cards: [],
  metrics: [],
};

/** Fields that say who keeps the file, not who works by it. */
const keeping = /^\/(?:owner|author|approvedBy|pilot)(?:\/|$)/;

/**
 * What a change touches, in the revision in which the entity stands: who works by it, the steps and SOPs that
 * name it, translations left behind, training to repeat, cards to print again, metrics.
 *
 * @returns a look-up; what is asked of the whole handbook is found once
 */
export function blastRadiusIn(handbook: Handbook): (change: Change) => BlastRadius {
  let bound: ReturnType<typeof rolesBound> | undefined;
  let sopsOf: ReturnType<typeof sopsByRole> | undefined;
  const known = new Map<string, BlastRadius>();
  const tools: Tools = {
    handbook,
    bound: (standard) => {
      bound ??= rolesBound(handbook);
      return bound(standard).roles;
    },
    sopsOf: (role) => {
      sopsOf ??= sopsByRole(handbook);
      return sopsOf(role);
    },
  };
  return ({ subject, pointer }) => {
    const [key = '', partId] = subject.split('#');
    const entity = handbook.find(key);
    if (!entity) return nothing;
    const inText = /^\/(?:name|summary)?$/.test(pointer) || pointer === '';
    const name = `${subject} ${inText}`;
    const radius = known.get(name) ?? radiusOf(tools, entity, partId, inText);
    known.set(name, radius);
    return radius;
  };
}

// helpers

interface Tools {
  handbook: Handbook;
  bound(standard: Entity<'standard'>): ReadonlySet<Entity>;
  sopsOf(role: Entity<'role'>): ReadonlySet<Entity>;
}

/** Collects what is touched, each once. */
class Touched {
  readonly #found = new Map<keyof BlastRadius, Map<string, Localised>>();
  readonly #handbook: Handbook;

  constructor(handbook: Handbook) {
    this.#handbook = handbook;
  }

  add(list: keyof BlastRadius, entity: Entity, key: string = entity.key, name?: Localised): void {
    const named = this.#found.get(list) ?? new Map<string, Localised>();
    named.set(key, name ?? entityName(this.#handbook, entity));
    this.#found.set(list, named);
  }

  list(list: keyof BlastRadius): Named[] {
    const named = [...(this.#found.get(list) ?? [])].map(([key, name]) => ({ key, name }));
    return named.sort((a, b) => (a.key < b.key ? -1 : 1));
  }
}

function radiusOf(tools: Tools, entity: Entity, partId: string | undefined, inText: boolean): BlastRadius {
  const { handbook } = tools;
  const touched = new Touched(handbook);
  const part = handbook.partsOf(entity).find(({ id }) => id === partId);
  for (const reference of outgoing(handbook, entity, part, partId)) {
    const { target } = reference;
    if (target?.kind === 'role') touched.add('roles', target);
    if (target?.kind === 'metric') touched.add('metrics', target);
    if (entity.kind === 'process' && target?.kind === 'sop') touched.add('sops', target);
  }
  addItself(tools, touched, entity, part);
  const users = handbook
    .referencedBy(entity)
    .filter(({ part: used }) => !part || !used || used.id === part.id);
  for (const reference of users) addUser(handbook, touched, reference);
  addTrainings(handbook, touched, entity);
  if (inText) addTranslations(handbook, touched, entity);
  return {
    roles: touched.list('roles'),
    steps: touched.list('steps'),
    sops: touched.list('sops'),
    translations: touched.list('translations'),
    trainings: touched.list('trainings'),
    cards: touched.list('cards'),
    metrics: touched.list('metrics'),
  };
}

/** What the entity refers to; of a step or a grant alone, where only that changed. */
function outgoing(handbook: Handbook, entity: Entity, part: Part | undefined, partId: string | undefined) {
  const below = part?.pointer ?? grantPointer(entity, partId);
  return handbook
    .referencesOf(entity)
    .filter(({ pointer, failure }) => pointer !== undefined && !failure && !keeping.test(pointer))
    .filter(({ pointer }) => below === undefined || pointer!.startsWith(`${below}/`));
}

function grantPointer(entity: Entity, role: string | undefined): string | undefined {
  if (entity.kind !== 'decision-right' || role === undefined) return undefined;
  const grants = (entity.data as { grants?: { role?: string }[] }).grants ?? [];
  const index = grants.findIndex((grant) => grant.role === role || grant.role === `role:${role}`);
  return index < 0 ? undefined : `/grants/${index}`;
}

function addItself(
  { handbook, bound, sopsOf }: Tools,
  touched: Touched,
  entity: Entity,
  part: Part | undefined,
): void {
  const { kind } = entity;
  if (kind === 'metric') touched.add('metrics', entity);
  if (kind === 'sop') touched.add('sops', entity);
  if (kind === 'sop' || kind === 'process' || kind === 'decision-right') addCard(handbook, touched, entity);
  if (kind === 'standard') for (const role of bound(entity as Entity<'standard'>)) touched.add('roles', role);
  if (kind === 'role') {
    touched.add('roles', entity);
    for (const sop of sopsOf(entity as Entity<'role'>)) touched.add('sops', sop);
  }
  if (part?.type === 'step') addStep(handbook, touched, part.owner, part.pointer, part.id);
}

/** What uses the entity: a step that follows it, an SOP that tells it, a card that shows it. */
function addUser(handbook: Handbook, touched: Touched, { from, pointer, failure }: Reference): void {
  if (failure || !inForce(from) || (pointer !== undefined && keeping.test(pointer))) return;
  if (from.kind === 'process') {
    addCard(handbook, touched, from);
    const index = /^\/steps\/(\d+)\//.exec(pointer ?? '')?.[1];
    if (index !== undefined) addStepAt(handbook, touched, from, Number(index));
  }
  if (from.kind === 'sop') {
    touched.add('sops', from);
    addCard(handbook, touched, from);
  }
  if (from.kind === 'decision-right') addCard(handbook, touched, from);
}

/** An SOP and its process are often called the same. */
function addCard(handbook: Handbook, touched: Touched, entity: Entity): void {
  const [name, { label }] = [entityName(handbook, entity), kinds[entity.kind]];
  const words = { en: `${name.en} (${label.en})`, 'zh-CN': `${name['zh-CN']}（${label['zh-CN']}）` };
  touched.add('cards', entity, entity.key, words);
}

function addStepAt(handbook: Handbook, touched: Touched, process: Entity, index: number): void {
  const pointer = `/steps/${index}`;
  const { id } = (valueAt(process.data, pointer) ?? {}) as { id?: string };
  if (typeof id === 'string') addStep(handbook, touched, process, pointer, id);
  for (const { pointer: at, target } of handbook.referencesOf(process)) {
    if (at?.startsWith(`${pointer}/role`) && target?.kind === 'role') touched.add('roles', target);
  }
}

function addStep(handbook: Handbook, touched: Touched, process: Entity, pointer: string, id: string): void {
  const name = itemName(handbook, valueAt(process.data, pointer)) ?? same(id);
  touched.add('steps', process, `${process.key}#${id}`, name);
}

/** Training in force that covers the entity itself, an SOP that tells it or the process it stands in. */
function addTrainings(handbook: Handbook, touched: Touched, entity: Entity): void {
  const taught = new Set<Entity>([entity]);
  if (entity.kind === 'process')
    for (const sop of sopsOfProcess(handbook, entity as Entity<'process'>)) taught.add(sop);
  for (const { key } of touched.list('sops')) {
    const sop = handbook.find(key);
    if (sop) taught.add(sop);
  }
  for (const each of taught)
    for (const { from, pointer } of handbook.referencedBy(each))
      if (from.kind === 'training' && pointer?.startsWith('/covers/') && inForce(from))
        touched.add('trainings', from);
  if (entity.kind === 'training') touched.add('trainings', entity);
}

/** Those whose record says that they were made from an earlier text. */
function addTranslations(handbook: Handbook, touched: Touched, entity: Entity): void {
  if (entity.translations.size === 0) return;
  const present = sourceHashOf(entity);
  for (const { locale, data } of entity.translations.values()) {
    const made = data.sourceHash;
    if (made !== undefined && present.startsWith(made.slice(0, present.length))) continue;
    const name = entityName(handbook, entity);
    touched.add('translations', entity, `${entity.key} (${locale})`, {
      en: `${name.en} (${locale})`,
      'zh-CN': `${name['zh-CN']}（${locale}）`,
    });
  }
}
