import type { Localised } from '../../model/message.ts';
import { same } from '../../model/message.ts';
import type { Field } from '../../schema/field.ts';
import { follow, type Schema, type Schemas } from './schemas.ts';

const banner = '// Generated from schemas/ by linter/tools/generate.ts. Do not edit.\n';

const declarations = `${banner}
import type { Localised } from '../model/message.ts';
import type { Field, SchemaName } from './field.ts';

export const fields: Record<SchemaName, readonly Field[]>;
export const schemaTitles: Record<SchemaName, { title: Localised; description: Localised }>;
export const patternForms: Record<string, Localised>;
`;

/**
 * The fields of every schema in one flat table, and what each pattern means. Plain JavaScript, since it is
 * read at every start and has no types worth stripping.
 * @returns linter/schema/fields.gen.js and its .d.ts
 */
export function fieldFiles(schemas: Schemas): Record<string, string> {
  return {
    'linter/schema/fields.gen.js': tables(schemas),
    'linter/schema/fields.gen.d.ts': declarations,
  };
}

function tables(schemas: Schemas): string {
  const names = Object.keys(schemas).filter((name) => name !== 'common');
  const envelope = new Set(
    Object.keys(schemas.role!.properties!).filter((name) => inAllKinds(schemas, name)),
  );
  const shared = fieldsIn(schemas, 'role').filter((field) => isShared(field, envelope));
  const lines = names.map((name) => {
    const fields = fieldsIn(schemas, name);
    const kind = 'owner' in schemas[name]!.properties! && 'aliases' in schemas[name]!.properties!;
    if (!kind) return `  ${JSON.stringify(name)}: ${table(fields)},`;
    const own = fields.filter((field) => !isShared(field, envelope));
    return `  ${JSON.stringify(name)}: [...envelope, ...${table(own)}],`;
  });
  return [
    banner,
    `const envelope = ${table(shared)};\n`,
    `export const fields = {\n${lines.join('\n')}\n};\n`,
    `export const schemaTitles = ${JSON.stringify(titles(schemas, names), null, 1)};\n`,
    `export const patternForms = ${JSON.stringify(patternForms(schemas), null, 1)};\n`,
  ].join('\n');
}

function table(fields: Field[]): string {
  return `[\n${fields.map((field) => `    ${JSON.stringify(field)},\n`).join('')}  ]`;
}

function inAllKinds(schemas: Schemas, name: string): boolean {
  return schemas.role!.properties![name]!.$ref === `common.json#/definitions/${name}` && name !== 'keywords';
}

/** `supersedes` refers to the same kind, so it differs from kind to kind. */
function isShared(field: Field, envelope: Set<string>): boolean {
  const first = field.pointer.split('/')[1]!;
  return envelope.has(first) && first !== 'supersedes';
}

function titles(
  schemas: Schemas,
  names: string[],
): Record<string, { title: Localised; description: Localised }> {
  return Object.fromEntries(names.map((name) => [name, words(schemas[name]!)]));
}

function words(schema: Schema): { title: Localised; description: Localised } {
  const chinese = schema['x-zh-CN'];
  return {
    title: { en: schema.title ?? '', 'zh-CN': chinese?.title ?? '' },
    description: { en: schema.description ?? '', 'zh-CN': chinese?.description ?? '' },
  };
}

/** The fields of one schema, parents before children. */
export function fieldsIn(schemas: Schemas, name: string): Field[] {
  const fields: Field[] = [];
  const walkObject = (schema: Schema, from: string, path: string) => {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const target = follow(schemas, property, from);
      fields.push(describe(target.schema, `${path}/${key}`, name, schema.required?.includes(key) ?? false));
      walkBelow(target.schema, target.from, `${path}/${key}`);
    }
  };
  const walkBelow = (schema: Schema, from: string, path: string) => {
    if (schema['x-text']) return;
    walkObject(schema, from, path);
    for (const branch of schema.anyOf ?? []) walkObject(branch, from, path);
    const { items, additionalProperties } = schema;
    for (const child of [items, additionalProperties]) {
      if (typeof child !== 'object' || Array.isArray(child)) continue;
      const target = follow(schemas, child, from);
      if (isWorthARow(target.schema)) fields.push(describe(target.schema, `${path}/*`, name, false));
      walkBelow(target.schema, target.from, `${path}/*`);
    }
  };
  walkObject(schemas[name]!, name, '');
  return fields;
}

/** Items of a list are listed where they carry a meaning of their own. */
function isWorthARow(schema: Schema): boolean {
  return ['x-ref', 'x-text', 'x-quantity', 'enum', 'anyOf', 'properties', 'format'].some(
    (key) => key in schema,
  );
}

function describe(schema: Schema, pointer: string, name: string, required: boolean): Field {
  const field: Field = {
    pointer,
    name: pointer.slice(pointer.lastIndexOf('/') + 1),
    ...words(schema),
    types: schema.type === undefined ? typesOf(schema) : [schema.type].flat(),
    required,
    examples: schema.examples ?? [],
  };
  const self = (targets: string[]) => targets.map((target) => (target === 'self' ? name : target));
  if (schema['x-ref']) field.ref = self(schema['x-ref']);
  if (schema['x-key-ref']) field.keyRef = schema['x-key-ref'];
  if (schema['x-except']) field.except = schema['x-except'];
  if (schema['x-part']) field.part = schema['x-part'];
  if (schema['x-text']) field.text = true;
  if (schema['x-quantity']) field.quantity = schema['x-quantity'] as Field['quantity'] & string;
  if (schema['x-polarity']) field.polarity = schema['x-polarity'] as Field['polarity'] & string;
  if (schema['x-order']) field.order = schema['x-order'];
  if (schema['x-unique']) field.unique = true;
  if (schema.format === 'date') field.date = true;
  if (schema.default !== undefined) field.default = schema.default as string | number;
  const values = schema.enum ?? schema.anyOf?.find((branch) => branch.enum)?.enum;
  if (values) field.values = values.map((value) => label(schema, String(value)));
  return field;
}

function typesOf(schema: Schema): string[] {
  if (schema.const !== undefined) return [typeof schema.const];
  return [...new Set((schema.anyOf ?? []).flatMap((branch) => branch.type ?? []))];
}

function label(schema: Schema, value: string): { value: string; label: Localised } {
  return { value, label: schema['x-enum']?.[value] ?? same(value) };
}

/** Every pattern of the schemas → what it asks for, in words. */
function patternForms(schemas: Schemas): Record<string, Localised> {
  const forms: Record<string, Localised> = {};
  const walk = (node: unknown, where: string) => {
    if (node === null || typeof node !== 'object') return;
    const { pattern, 'x-pattern': form } = node as Schema;
    if (typeof pattern === 'string') {
      if (!form) throw new Error(`the pattern at ${where} has no x-pattern that says it in words`);
      forms[pattern] = form;
    }
    for (const [key, child] of Object.entries(node)) if (key !== 'examples') walk(child, `${where}/${key}`);
  };
  for (const [name, schema] of Object.entries(schemas)) walk(schema, name);
  return forms;
}
