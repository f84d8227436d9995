/** The button by which a reader makes a role theirs; it says whether it is. The one that keeps its pages follows. */
import './keep.ts';
import { chooseRole, chosenRole } from './kept.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-choose-role]')) {
  const { chooseRole: role = '', base = '/', on = '', off = '' } = button.dataset;
  const show = () => {
    const mine = chosenRole(base) === role;
    button.setAttribute('data-pressed', String(mine));
    button.textContent = mine ? on : off;
  };
  button.addEventListener('click', () => {
    chooseRole(base, chosenRole(base) === role ? undefined : role);
    show();
  });
  show();
  button.hidden = false;
}
