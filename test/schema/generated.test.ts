import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { kindNames, kinds } from '../../linter/model/kinds.ts';
import { generate, staleFiles } from '../../linter/tools/generate.ts';

const root = join(import.meta.dirname, '../..');
const files = await generate();
const editorSettings = JSON.parse(files['.vscode/settings.json']!);

test('the generated files are fresh', () => {
  expect(staleFiles(files)).toEqual([]);
});

test('a changed file is named as stale', () => {
  const changed = { ...files, 'linter/model/types.gen.ts': '// old' };
  expect(staleFiles(changed)).toContain('linter/model/types.gen.ts');
  expect(staleFiles(changed)).not.toContain('linter/schema/fields.gen.js');
});

test('the validators are one module that needs nothing else', async () => {
  const code = readFileSync(join(root, 'linter/schema/validators.gen.js'), 'utf8');
  expect(code).not.toMatch(/^\s*import\b/m);
  const module = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  expect(module.unit({ name: 'Laundry', owner: 'laundry-manager', type: 'partner' })).toBe(true);
  expect(module.unit({ name: '😀'.repeat(201), owner: 'laundry-manager', type: 'partner' })).toBe(false);
});

test('each type is named once, with the kinds mapped to theirs', () => {
  const types = files['linter/model/types.gen.ts']!;
  const declared = [...types.matchAll(/^export (?:interface|type) (\w+)/gm)].map((match) => match[1]);
  expect(new Set(declared).size).toBe(declared.length);
  expect(declared).toEqual(
    expect.arrayContaining(['Step', 'Grant', 'Touchpoint', 'Text', 'DecisionRight', 'Kind']),
  );
  expect(types).toContain(`'decision-right': DecisionRight;`);
});

test('editors know the schema of every YAML file of a handbook', () => {
  const globs = Object.values(editorSettings['yaml.schemas']).flat();
  const folders = kindNames.filter((kind) => kinds[kind].extension === 'yaml' && kind !== 'company');
  const expected = folders.map((kind) => `**/${kinds[kind].folder}/**/*.yaml`);
  expect(globs.sort()).toEqual(
    [
      ...expected,
      '**/approvals/*.yaml',
      '**/company.yaml',
      '**/exceptions.yaml',
      '**/glossary.yaml',
      '**/loopbook.yaml',
    ].sort(),
  );
});

test.each(Object.keys(editorSettings['yaml.schemas']))('%s stands on its own, in both languages', (path) => {
  const schema = JSON.parse(files[path.replace('./', '')]!);
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  expect(() => ajv.compile(schema)).not.toThrow();
  const [first] = Object.values(schema.properties) as [Record<string, string>];
  const field = first.$ref ? schema.definitions[first.$ref.split('/').at(-1)!] : first;
  expect(field.markdownDescription).toMatch(/^[A-Z].*\n\n.*\p{Script=Han}/u);
});

test('hovers explain each value of an enum', () => {
  const schema = JSON.parse(files['.vscode/schemas/standard.json']!);
  expect(schema.properties.level.markdownEnumDescriptions).toEqual(['shall 应', 'should 宜', 'may 可']);
});
