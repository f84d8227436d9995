import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import type { AstroUserConfig } from 'astro';
import { type Handbook, type PageMemory, parseClaims } from '../linter/index.ts';
import { loadHandbook, packageRoot, readClaimsText } from '../linter/node.ts';
import { changeLogOf } from './change-log.ts';
import { menuOf } from './data/menu.ts';
import { viewOf } from './data/view.ts';
import { keepHandbook } from './handbook.ts';
import { handbookIntegration } from './integration.ts';
import { KeptPages } from './kept-pages.ts';
import type { PageText } from './prerender.ts';
import { readRules } from './rules.ts';
import { searchIntegration } from './search/integration.ts';
import { type Found, standingOf } from './standing.ts';

export interface SiteOptions {
  /** The folder that holds the handbook. */
  root: string;
  /** The handbook in it, where it has been read already. */
  handbook?: Handbook;
  /** All that the linter found in it, where that is known already. */
  findings?: readonly Found[];
  /** Where the site is written; `dist` beside this package unless given. */
  out?: string;
  /** The path the site is served under, such as `/handbook/`; wins over loopbook.yaml. */
  base?: string;
  /** The address the site is served at; canonical links and the sitemap need it; wins over loopbook.yaml. */
  site?: string;
  /** Publish although the linter found errors; the pages then say so. */
  force?: boolean;
  /** Whether the pages are indexed for search when they are done; they are unless this is false. */
  search?: boolean;
  /** What the last build left, and where to put what this one leaves. */
  memory?: PageMemory;
  /** Told which files of the last build stay, before anything is written. */
  onKept?: (files: readonly string[]) => void;
  /** Told of each page as it is rendered, in the order of the pages. */
  onPage?: (page: PageText) => void;
}

/**
 * The Astro configuration that publishes a handbook: for astro.config.mjs and for `loopbook build`. Reads the
 * handbook unless it is given. Throws where the folder cannot be read.
 */
export async function loopbookSite(options: SiteOptions): Promise<AstroUserConfig> {
  const root = resolve(options.root);
  const handbook = options.handbook ?? (await loadHandbook(root));
  const claims = parseClaims(await readClaimsText());
  const standing = standingOf(handbook, claims, options.findings);
  const changes = changeLogOf(root, handbook);
  const open = { root, handbook, rules: await readRules(), claims, ...standing, ...(changes && { changes }) };
  keepHandbook(open);
  const { url: site, base } = { ...handbook.settings.site, ...address(options) };
  if (options.memory && options.out) {
    const viewOptions = { base: base ?? '/', errors: open.errors, changes };
    const shared = handbook.locales.map((locale) => menuOf(viewOf(handbook, locale, viewOptions)));
    const pages = new KeptPages({
      handbook,
      shared: [shared, open.errors],
      changes,
      memory: options.memory,
      out: options.out,
    });
    keepHandbook({ ...open, pages });
    options.onKept?.(pages.files);
  }
  return {
    root: fileURLToPath(packageRoot),
    srcDir: './site',
    publicDir: './site/public',
    output: 'static',
    trailingSlash: 'ignore',
    ...(options.out && { outDir: options.out }),
    ...(base && { base }),
    ...(site && { site }),
    build: { format: 'directory', assets: '_assets', inlineStylesheets: 'never', concurrency: 4 },
    devToolbar: { enabled: false },
    // Highlighting writes inline styles, which the security policy forbids; a handbook has next to no code.
    markdown: { syntaxHighlight: false },
    integrations: [
      // For the authors' guide, which is ours; what companies write is parsed and never run.
      mdx(),
      handbookIntegration({ root, force: options.force ?? false, onPage: options.onPage }),
      ...(options.search === false ? [] : [searchIntegration()]),
      ...(site ? [sitemap({ filter: (page) => !/\/404\/?$/.test(page) })] : []),
    ],
    // What is inlined would need its hash in a header that serves every page.
    vite: { build: { assetsInlineLimit: 0 } },
  };
}

function address({ site, base }: SiteOptions): { url?: string; base?: string } {
  return { ...(site && { url: site }), ...(base && { base }) };
}
