import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { follow, kindsOf, pascalCase, type Schema, type Schemas, targetOf } from './schemas.ts';

const banner = '// Generated from schemas/ by linter/tools/generate.ts. Do not edit.\n';

/** Fields of the envelope are described in common.json, but are no types of their own. */
function isField(schemas: Schemas, name: string): boolean {
  return name in schemas.role!.properties! || name === 'keywords';
}

/** linter/model/types.gen.ts: one type for each kind, each named part and each shared value. */
export async function typesFile(schemas: Schemas): Promise<string> {
  const kinds = kindsOf(schemas);
  const bundle: JSONSchema = {
    title: 'KindData',
    description: 'The data of each kind, as it stands in its file.',
    type: 'object',
    additionalProperties: false,
    required: kinds,
    properties: Object.fromEntries(kinds.map((kind) => [kind, { tsType: pascalCase(kind) }])),
    definitions: definitionsOf(schemas),
  };
  const source = await compile(bundle, 'KindData', {
    additionalProperties: false,
    bannerComment: banner,
    format: true,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 110 },
    unreachableDefinitions: true,
  });
  return `${withoutProvenance(source)}\nexport type Kind = keyof KindData;\n`;
}

/** The compiler notes below each type where it came from; that is noise for a reader. */
function withoutProvenance(source: string): string {
  return source
    .replace(/\n \*\n \* This interface was referenced by [\s\S]*?(?=\n \*\/)/g, '')
    .replace(/\/\*\*\n \* This interface was referenced by [\s\S]*?\*\/\n/g, '');
}

function definitionsOf(schemas: Schemas): Record<string, JSONSchema> {
  const definitions: Record<string, JSONSchema> = {};
  const add = (name: string, schema: Schema, from: string) => {
    if (name in definitions) throw new Error(`two types would be called ${name}; rename one definition`);
    definitions[name] = { ...plain(schemas, schema, from), title: name };
  };
  for (const [from, schema] of Object.entries(schemas)) {
    if (from !== 'common') add(pascalCase(from), schema, from);
    for (const [name, definition] of Object.entries(schema.definitions ?? {})) {
      if (from === 'common' && isField(schemas, name)) continue;
      add(pascalCase(name), definition, from);
    }
  }
  return definitions;
}

/** The part of a schema that decides a type. References become names, so that each type is written once. */
function plain(schemas: Schemas, schema: Schema, from: string): JSONSchema {
  if (schema.$ref !== undefined) return reference(schemas, schema, from);
  const { type, enum: values, description } = schema;
  const result: JSONSchema = {};
  if (description !== undefined) result.description = description;
  if (type !== undefined) result.type = type as JSONSchema['type'] & string;
  if (values !== undefined) result.enum = values as string[];
  if (schema.const !== undefined) result.const = schema.const as boolean;
  if (schema.required !== undefined) result.required = schema.required;
  if (schema.anyOf) result.anyOf = schema.anyOf.map((branch) => plain(schemas, branch, from));
  if (Array.isArray(schema.items)) {
    result.items = schema.items.map((item) => plain(schemas, item, from));
    result.additionalItems = false;
  } else if (schema.items) result.items = plain(schemas, schema.items, from);
  if (schema.properties) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [name, plain(schemas, property, from)]),
    );
  }
  if (typeof schema.additionalProperties === 'object') {
    result.additionalProperties = plain(schemas, schema.additionalProperties, from);
  } else if (schema.additionalProperties !== undefined) {
    result.additionalProperties = schema.additionalProperties;
  }
  return result;
}

function reference(schemas: Schemas, schema: Schema, from: string): JSONSchema {
  const { file, name } = targetOf(schema.$ref!, from);
  const target = follow(schemas, schema, from);
  if (file === 'common' && isField(schemas, name)) {
    // A field of the envelope: its shape is written out, or named where it is itself a reference.
    const definition = schemas.common!.definitions![name]!;
    return { ...plain(schemas, definition, 'common'), description: target.schema.description! };
  }
  return { description: target.schema.description!, tsType: pascalCase(name) };
}
