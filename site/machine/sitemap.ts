import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { Handbook } from '../../linter/index.ts';
import { hrefOf } from '../data/routes.ts';

export interface SitemapOptions {
  /** The address that the site is served at, without its base path. */
  site: string;
  base: string;
  locales: Handbook['locales'];
  /** Of every page below its locale, without slashes at either end. */
  paths: readonly string[];
}

/** As many as one file may name, by sitemaps.org. */
const MOST_ADDRESSES = 50_000;

/**
 * The sitemap of a site: every page in every language, and what it is called in the others.
 *
 * @returns texts by their files' names
 */
export async function sitemapOf({
  site,
  base,
  locales,
  paths,
}: SitemapOptions): Promise<Map<string, string>> {
  const address = (locale: string, path: string) =>
    new URL(hrefOf(base, locale === locales[0] ? undefined : locale, path), site).href;
  const items = paths.flatMap((path) => {
    const links = locales.map((locale) => ({ lang: locale, url: address(locale, path) }));
    return links.map(({ url }) => ({ url, ...(links.length > 1 && { links }) }));
  });
  const files = new Map<string, string>();
  for (let from = 0; from < items.length; from += MOST_ADDRESSES) {
    const stream = new SitemapStream({ xmlns: { news: false, image: false, video: false, xhtml: true } });
    const part = Readable.from(items.slice(from, from + MOST_ADDRESSES)).pipe(stream);
    files.set(`sitemap-${files.size}.xml`, String(await streamToPromise(part)));
  }
  const parts = [...files.keys()].map((name) => ({ url: new URL(base + name, site).href }));
  const index = Readable.from(parts).pipe(new SitemapIndexStream());
  return files.set('sitemap-index.xml', String(await streamToPromise(index)));
}
