import { isKind, kinds } from '../../model/kinds.ts';
import { type Schema, type Schemas, targetOf } from './schemas.ts';

type Files = Record<string, string>;

/** `.vscode/`: completion, hovers and checks by the usual YAML extension, in both languages at once. */
export function editorFiles(schemas: Schemas): Files {
  const files: Files = {};
  const associations: Record<string, string[]> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const globs = globsFor(name);
    if (globs.length === 0) continue;
    const path = `.vscode/schemas/${name}.json`;
    files[path] = json(selfContained(schemas, schema, name));
    associations[`./${path}`] = globs;
  }
  files['.vscode/settings.json'] = json({
    'yaml.schemas': associations,
    'yaml.format.enable': false,
    'yaml.yamlVersion': '1.2',
    'files.associations': { '*.mdx': 'mdx' },
  });
  files['.vscode/extensions.json'] = json({
    recommendations: [
      'redhat.vscode-yaml',
      'unifiedjs.vscode-mdx',
      'astro-build.astro-vscode',
      'biomejs.biome',
    ],
  });
  return files;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Any folder may hold a handbook, so the globs name only what lies below it. MDX has no schema support. */
function globsFor(name: string): string[] {
  if (name === 'settings') return ['**/loopbook.yaml'];
  if (name === 'glossary' || name === 'exceptions') return [`**/${name}.yaml`];
  if (name === 'approvals') return ['**/approvals/*.yaml'];
  if (name === 'company') return ['**/company.yaml'];
  if (!isKind(name) || kinds[name].extension !== 'yaml') return [];
  return [`**/${kinds[name].folder}/**/*.yaml`];
}

/** One schema with all it refers to, since the extension reads each file on its own. */
function selfContained(schemas: Schemas, schema: Schema, name: string): unknown {
  const definitions: Record<string, unknown> = {};
  const convert = (node: unknown, from: string): unknown => {
    if (Array.isArray(node)) return node.map((item) => convert(item, from));
    if (node === null || typeof node !== 'object') return node;
    const result: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node)) {
      if (key === '$id' || key === 'definitions' || key.startsWith('x-')) continue;
      if (key === 'examples') result[key] = value;
      else if (key === '$ref') result[key] = include(value as string, from);
      else result[key] = convert(value, from);
    }
    return { ...result, ...bothLanguages(node as Schema) };
  };
  const include = ($ref: string, from: string): string => {
    const target = targetOf($ref, from);
    const key = target.file === name ? target.name : `${target.file}-${target.name}`;
    if (!(key in definitions)) {
      definitions[key] = {};
      definitions[key] = convert(schemas[target.file]!.definitions![target.name], target.file);
    }
    return `#/definitions/${key}`;
  };
  return { ...(convert(schema, name) as object), definitions };
}

function bothLanguages(schema: Schema): Record<string, unknown> {
  const words: Record<string, unknown> = {};
  const chinese = schema['x-zh-CN'];
  if (chinese && typeof schema.title === 'string') {
    words.title = `${schema.title} ${chinese.title}`;
    words.markdownDescription = `${schema.description}\n\n${chinese.description}`;
  }
  const labels = schema['x-enum'];
  if (labels && schema.enum) {
    words.markdownEnumDescriptions = schema.enum.map((value) => {
      const label = labels[String(value)]!;
      return `${label.en} ${label['zh-CN']}`;
    });
  }
  return words;
}
