/**
 * What the search indexes of a page: its language and its content. All around it, which is half the page, the
 * indexer would only read over.
 *
 * @returns a page of its own; undefined for pages that are not to be found
 */
export function searchable(html: string): string | undefined {
  const begin = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  if (begin < 0 || end < begin) return undefined;
  const tag = html.slice(begin, html.indexOf('>', begin) + 1);
  if (!tag.includes(' data-pagefind-body')) return undefined;
  const [root = '<html>'] = /<html[^>]*>/.exec(html) ?? [];
  return `<!doctype html>${root}<body>${html.slice(begin, end)}</main></body></html>`;
}
