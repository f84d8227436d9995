/** Front matter, which is no text. */
const head = /^---\r?\n[\s\S]*?\r?\n---\r?\n/;
const heading = /^#{2,4}\s+(.+)$/;
const item = /^\s*(?:[-*+]|\d+[.)])\s+(.+)$/;
const tag = /<[^>]*>/g;
/** Where the situation that an item is about ends: “Document forgotten: use the one on the phone”. */
const colon = /[：:]/;
const LONGEST_HEAD = 60;

/**
 * What people look up a text for, in the order of how well it tells: the cases that its items begin with, its
 * headings, then all its items. Of the text as it is written, since the body of every SOP is read.
 */
export function situationsOf(text: string): string[] {
  const cases: string[] = [];
  const headings: string[] = [];
  const items: string[] = [];
  for (const line of text.replace(head, '').split(/\r?\n/)) {
    const title = heading.exec(line)?.[1];
    if (title) headings.push(title.trim());
    const said = item.exec(line)?.[1]?.replace(tag, ' ').trim();
    if (!said) continue;
    const end = said.search(colon);
    if (end > 0 && end <= LONGEST_HEAD) cases.push(said.slice(0, end));
    items.push(end > 0 && end <= LONGEST_HEAD ? said.slice(end + 1).trim() : said);
  }
  return [...cases, ...headings, ...items];
}
