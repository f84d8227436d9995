/**
 * One page answers every address that leads nowhere, in all languages. Where the address tells which one its
 * reader has, the others step back, and all that stands around the page speaks it too.
 */
const greetings = [...document.querySelectorAll<HTMLElement>('[data-home]')];
const [own] = greetings
  .filter(({ dataset }) => location.pathname.startsWith(dataset.home!))
  .sort((a, b) => b.dataset.home!.length - a.dataset.home!.length);
for (const each of greetings) each.hidden = own !== undefined && each !== own;
if (own && own !== greetings[0]) speak(own);

function speak(own: HTMLElement): void {
  const title = document.createElement('h1');
  title.append(...(own.querySelector('h2')?.childNodes ?? []));
  own.querySelector('h2')?.replaceWith(title);
  document.title = title.textContent;
  document.documentElement.lang = own.lang;
  const around = document.querySelector<HTMLTemplateElement>(`template[data-frame="${own.lang}"]`)?.content;
  for (const part of ['.skip', '.site-head', '.copy', '.site-foot', '#_search']) {
    const said = around?.querySelector(part);
    if (said) document.querySelector(part)?.replaceWith(said);
  }
}
