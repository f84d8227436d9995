import { accessSync, constants, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };

export const version: string = packageJson.version;

/** The folder of the package itself, where the site's sources lie. */
export const packageRoot = new URL('../../', import.meta.url);

/** Whether pages can be made here: Astro keeps what it works on in its project's folder, which is this one. */
export function packageIsWritable(): boolean {
  const places = ['.', '.astro'].map((name) => fileURLToPath(new URL(name, packageRoot)));
  return places.every((place) => !existsSync(place) || mayWrite(place));
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The demands that handbooks are held to, as YAML. */
export async function readClaimsText(): Promise<string> {
  return readFile(new URL('linter/rules/claims.yaml', packageRoot), 'utf8');
}

/** The page of a rule, `theme/name`, as written beside it. */
export async function readRulePage(id: string): Promise<string> {
  return readFile(new URL(`linter/rules/${id}.md`, packageRoot), 'utf8');
}
