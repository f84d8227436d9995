/** Makes the front door the reader's own: the page of the role they chose, in place of the list of roles. */
import { chooseRole, chosenRole } from './kept.ts';

const place = document.querySelector<HTMLElement>('[data-my-page]');
const base = place?.dataset.base ?? '/';
const role = place && chosenRole(base);
if (place && role) show(place, role);

for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-roles] a')) {
  link.addEventListener('click', () => chooseRole(base, link.href.split('/').at(-2)));
}

async function show(place: HTMLElement, role: string): Promise<void> {
  const address = `${place.dataset.roleBase}${encodeURIComponent(role)}/`;
  const response = await fetch(address).catch(() => undefined);
  if (response?.status === 404) {
    // The role was renamed or is gone; the list of roles is shown instead.
    chooseRole(base, undefined);
    return;
  }
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = page.querySelector('main');
  if (!main) return;
  const title = document.createElement('h2');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = main.querySelector('h1')?.textContent ?? role;
  title.append(link);
  const lead = main.querySelector('.lead');
  const sections = [...main.querySelectorAll(':scope > section:not(.record)')];
  place
    .querySelector('[data-my-body]')!
    .replaceChildren(title, ...(lead ? [lead] : []), ...sections.map(lowered));
  place.querySelector('[data-forget]')!.addEventListener('click', () => {
    chooseRole(base, undefined);
    setMine(place, false);
    document.querySelector<HTMLElement>('#_roles')?.focus();
  });
  setMine(place, true);
}

function setMine(place: HTMLElement, mine: boolean): void {
  place.hidden = !mine;
  document.querySelector<HTMLElement>('[data-roles]')!.hidden = mine;
}

/** A section of another page as a part of this one: its headings one level down, its ids gone. */
function lowered(section: Element): Element {
  for (const each of section.querySelectorAll('[id]')) each.removeAttribute('id');
  for (const [from, to] of [
    ['h3', 'h4'],
    ['h2', 'h3'],
  ] as const) {
    for (const heading of section.querySelectorAll(from)) {
      const lower = document.createElement(to);
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    }
  }
  return section;
}
