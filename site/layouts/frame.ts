/** The script of every page: what waits for its reader, and is fetched when it is wanted. */
import { chosenRole } from '../reader/kept.ts';
import '../search/open.ts';

// Only with a saved copy is there anything to say of it; the pages of roles bring this by themselves.
if (navigator.serviceWorker?.controller) import('../reader/keep.ts');

// Who reports something wrong need not say what they are.
const feedback = document.querySelector<HTMLAnchorElement>('[data-feedback]');
feedback?.addEventListener('click', () => {
  const { feedback: address = '', base = '/' } = feedback.dataset;
  feedback.href = address.replaceAll('%7Brole%7D', encodeURIComponent(chosenRole(base) ?? ''));
});

// A card is one sheet; who wants the whole page on paper says so.
addEventListener('afterprint', () => delete document.documentElement.dataset.paper);
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.addEventListener('click', () => {
    document.documentElement.dataset.paper = button.dataset.print ?? '';
    print();
  });
  button.hidden = false;
}
