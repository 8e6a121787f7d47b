/** Keys for the screening desk: the key that something announces in aria-keyshortcuts presses it. */
import { startDesk } from './desk/desk.ts';

import { say } from './swap.ts';

const writing = 'textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"])';

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.target as HTMLElement;
  if (target.closest(writing)) {
    // Escape leaves the note, so that the keys are keys again.
    if (event.key === 'Escape' && target.closest('main')) target.blur();
    return;
  }
  const named = `[aria-keyshortcuts="${CSS.escape(event.key.toLowerCase())}"]`;
  const pressed = document.querySelector<HTMLElement>(named);
  if (!pressed || pressed.hidden) return;
  event.preventDefault();
  // A key that is held down is one press.
  if (event.repeat) return;
  if (pressed.matches('textarea')) pressed.focus();
  else pressed.click();
});

// Labels and marks change in the background; without scripts their buttons are forms of their own.
document.addEventListener('submit', (event) => {
  const button = event.submitter as HTMLButtonElement | null;
  if (!button?.matches('[data-label], [data-marks]')) return;
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const fields = new FormData(form, button);
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
  const isOn = button.getAttribute('aria-pressed') !== 'true';
  const turn = (on: boolean) => {
    button.setAttribute('aria-pressed', String(on));
    button.value = button.value.replace(/(on|off)$/, on ? 'off' : 'on');
    if (button.matches('[data-marks]'))
      button.closest('.desk')?.classList.toggle('is-unmarked', !on);
  };
  turn(isOn);
  const { formAction } = button;
  void fetch(formAction, { method: 'POST', body, redirect: 'manual' }).catch(() => turn(!isOn));
});

const desk = document.querySelector<HTMLElement>('[data-desk]');
if (desk) startDesk(desk, say);
