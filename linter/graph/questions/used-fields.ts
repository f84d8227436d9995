import type { Handbook } from '../handbook.ts';
import { visitFields } from '../visit-fields.ts';
import { inForce } from './in-force.ts';

/**
 * The fields that something in force uses, as `process:/steps/*\/mode` and, for words, with each value as
 * `process:/steps/*\/mode=ai`. What is empty, or says no, is not used. Linear in the size of the handbook.
 */
export function usedFields(handbook: Handbook): ReadonlySet<string> {
  const used = new Set<string>();
  for (const entity of handbook.entities) {
    if (!inForce(entity)) continue;
    visitFields(entity.kind, entity.data, (field, _, value) => {
      if (isEmpty(value)) return;
      const name = `${entity.kind}:${field.pointer}`;
      used.add(name);
      if (field.values) used.add(`${name}=${value}`);
    });
  }
  return used;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
