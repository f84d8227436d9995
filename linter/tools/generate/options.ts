import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { optionSchemas } from '../registry.ts';
import { bundle } from './validators.ts';

/**
 * Validators of the rules' options, compiled like those of the schemas so that no run pays for it.
 * @returns linter/rules/options.gen.js and its .d.ts
 */
export async function optionFiles(root: string): Promise<Record<string, string>> {
  const schemas = await optionSchemas(root);
  const ajv = new Ajv({ allErrors: true, messages: false, strict: true, code: { source: true, esm: true } });
  const names: Record<string, string> = {};
  for (const [id, schema] of Object.entries(schemas)) {
    ajv.addSchema(schema, id);
    names[id.replace(/\W/g, '_')] = id;
  }
  const list = Object.entries(names).map(([name, id]) => `  '${id}': ${name},`);
  const table = ['export const optionValidators = {', ...list, '};'].join('\n');
  const code = Object.keys(names).length === 0 ? '' : standalone.default(ajv, names);
  return {
    'linter/rules/options.gen.js': await bundle(`${code}\n${table}`, root),
    'linter/rules/options.gen.d.ts': `// Generated from linter/rules/ by linter/tools/generate.ts. Do not edit.
import type { Validator } from '../schema/validators.gen.js';

/** By rule id; rules without options are not in it. */
export const optionValidators: Record<string, Validator | undefined>;
`,
  };
}
