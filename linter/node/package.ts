import { readFile } from 'node:fs/promises';
import packageJson from '../../package.json' with { type: 'json' };

export const version: string = packageJson.version;

/** The folder of the package itself, where the site's sources lie. */
export const packageRoot = new URL('../../', import.meta.url);

/** The demands that handbooks are held to, as YAML. */
export async function readClaimsText(): Promise<string> {
  return readFile(new URL('linter/rules/claims.yaml', packageRoot), 'utf8');
}

/** The page of a rule, `theme/name`, as written beside it. */
export async function readRulePage(id: string): Promise<string> {
  return readFile(new URL(`linter/rules/${id}.md`, packageRoot), 'utf8');
}
