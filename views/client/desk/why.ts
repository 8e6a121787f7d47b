/**
 * Why this one, and what its document says: the link's page is shown in place, below the record, and goes away again;
 * Escape closes it too.
 */

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-why]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.getAttribute('aria-expanded') === 'true') close(link);
  else void open(link);
});

document.addEventListener('keydown', (event) => {
  const link = document.querySelector<HTMLAnchorElement>('a[data-why][aria-expanded="true"]');
  if (event.key !== 'Escape' || !link) return;
  close(link);
  link.focus();
});

/** Whatever goes wrong, the page of the link is still there for whoever asked for it. */
async function open(link: HTMLAnchorElement): Promise<void> {
  if (!(await openInPlace(link))) location.assign(link.href);
}

/** @returns false when it could not be read; then nothing is open. */
export async function openInPlace(link: HTMLAnchorElement): Promise<boolean> {
  link.setAttribute('aria-expanded', 'true');
  try {
    const answer = await fetch(link.href, { redirect: 'error' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const said = page.querySelector('[data-why-said]');
    if (!answer.ok || !said) throw new Error('not the page asked for');
    placeOf(link)?.replaceChildren(...said.childNodes);
    return true;
  } catch {
    close(link);
    return false;
  }
}

function close(link: HTMLAnchorElement): void {
  link.removeAttribute('aria-expanded');
  placeOf(link)?.replaceChildren();
}

const placeOf = (link: HTMLAnchorElement) =>
  link.closest('[data-why-around], article')?.querySelector('[data-why-here]');
