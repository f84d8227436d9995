/**
 * Finds the version that was in force on a day: the newest that is not younger. The page lists them by day, each
 * with the day as its id, so that an address may also name a day on which nothing changed: `changes/#2026-11-18`.
 */
const DAY = /^\d{4}-\d\d-\d\d$/;

const form = document.querySelector<HTMLFormElement>('[data-day-choice]');
if (form) start(form);

function start(form: HTMLFormElement): void {
  const input = form.querySelector('input')!;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const day = input.value;
    // Before the answer is given: what the address names is looked at when it changes.
    if (versionOn(form, day)) history.pushState(null, '', `#${day}`);
    show(form, day);
  });
  const fromAddress = () => {
    const day = location.hash.slice(1);
    if (!DAY.test(day)) return;
    input.value = day;
    if (!document.getElementById(day)) show(form, day);
  };
  addEventListener('hashchange', fromAddress);
  form.hidden = false;
  fromAddress();
}

/** Goes to the version of a day and says so beside it; where there is none, says why beside the question. */
function show(form: HTMLFormElement, day: string): void {
  const state = form.querySelector<HTMLElement>('[role=status]')!;
  document.querySelector('#_in-force')?.remove();
  const heading = versionOn(form, day);
  if (heading) {
    state.textContent = '';
    const said = document.createElement('p');
    said.id = '_in-force';
    said.className = 'notice';
    said.textContent = inWords(form.dataset.found, day);
    heading.after(said);
    heading.tabIndex = -1;
    heading.setAttribute('aria-describedby', said.id);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
    return;
  }
  const { last = '', future, before, none = '' } = form.dataset;
  state.textContent = DAY.test(day) ? inWords(day > last ? future : before, day) : none;
}

/** The heading of the version in force on a day; undefined before the first, and after the day of this edition. */
function versionOn(form: HTMLFormElement, day: string): HTMLElement | undefined {
  if (!DAY.test(day) || day > (form.dataset.last ?? '')) return undefined;
  const headings = [...document.querySelectorAll<HTMLElement>('main h3[id]')];
  return headings.find(({ id }) => DAY.test(id) && id <= day);
}

/** The day as the page writes days. */
function inWords(sentence = '', day: string): string {
  const { lang } = document.documentElement;
  const dateStyle = /^zh/i.test(lang) ? 'long' : 'medium';
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle, timeZone: 'UTC' });
  return sentence.replace('%date%', format.format(new Date(`${day}T00:00:00Z`)));
}
