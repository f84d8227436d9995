import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import { camelCase, type Schema, type Schemas, targetOf } from './schemas.ts';

const banner = '// Generated from schemas/ by linter/tools/generate.ts. Do not edit.';

/** Our annotations; naming them keeps Ajv's strict mode on for misspelt keywords. */
export const annotations = [
  'x-zh-CN',
  'x-enum',
  'x-pattern',
  'x-ref',
  'x-key-ref',
  'x-except',
  'x-part',
  'x-text',
  'x-quantity',
  'x-polarity',
  'x-order',
  'x-unique',
];

/**
 * Validators as one ES module without imports, for Node and browsers alike.
 * @returns linter/schema/validators.gen.js and its .d.ts
 */
export async function validatorFiles(schemas: Schemas, root: string): Promise<Record<string, string>> {
  const names = Object.keys(schemas).filter((name) => name !== 'common');
  const exports = Object.fromEntries(names.map((name) => [camelCase(name), `${name}.json`]));
  const code = generateCode(compiler(schemas), exports);
  return {
    'linter/schema/validators.gen.js': await bundle(code, root),
    'linter/schema/validators.gen.d.ts': declarations(Object.keys(exports)),
  };
}

/** An Ajv that knows all schemas. Compiling needs only what decides validity, so the words are left out. */
function compiler(schemas: Schemas): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: true,
    allowUnionTypes: true,
    strictTuples: false,
    // `all` is required where `next` is an object, beside the other forms that it may have.
    strictRequired: false,
    // Shared definitions stay functions of their own instead of being copied to each use.
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
    keywords: annotations,
  });
  addFormats.default(ajv, ['date']);
  for (const [name, schema] of Object.entries(schemas)) {
    if (name !== 'common') ajv.addSchema(lean(schema, name) as Schema);
  }
  for (const [name, definition] of Object.entries(schemas.common!.definitions!)) {
    ajv.addSchema(lean(definition, 'common') as Schema, sharedKey(name));
  }
  return ajv;
}

/**
 * Ajv compiles what a `$ref` leads to anew for each schema that refers to it, unless it is registered as a
 * schema of its own; that makes a fifth of the code.
 */
function sharedKey(definition: string): string {
  return `common-${definition}`;
}

function generateCode(ajv: Ajv, exports: Record<string, string>): string {
  return standalone.default(ajv, exports);
}

/** A schema without what does not decide validity, its references to common.json led to the shared copies. */
function lean(node: unknown, from: string): unknown {
  if (Array.isArray(node)) return node.map((item) => lean(item, from));
  if (node === null || typeof node !== 'object') return node;
  const kept = Object.entries(bounded(node)).filter(([key, value]) => !isWord(key, value));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === '$ref' ? leanRef(value, from) : lean(value, from)]),
  );
}

/** Of a list that is so many times too long, one says that it is too long, and no more. */
const FAR_TOO_LONG = 10;

interface Lists {
  items?: object;
  uniqueItems?: true;
  maxItems?: number;
  allOf?: object[];
}

/**
 * Ajv judges the items of a list however much too long it is, compares each with each other where they must
 * differ, and copies what it has found for each that is wrong: a list of a hundred thousand would hold it for
 * minutes.
 */
function bounded(node: object): object {
  const { items, uniqueItems, allOf = [], ...rest } = node as Lists;
  const { maxItems } = rest;
  // A list of places is as long as there are places.
  if (maxItems === undefined || Array.isArray(items) || (!items && !uniqueItems)) return node;
  const type = 'array';
  const within = (most: number, keywords: object) => ({
    if: { type, maxItems: most },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
    then: { type, ...keywords },
  });
  return {
    ...rest,
    allOf: [
      ...allOf,
      ...(items ? [within(maxItems * FAR_TOO_LONG, { items })] : []),
      ...(uniqueItems ? [within(maxItems, { uniqueItems })] : []),
    ],
  };
}

function leanRef($ref: string, from: string): string {
  const { file, name } = targetOf($ref, from);
  return file === 'common' ? sharedKey(name) : $ref;
}

function isWord(key: string, value: unknown): boolean {
  if (key === 'default') return typeof value !== 'object';
  if (key === 'title' || key === 'description') return typeof value === 'string';
  return key === 'examples' || key.startsWith('x-');
}

/** Standalone code still calls `require` for its helpers, which no ES module has; bundling resolves it. */
export async function bundle(code: string, root: string): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2022',
    minifySyntax: true,
    minifyWhitespace: true,
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: banner },
  });
  return result.outputFiles[0]!.text;
}

function declarations(names: string[]): string {
  return `${banner}
export interface AjvError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  propertyName?: string;
}

export interface Validator {
  (data: unknown): boolean;
  errors?: AjvError[] | null;
}

${names.map((name) => `export const ${name}: Validator;`).join('\n')}
`;
}
