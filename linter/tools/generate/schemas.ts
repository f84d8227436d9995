import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Localised } from '../../model/message.ts';

/** A JSON Schema with the annotations of this project; see schemas/README.md for what they mean. */
export interface Schema {
  $id?: string;
  $ref?: string;
  title?: string;
  description?: string;
  examples?: unknown[];
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  items?: Schema | Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  anyOf?: Schema[];
  definitions?: Record<string, Schema>;
  'x-zh-CN'?: { title: string; description: string };
  'x-enum'?: Record<string, Localised>;
  'x-pattern'?: Localised;
  'x-ref'?: string[];
  'x-key-ref'?: string[];
  'x-except'?: string[];
  'x-part'?: string;
  'x-text'?: boolean;
  'x-quantity'?: string;
  'x-polarity'?: string;
  'x-order'?: string[];
  'x-unique'?: boolean;
}

/** `process` → its schema, `common` among them. */
export type Schemas = Record<string, Schema>;

/** Schemas that describe no kind of entry. */
const otherSchemas = ['settings', 'glossary', 'exceptions', 'approvals', 'translation'];

export function loadSchemas(folder: string): Schemas {
  const schemas: Schemas = {};
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    schemas[file.slice(0, -'.json'.length)] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  }
  return schemas;
}

/** The kinds, in alphabetical order. */
export function kindsOf(schemas: Schemas): string[] {
  return Object.keys(schemas).filter((name) => name !== 'common' && !otherSchemas.includes(name));
}

/** Where a `$ref` leads: the schema file and the name of the definition in it. */
export function targetOf($ref: string, from: string): { file: string; name: string } {
  const [file = '', path = ''] = $ref.split('#');
  return { file: file === '' ? from : file.replace('.json', ''), name: path.replace('/definitions/', '') };
}

/** A schema with its `$ref` followed. What stands beside the `$ref` wins over what it leads to. */
export function follow(schemas: Schemas, schema: Schema, from: string): { schema: Schema; from: string } {
  if (schema.$ref === undefined) return { schema, from };
  const { $ref, ...beside } = schema;
  const { file, name } = targetOf($ref, from);
  const definition = schemas[file]?.definitions?.[name];
  if (!definition) throw new Error(`schemas/${from}.json refers to ${$ref}, which does not exist`);
  const target = follow(schemas, definition, file);
  return { schema: { ...target.schema, ...beside }, from: target.from };
}

/** @example pascalCase('decision-right') // => 'DecisionRight' */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** @example camelCase('decision-right') // => 'decisionRight' */
export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
