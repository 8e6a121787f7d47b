/** Keys for deciding about duplicates: the key that something announces in aria-keyshortcuts presses it. */
let isLeaving = false;

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  const target = event.target as HTMLElement;
  if (target.closest('input:not([type="hidden"]), textarea, select')) return;
  const named = `[aria-keyshortcuts="${CSS.escape(event.key.toLowerCase())}"]`;
  const pressed = document.querySelector<HTMLElement>(named);
  if (!pressed) return;
  event.preventDefault();
  // One question has one answer: a second key before the next page is there is not meant for it.
  if (isLeaving) return;
  isLeaving = true;
  pressed.click();
});

// A page that comes back from the browser's memory takes keys again.
window.addEventListener('pageshow', () => {
  isLeaving = false;
});
