/** Keeping a copy: the button on a role's page, and the line that says which copy a page comes from. */
import { type Copy, canKeep, forgetCopy, keptCopy, originOfPage, packOf, saveCopy } from './copy.ts';

const line = document.querySelector<HTMLElement>('[data-copy]');
const base = line?.dataset.base ?? '/';
// What it says comes late. At the end of the page it moves nothing; its style keeps it in sight.
if (line) document.body.append(line);
const buttons = document.querySelectorAll<HTMLButtonElement>('button[data-keep]');

/** Says a sentence of the page, with what the copy is. */
function say(name: string, copy?: Copy): string {
  const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
  return (line?.dataset[name] ?? '')
    .replace('%date%', copy ? date.format(new Date(`${copy.date}T00:00:00Z`)) : '')
    .replace('%version%', copy?.version.slice(0, 7) ?? '')
    .replace('%pages%', String(copy?.pages ?? ''));
}

function show(text: string, action?: { label: string; run: () => void }): void {
  if (!line) return;
  line.textContent = text;
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'choose';
    button.textContent = action.label;
    button.addEventListener('click', action.run, { once: true });
    line.append(' ', button);
  }
  line.hidden = false;
}

/** Says plainly that a page is a saved one, and offers a newer copy where there is one. */
async function tellCopy(): Promise<void> {
  const copy = await keptCopy(base);
  if (!copy) return;
  // Asked at once: the answer comes from the network, and is late enough without waiting for the other.
  const asked = packOf(base, copy.role);
  const origin = await originOfPage();
  if (origin !== 'network') return show(say(origin === 'saved' ? 'from' : 'instead', copy));
  const newer = await asked;
  if (newer && newer.version !== copy.version)
    show(say('newer', copy), { label: say('update'), run: () => save(copy.role) });
}

async function save(role: string): Promise<void> {
  show(say('saving'));
  try {
    show(say('saved', await saveCopy(base, role)));
  } catch {
    show(say('failed'));
  }
  await tellButtons();
}

/** The buttons stand at once, before what is kept is known: nothing may appear late under a reader's hands. */
function bindButtons(): void {
  for (const button of buttons) {
    const { keep: role = '' } = button.dataset;
    button.addEventListener('click', async () => {
      if ((await keptCopy(base))?.role !== role) return save(role);
      await forgetCopy(base);
      show(say('removed'));
      await tellButtons();
    });
    button.hidden = false;
  }
}

async function tellButtons(): Promise<void> {
  const copy = await keptCopy(base);
  for (const button of buttons) {
    const kept = copy?.role === button.dataset.keep;
    button.setAttribute('data-pressed', String(kept));
    button.textContent = say(kept ? 'remove' : 'keep');
  }
}

if (canKeep()) {
  bindButtons();
  tellButtons();
  if (navigator.serviceWorker.controller) tellCopy();
}
