import type { Entity } from '../entity.ts';

type Training = Entity<'training'>;

/** What trainings give: the names as written, and the first training for each of them, folded. */
export interface NamesGiven {
  names: readonly string[];
  from: ReadonlyMap<string, Training>;
}

/** The skills that trainings teach or the certificates they give. */
export function namesGiven(trainings: readonly Training[], field: 'skills' | 'certifies'): NamesGiven {
  const from = new Map<string, Training>();
  const names: string[] = [];
  for (const training of trainings) {
    for (const name of training.data[field] ?? []) {
      if (from.has(foldName(name))) continue;
      from.set(foldName(name), training);
      names.push(name);
    }
  }
  return { names, from };
}

/**
 * Width, case and blanks make no other name.
 *
 * @example foldName('Ｆirst  Aid ') // => 'first aid'
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}
