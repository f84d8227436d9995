import type { Entity } from './entity.ts';
import type { Handbook } from './handbook.ts';

/**
 * Whether the schema or the YAML parser found fault anywhere in an entry's file. A field that seems to be
 * missing may be there, misspelt or refused.
 */
export function hasFault(handbook: Handbook, { file }: Pick<Entity, 'file'>): boolean {
  return handbook.isFaulty(file);
}
