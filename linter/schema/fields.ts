/** The annotations of schemas/ as one flat table: what each field holds, refers to and means. */
import type { Localised } from '../model/message.ts';
import type { QuantityKind } from '../model/quantity.ts';
import type { Kind } from '../model/types.gen.ts';
import { fields, patternForms, schemaTitles } from './fields.gen.js';

/** Every schema by which a file is checked. */
export type SchemaName = Kind | 'settings' | 'glossary' | 'translation';

/**
 * Which direction of change weakens the service or widens an authority. `by-comparison` depends on the
 * operator of the value itself; `editorial` never matters, `neutral` is a change without a direction.
 */
export type Polarity =
  | 'raise-weakens'
  | 'lower-weakens'
  | 'remove-weakens'
  | 'add-weakens'
  | 'raise-widens'
  | 'add-widens'
  | 'by-comparison'
  | 'editorial'
  | 'neutral';

/** One row of the table. */
export interface Field {
  // Such as '/steps/*/role'. A star is any item of a list or any key of a map.
  pointer: string;
  /** The last token of the pointer: the name of the property, or `*`. */
  name: string;
  /** Empty for items of lists, which share the words of their list. */
  title: Localised;
  description: Localised;
  examples: unknown[];
  /** The JSON types that it may have. */
  types: string[];
  /** Whether the object that holds it must have it. */
  required: boolean;
  /** A reference to one of these: `role`, `service#touchpoint`, `#step` (a part of the same entry). */
  ref?: string[];
  /** The keys of this map are references. */
  keyRef?: string[];
  /** Values that are not references although `ref` is given, such as `end`. */
  except?: string[];
  /** The items of this list are parts, referred to as `process:check-in#verify-id`; here `step`. */
  part?: string;
  /** Text, possibly in several languages. */
  text?: true;
  quantity?: QuantityKind;
  date?: true;
  polarity?: Polarity;
  /** The values from strongest to weakest. */
  order?: string[];
  /** Unique among its siblings. */
  unique?: true;
  /** The values allowed, with their labels. */
  values?: { value: string; label: Localised }[];
  default?: string | number;
}

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
