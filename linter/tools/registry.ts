/** The list of all rules, made from the folder they lie in: a rule is registered by being there. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { themes } from '../rules/themes.ts';

/** Where the generated list stands, relative to the repository. */
export const REGISTRY_FILE = 'linter/rules/registry.gen.ts';

/** The ids of the rules below `linter/rules/`, sorted. */
export function ruleIds(root: string): string[] {
  const folder = join(root, 'linter/rules');
  return Object.keys(themes)
    .filter((theme) => existsSync(join(folder, theme)))
    .flatMap((theme) =>
      readdirSync(join(folder, theme))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${theme}/${file.slice(0, -3)}`),
    )
    .sort();
}

/** The text of `registry.gen.ts` for the rules that lie under a repository's root. */
export function registrySource(root: string): string {
  const ids = ruleIds(root);
  return [
    '// Generated from linter/rules/ by linter/tools/generate.ts. Do not edit.',
    ...ids.map((id) => `import ${variableOf(id)} from './${id}.ts';`),
    `import type { RegisteredRule } from './rule.ts';`,
    '',
    'export const registry: readonly RegisteredRule[] = [',
    ...ids.map((id) => `  { id: '${id}', rule: ${variableOf(id)} },`),
    '];',
    '',
  ].join('\n');
}

/** JSON Schema of the options of every rule that has some, by rule id. */
export async function optionSchemas(root: string): Promise<Record<string, Record<string, unknown>>> {
  const schemas: Record<string, Record<string, unknown>> = {};
  for (const id of ruleIds(root)) {
    const module = await import(pathToFileURL(join(root, 'linter/rules', `${id}.ts`)).href);
    if (module.default.meta.options) schemas[id] = module.default.meta.options;
  }
  return schemas;
}

/** @example variableOf('flow/step-measured') // => 'flowStepMeasured' */
function variableOf(id: string): string {
  return id.replace(/[/-](.)/g, (_, letter: string) => letter.toUpperCase());
}
