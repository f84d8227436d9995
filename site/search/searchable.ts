/**
 * What the search indexes of a page: its language and its content. All around it, which is half the page, the
 * indexer would only read over.
 *
 * @param html in UTF-8
 * @returns a page of its own; undefined for pages that are not to be found
 */
export function searchable(html: Buffer): string | undefined {
  const begin = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  if (begin < 0 || end < begin) return undefined;
  if (!tagAt(html, begin).includes(' data-pagefind-body')) return undefined;
  const root = html.indexOf('<html');
  const open = root < 0 ? '<html>' : tagAt(html, root);
  const content = withoutCard(html.toString('utf8', begin, end));
  return `<!doctype html>${open}<body>${content}</main></body></html>`;
}

// helpers

/** A card says on paper what the page says already; it holds no other element of its name. */
function withoutCard(content: string): string {
  const begin = content.indexOf('<aside class="print-card');
  if (begin < 0) return content;
  return content.slice(0, begin) + content.slice(content.indexOf('</aside>', begin) + '</aside>'.length);
}

function tagAt(html: Buffer, begin: number): string {
  return html.toString('utf8', begin, html.indexOf('>', begin) + 1);
}
