import { components } from '../model/components.ts';
import type { Location } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { escapeToken } from '../model/pointer.ts';
import {
  type ParsedReference,
  parseReference,
  parseTarget,
  type ReferenceTarget,
} from '../model/reference.ts';
import type { UsedComponent } from '../parse/mdx.ts';
import { isReferenceLink } from '../parse/mdx.ts';
import type { Entity, EntityKey, Translation } from './entity.ts';
import { keyOf } from './entity.ts';
import { type FieldVisitor, visitFields } from './visit-fields.ts';

/** A named part of an entity: a step of a process, a touchpoint of a service, a goal of the company. */
export interface Part {
  owner: Entity;
  /** What it is: `step`, `touchpoint`, `goal` … as the schema names it. */
  type: string;
  id: string;
  /** Where its object stands in the owner's data. */
  pointer: string;
}

export type Failure = 'malformed' | 'missing' | 'missing-part' | 'wrong-kind' | 'ambiguous';

/** One reference of one file, resolved or with the reason why not. */
export interface Reference {
  from: Entity;
  /** The field that holds it, as a pointer into the data; undefined in a body. */
  pointer?: string;
  /** As written. */
  raw: string;
  at: Location;
  /** What the field may refer to. */
  expected: ReferenceTarget[];
  target?: Entity;
  part?: Part;
  failure?: Failure;
  /** The component that makes it, in a body. */
  component?: UsedComponent;
}

/** A reference before it is resolved. */
export type RawReference = Pick<Reference, 'from' | 'pointer' | 'raw' | 'expected' | 'component'> & {
  /** Where it stands: the name or the value of the field at its pointer, or a place in a body. */
  place: 'key' | 'value' | Location;
};

/** What a reference leads to, or why it does not. */
export type Resolution = Pick<Reference, 'target' | 'part' | 'failure'>;

/** A reference whose place is looked up when it is asked for; who asks depends on the file. */
export class FoundReference implements Reference {
  readonly from: Entity;
  readonly pointer?: string;
  readonly raw: string;
  readonly expected: ReferenceTarget[];
  readonly target?: Entity;
  readonly part?: Part;
  readonly failure?: Failure;
  readonly #place: RawReference['place'];
  readonly #component: UsedComponent | undefined;

  constructor(raw: RawReference, { target, part, failure }: Resolution) {
    this.from = raw.from;
    this.raw = raw.raw;
    this.expected = raw.expected;
    if (raw.pointer !== undefined) this.pointer = raw.pointer;
    if (target) this.target = target;
    if (part) this.part = part;
    if (failure) this.failure = failure;
    this.#place = raw.place;
    this.#component = raw.component;
  }

  get at(): Location {
    if (this.#place === 'value') return this.from.at(this.pointer!);
    if (this.#place === 'key') return this.from.keyAt(this.pointer!);
    this.from.note();
    return this.#place;
  }

  get component(): UsedComponent | undefined {
    if (this.#component) this.from.note();
    return this.#component;
  }
}

/** All references that an entity's data and bodies make, in the order of the file. */
export function collectReferences(entity: Entity): RawReference[] {
  const found: RawReference[] = [];
  const inValue: FieldVisitor = (field, pointer, value) => {
    if (!field.ref || typeof value !== 'string' || field.except?.includes(value)) return;
    found.push({ from: entity, pointer, raw: value, place: 'value', expected: targetsOf(field.ref) });
  };
  const inKeys: FieldVisitor = (field, pointer, value) => {
    if (!field.keyRef || value === null || typeof value !== 'object') return;
    const expected = targetsOf(field.keyRef);
    for (const name of Object.keys(value))
      found.push({
        from: entity,
        pointer: `${pointer}/${escapeToken(name)}`,
        raw: name,
        place: 'key',
        expected,
      });
  };
  visitFields(entity.kind, entity.data, inValue, ['ref']);
  visitFields(entity.kind, entity.data, inKeys, ['keyRef']);
  for (const source of [entity, ...entity.translations.values()])
    found.push(...bodyReferences(entity, source));
  return found;
}

const targets = new WeakMap<readonly string[], ReferenceTarget[]>();

/** What a field may refer to, taken apart once for each field. */
function targetsOf(ref: readonly string[]): ReferenceTarget[] {
  let known = targets.get(ref);
  if (!known) {
    known = ref.map(parseTarget);
    targets.set(ref, known);
  }
  return known;
}

function bodyReferences(from: Entity, source: Entity | Translation): RawReference[] {
  const found: RawReference[] = [];
  for (const component of source.body?.components ?? []) {
    for (const { name, value, span } of component.attributes) {
      const kinds = components[component.name]?.attributes[name]?.ref;
      if (!kinds) continue;
      const expected = kinds.map((kind) => ({ kind }));
      found.push({ from, raw: value, place: { file: source.file, span }, expected, component });
    }
  }
  for (const { url, span } of source.body?.links ?? []) {
    if (!isReferenceLink(url)) continue;
    const kind = parseReference(url)?.kind;
    if (kind) found.push({ from, raw: url, place: { file: source.file, span }, expected: [{ kind }] });
  }
  return found;
}

/** All parts that an entity's data declares. */
export function collectParts(entity: Entity): Part[] {
  const parts: Part[] = [];
  visitFields(
    entity.kind,
    entity.data,
    (field, pointer, value) => {
      if (!field.part || !Array.isArray(value)) return;
      for (const [index, item] of value.entries()) {
        const id: unknown = item?.id;
        if (typeof id === 'string')
          parts.push({ owner: entity, type: field.part, id, pointer: `${pointer}/${index}` });
      }
    },
    ['part'],
  );
  return parts;
}

/** What resolving asks of the handbook. */
export interface Directory {
  get(key: EntityKey): Entity | undefined;
  all(kind: Kind): readonly Entity[];
  /** Old ids that `aliases` keep alive. */
  renamed(key: EntityKey): Entity | undefined;
  /** The parts of an entity with an id, of whatever type. */
  partsNamed(entity: Entity, id: string): readonly Part[];
}

/**
 * Resolves one reference. A bare part id is looked for in the entity itself, then in the entities it refers
 * to, then in the only entity of its kind.
 */
export function resolve(raw: RawReference, directory: Directory, neighbours: readonly Entity[]): Resolution {
  const parsed = parseReference(raw.raw);
  if (parsed) return resolveParsed(raw, parsed, directory, neighbours);
  // A file whose name has blanks is referred to with them.
  const loose = parseReference(raw.raw, 'blanks');
  const found = loose && resolveParsed(raw, loose, directory, neighbours);
  return found?.target ? found : { failure: 'malformed' };
}

function resolveParsed(
  raw: RawReference,
  parsed: ParsedReference,
  directory: Directory,
  neighbours: readonly Entity[],
): Resolution {
  const whole = raw.expected.filter((target) => !target.part);
  const parts = raw.expected.filter((target) => target.part);
  if (parsed.part) return resolvePart(raw, parsed, parts, directory, neighbours);
  if (parsed.kind && !raw.expected.some((target) => !target.kind || target.kind === parsed.kind)) {
    return { failure: 'wrong-kind' };
  }
  for (const { kind } of whole) {
    if (!kind || (parsed.kind && parsed.kind !== kind)) continue;
    const key = keyOf(kind, parsed.id!);
    const target = directory.get(key) ?? directory.renamed(key);
    if (target) return { target };
  }
  if (parts.length > 0 && !parsed.kind) {
    return resolvePart(raw, { part: parsed.id! }, parts, directory, neighbours);
  }
  return { failure: 'missing' };
}

function resolvePart(
  raw: RawReference,
  parsed: ParsedReference,
  expected: readonly ReferenceTarget[],
  directory: Directory,
  neighbours: readonly Entity[],
): Resolution {
  const kindFits = ({ kind }: ReferenceTarget) =>
    !parsed.kind || kind === parsed.kind || (!kind && raw.from.kind === parsed.kind);
  const fitting = expected.filter(kindFits);
  if (fitting.length === 0) return { failure: 'wrong-kind' };
  if (parsed.id) {
    for (const { kind = raw.from.kind, part: type } of fitting) {
      const key = keyOf(kind, parsed.id);
      const target = directory.get(key) ?? directory.renamed(key);
      if (!target) continue;
      const part = directory.partsNamed(target, parsed.part!).find((each) => each.type === type);
      return part ? { target, part } : { target, failure: 'missing-part' };
    }
    return { failure: 'missing' };
  }
  const found = nearestParts(raw, parsed.part!, fitting, directory, neighbours);
  if (found.length === 0) return { failure: 'missing-part' };
  if (found.length > 1) return { failure: 'ambiguous' };
  return { target: found[0]!.owner, part: found[0]! };
}

function nearestParts(
  raw: RawReference,
  id: string,
  expected: readonly ReferenceTarget[],
  directory: Directory,
  neighbours: readonly Entity[],
): Part[] {
  const circles: (readonly Entity[])[] = [[raw.from], neighbours];
  for (const { kind } of expected) {
    const all = kind ? directory.all(kind) : [];
    if (all.length === 1) circles.push(all);
  }
  for (const circle of circles) {
    const found = [...new Set(circle)].flatMap((entity) =>
      directory
        .partsNamed(entity, id)
        .filter((part) => expected.some((target) => fits(target, part, raw.from))),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function fits({ kind, part }: ReferenceTarget, candidate: Part, from: Entity): boolean {
  if (candidate.type !== part) return false;
  return kind ? candidate.owner.kind === kind : candidate.owner === from;
}
