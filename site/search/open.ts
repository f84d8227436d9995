/** The search on every page: a few lines that wait, the rest is fetched when a reader reaches for it. */
const dialog = document.querySelector<HTMLDialogElement>('#_search');

async function open(event?: Event): Promise<void> {
  if (!dialog || dialog.open) return;
  event?.preventDefault();
  dialog.showModal();
  // At once: what is typed while the rest loads must not be selected and overwritten.
  dialog.querySelector('input')?.select();
  const { startSearch } = await import('./box.ts');
  startSearch(dialog);
}

for (const button of document.querySelectorAll('[data-search]')) button.addEventListener('click', open);

document.addEventListener('keydown', (event) => {
  const typing =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
  const control = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (slash || control) open(event);
});

// Who comes with a question, from a bookmark or the browser's own search, finds it asked.
const sought = new URLSearchParams(location.search).get('q')?.trim();
if (dialog && sought) {
  dialog.querySelector('input')!.value = sought;
  open();
}
