/** The annotations of schemas/ as one flat table: what each field holds, refers to and means. */
import type { Localised } from '../model/message.ts';
import type { Field, SchemaName } from './field.ts';
import { fields, patternForms, schemaTitles } from './fields.gen.js';

export type { Field, Polarity, SchemaName } from './field.ts';

/** The fields of a kind or another schema, parents before children. */
export function fieldsOf(schema: SchemaName): readonly Field[] {
  return fields[schema];
}

/** Title and description of a kind or another schema. */
export function schemaTitle(schema: SchemaName): { title: Localised; description: Localised } {
  return schemaTitles[schema];
}

/**
 * The row for a place in data, or undefined where the schema knows no such field.
 *
 * @example fieldAt('process', '/steps/3/role')?.ref // => ['role']
 */
export function fieldAt(schema: SchemaName, pointer: string): Field | undefined {
  const tokens = pointer.split('/');
  const candidates = fields[schema].filter((field) => matches(field.pointer.split('/'), tokens));
  // A name that is spelt out is nearer than a star: `next/all` is no branch of `next`.
  return candidates.find((field) => field.name !== '*') ?? candidates[0];
}

/** The fields that the object at a place in data may have. */
export function fieldsBelow(schema: SchemaName, pointer: string): Field[] {
  const tokens = [...pointer.split('/'), ''];
  return fields[schema].filter((field) => {
    const pattern = field.pointer.split('/');
    return field.name !== '*' && matches([...pattern.slice(0, -1), '*'], tokens);
  });
}

function matches(pattern: string[], tokens: string[]): boolean {
  if (pattern.length !== tokens.length) return false;
  return pattern.every((token, i) => token === '*' || token === tokens[i]);
}

/** What a pattern of the schemas asks for, in words. */
export function patternForm(pattern: string): Localised | undefined {
  return patternForms[pattern];
}
