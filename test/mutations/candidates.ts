import type { Entity } from '../../linter/graph/entity.ts';
import { visitFields } from '../../linter/graph/visit-fields.ts';
import type { Handbook } from '../../linter/index.ts';
import { valueAt } from '../../linter/model/pointer.ts';
import type { Field } from '../../linter/schema/fields.ts';
import type { Candidate, Mutation, MutationKind } from './mutation.ts';
import { quantityChanges } from './quantities.ts';
import { pick } from './random.ts';
import { inBody, retargets } from './retarget.ts';
import { remove, replaceScalar, type YamlFile } from './yaml-edits.ts';

/** A value of an entity that a mutation may change. */
export interface Site {
  handbook: Handbook;
  entity: Entity;
  yaml: YamlFile;
  field: Field;
  pointer: string;
  value: unknown;
}

/** Every mutation that can be made of a handbook. Settings, glossary and observations are left alone. */
export function candidatesOf(handbook: Handbook): Candidate[] {
  return handbook.entities.flatMap((entity) => [
    dropFile(handbook, entity),
    ...inBody(handbook, entity),
    ...sitesOf(handbook, entity).flatMap((site) => [
      ...drops(site),
      ...texts(site),
      ...choices(site),
      ...dates(site),
      ...swaps(site),
      ...retargets(site),
      ...quantityChanges(site),
    ]),
  ]);
}

/** A candidate that puts another scalar where one stands. */
export function replacing(
  kind: MutationKind,
  site: Site,
  choose: (random: () => number) => string | undefined,
  expected?: readonly string[],
): Candidate {
  const field = nameOf(site);
  const { yaml, pointer, value } = site;
  return {
    kind,
    field,
    make(random) {
      const next = choose(random);
      const edit = next === undefined ? undefined : replaceScalar(yaml, pointer, next);
      if (!edit) return undefined;
      const words = `${pointer}: ${JSON.stringify(value)} → ${JSON.stringify(next)}`;
      return { kind, field, file: yaml.path, edits: [edit], words, ...(expected && { expected }) };
    },
  };
}

function sitesOf(handbook: Handbook, entity: Entity): Site[] {
  const sites: Site[] = [];
  const spans = handbook.files.get(entity.file)?.spans ?? {};
  const yaml = { path: entity.file, text: entity.text, spans };
  visitFields(entity.kind, entity.data, (field, pointer, value) => {
    if (pointer !== '') sites.push({ handbook, entity, yaml, field, pointer, value });
  });
  return sites;
}

function nameOf({ entity, field }: Site): string {
  return `${entity.kind}${field.pointer}`;
}

function dropFile(handbook: Handbook, entity: Entity): Candidate {
  const kind = 'drop file';
  const dropped = [entity.file, ...[...entity.translations.values()].map(({ file }) => file)];
  const isReferenced = handbook.referencedBy(entity).some(({ from }) => from !== entity);
  const mutation: Mutation = {
    kind,
    field: entity.kind,
    file: entity.file,
    edits: [],
    dropped,
    words: 'left out',
  };
  if (isReferenced) mutation.expected = MISSING;
  return { kind, field: entity.kind, make: () => mutation };
}

/** The rules that notice a reference to nothing. */
export const MISSING = ['references/resolves', 'ownership/owner'] as const;

function drops(site: Site): Candidate[] {
  const { field, yaml, pointer, value } = site;
  const isItem = field.name === '*' && /\/\d+$/.test(pointer);
  // What is editorial may go without a change of meaning; what is required cannot.
  if (field.polarity === 'editorial' || (field.required && !isItem)) return [];
  const kind = isItem ? 'drop item' : 'drop field';
  const make = (): Mutation | undefined => {
    const edit = remove(yaml, pointer);
    const words = `${pointer} without ${JSON.stringify(value)}`;
    return edit && { kind, field: nameOf(site), file: yaml.path, edits: [edit], words };
  };
  return [{ kind, field: nameOf(site), make }];
}

function texts(site: Site): Candidate[] {
  const { field, yaml, pointer, value } = site;
  if (!field.text) return [];
  if (typeof value === 'string') return [replacing('blank text', site, () => '', ['syntax/schema'])];
  const name = nameOf(site);
  const locales = Object.keys(value as object);
  const drop: Candidate = {
    kind: 'drop language',
    field: name,
    make(random) {
      const locale = pick(locales, random);
      const edit = remove(yaml, `${pointer}/${locale}`);
      const words = `${pointer} without ${locale}`;
      const expected = ['documents/translation'];
      return edit && { kind: 'drop language', field: name, file: yaml.path, edits: [edit], words, expected };
    },
  };
  const blank: Candidate = {
    kind: 'blank text',
    field: name,
    make(random) {
      const inner = `${pointer}/${pick(locales, random)}`;
      const one = { ...site, pointer: inner, value: valueAt(site.entity.data, inner) };
      return replacing('blank text', one, () => '', ['syntax/schema']).make(random);
    },
  };
  return [drop, blank];
}

function choices(site: Site): Candidate[] {
  const { field, value } = site;
  // Nobody may write `otherwise: false`.
  const isFlipped = typeof value === 'boolean' && field.name !== 'otherwise';
  if (isFlipped) return [replacing('flip', site, () => String(!value))];
  if (typeof value !== 'string' || !field.values) return [];
  const siblings = siblingsOf(site);
  const others = field.values.map((each) => each.value).filter((each) => !siblings.includes(each));
  return [replacing('change value', site, (random) => pick(others, random))];
}

/** The values beside an item of a list, and its own. */
export function siblingsOf({ entity, pointer, value }: Site): unknown[] {
  const list = /\/\d+$/.test(pointer) ? valueAt(entity.data, pointer.replace(/\/\d+$/, '')) : undefined;
  return Array.isArray(list) ? list : [value];
}

function dates(site: Site): Candidate[] {
  const { field, value } = site;
  if (!field.date || typeof value !== 'string') return [];
  const shifted = (years: number) => `${Number(value.slice(0, 4)) + years}${value.slice(4)}`;
  return [replacing('shift date', site, (random) => shifted(random() < 0.5 ? -2 : 2))];
}

/** Swaps a limit, a time or what comes next with that of a later item of the same list. */
function swaps(site: Site): Candidate[] {
  const { field, entity, yaml, pointer, value } = site;
  const item = /^(.*)\/(\d+)(\/\w+)$/.exec(pointer);
  const isOrder = field.quantity || field.ref?.includes('#step');
  if (!item || !isOrder || typeof value !== 'string') return [];
  const [, list = '', index = '', rest = ''] = item;
  const kind = 'swap';
  const partners = ((valueAt(entity.data, list) as unknown[]) ?? [])
    .map((_, at) => `${list}/${at}${rest}`)
    .slice(Number(index) + 1)
    .filter((each) => {
      const other = valueAt(entity.data, each);
      return typeof other === 'string' && other !== value;
    });
  if (partners.length === 0) return [];
  const make = (random: () => number): Mutation | undefined => {
    const partner = pick(partners, random)!;
    const there = replaceScalar(yaml, partner, value);
    const here = replaceScalar(yaml, pointer, String(valueAt(entity.data, partner)));
    const words = `${pointer} ⇄ ${partner}`;
    return there && here && { kind, field: nameOf(site), file: yaml.path, edits: [here, there], words };
  };
  return [{ kind, field: nameOf(site), make }];
}
