/** Keys for deciding about duplicates: the key that something announces in aria-keyshortcuts presses it. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  const target = event.target as HTMLElement;
  if (target.closest('input:not([type="hidden"]), textarea, select')) return;
  const named = `[aria-keyshortcuts="${CSS.escape(event.key.toLowerCase())}"]`;
  const pressed = document.querySelector<HTMLElement>(named);
  if (!pressed) return;
  event.preventDefault();
  pressed.click();
});
