import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { packageRoot } from '../../linter/node.ts';

/** What is built, compiled and measured here is no source of pages, and may be more than can be watched. */
const products = ['dist/', 'lib/', '.bench/'].map((name) => fileURLToPath(new URL(name, packageRoot)));

/** What Astro is told of the site's sources, whatever handbook they show. */
export function siteConfig(integrations: readonly AstroIntegration[]) {
  return {
    root: fileURLToPath(packageRoot),
    srcDir: './site',
    publicDir: './site/public',
    output: 'static',
    trailingSlash: 'ignore',
    build: { format: 'directory', assets: '_assets', inlineStylesheets: 'never' },
    devToolbar: { enabled: false },
    // Highlighting writes inline styles, which the security policy forbids; a handbook has next to no code.
    markdown: { syntaxHighlight: false },
    // MDX for the authors' guide, which is ours; what companies write is parsed and never run.
    integrations: [mdx(), ...integrations],
    vite: {
      server: { watch: { ignored: (path: string) => products.some((folder) => path.startsWith(folder)) } },
      // What is inlined would need its hash in a header that serves every page.
      build: { assetsInlineLimit: 0 },
      // Scripts find each other wherever the site is served.
      experimental: { renderBuiltUrl: (_, { ssr }) => (ssr ? undefined : { relative: true }) },
    },
  } satisfies AstroUserConfig;
}
