import type { Location } from '../model/finding.ts';
import type { ReferenceTarget } from '../model/reference.ts';
import type { UsedComponent } from '../parse/mdx.ts';
import type { Entity } from './entity.ts';
import type { Failure, FoundReference, Part, Reference } from './references.ts';

/** What a reference asks of the graph when it is looked at more closely. */
interface Links {
  partsOf(entity: Entity): readonly Part[];
  /** The references of an entity as its files have them. */
  find(entity: Entity): readonly FoundReference[];
}

/** An entity's parts as text: equal where the parts are. */
export function writeParts(parts: readonly Part[]): string {
  return parts.length === 0 ? '' : JSON.stringify(parts.map(({ type, id, pointer }) => [type, id, pointer]));
}

export function readParts(written: string, owner: Entity): Part[] {
  if (written === '') return [];
  const parts = JSON.parse(written) as [type: string, id: string, pointer: string][];
  return parts.map(([type, id, pointer]) => ({ owner, type, id, pointer }));
}

type WrittenReference = [
  pointer: string | 0,
  raw: string,
  target: number,
  part: string | 0,
  failure: Failure | 0,
  expected?: string,
];

/**
 * An entity's references as text: equal where all that rules may see of them is, but their places in the
 * file. What a field may refer to is told by its pointer; in a body it must be said.
 */
export function writeReferences(references: readonly Reference[]): string {
  if (references.length === 0) return '';
  return JSON.stringify(
    references.map(({ pointer, raw, target, part, failure, expected }): WrittenReference => {
      const written: WrittenReference = [
        pointer ?? 0,
        raw,
        target?.index ?? -1,
        part?.pointer ?? 0,
        failure ?? 0,
      ];
      if (pointer === undefined) written.push(expected.map(({ kind }) => kind).join());
      return written;
    }),
  );
}

export function readReferences(
  written: string,
  from: Entity,
  entityAt: (file: number) => Entity,
  links: Links,
): Reference[] {
  if (written === '') return [];
  const references = JSON.parse(written) as WrittenReference[];
  return references.map((each, index) => new KeptReference(each, from, index, entityAt, links));
}

/** The targets that other references lead to than before, by the indexes of their files. */
export function movedTargets(before: string, now: string): number[] {
  const [old, own] = [byTarget(before), byTarget(now)];
  const all = new Set([...old.keys(), ...own.keys()]);
  return [...all].filter((target) => target !== -1 && old.get(target) !== own.get(target));
}

// helpers

function byTarget(written: string): Map<number, string> {
  const found = new Map<number, string>();
  const references = written === '' ? [] : (JSON.parse(written) as WrittenReference[]);
  for (const reference of references) {
    const target = reference[2];
    found.set(target, `${found.get(target) ?? ''}${JSON.stringify(reference)}`);
  }
  return found;
}

/** A reference whose file is parsed when somebody asks where it stands. */
class KeptReference implements Reference {
  readonly from: Entity;
  readonly pointer?: string;
  readonly raw: string;
  readonly target?: Entity;
  readonly failure?: Failure;
  readonly #part: string | 0;
  readonly #index: number;
  readonly #links: Links;

  constructor(
    [pointer, raw, target, part, failure]: WrittenReference,
    from: Entity,
    index: number,
    entityAt: (file: number) => Entity,
    links: Links,
  ) {
    this.from = from;
    this.raw = raw;
    if (pointer !== 0) this.pointer = pointer;
    if (target !== -1) this.target = entityAt(target);
    if (failure !== 0) this.failure = failure;
    this.#part = part;
    this.#index = index;
    this.#links = links;
  }

  get part(): Part | undefined {
    if (this.#part === 0) return undefined;
    return this.#links.partsOf(this.target!).find(({ pointer }) => pointer === this.#part);
  }

  get at(): Location {
    return this.#found.at;
  }

  get component(): UsedComponent | undefined {
    return this.#found.component;
  }

  get expected(): ReferenceTarget[] {
    return this.#found.expected;
  }

  get #found(): FoundReference {
    return this.#links.find(this.from)[this.#index]!;
  }
}
