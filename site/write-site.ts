import { setImmediate as turn } from 'node:timers/promises';
import type { RouteData } from 'astro';
import { overviewsOf } from './data/overviews/index.ts';
import { pagesOf, pathOf } from './data/routes.ts';
import { FileWriter } from './file-writer.ts';
import { keepHandbook, openHandbook } from './handbook.ts';
import { nginxHeaders, staticHostHeaders } from './machine/headers.ts';
import { sitemapOf } from './machine/sitemap.ts';
import { writeOfflineFiles } from './offline-files.ts';
import type { Renderer } from './renderer/renderer.ts';
import { partOf } from './search/parts.ts';

export interface PageText {
  /** Where its file lies in the site: `en/roles/waiter/index.html`. */
  path: string;
  /** Its bytes, which are handed on afterwards: what is needed of them is taken at once. */
  html: Buffer;
}

/** Where pages lie as long as nobody said where the site is served. */
const NOWHERE = 'http://localhost';

export interface WriteOptions {
  /** Told of each page as it is made: of all that lie in one part of the search, then of those in the next. */
  onPage?: (page: PageText) => void;
  /** Told when all pages are made: what is left is not for the search. */
  onPages?: () => void;
}

/**
 * Writes the site of the handbook that is open: every page and file but the pages that stay from the last build.
 * Throws the system's error where a file cannot be written.
 *
 * @param out its folder, where styles, scripts and what is served as it is lie already
 */
export async function writeSite(
  renderer: Renderer,
  out: string,
  { onPage, onPages }: WriteOptions = {},
): Promise<void> {
  await using writer = new FileWriter(out);
  const open = openHandbook();
  const { handbook, rules, pages, base, site } = open;
  keepHandbook({ ...open, write: (path, text) => writer.write(path, text) });
  const { documents, files } = await routesOf(renderer);
  const home = new URL(base, site ?? NOWHERE);
  // One after the other: what a page reads of the handbook is noted for it alone.
  for (const route of documents) {
    const response = await rendered(renderer, route, home);
    const html = Buffer.from(await response.arrayBuffer());
    pages?.wrote(route.file, html);
    onPage?.({ path: route.file, html });
    writer.write(route.file, html);
    // Making pages waits for nothing: what is told of them would go out when all are made.
    await turn();
  }
  onPages?.();
  for (const route of files) {
    const response = await rendered(renderer, route, home);
    if (response.body) writer.write(route.file, new Uint8Array(await response.arrayBuffer()));
  }
  writer.write('_headers', staticHostHeaders(base));
  writer.write('nginx.conf', nginxHeaders(base));
  if (site) {
    const paths = pagesOf(handbook, rules.keys(), overviewsOf(handbook)).map(pathOf);
    const maps = await sitemapOf({ site, base, locales: handbook.locales, paths });
    for (const [file, text] of maps) writer.write(file, text);
  }
  await writer.written();
  writeOfflineFiles(out);
}

// helpers

interface Route {
  /** The path of its file in the site. */
  file: string;
  /** Its address, relative to the home page. */
  address: string;
  route: RouteData;
}

/** All that is to be made: the pages that people read, and the files for programs. */
async function routesOf(renderer: Renderer): Promise<{ documents: Route[]; files: Route[] }> {
  const { pages, searchParts } = openHandbook();
  const stay = new Set(pages?.files);
  const seen = new Set<string>();
  const [documents, files]: [Route[], Route[]] = [[], []];
  for (const { pathname, route } of await renderer.getStaticPaths()) {
    const path = pathname.replace(/^\/|\/$/g, '');
    const isPage = route.type === 'page';
    const file = isPage ? fileOf(path) : path;
    // Of two with one address the first is the one that is found.
    if (seen.has(file) || stay.has(file)) continue;
    seen.add(file);
    (isPage ? documents : files).push({ file, address: addressOf(path, isPage), route });
  }
  documents.sort((a, b) => partOf(a.file, searchParts) - partOf(b.file, searchParts));
  return { documents, files };
}

async function rendered(renderer: Renderer, { address, route }: Route, home: URL): Promise<Response> {
  const result = await renderer.render(new Request(new URL(address, home)), { routeData: route });
  return result instanceof Response ? result : result.response;
}

/** Servers look for this page at the top, by this name. */
const NOT_FOUND = '404';

function fileOf(path: string): string {
  if (path === '' || path === NOT_FOUND) return `${path || 'index'}.html`;
  return `${path}/index.html`;
}

function addressOf(path: string, page: boolean): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return page && path !== '' ? `./${encoded}/` : `./${encoded}`;
}
