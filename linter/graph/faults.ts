import type { Entity } from './entity.ts';
import type { Handbook } from './handbook.ts';

/**
 * Whether the schema or the YAML parser already found fault inside a value. What seems to be missing there may
 * be misspelt or refused: its author has a finding to act on and needs no second one.
 */
export function hasFaultIn(handbook: Handbook, entity: Entity, pointer: string): boolean {
  const [start, end] = entity.at(pointer).span;
  const problems = handbook.files.get(entity.file)?.problems ?? [];
  return problems.some(
    ({ rule, at }) =>
      (rule === 'syntax/schema' || rule === 'syntax/yaml') && at.span[0] >= start && at.span[1] <= end,
  );
}
