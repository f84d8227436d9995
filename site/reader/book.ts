/**
 * Puts the handbook, or one role's part of it, into one page to be printed: a title, the contents, a chapter for
 * each page. `?role=waiter` or `?all` says what; `numbers` (chapter → page) is given by who has printed it once
 * and knows on which page each chapter begins.
 */
const place = document.querySelector<HTMLElement>('[data-book]');
const asked = new URLSearchParams(location.search);
if (place && (asked.has('role') || asked.has('all'))) bind(place);

async function bind(place: HTMLElement): Promise<void> {
  const { base = '/', all = '/', failed = '' } = place.dataset;
  try {
    const role = asked.get('role');
    const addresses = role === null ? await allPages(all) : await pagesOfRole(base, role);
    const chapters = await Promise.all(addresses.map(chapter));
    lead(chapters, addresses);
    const numbers = JSON.parse(asked.get('numbers') ?? '{}') as Record<string, number>;
    place.replaceChildren(
      cover(place, role === null ? undefined : chapters[0]!),
      contents(place, chapters, numbers),
      ...chapters,
    );
    document.documentElement.dataset.bound = 'yes';
  } catch {
    place.textContent = failed;
  }
}

/** The pages of a role's entries in the language of this page, its own first. */
async function pagesOfRole(base: string, role: string): Promise<string[]> {
  const response = await fetch(`${base}offline/${encodeURIComponent(role)}.json`);
  if (!response.ok) throw new Error('no such role');
  const { chapters } = (await response.json()) as { chapters: Record<string, string[]> };
  return chapters[document.documentElement.lang] ?? [];
}

/** The pages of all entries, as the list of all contents has them; what leads to a place on a page is none. */
async function allPages(all: string): Promise<string[]> {
  const page = await pageAt(all);
  return [...page.querySelectorAll<HTMLAnchorElement>('main a[href]:not([href*="#"])')].map(
    (link) => link.getAttribute('href')!,
  );
}

async function pageAt(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** One page as a chapter; its ids are its own, so that no two chapters share one. */
async function chapter(address: string, index: number): Promise<HTMLElement> {
  const page = await pageAt(address);
  const section = document.createElement('article');
  section.id = `chapter-${index + 1}`;
  section.className = 'chapter';
  section.append(...(page.querySelector('main')?.childNodes ?? []));
  for (const gone of section.querySelectorAll(
    'button, script, .print-card, .record, .card-print, .blueprint, section:has(> [id$=_used-by])',
  ))
    gone.remove();
  for (const each of section.querySelectorAll('[id]')) each.id = `${section.id}-${each.id}`;
  for (const link of section.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
    link.setAttribute('href', `#${section.id}-${link.getAttribute('href')!.slice(1)}`);
  return section;
}

/** Links between chapters lead to the chapter, not to the site. */
function lead(chapters: readonly HTMLElement[], addresses: readonly string[]): void {
  const byAddress = new Map(addresses.map((address, index) => [address, chapters[index]!.id]));
  for (const chapter of chapters) {
    for (const link of chapter.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const id = byAddress.get(link.getAttribute('href')!.replace(/#.*$/, ''));
      if (id) link.setAttribute('href', `#${id}`);
    }
  }
}

function cover(place: HTMLElement, role: HTMLElement | undefined): HTMLElement {
  const header = document.createElement('header');
  header.className = 'book-cover';
  const title = document.createElement('h1');
  title.textContent = place.dataset.title ?? '';
  const line = document.createElement('p');
  line.className = 'lead';
  line.textContent = role?.querySelector('h1')?.textContent ?? '';
  const date = document.createElement('p');
  date.textContent = place.dataset.date ?? '';
  header.append(title, line, date);
  return header;
}

function contents(
  place: HTMLElement,
  chapters: readonly HTMLElement[],
  numbers: Record<string, number>,
): HTMLElement {
  const nav = document.createElement('nav');
  nav.className = 'book-contents';
  const title = document.createElement('h2');
  title.textContent = place.dataset.contents ?? '';
  const list = document.createElement('ol');
  for (const chapter of chapters) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${chapter.id}`;
    link.textContent = chapter.querySelector('h1')?.textContent ?? '';
    const page = document.createElement('span');
    page.textContent = String(numbers[chapter.id] ?? '');
    item.append(link, page);
    list.append(item);
  }
  nav.append(title, list);
  return nav;
}
