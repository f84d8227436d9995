import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/**
 * The layers, from the ground up: a folder imports only from those listed for it. Each line says why it
 * stands where it stands.
 */
const layers: Record<string, { mayImport: string[]; why: string }> = {
  'linter/model': { mayImport: [], why: 'words, ids, values and findings are what all others speak in' },
  'linter/schema': { mayImport: ['linter/model'], why: 'what a file may hold, from schemas/' },
  'linter/parse': {
    mayImport: ['linter/model'],
    why: 'text to data and trees, with the place of everything',
  },
  'linter/graph': {
    mayImport: ['linter/parse', 'linter/schema', 'linter/model'],
    why: 'files to entities, references and processes',
  },
  'linter/layout': { mayImport: [], why: 'places for shapes and links; knows nothing of handbooks' },
  'linter/export': {
    mayImport: ['linter/layout', 'linter/graph', 'linter/schema', 'linter/model'],
    why: 'the handbook in the formats of other tools; never writes',
  },
  'linter/rules': {
    mayImport: ['linter/graph', 'linter/parse', 'linter/schema', 'linter/model'],
    why: 'a rule sees the handbook and nothing else',
  },
  'linter/compare': {
    mayImport: ['linter/graph', 'linter/parse', 'linter/schema', 'linter/model'],
    why: 'two revisions to changes, their effects and who is asked',
  },
  'linter/engine': {
    mayImport: [
      'linter/rules',
      'linter/compare',
      'linter/graph',
      'linter/parse',
      'linter/schema',
      'linter/model',
    ],
    why: 'settings, order and severity of what rules report',
  },
  'linter/fix': { mayImport: ['linter/model'], why: 'text edits to texts; never writes' },
  'linter/report': { mayImport: ['linter/model'], why: 'findings to text; never prints' },
  'linter/node': {
    mayImport: ['linter/engine', 'linter/graph', 'linter/parse', 'linter/schema', 'linter/model'],
    why: 'disk, Git, servers: the only folder that touches the machine',
  },
  site: {
    mayImport: ['linter/index.ts', 'linter/node.ts'],
    why: 'pages are drawn from the public API alone',
  },
};

const machine = /^(?:node:(?!url$)|fs$|child_process$)/;

interface Import {
  file: string;
  target: string;
}

const imports = [...sources('linter'), ...sources('site')].flatMap(importsOf);

test('there are imports to judge', () => {
  expect(imports.length).toBeGreaterThan(100);
});

describe.each(Object.entries(layers))('%s', (folder, { mayImport, why }) => {
  test(`imports only from below: ${why}`, () => {
    const inside = (path: string) => path === folder || path.startsWith(`${folder}/`);
    const allowed = (target: string) =>
      inside(target) || mayImport.some((below) => target === below || target.startsWith(`${below}/`));
    const wrong = imports.filter(({ file, target }) => inside(file) && isOurs(target) && !allowed(target));
    expect(wrong).toEqual([]);
  });
});

test('only linter/node, the command line, tools and the site’s build touch the machine', () => {
  const pure = [
    'model',
    'schema',
    'parse',
    'graph',
    'layout',
    'export',
    'rules',
    'compare',
    'engine',
    'fix',
    'report',
  ].map((name) => `linter/${name}/`);
  const wrong = imports.filter(
    ({ file, target }) =>
      (pure.some((folder) => file.startsWith(folder)) || file === 'linter/index.ts') && machine.test(target),
  );
  expect(wrong).toEqual([]);
});

test('node:fs and node:child_process are imported in linter/node and the developers’ tools alone', () => {
  const wrong = imports.filter(
    ({ file, target }) =>
      /^node:(?:fs|child_process)/.test(target) &&
      file.startsWith('linter/') &&
      !/^linter\/(?:node|tools)\//.test(file),
  );
  expect(wrong).toEqual([]);
});

test('the pure core uses no clock, no process and no console', () => {
  const forbidden =
    /\bDate\.now\(|\bnew Date\(\)|\bprocess\.(?:env|cwd|argv|exit|stdout|stderr|platform|nextTick|on)\b|\bconsole\.|\bMath\.random\(/;
  const wrong = sources('linter')
    .filter((file) =>
      /^linter\/(?:model|schema|parse|graph|layout|export|rules|compare|engine|fix|report)\//.test(file),
    )
    .filter((file) => !file.includes('.gen.') && forbidden.test(readFileSync(join(root, file), 'utf8')));
  expect(wrong).toEqual([]);
});

test('no file is part of an import cycle', () => {
  const graph = new Map<string, string[]>();
  // The generators hold the text of other files, imports included.
  const own = imports.filter(({ file }) => !file.startsWith('linter/tools/generate/'));
  for (const { file, target } of own) graph.set(file, [...(graph.get(file) ?? []), target]);
  expect(findCycle(graph)).toBeUndefined();
});

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Imports as statements that run; types alone bind nothing at run time but still show what a file knows. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...found].map(([, from, dynamic]) => {
    const target = (from ?? dynamic)!;
    return {
      file,
      target: target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target,
    };
  });
}

function isOurs(target: string): boolean {
  return target.startsWith('linter/') || target.startsWith('site/') || target.startsWith('policies/');
}

function findCycle(graph: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const target of graph.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return undefined;
}
