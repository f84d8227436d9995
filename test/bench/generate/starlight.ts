import { parse, stringify } from 'yaml';
import { components } from '../../../linter/model/components.ts';

/**
 * A Starlight site of a handbook's SOPs: the same bodies, byte for byte, with `title` (Starlight requires it)
 * and `description` as front matter and, since MDX knows no components by itself, one import line for those
 * that the body uses. The components print their attributes as text in an element, which is less than what
 * Loopbook's do: those look up the number or name and link to it. The sidebar holds one link: by default it
 * would list all SOPs on each page, which no reader wants and which takes far longer. All else is Starlight's
 * default: table of contents, previous and next page, Pagefind.
 */
export function starlightFiles(handbook: ReadonlyMap<string, string>): Map<string, string> {
  const files = new Map<string, string>([
    // Astro compiles the packages that are named here; they lie in the folder above.
    ['package.json', `${JSON.stringify({ name: 'site', private: true, type: 'module', dependencies })}\n`],
    ['astro.config.mjs', config],
    ['src/content.config.ts', contentConfig],
    ['src/content/docs/index.mdx', '---\ntitle: Example handbook\n---\n\nStandard operating procedures.\n'],
  ]);
  for (const name of Object.keys(components))
    files.set(`src/components/${name}.astro`, componentSource(name));
  for (const [path, text] of handbook) {
    if (path.startsWith('sops/')) files.set(`src/content/docs/${path}`, page(text));
  }
  return files;
}

// helpers

const dependencies = { astro: '*', '@astrojs/starlight': '*' };

const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  integrations: [
    starlight({ title: 'Example handbook', sidebar: [{ label: 'SOPs', link: '/' }] }),
  ],
});
`;

const contentConfig = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

function componentSource(name: string): string {
  const tag = components[name]!.display === 'block' ? 'div' : 'span';
  return `---\nconst text = Object.values(Astro.props).join(' ');\n---\n<${tag} class="${name.toLowerCase()}">{text}<slot /></${tag}>\n`;
}

function page(text: string): string {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text)!;
  const { name, summary } = parse(front!) as { name: string; summary: string };
  const used = Object.keys(components).filter((each) => body!.includes(`<${each} `));
  const imports = used.map((each) => `import ${each} from '../../../components/${each}.astro';\n`).join('');
  return `---\n${stringify({ title: name, description: summary })}---\n\n${imports}\n${body}`;
}
