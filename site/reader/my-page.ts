/** Makes the front door the reader's own: the page of the role they chose, in place of the list of roles. */
import { chooseRole, chosenRole } from './kept.ts';

const place = document.querySelector<HTMLElement>('[data-my-page]');
const base = place?.dataset.base ?? '/';
const role = place && chosenRole(base);
if (place && role) start(place, role);

for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-roles] a')) {
  link.addEventListener('click', () => chooseRole(base, link.href.split('/').at(-2)));
}

/** The list of roles goes at once: under the hands of a reader who has begun with it, it would be too late. */
async function start(place: HTMLElement, role: string): Promise<void> {
  setList(false);
  // What comes takes a screen or more: the place is kept, so that nothing below it moves when it is there.
  place.dataset.waiting = '';
  if (!(await show(place, role).catch(() => false))) setList(true);
  delete place.dataset.waiting;
}

/** Whether the page could be shown. */
async function show(place: HTMLElement, role: string): Promise<boolean> {
  const address = `${place.dataset.roleBase}${encodeURIComponent(role)}/`;
  const response = await fetch(address).catch(() => undefined);
  if (response?.status === 404) {
    // The role was renamed or is gone; the list of roles is shown instead.
    chooseRole(base, undefined);
    return false;
  }
  if (!response?.ok) return false;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = page.querySelector('main');
  if (!main) return false;
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
    place.hidden = true;
    setList(true);
    document.querySelector<HTMLElement>('#_roles')?.focus();
  });
  place.hidden = false;
  return true;
}

function setList(shown: boolean): void {
  document.querySelector<HTMLElement>('[data-roles]')!.hidden = !shown;
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
