/**
 * One page answers every address that leads nowhere, in all languages. Where the address tells which one its
 * reader has, the others step back.
 */
const greetings = [...document.querySelectorAll<HTMLElement>('[data-home]')];
const [own] = greetings
  .filter(({ dataset }) => location.pathname.startsWith(dataset.home!))
  .sort((a, b) => b.dataset.home!.length - a.dataset.home!.length);
if (own && own !== greetings[0]) {
  for (const each of greetings) each.hidden = each !== own;
  const title = document.createElement('h1');
  title.append(...(own.querySelector('h2')?.childNodes ?? []));
  own.querySelector('h2')?.replaceWith(title);
  document.title = title.textContent;
}
