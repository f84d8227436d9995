/**
 * Writes every file that is derived from schemas/ and from the rules. `--check` writes nothing and exits 1 when one is stale.
 * Run as `node linter/tools/generate.ts [--check]`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { editorFiles } from './generate/editor.ts';
import { fieldFiles } from './generate/field-table.ts';
import { optionFiles } from './generate/options.ts';
import { loadSchemas } from './generate/schemas.ts';
import { typesFile } from './generate/types.ts';
import { validatorFiles } from './generate/validators.ts';
import { REGISTRY_FILE, registrySource } from './registry.ts';

/** Path relative to the repository → text. */
type Files = Record<string, string>;

const root = resolve(import.meta.dirname, '../..');

/** Everything that is derived from the schemas and rules as they lie on disk. */
export async function generate(): Promise<Files> {
  const schemas = loadSchemas(join(root, 'schemas'));
  return {
    'linter/model/types.gen.ts': await typesFile(schemas),
    ...fieldFiles(schemas),
    ...(await validatorFiles(schemas, root)),
    ...editorFiles(schemas),
    [REGISTRY_FILE]: registrySource(root),
    ...(await optionFiles(root)),
  };
}

/** The paths whose text on disk is not what it should be. */
export function staleFiles(files: Files): string[] {
  return Object.keys(files).filter((path) => readOrEmpty(join(root, path)) !== files[path]);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function writeFiles(files: Files, paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files[path]!);
  }
}

if (import.meta.main) {
  const files = await generate();
  const stale = staleFiles(files);
  if (!process.argv.includes('--check')) {
    writeFiles(files, stale);
    console.log(stale.length === 0 ? 'Everything is up to date.' : `Wrote ${stale.join(', ')}.`);
  } else if (stale.length > 0) {
    console.error(`Stale: ${stale.join(', ')}. Run "npm run generate".`);
    process.exitCode = 1;
  }
}
