import { resolve } from 'node:path';
import { type Handbook, kindNames, type PageMemory, parseClaims } from '../linter/index.ts';
import { loadHandbook, readClaimsText } from '../linter/node.ts';
import { changeLogOf } from './change-log.ts';
import { menuOf } from './data/menu.ts';
import { versionsOf } from './data/versions.ts';
import { viewOf } from './data/view.ts';
import { keepHandbook, type OpenHandbook } from './handbook.ts';
import { KeptPages } from './kept-pages.ts';
import { readRules } from './rules.ts';
import { partsFor } from './search/parts.ts';
import { type Found, standingOf } from './standing.ts';

export interface SiteOptions {
  /** The folder that holds the handbook. */
  root: string;
  /** The handbook in it, where it has been read already. */
  handbook?: Handbook;
  /** All that the linter found in it, where that is known already. */
  findings?: readonly Found[];
  /** The path the site is served under, such as `/handbook/`; wins over loopbook.yaml. */
  base?: string;
  /** The address the site is served at; canonical links and the sitemap need it; wins over loopbook.yaml. */
  site?: string;
}

/**
 * Opens the handbook that pages are made of, and finds out what its readers must be told about it. Reads it
 * unless it is given. Throws where the folder cannot be read.
 */
export async function openSite(options: SiteOptions): Promise<OpenHandbook> {
  const root = resolve(options.root);
  const handbook = options.handbook ?? (await loadHandbook(root));
  const claims = parseClaims(await readClaimsText());
  const changes = changeLogOf(root, handbook);
  const versions = changes && versionsOf(root);
  const site = options.site ?? handbook.settings.site?.url;
  const open: OpenHandbook = {
    root,
    handbook,
    base: withSlashes(options.base ?? handbook.settings.site?.base ?? '/'),
    ...(site && { site }),
    searchParts: partsFor(kindNames.reduce((sum, kind) => sum + handbook.all(kind).length, 0)),
    rules: await readRules(),
    claims,
    ...standingOf(handbook, claims, options.findings),
    ...(changes && { changes }),
    ...(versions && { versions }),
  };
  keepHandbook(open);
  return open;
}

/**
 * Finds the pages of the last build that stay, and notes from now on what pages are made of.
 *
 * @param out the folder of the site
 * @param drawnWith what all pages are drawn with, besides the program: the names of styles and scripts
 * @returns the files that stay
 */
export function keepPages(
  open: OpenHandbook,
  { memory, out, drawnWith }: { memory: PageMemory; out: string; drawnWith: readonly string[] },
): string[] {
  const { handbook, base, searchParts, errors, changes, versions } = open;
  const menus = handbook.locales.map((locale) =>
    menuOf(viewOf(handbook, locale, { base, searchParts, errors, changes })),
  );
  const shared = [menus, errors, searchParts, drawnWith, versions?.before];
  const pages = new KeptPages({ handbook, shared, changes, versions, memory, out });
  keepHandbook({ ...open, pages });
  return pages.files;
}

// helpers

function withSlashes(base: string): string {
  return `/${base}/`.replace(/\/+/g, '/');
}
