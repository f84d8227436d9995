import type { Entity } from '../../linter/graph/entity.ts';
import type { Reference } from '../../linter/graph/references.ts';
import type { Handbook } from '../../linter/index.ts';
import { MISSING, replacing, type Site, siblingsOf } from './candidates.ts';
import type { Candidate, Mutation, MutationKind } from './mutation.ts';
import { pick } from './random.ts';

/** The reference of a field, to something else of the kind it has, and to nothing. */
export function retargets(site: Site): Candidate[] {
  const { handbook, entity, pointer, value, field } = site;
  if (typeof value !== 'string') return [];
  const reference = handbook.referenceAt(entity, pointer);
  if (!reference || reference.failure) return [];
  const others = othersOf(handbook, reference).filter((each) => !siblingsOf(site).includes(each));
  const kind = field.ref?.includes('#step') ? 'reroute' : 'retarget';
  return [
    replacing(kind, site, (random) => pick(others, random)),
    replacing('retarget to missing', site, () => missingOf(value), MISSING),
  ];
}

/** The same for references that components make in a document's own body. */
export function inBody(handbook: Handbook, entity: Entity): Candidate[] {
  return handbook
    .referencesOf(entity)
    .filter(({ component, failure, at }) => component && !failure && at.file === entity.file)
    .flatMap((reference) => [
      bodyCandidate('retarget', entity, reference, (random) => pick(othersOf(handbook, reference), random)),
      bodyCandidate('retarget to missing', entity, reference, () => missingOf(reference.raw), MISSING),
    ]);
}

function bodyCandidate(
  kind: MutationKind,
  entity: Entity,
  { at, raw, component }: Reference,
  choose: (random: () => number) => string | undefined,
  expected?: readonly string[],
): Candidate {
  const field = `${entity.kind} <${component?.name}>`;
  const make = (random: () => number): Mutation | undefined => {
    const written = entity.text.slice(...at.span);
    const text = choose(random);
    const first = written.indexOf(raw);
    if (text === undefined || first === -1) return undefined;
    const start = at.span[0] + first;
    const edits = [{ file: at.file, start, end: start + raw.length, text }];
    return { kind, field, file: at.file, edits, words: `${raw} → ${text}`, ...(expected && { expected }) };
  };
  return { kind, field, make };
}

/** What else could stand there, written as the reference is: parts of the same owner, or entities of the kind. */
function othersOf(handbook: Handbook, { raw, target, part }: Reference): string[] {
  if (part) {
    const before = raw.includes('#') ? raw.slice(0, raw.indexOf('#') + 1) : '';
    return handbook
      .partsOf(part.owner)
      .filter(({ type, id }) => type === part.type && id !== part.id)
      .map(({ id }) => before + id);
  }
  if (!target) return [];
  const prefix = raw.includes(':') ? `${target.kind}:` : '';
  return handbook
    .all(target.kind)
    .filter(({ id }) => id !== target.id)
    .map(({ id }) => prefix + id);
}

function missingOf(raw: string): string {
  return `${raw}-of-nobody`;
}
