import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Candidate, type Mutation, mutationKinds } from './mutation.ts';
import { pick, type Random, randomFrom } from './random.ts';
import type { Outcome, Workbench } from './workbench.ts';

const top = resolve(import.meta.dirname, '../..');

/** The example and every starter handbook. */
export function handbookRoots(): string[] {
  const starters = join(top, 'linter/starters');
  const folders = readdirSync(starters, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [join(top, 'policies'), ...folders.map(({ name }) => join(starters, name))];
}

/**
 * Mutations of handbooks and what came of them, the handbooks and kinds by turns. Within a kind every field
 * is equally likely, and within a field every place: a field that stands a hundred times counts once.
 */
export function* outcomes(benches: readonly Workbench[], count: number, seed: number): Generator<Outcome> {
  const random = randomFrom(seed);
  const grouped = benches.map(({ candidates }) => byKindAndField(candidates));
  for (let index = 0, made = 0; made < count && index < count * 20; index++) {
    const turn = index % benches.length;
    const kind = mutationKinds[Math.floor(index / benches.length) % mutationKinds.length]!;
    const mutation = choose(grouped[turn]?.get(kind), random);
    if (!mutation) continue;
    made++;
    yield benches[turn]!.try(mutation);
  }
}

function choose(fields: Map<string, Candidate[]> | undefined, random: Random): Mutation | undefined {
  if (!fields) return undefined;
  const names = [...fields.keys()];
  for (let attempt = 0; attempt < 10; attempt++) {
    const candidate = pick(fields.get(pick(names, random)!) ?? [], random);
    const mutation = candidate?.make(random);
    if (mutation) return mutation;
  }
  return undefined;
}

function byKindAndField(candidates: readonly Candidate[]): Map<string, Map<string, Candidate[]>> {
  const grouped = new Map<string, Map<string, Candidate[]>>();
  for (const candidate of candidates) {
    const fields = grouped.get(candidate.kind) ?? new Map<string, Candidate[]>();
    grouped.set(candidate.kind, fields);
    const list = fields.get(candidate.field) ?? [];
    fields.set(candidate.field, list);
    list.push(candidate);
  }
  return grouped;
}
