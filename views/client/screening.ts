/** Keys for the screening desk: the key that something announces in aria-keyshortcuts presses it. */
import './swap.ts';

const writing = 'textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"])';

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  const target = event.target as HTMLElement;
  if (target.closest(writing)) {
    // Escape leaves the note, so that the keys are keys again.
    if (event.key === 'Escape' && target.closest('main')) target.blur();
    return;
  }
  const named = `[aria-keyshortcuts="${CSS.escape(event.key.toLowerCase())}"]`;
  const pressed = document.querySelector<HTMLElement>(named);
  if (!pressed) return;
  event.preventDefault();
  if (pressed.matches('textarea')) pressed.focus();
  else pressed.click();
});
