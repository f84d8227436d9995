/**
 * Begins a rule: `npm run new-rule theme/name` writes the rule and its page, whose examples pass, and
 * registers it. What it checks is an example; replace it step by step.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isId } from '../model/id.ts';
import { hint } from '../model/suggest.ts';
import { isTheme, themes } from '../rules/themes.ts';
import { REGISTRY_FILE, registrySource } from './registry.ts';

/** Why a rule cannot be begun under a name, in a sentence; undefined where it can. */
export function refusal(root: string, id: string): string | undefined {
  const [theme = '', name = '', ...more] = id.split('/');
  if (theme === '' || name === '' || more.length > 0) {
    return `"${id}" is no name for a rule; expected theme/name, such as wording/vague-time.`;
  }
  if (!isTheme(theme)) return `There is no theme "${theme}"; ${hint(theme, Object.keys(themes)).en}`;
  if (!isId(name)) return `"${name}" is no name for a rule; expected lower-case words joined by hyphens.`;
  const taken = ['ts', 'md'].map((extension) => `linter/rules/${id}.${extension}`);
  const existing = taken.find((path) => existsSync(join(root, path)));
  return existing && `${existing} exists already; choose another name.`;
}

/**
 * Writes the rule and its page and registers it.
 *
 * @returns the paths written, relative to the repository
 * @throws Error with `refusal` where the name will not do
 */
export function createRule(root: string, id: string): string[] {
  const reason = refusal(root, id);
  if (reason !== undefined) throw new Error(reason);
  const files = {
    [`linter/rules/${id}.ts`]: template('rule'),
    [`linter/rules/${id}.md`]: template('page').replaceAll('{{id}}', id),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
  writeFileSync(join(root, REGISTRY_FILE), registrySource(root));
  return [...Object.keys(files), REGISTRY_FILE];
}

function template(name: 'rule' | 'page'): string {
  return readFileSync(join(import.meta.dirname, 'new-rule', `${name}.txt`), 'utf8');
}

if (import.meta.main) {
  const [id = ''] = process.argv.slice(2);
  try {
    const written = createRule(resolve(import.meta.dirname, '../..'), id);
    console.log(`Wrote ${written.join(', ')}.`);
    console.log('Now: write your own check and examples, then run "npm test -- test/rules".');
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
