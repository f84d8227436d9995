import type { Answer } from '../data/answers.ts';

/** What the search can be narrowed by. */
export const facets = ['kind', 'unit', 'role'] as const;
export type Facet = (typeof facets)[number];

/** The chosen values, by ids; absent where nothing was chosen. */
export type Narrowed = Partial<Record<Facet, string>>;

/** How many results each value would leave. */
export type Counts = Record<Facet, Record<string, number>>;

export function isNarrowed(narrowed: Narrowed): boolean {
  return facets.some((facet) => narrowed[facet] !== undefined);
}

export function passes(answer: Answer, narrowed: Narrowed): boolean {
  return facets.every((facet) => {
    const value = narrowed[facet];
    return value === undefined || valuesOf(answer, facet).includes(value);
  });
}

/** What is chosen besides one facet: the others decide how many results each of its values leaves. */
export function besides(narrowed: Narrowed, facet: Facet): Narrowed {
  return { ...narrowed, [facet]: undefined };
}

/** Counts every value of every facet among the answers that the other choices leave. */
export function countsOf(answers: readonly Answer[], narrowed: Narrowed): Counts {
  const counts: Counts = { kind: {}, unit: {}, role: {} };
  for (const facet of facets) {
    const others = besides(narrowed, facet);
    for (const answer of answers) {
      if (!passes(answer, others)) continue;
      for (const value of valuesOf(answer, facet)) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
    }
  }
  return counts;
}

// helpers

function valuesOf(answer: Answer, facet: Facet): readonly string[] {
  if (facet === 'kind') return [answer.in];
  return facet === 'unit' ? answer.units : answer.roles;
}
