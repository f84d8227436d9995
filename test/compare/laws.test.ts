import { describe, expect, test } from 'vitest';
import { compare } from '../../linter/engine/compare.ts';
import { type FileFacts, readFacts } from '../../linter/graph/facts.ts';
import type { SourceFile } from '../../linter/graph/source.ts';
import { buildHandbook, type Handbook } from '../../linter/index.ts';
import type { Change, Effect } from '../../linter/model/change.ts';
import { isKind } from '../../linter/model/kinds.ts';
import { diskSource } from '../../linter/node.ts';
import { fieldAt, fieldsOf } from '../../linter/schema/fields.ts';
import { candidatesOf } from '../mutations/candidates.ts';
import type { Candidate, Mutation } from '../mutations/mutation.ts';
import { pick, randomFrom } from '../mutations/random.ts';
import { handbookRoots } from '../mutations/sample.ts';
import { applyEdits } from '../support/edits.ts';
import { TODAY } from '../support/handbook.ts';

/** A handbook that is read once, and again with one mutation. */
class Revisions {
  readonly before: Handbook;
  readonly candidates: readonly Candidate[];
  readonly #source: readonly SourceFile[];
  readonly #texts: Record<string, string> = {};
  readonly #known = new Map<SourceFile, FileFacts>();

  constructor(root: string) {
    this.#source = diskSource(root);
    this.before = this.build(this.#source);
    for (const { path, text } of this.before.files.values()) if (text !== undefined) this.#texts[path] = text;
    this.candidates = candidatesOf(this.before);
  }

  build(source: readonly SourceFile[] = this.#source): Handbook {
    return buildHandbook(source, {
      clock: TODAY,
      facts: (file, locales) => {
        const facts = this.#known.get(file) ?? readFacts(file, locales);
        this.#known.set(file, facts);
        return facts;
      },
    });
  }

  after({ edits, dropped }: Mutation): Handbook {
    const changed = applyEdits(this.#texts, edits);
    const files = this.#source
      .filter(({ path }) => !dropped?.includes(path))
      .map((file) => {
        const text = changed[file.path] as string;
        if (text === this.#texts[file.path]) return file;
        return { path: file.path, bytes: new TextEncoder().encode(text) };
      });
    return this.build(files);
  }
}

const COUNT = 60;
const random = randomFrom(20_261_122);

/** Every field of a handbook is as likely as any other, however often it stands. */
function* mutationsOf({ candidates }: Revisions): Generator<Mutation> {
  const byField = Map.groupBy(candidates, ({ kind, field }) => `${kind} ${field}`);
  const names = [...byField.keys()];
  for (let made = 0, tries = 0; made < COUNT && tries < COUNT * 10; tries++) {
    const mutation = pick(byField.get(pick(names, random)!) ?? [], random)?.make(random);
    if (!mutation) continue;
    made++;
    yield mutation;
  }
}

describe.each(handbookRoots())('%s', { timeout: 120_000 }, (root) => {
  const revisions = new Revisions(root);

  test('nothing changed is no change', () => {
    expect(compare(revisions.before, revisions.build())).toEqual([]);
  });

  test('every mutation of an entity is a change of it, whichever way it is seen', () => {
    const missed: string[] = [];
    const unmirrored: string[] = [];
    for (const mutation of mutationsOf(revisions)) {
      const after = revisions.after(mutation);
      const [there, back] = [compare(revisions.before, after), compare(after, revisions.before)];
      const entity = revisions.before.entities.find(({ file, translations }) =>
        [file, ...[...translations.values()].map((each) => each.file)].includes(mutation.file),
      );
      const isThere = there.some(
        ({ subject }) => subject.split('#')[0] === entity?.key || subject === mutation.file,
      );
      if (!isThere) missed.push(told(mutation, there));
      const [ahead, behind] = [there.filter(isOneWay), back.filter(isOneWay)];
      if (!alike(ahead.map(mirrored), behind.map(collapsed)))
        unmirrored.push(`${told(mutation, there)} / ${back.map(({ effect }) => effect)}`);
    }
    expect({ missed, unmirrored }).toEqual({ missed: [], unmirrored: [] });
  });
});

test('every field with a value has a polarity, in every kind and in the settings', () => {
  const schemas = [
    'settings',
    'glossary',
    'exceptions',
    'translation',
    'standard',
    'decision-right',
  ] as const;
  const isGroup = (types: readonly string[]) => types.every((type) => type === 'object' || type === 'array');
  const silent = schemas.flatMap((schema) =>
    fieldsOf(schema)
      .filter(
        ({ name, polarity, types, pointer }) =>
          name !== '*' && !polarity && !isGroup(types) && !judgedByRule(pointer),
      )
      .map(({ pointer }) => `${schema}${pointer}`),
  );
  expect(silent).toEqual([]);
});

/** The settings of rules are judged by the severity that they come to. */
function judgedByRule(pointer: string): boolean {
  return /^\/(?:overrides\/\*\/)?rules\//.test(pointer);
}

/** An authority that passes from one role to another widens somebody's, whichever way it is seen. */
function isOneWay({ subject, pointer, before, after }: Change): boolean {
  const kind = subject.split(':')[0]!;
  const polarity = isKind(kind) ? fieldAt(kind, pointer)?.polarity : undefined;
  return !(polarity === 'add-widens' && before && after);
}

/** Narrowing an authority is said as strengthening: its mirror is either of the two. */
function collapsed({ effect }: Change): Effect {
  return effect === 'widens-authority' ? 'weakens' : effect;
}

function mirrored(change: Change): Effect {
  const effect = collapsed(change);
  if (effect === 'weakens') return 'strengthens';
  return effect === 'strengthens' ? 'weakens' : effect;
}

function alike(here: readonly Effect[], there: readonly Effect[]): boolean {
  return [...here].sort().join() === [...there].sort().join();
}

function told({ file, words }: Mutation, changes: readonly Change[]): string {
  return `${file} ${words}: ${changes.map(({ effect, subject, pointer }) => `${effect} ${subject}${pointer}`)}`;
}
