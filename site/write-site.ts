import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { overviewsOf } from './data/overviews/index.ts';
import { pagesOf, pathOf } from './data/routes.ts';
import { keepHandbook, openHandbook } from './handbook.ts';
import { nginxHeaders, staticHostHeaders } from './machine/headers.ts';
import { sitemapOf } from './machine/sitemap.ts';
import { writeOfflineFiles } from './offline-files.ts';
import type { Renderer } from './renderer/renderer.ts';

export interface PageText {
  /** Where its file lies in the site: `en/roles/waiter/index.html`. */
  path: string;
  html: string;
}

/** Where pages lie as long as nobody said where the site is served. */
const NOWHERE = 'http://localhost';

/**
 * Writes the site of the handbook that is open: every page and file but the pages that stay from the last build.
 * Throws the system's error where a file cannot be written.
 *
 * @param out its folder, where styles, scripts and what is served as it is lie already
 * @param onPage told of each page as it is made
 */
export async function writeSite(
  renderer: Renderer,
  out: string,
  onPage?: (page: PageText) => void,
): Promise<void> {
  const write = writerTo(out);
  const open = openHandbook();
  const { handbook, rules, pages, base, site } = open;
  keepHandbook({ ...open, write });
  for await (const { file, page, response } of filesOf(renderer, new URL(base, site ?? NOWHERE))) {
    if (!page) {
      write(file, new Uint8Array(await response.arrayBuffer()));
      continue;
    }
    const html = await response.text();
    write(file, html);
    pages?.wrote(file, html);
    onPage?.({ path: file, html });
  }
  writeOfflineFiles(out);
  write('_headers', staticHostHeaders(base));
  write('nginx.conf', nginxHeaders(base));
  if (!site) return;
  const paths = pagesOf(handbook, rules.keys(), overviewsOf(handbook)).map(pathOf);
  const maps = await sitemapOf({ site, base, locales: handbook.locales, paths });
  for (const [file, text] of maps) write(file, text);
}

// helpers

interface RenderedFile {
  /** Its path in the site. */
  file: string;
  /** Whether people read it. */
  page: boolean;
  response: Response;
}

/** All that is made, one after the other: what a page reads is noted for it alone. */
async function* filesOf(renderer: Renderer, home: URL): AsyncGenerator<RenderedFile> {
  const stay = new Set(openHandbook().pages?.files);
  const seen = new Set<string>();
  for (const { pathname, route } of await renderer.getStaticPaths()) {
    const path = pathname.replace(/^\/|\/$/g, '');
    const page = route.type === 'page';
    const file = page ? fileOf(path) : path;
    // Of two with one address the first is the one that is found.
    if (seen.has(file) || stay.has(file)) continue;
    seen.add(file);
    const request = new Request(new URL(addressOf(path, page), home));
    const rendered = await renderer.render(request, { routeData: route });
    const response = rendered instanceof Response ? rendered : rendered.response;
    if (response.body) yield { file, page, response };
  }
}

/** Servers look for this page at the top, by this name. */
const NOT_FOUND = '404';

function fileOf(path: string): string {
  if (path === '' || path === NOT_FOUND) return `${path || 'index'}.html`;
  return `${path}/index.html`;
}

/** Relative to the home page. */
function addressOf(path: string, page: boolean): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return page && path !== '' ? `./${encoded}/` : `./${encoded}`;
}

/** Most files lie beside another, in a folder that is there. */
function writerTo(out: string): (path: string, content: string | Uint8Array) => void {
  const folders = new Set<string>();
  return (path, content) => {
    const file = join(out, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, content);
  };
}
