import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { isKind, kindNames } from '../../linter/model/kinds.ts';
import { parseQuantity, type QuantityKind } from '../../linter/model/quantity.ts';
import { fieldsOf, type SchemaName } from '../../linter/schema/fields.ts';
import { validate } from '../../linter/schema/validate.ts';
import { follow } from '../../linter/tools/generate/schemas.ts';
import { annotations } from '../../linter/tools/generate/validators.ts';
import { exampleDocument } from './example-document.ts';
import { described, schemas, subschemas } from './walk.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTuples: false, strictRequired: false });
addFormats.default(ajv);
ajv.addVocabulary(annotations);
for (const schema of Object.values(schemas)) ajv.addSchema(schema);

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);
const names = Object.keys(schemas).filter((name) => name !== 'common') as SchemaName[];
const envelope = `name owner status summary why tags satisfies reviewEvery reviewed version effective author
  approvedBy supersedes aliases`.split(/\s+/);

test('there is a schema for each of the seventeen kinds', () => {
  expect(kindNames).toHaveLength(17);
  expect(names.filter((name) => isKind(name)).sort()).toEqual([...kindNames].sort());
});

test.each(Object.entries(schemas))('%s is valid draft-07 and named after its file', (name, schema) => {
  expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
  expect(schema).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', $id: `${name}.json` });
});

test.each(kindNames)('%s has the envelope and requires name and owner', (kind) => {
  const schema = schemas[kind]!;
  for (const field of envelope) {
    expect(schema.properties![field]).toEqual({ $ref: `common.json#/definitions/${field}` });
  }
  expect(schema.required).toEqual(expect.arrayContaining(['name', 'owner']));
});

describe('words', () => {
  test('every field has title, description and examples, in English and Chinese', () => {
    const lacking: string[] = [];
    for (const { where, schema } of described()) {
      const from = where.split('#')[0]!;
      const field = follow(schemas, schema, from).schema;
      const chinese = field['x-zh-CN'];
      if (!field.title || hasHan(field.title)) lacking.push(`${where} title`);
      if (!field.description || hasHan(field.description)) lacking.push(`${where} description`);
      if (!chinese?.title || !(hasHan(chinese.title) || /^[A-Z]+$/.test(chinese.title)))
        lacking.push(`${where} 标题`);
      if (!chinese?.description || !hasHan(chinese.description)) lacking.push(`${where} 说明`);
      if (where.includes('/properties/') && !field.examples?.length) lacking.push(`${where} examples`);
    }
    expect(lacking).toEqual([]);
  });

  test('descriptions are sentences with the punctuation of their language', () => {
    const odd: string[] = [];
    for (const { where, schema } of described()) {
      if (!schema.description) continue;
      if (!/[.)]$/.test(schema.description)) odd.push(`${where}: ${schema.description}`);
      const chinese = schema['x-zh-CN']!.description;
      if (!/[。）]$/.test(chinese) || /\p{Script=Han}[,;:?!]/u.test(chinese))
        odd.push(`${where}: ${chinese}`);
    }
    expect(odd).toEqual([]);
  });

  test('every example fits its own field', () => {
    const wrong: string[] = [];
    for (const { where, schema } of described()) {
      const [file, path] = where.split('#') as [string, string];
      const check = ajv.compile({ $ref: `${file}.json#${path}` });
      for (const example of schema.examples ?? []) {
        if (!check(example))
          wrong.push(`${where}: ${JSON.stringify(example)} ${ajv.errorsText(check.errors)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('every example of a value follows the grammar of values', () => {
    const wrong: string[] = [];
    for (const name of names) {
      for (const { pointer, quantity, examples } of fieldsOf(name)) {
        for (const example of quantity ? examples : []) {
          const result = parseQuantity(quantity as QuantityKind, String(example));
          if (!result.ok) wrong.push(`${name}${pointer}: ${example}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each(names)('the examples of %s make a document that conforms', (name) => {
    expect(validate(name, exampleDocument(name))).toEqual([]);
  });

  test('every value of an enum has a label in both languages, and no other has', () => {
    for (const { where, schema } of subschemas()) {
      if (!schema.enum) continue;
      expect(Object.keys(schema['x-enum'] ?? {}), where).toEqual(schema.enum);
      for (const label of Object.values(schema['x-enum']!)) {
        expect(label, where).toEqual({ en: expect.stringMatching(/./), 'zh-CN': expect.stringMatching(/./) });
      }
    }
  });

  test('every pattern says in words what it asks for', () => {
    for (const { where, schema } of subschemas()) {
      if (!schema.pattern) continue;
      expect(schema['x-pattern'], where).toEqual({ en: expect.any(String), 'zh-CN': expect.any(String) });
    }
  });
});

describe('annotations', () => {
  const parts = new Map<string, Set<string>>();
  for (const name of names) {
    const own = fieldsOf(name).flatMap((field) => field.part ?? []);
    parts.set(name, new Set(own));
  }

  test('only the documented ones are used', () => {
    const used = new Set(
      subschemas().flatMap(({ schema }) => Object.keys(schema).filter((key) => key.startsWith('x-'))),
    );
    expect([...used].sort()).toEqual([...annotations].sort());
  });

  test('references lead to kinds and parts that exist', () => {
    const dangling: string[] = [];
    for (const name of names) {
      for (const { pointer, ref = [], keyRef = [] } of fieldsOf(name)) {
        for (const target of [...ref, ...keyRef]) {
          const [kind, part] = target.split('#') as [string, string?];
          const holder = kind === '' ? name : kind;
          const known = (kind === '' || isKind(kind)) && (part === undefined || parts.get(holder)?.has(part));
          if (!known) dangling.push(`${name}${pointer} → ${target}`);
        }
      }
    }
    expect(dangling).toEqual([]);
  });

  test('parts are lists of objects with an id, unique among them', () => {
    for (const name of names) {
      for (const field of fieldsOf(name)) {
        if (!field.part) continue;
        expect(field.types).toEqual(['array']);
        const id = fieldsOf(name).find(({ pointer }) => pointer === `${field.pointer}/*/id`);
        expect(id, `${name}${field.pointer}`).toMatchObject({ unique: true, types: ['string'] });
      }
    }
  });

  test('an order ranks exactly the values of its enum', () => {
    for (const name of names) {
      for (const field of fieldsOf(name)) {
        if (!field.order) continue;
        expect([...field.order].sort()).toEqual(field.values!.map(({ value }) => value).sort());
      }
    }
  });

  test('every field of a kind says which change of it matters', () => {
    const silent = kindNames.flatMap((kind) =>
      fieldsOf(kind)
        .filter((field) => field.name !== '*' && !field.polarity && !field.types.includes('object'))
        .map((field) => kind + field.pointer),
    );
    expect(silent).toEqual([]);
  });
});

describe('safety', () => {
  test('every object is closed or a map', () => {
    const open = subschemas().filter(
      ({ schema }) => schema.properties && schema.additionalProperties !== false && !isRuleOptions(schema),
    );
    expect(open.map(({ where }) => where)).toEqual([]);
  });

  test('texts and lists are bounded', () => {
    const unbounded = subschemas().filter(({ schema }) => {
      const types = [schema.type].flat();
      const bounds = schema as Record<string, unknown>;
      const text = types.includes('string') && !schema.enum && !schema.format && !('maxLength' in bounds);
      const list = types.includes('array') && !('maxItems' in bounds);
      return text || list;
    });
    // Values of company rules may be of any scalar type; the size of the file bounds them.
    expect(
      unbounded
        .map(({ where }) => where)
        .filter((where) => !where.startsWith('settings#/definitions/customRule')),
    ).toEqual([]);
  });

  test('branches of a union differ in type', () => {
    for (const { where, schema } of subschemas()) {
      const types = (schema.anyOf ?? []).flatMap((branch) => branch.type ?? 'any');
      expect(new Set(types).size, where).toBe(types.length);
      if (schema.anyOf) expect(types).not.toContain('any');
    }
  });

  /** The options of a rule are described by the rule. */
  function isRuleOptions(schema: { properties?: object }): boolean {
    return Object.keys(schema.properties ?? {}).join() === 'severity';
  }
});
