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

interface Action {
  label: string;
  run: () => void;
}

function show(text: string, ...actions: Action[]): void {
  if (!line) return;
  line.textContent = text;
  for (const { label, run } of actions) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'choose';
    button.textContent = label;
    button.addEventListener('click', run, { once: true });
    line.append(' ', button);
  }
  line.hidden = false;
}

/** The version that was offered and put off: until the window is closed it is not offered again. */
const putOff = {
  key: `loopbook:later:${base}`,
  get version(): string | null {
    try {
      return sessionStorage.getItem(this.key);
    } catch {
      return null;
    }
  },
  set version(version: string) {
    try {
      sessionStorage.setItem(this.key, version);
    } catch {
      // Then the next page offers it again.
    }
  },
};

function hideFor(version: string): void {
  putOff.version = version;
  if (line) line.hidden = true;
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
  if (!newer || newer.version === copy.version || newer.version === putOff.version) return;
  show(
    say('newer', copy),
    { label: say('update'), run: () => save(copy.role) },
    { label: say('later'), run: () => hideFor(newer.version) },
  );
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
